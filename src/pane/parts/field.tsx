import type { ComponentChildren } from "preact";

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly children: ComponentChildren;
}

/** A field with its label above and what is wrong with it below. The control names `${id}-about` as its description. */
export function Field({ id, label, hint, fault, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      <div id={`${id}-about`}>
        {fault !== undefined ? (
          <p class="fault">{fault}</p>
        ) : (
          hint !== undefined && <p class="quiet">{hint}</p>
        )}
      </div>
    </div>
  );
}
