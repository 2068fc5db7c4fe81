import type { RawValue } from "../../../src/cells";
import { layoutTemplate } from "../../../src/layout";
import { findingsOf, type Finding } from "../../../src/return";
import { collect, type Collection, type ReturnFile } from "../../../src/summary";
import { registerOf } from "../../return/registers";
import { layoutCells } from "../../support/layout-cells";
import { returnIn } from "../../support/saved";
import { TWO_ROLES, yearOf, type Change, type SmallFile } from "../../template/small-year";

const by = (file: SmallFile, old: string, instead: string): Change => ({ file, old, by: instead });
const says = (kind: string, words: string) =>
  by("checks.yaml", `says: "{label} has ${kind}."`, `says: "${words}"`);

/** A small year whose payers list the providers that they pay, say when they saw their plan and what they hold of it. */
const year = yearOf(
  TWO_ROLES,
  by("year.yaml", "  status: [Draft, Final]\n", "  status: [Draft, Final]\n  views: [Good, Poor]\n"),
  by("bodies.yaml", "role: provider, code: code", "role: provider, code: code, whole: true"),
  by(
    "bodies.yaml",
    "      remark:",
    `      due: { label: Signed on, type: date, answer: optional, from: cover.signed }
      seen: { label: Plan seen on, type: date, answer: optional, agrees_with: cover.seen }
      view: { label: View, type: choice, list: views, vouches: [Good] }
      remark:`,
  ),
  by(
    "cover.yaml",
    "      status:",
    "      seen: { label: Seen by the payer on, type: date, answer: optional }\n      status:",
  ),
  says("row_differs", "{expected}: {found}. The file {file}."),
  says("says_otherwise", "{expected}: {found}. The file {file}."),
  says("vouched_for", "{expected} is {right}, and {file} has {count} wrong: {found}."),
  says("community_lacks", "{expected} has, and {label} lacks: {found}."),
  says("listed_once", "{expected} stands in {found}."),
);

export const REGISTER = registerOf(`code,name,type,sha,lhc
Q30,North East,Region,,
T01,Ashmere Trust,Trust,Q30,Vale
T02,Wend Trust,Trust,Q30,Vale
T03,Fellside Trust,Trust,Q30,Hill
P01,Vale Payer,Payer,Q30,Vale
P02,Plain Payer,Payer,Q30,
`);

type Changes = Readonly<Record<string, RawValue>>;

/** A trust's return with nothing wrong in it: 100 spent, signed and seen in March 2001. */
export function trust(code: string, changes: Changes = {}): ReturnFile {
  const all: Changes = {
    "cover.signed": 36_950,
    "cover.seen": 36_960,
    "spend.staff[revenue]": 60,
    "spend.staff[capital]": 0,
    "spend.support[revenue]": 40,
    "spend.other[revenue]": 0,
    "spend.other[capital]": 0,
    "spend.income[revenue]": 0,
    "spend.income[capital]": 0,
    ...changes,
  };
  return sent("provider", code, all, `${code} trust.xlsx`);
}

/** What a payer has in a row of its list; what is left out agrees with the trust's own return. */
export interface Row {
  readonly code: string;
  readonly spent?: number;
  readonly due?: RawValue;
  readonly seen?: RawValue;
  readonly view?: string;
}

export function payer(code: string, rows: readonly Row[]): ReturnFile {
  const lines = rows.flatMap(({ code: of, spent = 100, due = 36_950, seen = 36_960, view = "Poor" }, at) =>
    Object.entries({ name: REGISTER.find(of)?.name ?? of, code: of, spent, due, seen, view }).map(
      ([column, value]) => [`bodies.r0${at + 1}[${column}]`, value] as const,
    ),
  );
  return sent("payer", code, Object.fromEntries(lines), `${code} payer.xlsx`);
}

function sent(role: string, code: string, changes: Changes, file: string): ReturnFile {
  const all: Changes = {
    "cover.org_code": code,
    "cover.org_name": REGISTER.find(code)!.name,
    "cover.status": "Draft",
    "spend.staff[revenue]": 5,
    ...changes,
  };
  const entries = new Map(Object.entries(all).filter(([, value]) => value !== null));
  const layout = layoutTemplate(year.templates.get(role)!, {
    entries,
    prefilled: new Set(),
    organisation: null,
  });
  const found = returnIn(layoutCells(layout), year);
  const findings = findingsOf(found, { register: REGISTER, fileName: file, day: null });
  return { file, sha256: `digest of ${file}`, modified: null, reading: { kind: "return", found, findings } };
}

export function collected(...files: readonly ReturnFile[]): Collection {
  return collect(files, REGISTER, "Q30", year);
}

/** What a check of returns against each other raised: the file, and the finding. */
export function raisedBy(collection: Collection, kind: string): readonly (readonly [string, Finding])[] {
  const title = `No ${kind}`;
  return collection.rows.flatMap(({ counted }) =>
    (counted?.reading.findings ?? [])
      .filter((finding) => finding.title === title)
      .map((finding) => [counted!.file, finding] as const),
  );
}

/** The same in a few words: file, sheet and cells, message. */
export function told(collection: Collection, kind: string): readonly (readonly string[])[] {
  return raisedBy(collection, kind).map(([file, { sheet, cells, message }]) => [
    file,
    `${sheet} ${cells.join(", ")}`,
    message,
  ]);
}

/** Where a return has a key: "Cover D9". */
export function placeIn(file: ReturnFile, key: string): string {
  const { sheet, cell } = file.reading.found.fields.get(key)!.place;
  return `${sheet} ${cell}`;
}
