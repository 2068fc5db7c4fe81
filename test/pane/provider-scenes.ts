import { formatAddress, type Cell, type RawValue, type SheetCells } from "../../src/cells";
import { layoutTemplate, planTemplate, type Layout } from "../../src/layout";
import type { Template } from "../../src/template";
import type { ValueEntry } from "../../src/workbook";
import { ACUTE, providerEntries, type ProviderFigures } from "../support/provider-return";
import { planningYear } from "../support/shipped";

const template: Template = planningYear("2007-08").templates.get("provider")!;
const plan = planTemplate(template);
let drawn: readonly SheetCells[] | undefined;

/** Where the entries with these keys are written. */
export function entriesIn(entries: ReadonlyMap<string, RawValue>): readonly ValueEntry[] {
  return [...entries].map(([key, value]) => {
    const { sheet, address } = plan.placeOf.get(key)!;
    return { sheet, cell: formatAddress(address), value };
  });
}

export function placeOf(key: string): { readonly sheet: string; readonly cell: string } {
  const [entry] = entriesIn(new Map([[key, null]]));
  return { sheet: entry!.sheet, cell: entry!.cell };
}

/** The workbook of a provider's plan for 2007/08 with these entries in it. */
export function providerSheets(entries: ReadonlyMap<string, RawValue>): readonly SheetCells[] {
  drawn ??= withoutChecks(sheetsOf(layoutTemplate(template)));
  const cells = new Map(drawn.map(({ name, cells: own }) => [name, new Map<string, Cell>(own)]));
  for (const { sheet, cell, value } of entriesIn(entries))
    if (value !== null) cells.get(sheet)?.set(cell, { value, formula: null });
  return drawn.map((sheet) => ({ ...sheet, cells: cells.get(sheet.name)! }));
}

/** Who files, and nothing else: as a workbook is made for an organisation. */
export const BLANK: ReadonlyMap<string, RawValue> = new Map([
  ["cover.org_code", "X01"],
  ["cover.org_name", "Example Hospital NHS Trust"],
  ["cover.org_type", "Acute trust"],
  ["cover.sha_code", "Q30"],
]);

/** A whole return with nothing wrong. */
export const HONEST: ReadonlyMap<string, RawValue> = providerEntries(ACUTE);

/** Its plan rises by 50 from 3,570 to 3,620, and the tariff of 2007/08 adds 172. */
const SHORT: ProviderFigures = { ...ACUTE, plan: { revenue: 3_000, capital: 620, recharges: 0 } };

/** Half filled in, untidily: three texts for figures, a blank, whole sheets still empty, and a plan that is short of the uplift. */
export const BEGUN: ReadonlyMap<string, RawValue> = begun();

function begun(): ReadonlyMap<string, RawValue> {
  const entries = new Map(providerEntries(SHORT));
  const later = ["Months", "Maturity", "Risks", "Plan to 2011"];
  for (const { key, sheet } of template.fields.values()) if (later.includes(sheet)) entries.delete(key);
  const asText = (key: string) => entries.set(key, Number(entries.get(key)).toLocaleString("en-GB"));
  asText("context.turnover[forecast]");
  asText("context.turnover[plan]");
  asText("context.programme[plan]");
  entries.delete("context.wte[plan]");
  return entries;
}

/** The cells of a layout as nothing has calculated them yet. */
export function sheetsOf({ sheets }: Layout): readonly SheetCells[] {
  return sheets.map(({ name, visibility, cells }) => ({
    name,
    visibility,
    cells: new Map(
      [...cells].flatMap(([address, { value, formula }]): readonly (readonly [string, Cell])[] => {
        if (formula !== null) return [[address, { value: null, formula }]];
        return value === null ? [] : [[address, { value, formula }]];
      }),
    ),
  }));
}

/** The thousands of cells that check the others say nothing to the pane, which checks for itself. */
function withoutChecks(sheets: readonly SheetCells[]): readonly SheetCells[] {
  const fields = new Set(
    [...plan.placeOf.values()].map(({ sheet, address }) => `${sheet}!${formatAddress(address)}`),
  );
  return sheets.map((sheet) => ({
    ...sheet,
    cells: new Map(
      [...sheet.cells].filter(
        ([cell, { formula }]) => formula === null || fields.has(`${sheet.name}!${cell}`),
      ),
    ),
  }));
}
