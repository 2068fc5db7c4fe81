import type { EntryFault, Field, FieldExpression } from "./template";

/** One thing that an entry can have wrong with it: the test is true where it is so. */
export interface EntryTest {
  readonly fault: EntryFault;
  readonly test: FieldExpression;
}

/** What is tested of one field, in order: the first test that is true names the fault. After a blank that is an answer, nothing is. */
export interface EntryTests {
  readonly before: readonly EntryTest[];
  /** Tests of an entry that is there; they do not apply to a blank. */
  readonly filled: readonly EntryTest[];
}

/** Days between these serial numbers (1990 and 2050) are taken for dates; other numbers are not. */
const EARLIEST_DAY = 32_874;
const LATEST_DAY = 54_789;

const number = (value: number): FieldExpression => ({ kind: "number", value });
const call = (name: string, ...args: readonly FieldExpression[]): FieldExpression => ({
  kind: "call",
  name,
  args,
});
const binary = (
  left: FieldExpression,
  operator: "<>" | "<" | ">" | "=",
  right: FieldExpression,
): FieldExpression => ({ kind: "binary", operator, left, right });

/** The tests of a field's entry, as formulas over the field itself, so that engine and workbook test alike. */
export function entryTests(field: Field): EntryTests {
  const entry: FieldExpression = { kind: "reference", to: { keys: [field.key] } };
  const { source } = field;
  switch (source.kind) {
    case "constant": {
      const right: FieldExpression =
        typeof source.value === "number" ? number(source.value) : { kind: "text", value: source.value };
      return { before: [{ fault: "typed_over", test: typedOver(entry, right) }], filled: [] };
    }
    case "closed":
      return { before: [], filled: [{ fault: "entry_in_closed", test: { kind: "truth", value: true } }] };
    case "calculated":
      return { before: [{ fault: "typed_over", test: typedOver(entry, source.formula) }], filled: [] };
    case "entered": {
      const { least, most, among, excludes } = source;
      const before: EntryTest[] = [{ fault: "error_value", test: call("ISERROR", entry) }];
      if (source.answer === "due") before.push({ fault: "blank", test: missing(field, entry) });
      const filled = filledTests(field, entry, least, most);
      if (among !== null) filled.push({ fault: "not_among", test: namesNothing(entry, among) });
      if (excludes !== null) filled.push({ fault: "nothing_but_entries", test: standsBeside(excludes) });
      return { before, filled };
    }
  }
}

/** In a list, a blank is missed only in a row in which something stands. */
function missing({ row }: Field, entry: FieldExpression): FieldExpression {
  const blank = call("ISBLANK", entry);
  if (row === null) return blank;
  return call("AND", blank, binary(call("COUNTA", { kind: "reference", to: { keys: row } }), ">", number(0)));
}

/** Something stands in these columns. */
function standsBeside(columns: readonly (readonly string[])[]): FieldExpression {
  const entries = columns.map((keys): FieldExpression => ({ kind: "reference", to: { keys } }));
  return binary(call("COUNTA", ...entries), ">", number(0));
}

/** An error in the column that is looked through is told of there. */
function namesNothing(entry: FieldExpression, among: readonly string[]): FieldExpression {
  const count = call("COUNTSAME", { kind: "reference", to: { keys: among } }, entry);
  return call("IF", call("ISERROR", count), { kind: "truth", value: false }, binary(count, "=", number(0)));
}

/** A total is held against the cells that it adds up, so that only the one that was typed over is named and not those above it. */
function typedOver(entry: FieldExpression, right: FieldExpression): FieldExpression {
  const differs = call(
    "IF",
    call("ISERROR", entry),
    { kind: "truth", value: true },
    binary(entry, "<>", right),
  );
  // Where the entries make no total, only a figure that stands in its place is not the total's own doing.
  return call("IF", call("ISERROR", right), call("NOT", call("ISERROR", entry)), differs);
}

function filledTests(
  field: Field,
  entry: FieldExpression,
  least: number | null,
  most: number | null,
): EntryTest[] {
  const { type } = field;
  switch (type.kind) {
    case "money":
    case "count":
    case "percent": {
      const places = type.kind === "money" ? 0 : type.kind === "count" ? type.decimals : type.decimals + 2;
      const tests: EntryTest[] = [
        { fault: "not_a_number", test: call("NOT", call("ISNUMBER", entry)) },
        { fault: "not_whole", test: binary(call("ROUND", entry, number(places)), "<>", entry) },
      ];
      if (least !== null) tests.push({ fault: "below_least", test: binary(entry, "<", number(least)) });
      if (most !== null) tests.push({ fault: "above_most", test: binary(entry, ">", number(most)) });
      return tests;
    }
    case "date": {
      const outside = call(
        "OR",
        binary(entry, "<", number(EARLIEST_DAY)),
        binary(entry, ">", number(LATEST_DAY)),
      );
      return [
        { fault: "not_a_date", test: call("NOT", call("ISNUMBER", entry)) },
        { fault: "not_a_date", test: outside },
      ];
    }
    case "text":
    case "code":
    case "choice": {
      const tests: EntryTest[] = [{ fault: "not_text", test: call("NOT", call("ISTEXT", entry)) }];
      if (type.kind === "text") {
        tests.push({ fault: "too_long", test: binary(call("LEN", entry), ">", number(type.most)) });
      }
      if (type.kind === "choice") {
        const chosen = type.choices.map((value) => binary(entry, "=", { kind: "text", value }));
        tests.push({ fault: "not_in_list", test: call("NOT", call("OR", ...chosen)) });
      }
      return tests;
    }
  }
}
