import type { SummaryTemplate } from "../../template";

import type { Collection, SummaryRow } from "../collection";
import { rowKey } from "../row-key";
import { isReturn, namedOnCover, statusOfFile, type ReturnFile, type ReturnedFile } from "../returned-file";
import { changedAfterFinal } from "./after-final";

/** What became of a file, in words that begin with a sign. */
export const BECAME = {
  counts: "✔ Counts",
  blank: "▲ Counts, blank",
  instead: "● Another counts",
  refused: "✖ Refused",
  unexpected: "✖ Not expected",
  beside: "● Set beside",
  aside: "● Set aside",
} as const;

/** A file that was given as a return. */
export interface Source {
  readonly file: ReturnedFile;
  /** Whose it is: the register's code and name, or what the cover says. */
  readonly code: string | null;
  readonly organisation: string | null;
  readonly became: keyof typeof BECAME;
  readonly because: string;
  /** Whether it was changed after it was final; empty where that is not asked. */
  readonly afterFinal: string;
}

/** Every file that was given as a return, by its name. */
export function sourcesOf(collection: Collection, { signedOff }: SummaryTemplate): readonly Source[] {
  const { rows, strangers, unread } = collection;
  const all = [
    ...rows.flatMap((row) => ofRow(row, collection, signedOff)),
    ...strangers.map((file): Source => {
      const because = "The cover names no organisation from which this return is expected.";
      return { ...cover(file), became: "unexpected", because, afterFinal: "" };
    }),
    ...unread.map((file) => refused(file, null, null)),
    ...besideSources(collection),
  ];
  return all.sort((a, b) => (a.file.file < b.file.file ? -1 : a.file.file > b.file.file ? 1 : 0));
}

function ofRow(row: SummaryRow, { entered }: Collection, signedOff: readonly string[]): readonly Source[] {
  const { organisation, template, counted, superseded } = row;
  const who = { code: organisation.code, organisation: organisation.name };
  const returns = [...(counted ? [counted] : []), ...superseded.map(({ file }) => file)];
  const last = entered.lastReturns.get(rowKey(organisation, template));
  const afterFinal = (file: ReturnFile) => {
    const others = returns.filter((other) => other !== file);
    return changedAfterFinal(file, { others, last, signedOff });
  };
  return [
    ...(counted
      ? [
          {
            ...{ file: counted, ...who, because: "", afterFinal: afterFinal(counted) },
            became: statusOfFile(counted) === "blank" ? ("blank" as const) : ("counts" as const),
          },
        ]
      : []),
    ...superseded.map(({ file, because }): Source => {
      const words = `${counted?.file ?? ""} counts. ${because}`;
      return { file, ...who, became: "instead", because: words, afterFinal: afterFinal(file) };
    }),
    ...row.refused.map((file) => refused(file, who.code, who.organisation)),
  ];
}

function refused(file: ReturnedFile, code: string | null, organisation: string | null): Source {
  const because = file.reading.kind === "refused" ? file.reading.message : "";
  return { file, code, organisation, became: "refused", because, afterFinal: "" };
}

/** Returns of the year that is set beside this one; none of them is in a total. */
function besideSources({ earlier }: Collection): readonly Source[] {
  if (!earlier) return [];
  const beside = [...earlier.bodies.values()].flat().flatMap(({ counted, superseded }): Source[] => [
    { ...cover(counted), became: "beside", because: `Of ${earlier.yearLabel}: in no total.`, afterFinal: "" },
    ...superseded.map(({ file, because }): Source => ({
      ...cover(file),
      became: "aside",
      because: `${counted.file} is set beside. ${because}`,
      afterFinal: "",
    })),
  ]);
  const strays = earlier.strays.map(({ file, because }): Source => ({
    ...cover(file),
    became: "aside",
    because,
    afterFinal: "",
  }));
  return [...beside, ...strays];
}

function cover(file: ReturnFile): Pick<Source, "file" | "code" | "organisation"> {
  return { file, code: null, organisation: namedOnCover(file.reading.found) };
}

/** What a return says it is; nulls for a file that is none. */
export function statedIn({ file }: Source): {
  readonly role: string | null;
  readonly year: string | null;
  readonly version: string | null;
} {
  if (!isReturn(file)) return { role: null, year: null, version: null };
  const { template, version } = file.reading.found;
  return { role: template.roleLabel, year: template.yearLabel, version };
}
