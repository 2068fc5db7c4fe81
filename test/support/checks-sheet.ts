import { formatAddress, type RawValue, type WorkbookCells } from "../../src/cells";
import { CHECKS_COLUMNS, STATE_CODES, planTemplate } from "../../src/layout";
import type { RuleState } from "../../src/return";
import type { Template } from "../../src/template";

import { valueAt } from "./saved";

/** One line of a workbook's own Checks sheet, as its file holds it. */
export interface CheckLine {
  readonly state: RuleState;
  /** "✖ Put right". */
  readonly words: RawValue;
  readonly found: RawValue;
}

const STATE_OF = new Map<RawValue, RuleState>(
  Object.entries(STATE_CODES).map(([state, code]) => [code, state as RuleState]),
);

/** Every check of a workbook's own Checks sheet by its code: rules, and the checks of single entries. */
export function checksIn(workbook: WorkbookCells, template: Template): ReadonlyMap<string, CheckLine> {
  const checks = planTemplate(template).checks;
  if (!checks) throw new Error("this return has no Checks sheet");
  const lines = checks.rows.flatMap((row) => {
    if (row.kind === "heading") return [];
    const at = (column: number) =>
      valueAt(workbook, checks.sheet.name, formatAddress({ row: row.row, column }));
    const code = row.kind === "rule" ? row.rule.code : template.standing.get(row.fault)!.code;
    if (at(CHECKS_COLUMNS.code) !== code) throw new Error(`row ${row.row} is not that of ${code}`);
    const state = STATE_OF.get(at(CHECKS_COLUMNS.stateCode));
    if (state === undefined) throw new Error(`${code} has no state`);
    return [[code, { state, words: at(CHECKS_COLUMNS.state), found: at(CHECKS_COLUMNS.found) }] as const];
  });
  return new Map(lines);
}

/** Codes of the checks in this state, in the order of the sheet. */
export function codesIn(checks: ReadonlyMap<string, CheckLine>, state: RuleState): readonly string[] {
  return [...checks].filter(([, line]) => line.state === state).map(([code]) => code);
}
