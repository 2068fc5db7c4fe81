import type { RawValue } from "../../src/cells";
import { layoutTemplate } from "../../src/layout";
import { findingsOf } from "../../src/return";
import type { ReturnFile } from "../../src/summary";
import { layoutCells } from "../support/layout-cells";
import { spendEntries, type ProviderFigures } from "../support/provider-return";
import { returnIn } from "../support/saved";
import { firstPart } from "../support/shipped";
import { REGISTER, SMALL } from "./returns";

/** The return of spend and tariff alone: where the plan does not matter, it is drawn in a tenth of the time. */
export const year = firstPart();
export const template = year.templates.get("provider")!;

/** A provider's return as if its file had been read. */
export function sentFirst(
  code: string,
  file: string,
  changes: Readonly<Record<string, RawValue>> = {},
  more: Partial<Pick<ReturnFile, "modified" | "sha256" | "madeBy">> & {
    readonly figures?: ProviderFigures;
  } = {},
): ReturnFile {
  const { figures = SMALL, modified = null, sha256 = `digest of ${file}`, madeBy = null } = more;
  const all = Object.entries<RawValue>({
    ...Object.fromEntries(spendEntries(figures)),
    "cover.org_code": code,
    "cover.org_name": REGISTER.find(code)?.name ?? "Nobody",
    ...changes,
  });
  const entries = new Map(all.filter(([, value]) => value !== null));
  const filling = { entries, prefilled: new Set<string>(), organisation: null };
  const found = returnIn(layoutCells(layoutTemplate(template, filling)), year);
  const findings = findingsOf(found, { register: REGISTER, fileName: file, day: null });
  return { file, sha256, modified, madeBy, reading: { kind: "return", found, findings } };
}
