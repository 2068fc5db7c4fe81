import { h, type Child, type Markup } from "../html";

/** A part of the report that its contents lead to. */
export interface Section {
  readonly id: string;
  readonly name: string;
  readonly markup: Markup;
}

/** A part with its heading; `kind` is how it looks and prints. */
export function section(id: string, name: string, kind: string, ...children: readonly Child[]): Section {
  const markup = h(
    "section",
    { class: `part ${kind}`.trim(), id, "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title` }, name),
    children,
  );
  return { id, name, markup };
}
