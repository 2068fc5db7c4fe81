import type { RawValue } from "../../../src/cells";
import { SheetDraft, layoutTemplate, type Layout, type LayoutCell } from "../../../src/layout";
import { ACUTE, spendEntries } from "../../support/provider-return";
import { firstPart } from "../../support/shipped";

/** A filled provider return: everything that a return's layout can hold. */
export function provider(): Layout {
  const template = firstPart().templates.get("provider")!;
  const entries = spendEntries(ACUTE)
    .set("cover.org_name", "A & B “Hospitals” <NHS> Trust")
    .set("filing.fd_date", 39_172);
  return layoutTemplate(template, {
    entries,
    prefilled: new Set(["cover.org_code"]),
    organisation: "X01 A & B",
  });
}

const bare: LayoutCell = { value: null, formula: null, role: "figure", format: "general" };
export const cell = (value: RawValue, formula: string | null = null): LayoutCell => ({
  ...bare,
  value,
  formula,
});

/** A layout with what a return seldom or never has. */
export function odd(cells: Readonly<Record<string, LayoutCell>> = {}): Layout {
  const draft = new SheetDraft("King's & Queen's");
  draft.column(1, { width: 12, hidden: false });
  draft.column(2, { width: 4, hidden: true });
  draft.column(3, { width: 30.5, hidden: false });
  draft.row(2, { height: 33 });
  draft.row(4, { hidden: true });
  draft.merged({ top: 6, bottom: 7, left: 1, right: 3 }, { value: "merged", role: "intro" });
  draft.mark({ top: 1, bottom: 3, left: 1, right: 1 }, 'A1="✖"', "fix");
  draft.breakBefore(6);
  const sheet = draft.sheet({
    portrait: true,
    freeze: { rows: 0, columns: 0 },
    protected: false,
    takesRows: false,
    titleRows: [1, 1],
    titleColumns: [1, 2],
    pagesAcross: 2,
    columnBreaks: [3],
    scale: 55,
    footer: "&LA && B",
    filter: "A8:C20",
  });
  const hidden = new SheetDraft("Behind").sheet({
    portrait: false,
    visibility: "hidden",
    freeze: { rows: 1, columns: 30 },
    protected: true,
    takesRows: false,
    titleRows: [1, 2],
    footer: "",
  });
  return {
    title: "Odd",
    sheets: [{ ...sheet, cells: new Map([...sheet.cells, ...Object.entries(cells)]) }, hidden],
  };
}

export const ODD_CELLS: Readonly<Record<string, LayoutCell>> = {
  A1: cell("  spaced \n lines & <marks> \"'"),
  A2: cell(-0.1),
  A3: cell(0),
  A4: cell(true),
  A5: cell({ error: "#N/A" }),
  C1: cell("", '""&""'),
  C2: cell(0, "B9"),
  C3: cell({ error: "#DIV/0!" }, "1/0"),
  C4: cell(false, "1=2"),
  C5: cell("“é£✖” &", '"“é£✖” "&"&"'),
  A9: cell(123_456_789.125, "A2*1"),
};
