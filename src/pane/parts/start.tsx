import { useEffect, useRef } from "preact/hooks";

import type { Session } from "../session/session";
import {
  meantRole,
  offeredRoles,
  refusalInWords,
  type Action,
  type StartField,
  type StartState,
} from "../state";

import { Field } from "./field";
import { LevelIcon } from "./icons";
import { OrganisationField } from "./organisation-field";

interface StartProps {
  readonly start: StartState;
  readonly dispatch: (action: Action) => void;
  readonly session: Session;
}

/** Before there is a return: for which year, for whom, as what. */
export function Start({ start, dispatch, session }: StartProps) {
  const form = useRef<HTMLFormElement>(null);
  const { refusal } = start;
  const faults: ReadonlyMap<StartField, string> = refusal?.kind === "incomplete" ? refusal.faults : new Map();
  useEffect(() => {
    if (refusal?.kind === "incomplete")
      form.current?.querySelector<HTMLElement>("[aria-invalid=true], .roles input")?.focus();
  }, [refusal]);
  const words = refusalInWords(start);
  return (
    <form
      ref={form}
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void session.putIn();
      }}
    >
      <div class="stack-small top">
        <h1 tabIndex={-1}>Begin a return</h1>
        <p>Its sheets go into this workbook, after those that are there already.</p>
      </div>
      <Field id="year" label="Planning year">
        <select
          class="input"
          id="year"
          value={start.year}
          onChange={(event) => dispatch({ kind: "year", year: event.currentTarget.value })}
        >
          {start.years.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <OrganisationField start={start} faults={faults} dispatch={dispatch} />
      <Roles start={start} fault={faults.get("role")} dispatch={dispatch} />
      {words !== null && (
        <p class="said refused" role="alert">
          <LevelIcon level="explain" />
          <span>{words}</span>
        </p>
      )}
      <div>
        <button type="submit" class="button primary">
          Put the sheets in
        </button>
      </div>
    </form>
  );
}

interface RolesProps {
  readonly start: StartState;
  readonly fault: string | undefined;
  readonly dispatch: (action: Action) => void;
}

/** Which return: a choice where there is one. */
function Roles({ start, fault, dispatch }: RolesProps) {
  const offered = offeredRoles(start);
  const meant = meantRole(start);
  if (start.chosen.kind === "nobody") return null;
  const said = fault === undefined ? null : <p class="fault">{fault}</p>;
  if (offered.length <= 1) {
    return (
      <div class="field">
        <span class="label">Return</span>
        {meant ? (
          <p>{`${meant.title}, as ${meant.label}`}</p>
        ) : (
          (said ?? <p>This organisation files none.</p>)
        )}
      </div>
    );
  }
  return (
    <fieldset class="roles" aria-describedby={said ? "role-fault" : undefined}>
      <legend>Return</legend>
      {start.chosen.kind === "registered" && (
        <p class="quiet">This organisation files {offered.length} returns, each in a workbook of its own.</p>
      )}
      {offered.map(({ id, label, title }) => (
        <label key={id} class="choice">
          <input
            type="radio"
            name="role"
            checked={meant?.id === id}
            onChange={() => dispatch({ kind: "role", role: id })}
          />
          <span>
            As {label}
            <br />
            <span class="quiet">{title}</span>
          </span>
        </label>
      ))}
      <div id="role-fault">{said}</div>
    </fieldset>
  );
}
