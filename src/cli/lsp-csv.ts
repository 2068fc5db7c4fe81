import { contractKey, readQuarter, type Contracted } from "../summary";

import { csvProblem, csvRows, quoted, type CsvFault } from "./csv-rows";

/** What is contracted with LSPs, from a CSV with the columns lsp, product, quarter and contracted. `year` is how a year is written there. */
export function readLspCsv(path: string, year: string): readonly Contracted[] {
  const { rows, faults: broken } = csvRows(path, ["lsp", "product", "quarter", "contracted"]);
  const faults: CsvFault[] = [...broken];
  const contracts: Contracted[] = [];
  const lineOf = new Map<string, number>();
  const wanted = `a year and Q1 to Q4, for example ${year} Q1 for April to June`;
  for (const { line, under } of rows) {
    const refuse = (sentence: string) => faults.push({ line, sentence });
    const text = (heading: string) => under(heading).trim().replace(/\s+/g, " ");
    const [lsp, product, written, figure] = ["lsp", "product", "quarter", "contracted"].map(text) as [
      string,
      string,
      string,
      string,
    ];
    const quarter = readQuarter(written);
    const key = quarter && contractKey(lsp, product, quarter);
    const first = key === undefined ? undefined : lineOf.get(key);
    if (lsp === "") refuse("the lsp is empty. Enter its name, or remove the line.");
    else if (product === "") refuse(`the product of ${lsp} is empty. Enter it, or remove the line.`);
    else if (!quarter) refuse(`the quarter is ${quoted(written)}. Give ${wanted}.`);
    else if (first !== undefined)
      refuse(`${product} of ${lsp} in ${written} already stands in line ${first}. Keep one of the two.`);
    else if (!/^\d{1,9}$/.test(figure))
      refuse(
        figure === ""
          ? `it does not say how many of ${product} are contracted. Enter a whole number, 0 for none.`
          : `contracted is ${quoted(figure)}. Enter a whole number, 0 for none.`,
      );
    else contracts.push({ lsp, product, quarter, contracted: Number(figure) });
    if (key !== undefined && first === undefined) lineOf.set(key, line);
  }
  if (faults.length > 0) throw csvProblem(path, faults);
  return contracts;
}
