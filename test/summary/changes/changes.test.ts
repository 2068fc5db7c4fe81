import type { RawValue, WorkbookCells } from "../../../src/cells";
import type { LayoutSheet } from "../../../src/layout";
import {
  layoutSummary,
  readPrevious,
  withEntered,
  type ReturnFile,
  type SummaryParts,
} from "../../../src/summary";
import { layoutCells, sheetOf } from "../../support/layout-cells";
import * as edit from "../entered/edits";
import { rowsOf } from "../sheets";
import { OF, collected, entering, entryIn, placed, sent, summary } from "../wards";

/** Money last year, 100 and 80, and what is planned for staff and drugs, as every return has it unless it says otherwise. */
const planning = (code: string, staff: number, drugs: number, file = `${code} ward.xlsx`): ReturnFile => {
  const one = sent(code, "ward", { "money.staff[next]": staff, "money.drugs[next]": drugs }, file);
  return { ...one, sha256: `digest of ${code} with ${staff} and ${drugs}` };
};

/** A summary of these returns, held against what an earlier one shows. */
function made(files: readonly ReturnFile[], earlier: WorkbookCells | null): SummaryParts {
  const fresh = collected(files);
  if (earlier === null) return layoutSummary(fresh, summary);
  const read = readPrevious(earlier, OF);
  if (read.kind === "refused") throw new Error(read.message);
  return layoutSummary(withEntered(fresh, read.entered), summary, { previous: read.previous });
}

const THEN = [planning("W01", 110, 90), planning("W02", 120, 70), planning("W04", 115, 90)];
const first = made(THEN, null).layout;
const cells = layoutCells(first);
/** W01 as it was, W02 with less for staff, W03 new, W04 gone: 200, 190, 205 then; 200, 120, 210 now. */
const NOW = [planning("W01", 110, 90, "W01 renamed.xlsx"), planning("W02", 50, 70), planning("W03", 120, 90)];
const second = made(NOW, cells);
const changes = second.changes!;

describe("a summary that is made again", () => {
  test("made for the first time it has no sheet of changes", () => {
    expect(first.sheets.map(({ name }) => name)).not.toContain("Changes");
    expect(made(THEN, null).changes).toBeNull();
  });

  test("says which returns are new, sent again and gone; another name makes no other file", () => {
    expect(changes.returns.map(({ org, state }) => [org, state])).toEqual([
      ["W02", "resubmitted"],
      ["W03", "new"],
      ["W04", "gone"],
    ]);
    expect(changes.unchanged).toBe(1);
  });

  test("says by how much figures of returns have moved that were there before, the largest first", () => {
    expect(
      changes.figures.map(({ org, key, then, now, difference }) => [org, key, then, now, difference]),
    ).toEqual([
      ["W02", "money.staff[next]", 120, 50, -70],
      ["W02", "money.all[next]", 190, 120, -70],
    ]);
  });

  test("says what the totals were and are, and by which returns they moved", () => {
    // 200 + 190 + 205 then, 200 + 120 + 210 now; last year's money is 180 of each, three returns both times.
    expect(
      changes.headlines.map(({ label, then, now, difference }) => [label, then, now, difference]),
    ).toEqual([["Money", 595, 530, -65]]);
    expect(
      changes.totals.map(({ title, label, difference, parts }) => [title, label, difference, parts]),
    ).toEqual([["Money of wards", "Next year", -65, { new: 210, resubmitted: -70, gone: -205 }]]);
  });

  test("says which findings have come and gone, and keeps those of new returns to their sheet", () => {
    // Money falls from 180 to 120, and drugs cost more than staff, which is only noted.
    expect(
      changes.findings.map(({ kind, org, code, toDoThen, toDoNow }) => [kind, org, code, toDoThen, toDoNow]),
    ).toEqual([["come", "W02", "WD01", null, "▲ Explain"]]);
    expect(changes.counts).toEqual({ come: 1, comeWithNew: 0, gone: 0, goneWithGone: 0 });
    const back = made(THEN, layoutCells(second.layout)).changes!;
    expect(back.findings.map(({ kind, org, code }) => [kind, org, code])).toEqual([["gone", "W02", "WD01"]]);
  });

  test("what was explained since is to be dealt with otherwise; a verdict alone is no news", () => {
    const changes = {
      "money.staff[next]": 50,
      "money.drugs[next]": 70,
      "reasons.wd01[why]": "A hall was given up.",
    };
    const explained = made(
      [NOW[0]!, sent("W02", "ward", changes), NOW[2]!],
      layoutCells(second.layout),
    ).changes!;
    expect(explained.findings.map(({ kind, toDoThen, toDoNow }) => [kind, toDoThen, toDoNow])).toEqual([
      ["otherwise", "▲ Explain", "▲ Explained"],
    ]);
    const verdict = placed(second.layout, [["verdicts", "W02.ward.WD01", "verdict", "Accepted"]]);
    expect(made(NOW, entering(second.layout, verdict)).changes!.findings).toEqual([]);
  });

  test("judgements and verdicts stay, whatever has moved", () => {
    const entries = placed(first, [
      ["judgements", "enough", "judgement", "Not assured"],
      ["judgements", "enough", "comment", "One ward is missing."],
    ]);
    const again = made(NOW, entering(first, entries)).layout;
    expect(entryIn(again, "judgements", "enough", "judgement")).toBe("Not assured");
    expect(entryIn(again, "judgements", "enough", "comment")).toBe("One ward is missing.");
  });

  test("where nothing has changed, it says so, and the next one has the same sheet", () => {
    const same = made(THEN, cells);
    expect([
      same.changes!.returns,
      same.changes!.figures,
      same.changes!.findings,
      same.changes!.totals,
    ]).toEqual([...[[], [], [], []]]);
    const next = made(THEN, layoutCells(same.layout));
    expect(sheetOf(next.layout, "Changes")).toEqual(sheetOf(same.layout, "Changes"));
  });
});

