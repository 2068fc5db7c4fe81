import { columnLetters, formatRectangle } from "../../cells";
import { LOOKS, SheetDraft, heightFor, pagesOf, type LayoutSheet } from "../../layout";
import type { SummaryList } from "../../template";

import type { FactPlaces } from "../fact-places";
import { missingWords } from "../figure-row";
import { FIRST_ROW, drawFrame, finished, type Frame } from "../frame";
import { drawGroups } from "../group-heads";
import { linkFormula } from "../link-formula";
import { START, columnsOf, type SheetColumns } from "./columns";
import { listEntries, type ListEntry, type ListedEntry } from "./entries";
import { drawTimeline, laterCount, monthFormula, type TimelineRows } from "./timeline";

/** What one row is drawn with. */
interface Drawing {
  readonly draft: SheetDraft;
  readonly columns: SheetColumns;
  readonly list: string;
  readonly placeOf: FactPlaces;
  /** The months of the timeline; null where there is none. */
  readonly months: { readonly first: number; readonly last: number; readonly starts: number } | null;
}

/** Every row of a list of all the returns in one table that can be filtered and sorted; a timeline stands beside it. */
export function wholeListSheet(of: SummaryList, frame: Frame, placeOf: FactPlaces): LayoutSheet {
  const { collection } = frame;
  const all = listEntries(collection, of);
  const columns = columnsOf(of, collection.entered.lastReturns.size > 0);
  const { names, entries, days, lastColumn } = columns;
  const draft = new SheetDraft(of.name);
  draft.column(START.key, { width: 6, hidden: true });
  [...names, ...entries].forEach(({ width }, at) => draft.column(START.code + at, { width, hidden: false }));
  drawFrame(draft, frame, lastColumn, null, null, START.code);
  if (of.intro !== null) drawIntro(draft, of.intro);
  const heads = FIRST_ROW + 3;
  const rows: TimelineRows = {
    ...{ legend: FIRST_ROW - 1, counts: FIRST_ROW, groups: FIRST_ROW + 1, starts: FIRST_ROW + 2, heads },
    ...{ top: heads + 1, bottom: heads + Math.max(1, all.length) },
  };
  drawHeads(draft, columns, rows);
  drawCounts(draft, columns, rows);
  const first = lastColumn + 1;
  const right = of.timeline && days ? drawTimeline(draft, of.timeline, days, rows, first) : lastColumn;
  for (const [row, role] of [
    [1, "band"],
    [2, "band_small"],
  ] as const)
    draft.fill({ top: row, bottom: row, left: START.code, right }, role);
  const months = days && { first, last: right, starts: rows.starts };
  const drawing: Drawing = { draft, columns, list: of.list, placeOf, months };
  all.forEach((one, at) => drawListed(one, rows.top + at, drawing));
  if (all.length === 0) draft.set(rows.top, START.name, { value: "There is none.", role: "text" });
  for (const { column } of days?.moved ?? []) {
    const cell = `${columnLetters(column)}${rows.top}`;
    const area = { top: rows.top, bottom: rows.bottom, left: column, right: column };
    draft.mark(area, `IF(ISNUMBER(${cell}),${cell}>0,FALSE)`, "explain");
  }
  const filter = { top: heads, bottom: rows.bottom, left: START.code, right: lastColumn };
  const sheet = finished(draft, frame, {
    freeze: { rows: heads, columns: START.name },
    filter: formatRectangle(filter),
    titleRows: [rows.groups, heads],
  });
  const pages = pagesOf(draft, START.name, right, pageParts(columns, right));
  return { ...sheet, ...pages };
}

/** Over the columns that stay in sight and stand on every printed page, so that it is whole on each. */
function drawIntro(draft: SheetDraft, intro: string): void {
  const area = { top: 3, bottom: 3, left: START.code, right: START.name };
  draft.merged(area, { value: intro, role: "intro" });
  draft.row(3, { height: heightFor(intro, draft.widthOf(area)) + 6 });
}

function drawHeads(
  draft: SheetDraft,
  { names, entries }: SheetColumns,
  { groups, starts, heads }: TimelineRows,
): void {
  drawGroups(
    draft,
    entries.map(({ group }) => group),
    groups,
    START.name + 1,
  );
  draft.row(groups, { height: 18 });
  draft.row(starts, { hidden: true });
  const all = [...names.map((one) => ({ ...one, figure: null })), ...entries];
  const heights = all.map(({ label, width, figure }, at) => {
    draft.set(heads, START.code + at, { value: label, role: figure ? "head" : "head_text" });
    // The arrow of the filter takes room beside the words.
    return heightFor(label, width - 4, 11);
  });
  draft.row(heads, { height: Math.max(20, ...heights) });
}

