import type { RawValue } from "../cells";
import type { Organisation } from "../register";
import { fieldKey, rowId, widened, type Template, type ValueBlock } from "../template";

import type { Return } from "./return";
import { valueOf } from "./values";

/** Whose return a row of a list is about; null where that return is not there, and only code and name can be put in. */
export interface TakenFrom {
  readonly organisation: Organisation;
  readonly found: Return | null;
}

/** What was put into the lists of a template; it is drawn longer where its own rows do not suffice. */
export interface Taken {
  readonly template: Template;
  readonly entries: ReadonlyMap<string, RawValue>;
}

/** Puts one row for each of these bodies into the lists that take their rows from returns made from the template `other`. */
export function takenEntries(template: Template, other: Template, bodies: readonly TakenFrom[]): Taken {
  const entries = new Map<string, RawValue>();
  let longer = template;
  for (const list of listsFrom(template, other.role)) {
    longer = widened(longer, list.id, Math.max(bodies.length, list.lines.length));
    bodies.forEach((body, at) => {
      for (const [column, key] of list.takes?.keys ?? []) {
        const value = takenValue(key, other, body);
        if (value !== null) entries.set(fieldKey(list, rowId(at + 1), column), value);
      }
    });
  }
  return { template: longer, entries };
}

/** Lists whose rows are put in from returns of this role. */
export function listsFrom(template: Template, role: string): readonly ValueBlock[] {
  return template.sheets.flatMap((sheet) =>
    sheet.blocks.filter((block): block is ValueBlock => block.kind === "list" && block.takes?.role === role),
  );
}

function takenValue(key: string, other: Template, { organisation, found }: TakenFrom): RawValue {
  const { code, name } = other.identity;
  if (key === code) return organisation.code;
  if (key === name) return organisation.name;
  const field = found?.template.fields.get(key);
  const value = found && field ? valueOf(found, field) : null;
  return typeof value === "number" || typeof value === "string" ? value : null;
}
