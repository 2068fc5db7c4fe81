import type { RawValue } from "../../../src/cells";
import {
  collect,
  layoutSummary,
  type Collection,
  type ReturnFile,
  type ReturnedFile,
} from "../../../src/summary";
import { linkedYears, readPlanningYear, type PlanningYear, type YearRead } from "../../../src/template";
import { registerOf } from "../../return/registers";
import { enteredReturn } from "../../support/entered-return";
import { writtenReturn } from "../../support/honest";
import { yearFiles } from "../../support/shipped";

const THEN = "2007-08";
const NOW = "2008-09";

const YEARS = (() => {
  const read = [THEN, NOW].map((name): YearRead => {
    const result = readPlanningYear(yearFiles(name));
    if (result.kind === "refused") throw new Error(JSON.stringify(result.problems));
    return result;
  });
  const linked = linkedYears(read);
  if (linked.kind === "refused") throw new Error(JSON.stringify(linked.problems));
  return linked.years;
})();

export const year: PlanningYear = YEARS.get(NOW)!;
export const summary = year.summary!;
export const beside = summary.beside!;

/** RXM was made of RXN and RXO, RXP of RXR and RXS; RXK is of another authority. */
export const REGISTER = registerOf(`code,name,type,sha,predecessors
Q32,Yorkshire and the Humber Strategic Health Authority,SHA,,
RXA,Lowmoor Hospitals NHS Trust,Acute trust,Q32,
RXB,Fellside Hospitals NHS Trust,Acute trust,Q32,
RXC,Third Acre NHS Trust,Acute trust,Q32,
RXD,Harrow Hill NHS Trust,Acute trust,Q32,
RXE,Nether Moor NHS Trust,Acute trust,Q32,
RXM,Two Rivers NHS Trust,Acute trust,Q32,RXN; RXO
RXP,Three Dales NHS Trust,Acute trust,Q32,RXR; RXS
5XA,Lowmoor Primary Care Trust,PCT,Q32,
RXK,Far Away NHS Trust,Acute trust,Q36,
`);

type Changes = Readonly<Record<string, RawValue>>;
interface Sent {
  readonly role?: "provider" | "commissioner";
  readonly changes?: Changes;
  /** Every amount of the spend table becomes so many times as much. */
  readonly times?: number;
  readonly file?: string;
  readonly name?: string;
}

/** The honest return of 2007/08 or 2008/09, under another code and with other figures, as if its file had been read. */
function sent(id: string, folder: string, code: string, of: Sent): ReturnFile {
  const { role = "provider", changes = {}, times = 1, name, file = `${code} ${role} ${id}.xlsx` } = of;
  const template = YEARS.get(id)!.templates.get(role)!;
  const entries = new Map<string, RawValue>(
    [...writtenReturn(folder.replace("ROLE", role), template)].map(([key, value]) =>
      key.startsWith("spend.") && typeof value === "number" ? [key, value * times] : [key, value],
    ),
  );
  entries
    .set("cover.org_code", code)
    .set("cover.org_name", name ?? REGISTER.find(code)?.name ?? "A body of no register");
  for (const [key, value] of Object.entries(changes)) entries.set(key, value);
  const found = enteredReturn(template, new Map([...entries].filter(([, value]) => value !== null)));
  return {
    file,
    sha256: `digest of ${file}`,
    modified: null,
    reading: { kind: "return", found, findings: [] },
  };
}

export const then = (code: string, of: Sent = {}) => sent(THEN, "honest-ROLE", code, of);
export const now = (code: string, of: Sent = {}) => sent(NOW, "honest-ROLE-2008", code, of);

/** A return of 2007/08 in which nothing was entered but who sent it. */
export function thenBlank(code: string): ReturnFile {
  const file = then(code, { file: `${code} blank ${THEN}.xlsx` });
  const { template } = file.reading.found;
  const entries = new Map<string, RawValue>([["cover.org_code", code]]);
  return { ...file, reading: { ...file.reading, found: enteredReturn(template, entries) } };
}

export function collected(files: readonly ReturnedFile[], of: PlanningYear = year): Collection {
  return collect(files, REGISTER, "Q32", of);
}

export function laidOut(files: readonly ReturnedFile[]) {
  const collection = collected(files);
  return { collection, ...layoutSummary(collection, summary) };
}