describe("what people do to the earlier summary", () => {
  const factRows = (workbook: WorkbookCells) => rowsWith(workbook, "Facts", "W02");
  const rows = factRows(cells);

  test.each<readonly [string, (workbook: WorkbookCells) => WorkbookCells]>([
    ["a row is put in above the facts", (one) => edit.rowInserted(one, "Facts", 1)],
    ["a column is put in among the facts", (one) => edit.columnInserted(one, "Facts", 3)],
    ["facts are sorted", (one) => edit.sorted(one, "Facts", rows, [...rows].reverse())],
    ["sheets are moved", edit.sheetsReversed],
    [
      "sheets are renamed",
      (one) => edit.sheetRenamed(edit.sheetRenamed(one, "Facts", "June"), "Findings", "List"),
    ],
    ["findings get a column", (one) => edit.columnInserted(one, "Findings", 4)],
    ["no formula has a result", edit.withoutResults],
  ])("%s: the changes are the same", (_, change) => {
    expect(made(NOW, change(cells)).changes).toEqual(changes);
  });

  test("a list without its heads is not compared, and that is said", () => {
    const head = rowsWith(cells, "Facts", "org")[0]!;
    const without = made(NOW, edit.rowDeleted(cells, "Facts", head)).changes!;
    expect([without.returns, without.figures, without.headlines]).toEqual([[], [], []]);
    expect(without.notCompared).toEqual([
      "The earlier summary has no list of facts any more, or one without its heads, so returns and figures are not compared.",
    ]);
    const findings = rowsWith(cells, "Findings", "Code")[0]!;
    expect(made(NOW, edit.rowDeleted(cells, "Findings", findings)).changes!.notCompared).toEqual([
      "The earlier summary has no list of findings any more, or one without its heads, so findings are not compared.",
    ]);
  });

  test("a figure that is gone, doubled otherwise, or text is not compared, and the others are", () => {
    const at = (key: string) => rows.find((row) => valueOf(cells, "Facts", row, "key") === key)!;
    const value = (row: number, to: RawValue): WorkbookCells => put(cells, "Facts", row, "value", to);
    const gone = made(NOW, edit.rowDeleted(cells, "Facts", at("money.all[next]"))).changes!;
    expect(gone.figures.map(({ key }) => key)).toEqual(["money.staff[next]"]);
    expect(gone.notCompared).toEqual([
      "1 figure is not in the earlier summary, as where an earlier version did not ask for them or rows were deleted there (W02).",
    ]);
    const typed = made(NOW, value(at("money.staff[next]"), "about 120")).changes!;
    expect(typed.figures.map(({ key }) => key)).toEqual(["money.all[next]"]);
    expect(typed.notCompared).toEqual(["1 figure was or is no single number (W02)."]);
  });

  test("figures under keys that the returns do not have any more are counted", () => {
    const row = rows.find((one) => valueOf(cells, "Facts", one, "key") === "money.drugs[last]")!;
    const older = made(NOW, put(cells, "Facts", row, "key", "money.linen[last]")).changes!;
    expect(older.notCompared).toEqual([
      "1 figure is not in the earlier summary, as where an earlier version did not ask for them or rows were deleted there (W02).",
      "1 figure of the earlier summary stands under keys that the returns do not have any more (W02).",
    ]);
  });
});

