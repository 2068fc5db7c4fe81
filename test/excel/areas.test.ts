import { areasAt } from "../../src/excel/areas";
import { footerParts } from "../../src/excel/footer-parts";
import { pointsOfWidth } from "../../src/excel/points";
import { entered } from "../../src/excel/written-text";

test("the addresses of events are understood", () => {
  expect(areasAt("B4")).toEqual([{ top: 4, left: 2, bottom: 4, right: 2 }]);
  expect(areasAt("$C$5:A2, D4")).toEqual([
    { top: 2, left: 1, bottom: 5, right: 3 },
    { top: 4, left: 4, bottom: 4, right: 4 },
  ]);
  expect(areasAt("5:6")).toEqual([{ top: 5, left: 1, bottom: 6, right: 16_384 }]);
  expect(areasAt("C:C")).toEqual([{ top: 1, left: 3, bottom: 1_048_576, right: 3 }]);
  expect(areasAt("A1:1048576")).toEqual([{ top: 1, left: 1, bottom: 1_048_576, right: 16_384 }]);
  for (const text of ["", "5", "C", "A1:B2:C3", "Spend!A1", "#REF!", "0:0", "A1,"])
    expect(areasAt(text)).toBeUndefined();
});

test("a column is as wide as Excel shows a file that says so", () => {
  // 8.43 signs are 64 dots in Excel, which a file calls 9.140625; a dot is three quarters of a point.
  expect([9.140625, 10, 12.5, 0].map(pointsOfWidth)).toEqual([48, 52.5, 65.25, 0]);
});

test("a footer is taken apart", () => {
  expect(footerParts("&L&8IM&&T &&L&C&P&R&A · &N")).toEqual({
    left: "&8IM&&T &&L",
    centre: "&P",
    right: "&A · &N",
  });
  expect(footerParts("plain")).toEqual({ left: "", centre: "plain", right: "" });
});

test("a text that Excel might take for something else is marked as a text", () => {
  for (const text of [
    "2007/08",
    "5E1",
    "Q36",
    "=1",
    "+1",
    "-x",
    "@x",
    "#N/A",
    "true",
    "'",
    " x",
    "£20",
    "May 07",
  ])
    expect(entered(text, false)).toBe(`'${text}`);
  for (const text of ["Staff", "IM&T spend", "", "Staff of the IM&T function in 2007/08"])
    expect(entered(text, false)).toBe(text);
  expect(["2007/08", "=1"].map((text) => entered(text, true))).toEqual(["2007/08", "=1"]);
  expect([5, false, null, { error: "#N/A" }].map((value) => entered(value, false))).toEqual([
    5,
    false,
    "",
    "#N/A",
  ]);
});
