import type { Register } from "../../register";
import type { SummaryBeside } from "../../template";

import type { SummaryRow } from "../collection";
import { outranks, whyFirst } from "../ranking";
import { isReturn, type ReturnFile, type ReturnedFile } from "../returned-file";
import { rowKey } from "../row-key";
import type { Earlier, EarlierBody, EarlierStray } from "./earlier";
import { filedBy } from "./earlier-body";

/** True for a return of the year that a summary sets beside its own, in a role that it sets there. */
export function isEarlier(file: ReturnedFile, beside: SummaryBeside): file is ReturnFile {
  if (!isReturn(file)) return false;
  const { year, role } = file.reading.found.template;
  return year === beside.year && beside.roles.has(role);
}

/** Sorts returns of the earlier year to the organisations that are expected now; which of several of a body counts is decided as for any. */
export function earlierReturns(
  files: readonly ReturnFile[],
  { yearLabel }: SummaryBeside,
  register: Register,
  rows: readonly SummaryRow[],
): Earlier {
  const expected = new Map(rows.map((row) => [rowKey(row.organisation, row.template), row]));
  const strays: EarlierStray[] = [];
  const filed = new Map<string, Map<string, ReturnFile[]>>();
  for (const file of files) {
    const { found } = file.reading;
    const by = filedBy(found, register);
    if (by.kind === "unknown") {
      strays.push({ file, because: by.because });
      continue;
    }
    const key = rowKey(by.organisation, found.template);
    if (!expected.has(key)) {
      const because = `${by.organisation.code} is not expected to file this return to this authority now.`;
      strays.push({ file, because });
      continue;
    }
    const bodies = filed.get(key) ?? new Map<string, ReturnFile[]>();
    bodies.set(by.code, [...(bodies.get(by.code) ?? []), file]);
    filed.set(key, bodies);
  }
  const bodies = [...filed].map(([key, byCode]): [string, readonly EarlierBody[]] => [
    key,
    [...byCode].map(ranked),
  ]);
  return { yearLabel, bodies: new Map(bodies), strays };
}

function ranked([code, files]: readonly [string, readonly ReturnFile[]]): EarlierBody {
  const [counted, ...others] = [...files].sort(outranks);
  if (!counted) throw new Error(`ranked: no return of ${code}`);
  return {
    code,
    counted,
    superseded: others.map((file) => ({ file, because: whyFirst(counted, file) })),
  };
}
