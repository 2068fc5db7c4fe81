import type { RawValue } from "../../cells";
import { foundText } from "../../return";

import type { Collection, SummaryRow } from "../collection";
import { namedOnCover, statusOfFile, submissionOf, type ReturnFile } from "../returned-file";
import { bodiesOf, type EarlierBody } from "./earlier";

/** A return of the earlier year as the sheet Returns names it: who, what became of it, its submission and what there is to say. */
export interface EarlierRow {
  readonly start: readonly RawValue[];
  readonly submission: number;
  readonly file: ReturnFile;
  readonly remark: string;
}

const STATUS_WORDS = { final: "Final.", draft: "A draft.", blank: "Sent blank: it has no figures." } as const;

/** The earlier returns of an organisation in a role: what stands beside its return of now, and what was superseded then. */
export function earlierRows(row: SummaryRow, collection: Collection): readonly EarlierRow[] {
  const { organisation, template } = row;
  const who = [organisation.code, organisation.name, organisation.type, template.roleLabel];
  const year = collection.earlier?.yearLabel ?? "";
  const line = (state: string, file: ReturnFile, remark: string): EarlierRow => ({
    start: [...who, `Of ${year}: ${state}`],
    submission: submissionOf(file.reading.found),
    file,
    remark,
  });
  return bodiesOf(collection, row).flatMap(({ code, counted, superseded }: EarlierBody) => {
    const wrong = counted.reading.findings.filter(({ level }) => level === "fix").length;
    const open =
      wrong > 0 ? ` ${wrong === 1 ? "One thing" : `${wrong} things`} in it had to be put right.` : "";
    const { found } = counted.reading;
    const written = foundText(found, found.template.identity.code)?.trim().toUpperCase();
    const body =
      code === organisation.code
        ? written === code
          ? ""
          : ` Its cover says ${namedOnCover(found)}; that is ${code}.`
        : ` Filed by ${namedOnCover(found)}, which has become part of ${organisation.code}.`;
    return [
      line("set beside, in no total", counted, `${STATUS_WORDS[statusOfFile(counted)]}${open}${body}`),
      ...superseded.map(({ file, because }) =>
        line("not set beside", file, `Another return stands there instead: ${counted.file}. ${because}`),
      ),
    ];
  });
}

/** Earlier returns that stand beside nothing. */
export function strayRows({ earlier }: Collection): readonly EarlierRow[] {
  return (earlier?.strays ?? []).map(({ file, because }) => {
    const { found } = file.reading;
    return {
      start: [
        "",
        namedOnCover(found),
        "",
        found.template.roleLabel,
        `Of ${earlier?.yearLabel ?? ""}: beside nothing`,
      ],
      submission: submissionOf(found),
      file,
      remark: because,
    };
  });
}

/** How many returns of the earlier year were given, and how many of them stand beside nothing. */
export function earlierCounts({ earlier }: Collection): { readonly given: number; readonly strays: number } {
  const strays = earlier?.strays.length ?? 0;
  const bodies = [...(earlier?.bodies.values() ?? [])].flat();
  return { given: bodies.reduce((sum, { superseded }) => sum + 1 + superseded.length, strays), strays };
}
