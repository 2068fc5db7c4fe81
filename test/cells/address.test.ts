import {
  columnLetters,
  formatAddress,
  LAST_COLUMN,
  LAST_ROW,
  parseAddress,
  quoteSheet,
  type Address,
} from "../../src/cells";
import * as fc from "../support/laws";

const address: fc.Arbitrary<Address> = fc.record({
  row: fc.integer({ min: 1, max: LAST_ROW }),
  column: fc.integer({ min: 1, max: LAST_COLUMN }),
});

describe("a column's letters", () => {
  test.each([
    [1, "A"],
    [26, "Z"],
    [27, "AA"],
    [52, "AZ"],
    [53, "BA"],
    [702, "ZZ"],
    [703, "AAA"],
    [LAST_COLUMN, "XFD"],
  ])("of column %i are %s", (column, letters) => expect(columnLetters(column)).toBe(letters));
});

describe("an address", () => {
  it("is written and read back as the same cell", () => {
    fc.assert(fc.property(address, (at) => expect(parseAddress(formatAddress(at))).toEqual(at)));
  });

  it("may be fixed, in part or whole, and in small letters", () => {
    fc.assert(
      fc.property(address, fc.boolean(), fc.boolean(), (at, fixedColumn, fixedRow) => {
        const letters = columnLetters(at.column).toLowerCase();
        const text = `${fixedColumn ? "$" : ""}${letters}${fixedRow ? "$" : ""}${at.row}`;
        expect(parseAddress(text)).toEqual(at);
      }),
    );
  });

  test.each([
    "",
    "A",
    "1",
    "A0",
    "A01",
    "1A",
    "A1048577",
    "XFE1",
    "ZZZ1",
    "AAAA1",
    "A1:B2",
    " A1",
    "A-1",
    "Ä1",
  ])("is not what %j says", (text) => expect(parseAddress(text)).toBeUndefined());

  it("is read only from what writes back to the same text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), (text) => {
        const at = parseAddress(text);
        if (at) expect(formatAddress(at)).toBe(text.replaceAll("$", "").toUpperCase());
      }),
    );
  });
});

test.each([
  ["Spend", "Spend"],
  ["Tax", "'Tax'"],
  ["True", "'True'"],
  ["Plan2", "'Plan2'"],
  ["IM&T spend", "'IM&T spend'"],
  ["King's", "'King''s'"],
])("the sheet %s is written %s in a formula", (name, quoted) => expect(quoteSheet(name)).toBe(quoted));
