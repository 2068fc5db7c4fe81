import type { Action, StartField, StartState } from "../state";

import { Combobox } from "./combobox";
import { Field } from "./field";

interface OrganisationFieldProps {
  readonly start: StartState;
  readonly faults: ReadonlyMap<StartField, string>;
  readonly dispatch: (action: Action) => void;
}

/** For whom the return is: out of the register, or by hand where there is none or the body is not in it. */
export function OrganisationField({ start, faults, dispatch }: OrganisationFieldProps) {
  const { register, chosen } = start;
  if (register.kind === "loading") return <p role="status">The register of organisations is being read …</p>;
  if (chosen.kind === "by_hand") return <ByHand start={start} faults={faults} dispatch={dispatch} />;
  return (
    <div class="stack-small">
      <Combobox
        id="organisation"
        label="Organisation"
        hint="Type its code or a part of its name."
        fault={faults.get("organisation")}
        organisations={register.kind === "there" ? register.organisations : []}
        chosen={chosen.kind === "registered" ? chosen.organisation : null}
        choose={(organisation) =>
          dispatch({
            kind: "chosen",
            chosen: organisation ? { kind: "registered", organisation } : { kind: "nobody" },
          })
        }
      />
      <div>
        <button
          type="button"
          class="link"
          onClick={() => dispatch({ kind: "chosen", chosen: { kind: "by_hand", code: "", name: "" } })}
        >
          It is not in the list
        </button>
      </div>
    </div>
  );
}

function ByHand({ start, faults, dispatch }: OrganisationFieldProps) {
  const { chosen, register } = start;
  if (chosen.kind !== "by_hand") return null;
  const change = (part: { readonly code?: string; readonly name?: string }) =>
    dispatch({ kind: "chosen", chosen: { ...chosen, ...part } });
  return (
    <div class="stack">
      {register.kind === "refused" && (
        <p class="quiet">The register beside the pane can’t be read: {register.why}</p>
      )}
      <Field id="code" label="Code of the organisation" hint="For example 5X1." fault={faults.get("code")}>
        <input
          class="input"
          id="code"
          autoComplete="off"
          value={chosen.code}
          aria-describedby="code-about"
          aria-invalid={faults.has("code")}
          onInput={(event) => change({ code: event.currentTarget.value })}
        />
      </Field>
      <Field id="name" label="Name of the organisation" fault={faults.get("name")}>
        <input
          class="input"
          id="name"
          autoComplete="off"
          value={chosen.name}
          aria-describedby="name-about"
          aria-invalid={faults.has("name")}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </Field>
      {register.kind === "there" && (
        <div>
          <button
            type="button"
            class="link"
            onClick={() => dispatch({ kind: "chosen", chosen: { kind: "nobody" } })}
          >
            Choose from the list
          </button>
        </div>
      )}
    </div>
  );
}
