import { join } from "node:path";

import { serialOfDay, type RawValue } from "../../../src/cells";
import { layoutTemplate } from "../../../src/layout";
import { findingsOf } from "../../../src/return";
import { collect, type Collection, type DatabaseCommitment, type ReturnFile } from "../../../src/summary";
import { registerOf } from "../../return/registers";
import { layoutCells } from "../../support/layout-cells";
import { returnIn } from "../../support/saved";
import { planningYear } from "../../support/shipped";

/** A small year with one list in the returns of both its roles: nothing of it is of any year that is shipped. */
export const TEMPLATES = join(__dirname, "..", "..", "fixtures", "works");
export const year = planningYear("2002-03", TEMPLATES);
export const summary = year.summary!;

export const REGISTER_TEXT = `code,name,type,sha,predecessors
Y01,Northern Region,Region,,
W01,Ash Trust,Trust,Y01,
W02,Birch Trust,Trust,Y01,
W03,Cedar Care Trust,Care trust,Y01,
W04,Dale Trust,Trust,Y01,
W05,Elm Supplies,Supplies,Y01,
W06,Fern Trust,Trust,Y01,W99
V01,Far Trust,Trust,Y02,
`;
const REGISTER = registerOf(REGISTER_TEXT);

export const day = (iso: string): number => serialOfDay(iso)!;

/** A row of the list: its name, thing, kind, who does it, whether it was promised, its number, the ISO day on which it is done, and when that is. */
export type Work = readonly [string, string, string, string, string, string | null, string | null, string?];

/** A return with these works, as if its file had been read. */
export function sent(code: string, works: readonly Work[], role: "trust" | "office" = "trust"): ReturnFile {
  const entries = new Map<string, RawValue>([
    ["cover.code", code],
    ["cover.name", REGISTER.find(code)!.name],
    ["cover.region", "Y01"],
  ]);
  if (works.length > 0) entries.set("cover.status", "Provisional");
  const columns = ["name", "thing", "kind", "who", "promised", "number", "done", "when"];
  works.forEach((work, at) => {
    columns.forEach((column, place) => {
      const value = work[place] ?? null;
      const key = `works.r${String(at + 1).padStart(2, "0")}[${column}]`;
      if (value !== null) entries.set(key, column === "done" ? day(value) : value);
    });
  });
  const template = year.templates.get(role)!;
  const filling = { entries, prefilled: new Set<string>(), organisation: null };
  const found = returnIn(layoutCells(layoutTemplate(template, filling)), year);
  const file = `${code} ${role}.xlsx`;
  const findings = findingsOf(found, { register: REGISTER, fileName: file, day: null });
  return {
    file,
    sha256: `digest of ${file}`,
    modified: null,
    reading: { kind: "return", found, findings },
  };
}

export function collected(files: readonly ReturnFile[]): Collection {
  return collect(files, REGISTER, "Y01", year);
}

/** A line of the database: organisation, product, supplier, reference, ISO day. */
export function recorded(
  org: string,
  product: string,
  supplier: string,
  reference: string,
  iso: string,
): DatabaseCommitment {
  return { org, product, supplier, reference, goLive: day(iso) };
}