/** How many rows there are, and how many moved to a later day, in one line over the heads. */
function drawCounts(draft: SheetDraft, { days }: SheetColumns, rows: TimelineRows): void {
  const { counts, top, bottom } = rows;
  const keys = formatRectangle({ top, bottom, left: START.key, right: START.key });
  const parts = [
    `"Listed: "&TEXT(COUNTA(${keys}),"#,##0")`,
    ...(days?.moved ?? []).map(
      ({ words, column }) => `" · later than “${words}”: "&TEXT(${laterCount(column, rows)},"#,##0")`,
    ),
  ];
  const area = { top: counts, bottom: counts, left: START.code, right: START.name };
  draft.merged(area, { formula: parts.join("&"), role: "text_strong" });
  draft.row(counts, { height: 20 });
}

function drawListed(one: ListedEntry, row: number, drawing: Drawing): void {
  if (one.kind === "entry") {
    drawEntry(one.entry, row, drawing);
    return;
  }
  const { draft, columns, months } = drawing;
  const { organisation, template } = one.row;
  const words = [organisation.code, organisation.name, template.roleLabel, missingWords(one.row)];
  words.forEach((value, at) => draft.set(row, START.code + at, { value, role: at < 3 ? "text" : "missing" }));
  draft.fill(
    { top: row, bottom: row, left: START.name + 1, right: months?.last ?? columns.lastColumn },
    "missing",
  );
  draft.row(row, { height: heightFor(organisation.name, draft.width(START.organisation) - 2) });
}

function drawEntry(entry: ListEntry, row: number, { draft, columns, list, placeOf, months }: Drawing): void {
  const { by, line, name, keyOf, valueIn } = entry;
  const { organisation, template } = by;
  const key = `${list}.${organisation.code}.${template.role}.${line.id}`;
  draft.set(row, START.key, { value: key, role: "key" });
  const target = [...columnsIn(by, list)]
    .filter((column) => valueIn(column) !== null)
    .map((column) => placeOf(organisation.code, template, keyOf(column)))
    .find((place) => place !== undefined);
  draft.set(
    row,
    START.code,
    target === undefined
      ? { value: organisation.code, role: "text" }
      : { formula: linkFormula(target, organisation.code), role: "link" },
  );
  const texts = [organisation.name, template.roleLabel, name];
  texts.forEach((value, at) => draft.set(row, START.organisation + at, { value, role: "text" }));
  const heights = texts.map((value, at) => heightFor(value ?? "", draft.width(START.organisation + at) - 2));
  columns.entries.forEach(({ figure, cell }, at) => {
    const value = cell(entry);
    const column = START.name + 1 + at;
    const look = { role: figure ? "figure_list" : "text", format: figure ?? "general" } as const;
    if (typeof value === "function") draft.set(row, column, { formula: value(row), ...look });
    else draft.set(row, column, { value, ...look });
    if (typeof value === "string" && LOOKS[look.role].wrap)
      heights.push(heightFor(value, draft.width(column) - 2));
  });
  draft.row(row, { height: Math.max(...heights) });
  if (!months || !columns.days) return;
  for (let column = months.first; column <= months.last; column += 1)
    draft.set(row, column, {
      formula: monthFormula(columns.days, months.starts, row, column),
      role: "month",
    });
}

/** The columns of the list in the order of the return: facts of a row stand in it. */
function columnsIn({ counted }: ListEntry["by"], list: string): ReadonlySet<string> {
  const { fields } = counted.reading.found.template;
  return new Set([...fields.values()].flatMap(({ block, column }) => (block === list ? [column] : [])));
}

/** Columns that stay on one printed page: each by itself, the days together, the months together. */
function pageParts(
  { entries, days, lastColumn }: SheetColumns,
  right: number,
): readonly (readonly [number, number])[] {
  const firstDay = days ? days.day : lastColumn + 1;
  const alone = entries.flatMap((_, at): (readonly [number, number])[] => {
    const column = START.name + 1 + at;
    return column < firstDay ? [[column, column]] : [];
  });
  return [
    ...alone,
    ...(days ? [[firstDay, lastColumn] as const] : []),
    ...(right > lastColumn ? [[lastColumn + 1, right] as const] : []),
  ];
}
