import { serialOfDay } from "../cells";
import { readCode } from "../register";
import { referenceKey, type DatabaseCommitment } from "../summary";

import { csvProblem, csvRows, quoted, type CsvFault } from "./csv-rows";
import { DAY_WANTED, isoDayOf } from "./day";

/** The commitments of a national database, from a CSV with the columns org, product, supplier, reference and go_live. Broken lines are told by number. */
export function readCommitmentsCsv(path: string): readonly DatabaseCommitment[] {
  const { rows, faults: broken } = csvRows(path, ["org", "product", "supplier", "reference", "go_live"]);
  const faults: CsvFault[] = [...broken];
  const commitments: DatabaseCommitment[] = [];
  const lineOf = new Map<string, number>();
  for (const { line, under } of rows) {
    const refuse = (sentence: string) => faults.push({ line, sentence });
    const text = (heading: string) => under(heading).trim().replace(/\s+/g, " ");
    const code = readCode(text("org"), "extract");
    const org = text("org").toUpperCase();
    const [product, supplier, reference, day] = ["product", "supplier", "reference", "go_live"].map(text) as [
      string,
      string,
      string,
      string,
    ];
    const iso = isoDayOf(day);
    const goLive = iso === undefined ? undefined : serialOfDay(iso);
    const key = reference === "" ? null : `${org} ${referenceKey(reference) ?? ""}`;
    const first = key === null ? undefined : lineOf.get(key);
    if (org === "") refuse("the org is empty. Enter the organisation's code, or remove the line.");
    else if (code.kind === "refused") refuse(`the org ${code.why}`);
    else if (product === "") refuse(`the product of ${org} is empty. Enter it, or remove the line.`);
    else if (supplier === "" && reference === "")
      refuse(
        `${product} of ${org} has neither a supplier nor a reference, so it can't be found in a plan. Enter one of the two, or remove the line.`,
      );
    else if (first !== undefined)
      refuse(`the reference ${reference} of ${org} already stands in line ${first}. Keep one of the two.`);
    else if (day === "")
      refuse(`it does not say when ${product} of ${org} goes live. Give ${DAY_WANTED}, or remove the line.`);
    else if (goLive === undefined)
      refuse(`${product} of ${org} goes live on ${quoted(day)}, which is no day. Give ${DAY_WANTED}.`);
    else commitments.push({ org, product, supplier, reference, goLive });
    if (key !== null && org !== "" && first === undefined) lineOf.set(key, line);
  }
  if (faults.length > 0) throw csvProblem(path, faults);
  return commitments;
}
