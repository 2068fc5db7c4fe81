import { isCellError } from "../cells";

import { binary, evaluate, type Read } from "./evaluate";
import type { Expression } from "./expression";
import { FUNCTIONS } from "./functions";
import { finite, toNumber, type Scalar } from "./value";

/** Functions that are worked out for each cell of what they are given; others give one value for all. */
const CELL_BY_CELL: ReadonlySet<string> = new Set([
  "NOT",
  "ISBLANK",
  "ISNUMBER",
  "ISTEXT",
  "ISERROR",
  "LEN",
  "SUBSTITUTE",
]);

/** SUMPRODUCT: its parts are worked out cell by cell and multiplied; what is no number counts as 0. */
export function sumProduct<R>(args: readonly Expression<R>[], read: Read<R>): Scalar {
  const columns = args.map((arg) => cellByCell(arg, read));
  const length = Math.max(...columns.map((column) => column.length));
  if (columns.some((column) => column.length !== length)) return { error: "#VALUE!" };
  let sum = 0;
  for (let at = 0; at < length; at += 1) {
    let product = 1;
    for (const column of columns) {
      const value = column[at] ?? null;
      if (isCellError(value)) return value;
      product *= typeof value === "number" ? value : 0;
    }
    sum += product;
  }
  return finite(sum);
}

/** What an expression gives for each cell of the areas in it; a lone value stands for all of them. */
function cellByCell<R>(expression: Expression<R>, read: Read<R>): readonly Scalar[] {
  switch (expression.kind) {
    case "reference":
      return read(expression.to).rows.flat();
    case "negate":
    case "percent":
      return cellByCell(expression.of, read).map((value) => {
        const number = toNumber(value);
        if (isCellError(number)) return number;
        return expression.kind === "negate" ? 0 - number : number / 100;
      });
    case "binary": {
      const left = cellByCell(expression.left, read);
      const right = cellByCell(expression.right, read);
      const length = Math.max(left.length, right.length);
      return Array.from({ length }, (_, at) =>
        binary(expression.operator, cellOf(left, at), cellOf(right, at)),
      );
    }
    case "call": {
      const known = CELL_BY_CELL.has(expression.name) ? FUNCTIONS.get(expression.name) : undefined;
      const [only, ...others] = expression.args;
      if (!known || !only) return [evaluate(expression, read)];
      // The first part is opened; further ones are the same for each of its cells.
      const rest = others.map((other) => evaluate(other, read));
      return cellByCell(only, read).map((value) => known.run([value, ...rest]));
    }
    default:
      return [expression.value];
  }
}

function cellOf(column: readonly Scalar[], at: number): Scalar {
  const value = column.length === 1 ? column[0] : column[at];
  return value === undefined ? { error: "#N/A" } : value;
}