describe("the sheet of changes", () => {
  const sheet: LayoutSheet = sheetOf(second.layout, "Changes");
  const texts = rowsOf(second.layout, "Changes").map((row) => row.map((cell) => cell?.value ?? null));

  test("stands behind the returns and shows each change in a row", () => {
    const names = second.layout.sheets.map(({ name }) => name);
    expect(names[names.indexOf("Returns") + 1]).toBe("Changes");
    const figure = texts.find((row) => row[3] === "1 Staff, next year")!;
    expect([figure[0], figure[4], figure[5], figure[6]]).toEqual(["W02", 120, 50, -70]);
    const total = texts.find((row) => row[0] === "Wards: Money of wards")!;
    expect(total.slice(3)).toEqual(["Next year", 595, 530, -65, 210, -70, -205]);
    const gone = texts.find((row) => row[3] === "▲ Gone: the earlier summary had it")!;
    expect([gone[0], gone[7]]).toEqual(["W04", "W04 ward.xlsx"]);
  });

  test("a code leads to the figure among the facts", () => {
    const links = [...sheet.cells.values()].filter(({ formula }) => formula?.startsWith("HYPERLINK"));
    const row = /!A(\d+)/.exec(links[0]!.formula!)![1]!;
    const facts = layoutCells(second.layout);
    expect(["org", "key", "value"].map((head) => valueOf(facts, "Facts", Number(row), head))).toEqual([
      ...["W02", "money.staff[next]", 50],
    ]);
  });
});

function grid(workbook: WorkbookCells, sheet: string) {
  return workbook.sheets.find(({ name }) => name === sheet)!.cells;
}

/** Rows in which some cell of a sheet holds just this. */
function rowsWith(workbook: WorkbookCells, sheet: string, text: string): readonly number[] {
  return [...grid(workbook, sheet)]
    .filter(([, { value }]) => value === text)
    .map(([address]) => Number(/\d+/.exec(address)![0]))
    .sort((a, b) => a - b);
}

function addressOf(workbook: WorkbookCells, sheet: string, row: number, head: string): string {
  const [address] = [...grid(workbook, sheet)].find(([, { value }]) => value === head)!;
  return `${/[A-Z]+/.exec(address)![0]}${row}`;
}

function valueOf(workbook: WorkbookCells, sheet: string, row: number, head: string): RawValue {
  return grid(workbook, sheet).get(addressOf(workbook, sheet, row, head))?.value ?? null;
}

function put(
  workbook: WorkbookCells,
  sheet: string,
  row: number,
  head: string,
  value: RawValue,
): WorkbookCells {
  const address = addressOf(workbook, sheet, row, head);
  return {
    ...workbook,
    sheets: workbook.sheets.map((one) =>
      one.name === sheet
        ? { ...one, cells: new Map([...one.cells, [address, { value, formula: null }]]) }
        : one,
    ),
  };
}
