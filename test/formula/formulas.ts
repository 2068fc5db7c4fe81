import { parseAddress, type RawValue } from "../../src/cells";
import {
  evaluate,
  parseFormula,
  type Area,
  type Expression,
  type ReferenceReading,
  type Scalar,
} from "../../src/formula";

/** Cells by address, as a test writes them; what is not named is blank. */
export type TestCells = Readonly<Record<string, RawValue>>;

/** A reference of these tests is the address of a cell, or of several as in A1:B3. */
function understand(reference: string): ReferenceReading<string> {
  return { kind: "reference", to: reference };
}

/** What a formula says; a refused one is the test's fault. */
export function parsed(text: string): Expression<string> {
  const result = parseFormula(text, understand);
  if (result.kind === "refused") throw new Error(result.message);
  return result.expression;
}

/** The sentence with which a formula is refused. */
export function refusal(text: string): string {
  const result = parseFormula(text, understand);
  if (result.kind === "formula") throw new Error(`${text} was not refused`);
  return result.message;
}

/** The cells behind A1, or behind A1:B3. */
export function areaOf(cells: TestCells, reference: string): Area {
  const [first, last = first] = reference.split(":").map((text) => parseAddress(text));
  if (!first || !last) throw new Error(`${reference} is no area`);
  const rows: Scalar[][] = [];
  for (let row = first.row; row <= last.row; row += 1) {
    const values: Scalar[] = [];
    for (let column = first.column; column <= last.column; column += 1) {
      values.push(cells[`${String.fromCharCode(64 + column)}${row}`] ?? null);
    }
    rows.push(values);
  }
  return { rows };
}

/** What a formula gives over these cells. */
export function worked(text: string, cells: TestCells = {}): Scalar {
  return evaluate(parsed(text), (reference) => areaOf(cells, reference));
}
