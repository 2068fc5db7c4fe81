import { SheetDraft, type Layout } from "../../src/layout";
import { libreOffice, poppler, toPdf } from "../support/libreoffice";
import { scratch } from "../support/scratch";
import { describeWith } from "../support/skipping";
import { asInExcel, withSheetsChanged } from "./as-in-excel";
import { cutTexts, errorsIn, footFaults, loneTitles, widthFaults } from "./cut";
import { readPaper, type Page } from "./paper";

/** What is changed in a small sheet that is right. */
interface Trouble {
  readonly labelWidth?: number;
  readonly figureWidth?: number;
  readonly wordsWidth?: number;
  readonly rowHeight?: number;
  readonly figure?: number;
  readonly text?: string;
  readonly longTitle?: string;
  /** A row that is a title of its own. */
  readonly titleAt?: number;
  readonly longFoot?: true;
}

const TITLE = "Spend & forecast";
const LABEL = "Agency staff, contractors & “secondees” of the year";

function sheet(trouble: Trouble): Layout {
  const draft = new SheetDraft(TITLE);
  const widths = [6, trouble.labelWidth ?? 56, trouble.figureWidth ?? 11, trouble.wordsWidth ?? 60];
  widths.forEach((width, at) => draft.column(at + 1, { width, hidden: false }));
  draft.set(1, 1, { value: trouble.longTitle ?? TITLE, role: "band" });
  draft.set(1, 4, { value: "£000", role: "band_right" });
  draft.row(1, { height: 26 });
  draft.set(2, 1, { value: "No.", role: "head_text" });
  draft.set(2, 2, { value: "Line", role: "head_text" });
  draft.set(2, 3, { value: "Revenue", role: "head" });
  draft.set(2, 4, { value: "What was found", role: "head_text" });
  draft.row(2, { height: 18 });
  for (let row = 3; row < 80; row += 1) {
    draft.set(row, 1, { value: row, role: "line_number" });
    draft.set(row, 2, { value: `Line ${row}`, role: "label" });
    draft.row(row, { height: 20 });
  }
  draft.set(4, 2, { value: LABEL, role: "label" });
  draft.set(4, 3, { value: trouble.figure ?? 9_999_999, role: "input", format: "money" });
  if (trouble.titleAt !== undefined) {
    draft.set(trouble.titleAt, 1, { value: "What follows overleaf", role: "block_title" });
    for (let column = 2; column <= 4; column += 1) draft.set(trouble.titleAt, column, { role: "text" });
    draft.breakBefore(trouble.titleAt + 1);
  }
  if (trouble.text !== undefined) draft.set(4, 4, { formula: trouble.text, role: "text" });
  draft.row(4, { height: trouble.rowHeight ?? 20 });
  const footer = `&L${"The organisation ".repeat(trouble.longFoot ? 8 : 1)}&CPage &P`;
  const rest = { portrait: false, protected: false, footer, freeze: { rows: 2, columns: 0 } };
  return { title: TITLE, sheets: [draft.sheet({ ...rest, titleRows: [1, 2] })] };
}

const TROUBLES = {
  right: {},
  "right-in-two-lines": { labelWidth: 24, rowHeight: 31 },
  "narrow-label": { labelWidth: 24 },
  "narrow-figure": { figureWidth: 7 },
  "low-row": { rowHeight: 8 },
  "word-broken": { labelWidth: 9, rowHeight: 130 },
  "long-foot": { longFoot: true },
  "title-alone": { titleAt: 20 },
  "error-value": { text: "1/0" },
  "title-over-the-unit": { longTitle: `${TITLE}${" and so on".repeat(14)}`, wordsWidth: 20 },
} as const satisfies Readonly<Record<string, Trouble>>;
type Name = keyof typeof TROUBLES;

const printing = { available: libreOffice.available && poppler.available, name: "LibreOffice or Poppler" };

describeWith(printing, "the tests of paper", () => {
  const out = scratch();
  const prints = new Map<string, readonly Page[]>();

  beforeAll(async () => {
    const files: string[] = [];
    for (const name of Object.keys(TROUBLES) as Name[]) {
      files.push(await asInExcel(sheet(TROUBLES[name]), out, name));
    }
    // The page setup without its promise to be one page wide.
    const wide = await asInExcel(sheet({ wordsWidth: 140 }), out, "wide-before");
    files.push(
      withSheetsChanged(wide, `${out}/two-pages-wide.xlsx`, (xml) =>
        xml.replace('fitToPage="1"', 'fitToPage="0"'),
      ),
    );
    const pdfs = await toPdf(files, `${out}/pdf`);
    for (const pdf of pdfs) prints.set(pdf.replace(/^.*[\\/]|\.pdf$/g, ""), await readPaper(pdf));
  }, 120_000);

  const of = (name: Name) => [sheet(TROUBLES[name]), prints.get(name)!] as const;

  test.each<Name>(["right", "right-in-two-lines"])("find nothing in a sheet that is %s", (name) => {
    expect(errorsIn(of(name)[1])).toEqual([]);
    expect(cutTexts(...of(name))).toEqual([]);
    expect(widthFaults(...of(name))).toEqual([]);
    expect(of(name)[1].length).toBeGreaterThan(1);
  });

  test.each<readonly [Name, string]>([
    ["narrow-label", "column B (label): too high"],
    ["low-row", "column B (label): too high"],
    ["word-broken", "column B (label): broken within a word"],
    ["title-over-the-unit", "column A (band)"],
  ])("find what is cut by a %s", (name, place) => {
    expect(cutTexts(...of(name))).toContainEqual(expect.stringContaining(place));
  });

  test("look only at the roles that are asked for", () => {
    expect(cutTexts(...of("low-row"), (role) => role === "head")).toEqual([]);
  });

  test("find a figure that has no room, and an error", () => {
    expect(errorsIn(of("narrow-figure")[1])).toEqual([expect.stringMatching(/^page 1: ###/)]);
    expect(errorsIn(of("error-value")[1])).toEqual(["page 1: #DIV/0!"]);
  });

  test("find a title that stands alone at the foot of a page", () => {
    expect(loneTitles(...of("title-alone"))).toEqual([`${TITLE}, page 1: A20 “What follows overleaf”`]);
    expect(loneTitles(...of("right"))).toEqual([]);
  });

  test("find a foot that is printed over", () => {
    expect(footFaults(of("long-foot")[1])).toContainEqual(expect.stringContaining("is printed over"));
    expect(footFaults(of("right")[1])).toEqual([]);
  });

  test("find a sheet that is two pages wide", () => {
    const faults = widthFaults(sheet({ wordsWidth: 140 }), prints.get("two-pages-wide")!);
    expect(faults).toContainEqual(expect.stringContaining("“What was found” does not stand at its edge"));
  });

  test("refuse a print of another workbook", () => {
    const other = { ...sheet({}).sheets[0]!, name: "Another sheet" };
    expect(() => cutTexts({ title: "", sheets: [other] }, prints.get("right")!)).toThrow(/does not begin/);
  });
});
