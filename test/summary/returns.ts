import type { Cell, RawValue, WorkbookCells } from "../../src/cells";
import { layoutTemplate } from "../../src/layout";
import { readRegister, type Register } from "../../src/register";
import { findingsOf, type Return } from "../../src/return";
import type { ReturnFile, ReturnedFile } from "../../src/summary";
import type { Template } from "../../src/template";
import { layoutCells } from "../support/layout-cells";
import { ACUTE, providerEntries, type ProviderFigures } from "../support/provider-return";
import { returnIn } from "../support/saved";
import { planningYear } from "../support/shipped";

export const year = planningYear("2007-08");
export const template = year.templates.get("provider")!;
export const summary = year.summary!;

/** The tables that the year's summary shows of a role, each with the sheet that it stands on. */
export const tablesOf = (role: string) =>
  summary.sheets.flatMap((sheet) =>
    sheet.kind === "tables"
      ? sheet.tables.filter((table) => table.role === role).map((table) => ({ sheet: sheet.name, ...table }))
      : [],
  );

/** Five bodies that file, one foundation trust among them, one that does not file, one of another authority. */
export const REGISTER = registerOf(`code,name,type,sha,ft
Q30,North East Strategic Health Authority,SHA,,
X01,Example Hospital NHS Trust,Acute trust,Q30,no
X02,Lowmoor NHS Trust,Acute trust,Q30,no
X03,Third Acre Ambulance Service NHS Trust,Ambulance trust,Q30,no
X04,Fellside NHS Foundation Trust,Acute trust,Q30,yes
X05,Harrow Hill NHS Trust,Acute trust,Q30,no
X06,Northern Shared Services,Shared service,Q30,
Z01,Far Away NHS Trust,Acute trust,Q36,no
`);

export function registerOf(text: string): Register {
  const result = readRegister(text);
  if (result.kind === "register") return result.register;
  throw new Error(JSON.stringify(result.problems));
}

export const SMALL: ProviderFigures = {
  type: "Acute trust",
  turnover: [97_300, 99_900],
  programme: [2_400, 2_600],
  forecast: { revenue: 1_390, capital: 250, recharges: -50 },
  plan: { revenue: 1_570, capital: 270, recharges: -180 },
  income: [93_000, 96_000],
  pbr: [52_000, 54_000],
};

/** Another body's figures, with nothing wrong either. */
export const FAR: ProviderFigures = {
  type: "Acute trust",
  turnover: [120_000, 125_000],
  programme: [4_000, 4_200],
  forecast: { revenue: 1_900, capital: 380, recharges: 0 },
  plan: { revenue: 2_040, capital: 410, recharges: 0 },
  income: [110_000, 114_000],
  pbr: [60_000, 62_000],
};

type Changes = Readonly<Record<string, RawValue>>;

/** The return of an organisation, as if its file had been read. */
export function sent(
  code: string,
  file: string,
  changes: Changes = {},
  { figures = ACUTE, modified = null, sha256 = `digest of ${file}` }: SentOptions = {},
): ReturnFile {
  const name = REGISTER.find(code)?.name ?? "A body of no register";
  const all = new Map([
    ...providerEntries(figures),
    ["cover.org_code", code] as const,
    ["cover.org_name", name] as const,
    ...Object.entries(changes),
  ]);
  return readAs(file, all, { sha256, modified });
}

export interface SentOptions {
  readonly figures?: ProviderFigures;
  readonly modified?: string | null;
  readonly sha256?: string;
}

/** A workbook with the organisation put in and nothing else. */
export function sentBlank(code: string, file: string): ReturnFile {
  const entries = new Map<string, RawValue>([
    ["cover.org_code", code],
    ["cover.org_name", REGISTER.find(code)!.name],
  ]);
  return readAs(file, entries);
}

interface ReadOptions {
  readonly sha256?: string;
  readonly modified?: string | null;
  readonly made?: Template;
  readonly register?: Register;
}

/** A workbook with these entries, as if its file had been read; an entry of null is left out. */
export function readAs(
  file: string,
  entries: ReadonlyMap<string, RawValue>,
  { sha256 = `digest of ${file}`, modified = null, made = template, register = REGISTER }: ReadOptions = {},
): ReturnFile {
  const found = returnIn(filledIn(made, entries), year);
  const findings = findingsOf(found, { register, fileName: file.split("/").at(-1)!, day: null });
  return { file, sha256, modified, reading: { kind: "return", found, findings } };
}

const blanks = new Map<Template, { readonly workbook: WorkbookCells; readonly places: Return["fields"] }>();

/** The blank workbook with entries in it, as a program saves it that works nothing out: a whole return takes seconds to work out. */
function filledIn(made: Template, entries: ReadonlyMap<string, RawValue>): WorkbookCells {
  const known = blanks.get(made);
  const workbook = known?.workbook ?? layoutCells(layoutTemplate(made), "none");
  const places = known?.places ?? returnIn(workbook, year).fields;
  blanks.set(made, { workbook, places });
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, new Map<string, Cell>(sheet.cells)]));
  for (const [key, value] of entries) {
    const place = places.get(key)?.place;
    if (!place) throw new Error(`there is no ${key} in this return`);
    if (value !== null) sheets.get(place.sheet)!.set(place.cell, { value, formula: null });
  }
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({ ...sheet, cells: sheets.get(sheet.name)! })),
  };
}

export function refused(file: string): ReturnedFile {
  const message = "This workbook is not a return made by this program.";
  return {
    file,
    sha256: `digest of ${file}`,
    modified: null,
    reading: { kind: "refused", code: "no_return", message },
  };
}
