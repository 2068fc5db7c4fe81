import { parseFormula, type Parsed, type ReferenceReading, type ReferenceShape } from "../formula";

/** A reference as it is written in a definition, before it is known whether such a field exists. */
export type KeyReference =
  /** `cover.org_code`, or `spend.net[plan_total]`. */
  | { readonly kind: "field"; readonly block: string; readonly line: string; readonly column: string | null }
  /** `tariff.income[@]`: the column of the field whose formula this is. */
  | { readonly kind: "same_column"; readonly block: string; readonly line: string }
  /** `[@plan_revenue]`: the line of the field or rule. */
  | { readonly kind: "same_line"; readonly column: string }
  /** `spend.staff..other[plan_revenue]`: the entered fields of these lines. */
  | {
      readonly kind: "span";
      readonly block: string;
      readonly from: string;
      readonly to: string;
      readonly column: string;
    }
  /** `spend.staff..other`: these lines, for EVERY and ANY. */
  | { readonly kind: "lines"; readonly block: string; readonly from: string; readonly to: string }
  /** `spend[plan_revenue]`: the entered fields of the whole column. */
  | { readonly kind: "column"; readonly block: string; readonly column: string }
  /** `booking.planned[apr..mar]`: the entered fields of a line from one column to another. */
  | {
      readonly kind: "across";
      readonly block: string;
      readonly line: string;
      readonly from: string;
      readonly to: string;
    }
  /** `[@apr..mar]`: the same of the line of the field or rule. */
  | { readonly kind: "same_line_across"; readonly from: string; readonly to: string }
  /** `deployments`: the rows of a list, for COUNTROWS. */
  | { readonly kind: "rows"; readonly block: string };

const NAME = "[a-z][a-z0-9_]*";
const FORMS: readonly (readonly [RegExp, (m: readonly string[]) => KeyReference])[] = [
  [new RegExp(`^\\[@(${NAME})\\]$`), ([column = ""]) => ({ kind: "same_line", column })],
  [
    new RegExp(`^(${NAME})\\.(${NAME})\\.\\.(${NAME})\\[(${NAME})\\]$`),
    ([block = "", from = "", to = "", column = ""]) => ({ kind: "span", block, from, to, column }),
  ],
  [
    new RegExp(`^(${NAME})\\.(${NAME})\\.\\.(${NAME})$`),
    ([block = "", from = "", to = ""]) => ({ kind: "lines", block, from, to }),
  ],
  [
    new RegExp(`^(${NAME})\\.(${NAME})\\[@\\]$`),
    ([block = "", line = ""]) => ({ kind: "same_column", block, line }),
  ],
  [
    new RegExp(`^(${NAME})\\.(${NAME})\\[(${NAME})\\]$`),
    ([block = "", line = "", column = ""]) => ({ kind: "field", block, line, column }),
  ],
  [
    new RegExp(`^(${NAME})\\.(${NAME})$`),
    ([block = "", line = ""]) => ({ kind: "field", block, line, column: null }),
  ],
  [
    new RegExp(`^(${NAME})\\[(${NAME})\\]$`),
    ([block = "", column = ""]) => ({ kind: "column", block, column }),
  ],
  [
    new RegExp(`^(${NAME})\\.(${NAME})\\[(${NAME})\\.\\.(${NAME})\\]$`),
    ([block = "", line = "", from = "", to = ""]) => ({ kind: "across", block, line, from, to }),
  ],
  [
    new RegExp(`^\\[@(${NAME})\\.\\.(${NAME})\\]$`),
    ([from = "", to = ""]) => ({ kind: "same_line_across", from, to }),
  ],
  [new RegExp(`^(${NAME})$`), ([block = ""]) => ({ kind: "rows", block })],
];

/** What a reference in a definition means; refused where it is no key, or reads as a cell's address. */
export function understandKey(text: string, shape: ReferenceShape): ReferenceReading<KeyReference> {
  if (shape === "range" || shape === "beam" || looksLikeAddress(text)) {
    return { kind: "refused", message: `${text} reads as the address of a cell; a formula here names keys.` };
  }
  for (const [form, make] of FORMS) {
    const match = form.exec(text);
    if (match) return { kind: "reference", to: make(match.slice(1)) };
  }
  return {
    kind: "refused",
    message: `${text} is no key; a key is written like cover.name or table.line[column].`,
  };
}

/** A block's or a form's name that Excel would take for a cell. */
export function looksLikeAddress(name: string): boolean {
  return /^[A-Za-z]{1,3}[0-9]{1,7}$/.test(name) || /^[rR][0-9]*[cC][0-9]*$/.test(name);
}

/** A rule for each row of a list has the same text sixty times: it is read once. */
const read = new Map<string, Parsed<KeyReference>>();

/** A formula of a definition, its references still as they were written. */
export function parseDefinitionFormula(text: string): Parsed<KeyReference> {
  const known = read.get(text);
  if (known) return known;
  const parsed = parseFormula(text, understandKey);
  read.set(text, parsed);
  return parsed;
}
