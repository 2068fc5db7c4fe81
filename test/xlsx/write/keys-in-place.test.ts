import { keysInPlace } from "../../../src/xlsx/write/keys-in-place";

const shared = [
  '<sst count="5" uniqueCount="4">',
  "<si><t>Organisation code</t></si>",
  "<si><t>cover.org_code</t></si>",
  "<si><t>#cover</t></si>",
  '<si><t xml:space="preserve"> A. Person</t></si>',
  "</sst>",
].join("");
const sheets = new Map([
  [
    "one",
    '<c r="A1" t="s"><v>1</v></c><c t="s"><v>0</v></c><c s="3" t="s"><v>2</v></c><c t="s"><v>3</v></c><c><v>1</v></c>',
  ],
  ["two", '<c t="s"><v>1</v></c>'],
]);
const placed = keysInPlace({ sheets, shared });

test("a key stands in each of its cells", () => {
  expect(placed.sheets.get("one")).toContain(
    '<c r="A1" t="inlineStr"><is><t>cover.org_code</t></is></c><c t="s"><v>0</v></c>',
  );
  expect(placed.sheets.get("two")).toBe('<c t="inlineStr"><is><t>cover.org_code</t></is></c>');
});

test("words stay in the common list, and are found at their new places", () => {
  expect(placed.shared).toBe(
    '<sst count="3" uniqueCount="3"><si><t>Organisation code</t></si><si><t>#cover</t></si><si><t xml:space="preserve"> A. Person</t></si></sst>',
  );
  expect(placed.sheets.get("one")).toMatch(/<c s="3" t="s"><v>1<\/v><\/c><c t="s"><v>2<\/v><\/c>/);
});

test("a figure that is like a place is left alone", () => {
  expect(placed.sheets.get("one")).toMatch(/<c><v>1<\/v><\/c>$/);
});
