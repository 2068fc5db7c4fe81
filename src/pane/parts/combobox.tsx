import { useEffect, useRef, useState } from "preact/hooks";

import { suggestions, type OrganisationHead } from "../state";

import { Field } from "./field";

interface ComboboxProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly fault: string | undefined;
  readonly organisations: readonly OrganisationHead[];
  readonly chosen: OrganisationHead | null;
  readonly choose: (organisation: OrganisationHead | null) => void;
}

const nameOf = ({ code, name }: OrganisationHead) => `${code} ${name}`;

/**
 * A field to type in with a list below it, as WAI-ARIA describes it: arrows go through the list, Enter takes, Escape shuts it or
 * empties the field. The focus stays in the field.
 */
export function Combobox({ id, label, hint, fault, organisations, chosen, choose }: ComboboxProps) {
  const [typed, setTyped] = useState(chosen ? nameOf(chosen) : "");
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const list = useRef<HTMLUListElement>(null);
  const found = suggestions(organisations, chosen && typed === nameOf(chosen) ? "" : typed);
  const current = isOpen ? found[at] : undefined;

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const type = (text: string) => {
    setTyped(text);
    setOpen(true);
    setAt(-1);
    if (chosen) choose(null);
  };
  const take = (organisation: OrganisationHead) => {
    setTyped(nameOf(organisation));
    setOpen(false);
    setAt(-1);
    choose(organisation);
  };
  const move = (to: number) => {
    setOpen(true);
    setAt(found.length === 0 ? -1 : (to + found.length) % found.length);
  };
  /** What was typed to the end needs no list: the code alone, or the only one that there is. */
  const settle = () => {
    setOpen(false);
    if (chosen || typed.trim() === "") return;
    const code = typed.trim().toUpperCase();
    const exact =
      organisations.find((one) => one.code === code) ?? (found.length === 1 ? found[0] : undefined);
    if (exact) take(exact);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    switch (event.key) {
      case "ArrowDown":
        move(isOpen ? at + 1 : 0);
        break;
      case "ArrowUp":
        move(isOpen && at >= 0 ? at - 1 : -1);
        break;
      case "Enter":
        if (!isOpen) return;
        if (current) take(current);
        else settle();
        break;
      case "Escape":
        if (!isOpen) type("");
        setOpen(false);
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  const open = isOpen && found.length > 0;
  return (
    <Field id={id} label={label} hint={hint} fault={fault}>
      <div class="combobox">
        <input
          class="input"
          id={id}
          role="combobox"
          autoComplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}-options`}
          aria-activedescendant={current ? `${id}-${current.code}` : undefined}
          aria-describedby={`${id}-about`}
          aria-invalid={fault !== undefined}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onClick={() => setOpen(true)}
          onBlur={settle}
        />
        <ul
          class="options"
          id={`${id}-options`}
          role="listbox"
          aria-label={label}
          ref={list}
          hidden={!open}
          // The field keeps the focus while its list is pressed or scrolled.
          onMouseDown={(event) => event.preventDefault()}
        >
          {found.map((organisation, index) => (
            <li
              key={organisation.code}
              class="option"
              id={`${id}-${organisation.code}`}
              role="option"
              aria-selected={index === at}
              onClick={() => take(organisation)}
            >
              {nameOf(organisation)}
              <br />
              <span class="quiet">{organisation.type}</span>
            </li>
          ))}
        </ul>
      </div>
      <p class="heard" role="status">
        {isOpen && !chosen ? countWords(found.length) : ""}
      </p>
      {isOpen && found.length === 0 && <p class="quiet">No organisation has this code or name.</p>}
    </Field>
  );
}

function countWords(count: number): string {
  return count === 1 ? "1 organisation" : `${count} organisations`;
}
