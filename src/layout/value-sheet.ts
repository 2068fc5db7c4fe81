import { formatAddress, type Rectangle } from "../cells";

import { drawHeads } from "./block-heads";
import { drawLine } from "./block-lines";
import { SIGNS } from "./check-words";
import { drawContents } from "./contents";
import type { Filling } from "./filling";
import type { LayoutSheet } from "./layout";
import type { StyleRole } from "./look";
import { drawNothing } from "./nothing";
import { breakPages, isWide, pagesOf } from "./pages";
import {
  FIRST_VALUE_COLUMN,
  HEAD_ROWS,
  KEY_COLUMN,
  LABEL_COLUMN,
  NUMBER_COLUMN,
  type BlockPlan,
  type Plan,
  type SheetPlan,
} from "./plan";
import { drawHead, footerOf } from "./sheet-head";
import { SheetDraft, heightFor } from "./sheet-draft";
import { coloursAcross } from "./marks";
import { tallyFormulas } from "./tally";

const WIDTHS = {
  key: 3,
  number: 6,
  label: 44,
  formLabel: 42,
  value: 12,
  form: 46,
  text: 24,
  check: 44,
  checkInSight: 36,
  hidden: 6,
} as const;

/** One sheet of values, a line at a time: heads, lines, input cells, hidden keys and states, Check cells. */
export function* valueSheet(
  sheetPlan: SheetPlan,
  plan: Plan,
  filling: Filling,
): Generator<undefined, LayoutSheet> {
  const { sheet, checkColumn, lastShownColumn } = sheetPlan;
  const draft = new SheetDraft(sheet.name, true);
  setWidths(draft, sheetPlan);
  const legendColumn = sheetPlan.blocks.every(({ block }) => block.kind === "table" || block.kind === "list")
    ? FIRST_VALUE_COLUMN
    : LABEL_COLUMN + 1;
  drawHead(
    draft,
    {
      title: sheet.name,
      intro: sheet.intro,
      unit: unitOf(sheetPlan),
      lastColumn: lastShownColumn,
      wordsTo: wordsTo(draft, sheetPlan),
      legend: { firstColumn: legendColumn, roles: legendOf(sheetPlan, plan, filling) },
    },
    plan,
  );
  for (const blockPlan of sheetPlan.blocks) yield* drawBlock(draft, blockPlan, sheetPlan, plan, filling);
  drawTally(draft, sheetPlan, plan);
  drawNothing(draft, sheetPlan, plan);
  const contentsFrom = sheetPlan.lastRow + 2;
  const contents = sheetPlan === plan.sheets[0] ? [drawContents(draft, plan, contentsFrom)] : [];
  const tables = sheetPlan.blocks.map(({ block, titleRow, headRow }) => ({
    from: titleRow,
    to: headRow + block.lines.length,
  }));
  breakPages(draft, [...tables, ...contents], {
    portrait: sheet.portrait,
    titleRows: HEAD_ROWS.organisation,
    lastColumn: lastShownColumn,
  });
  markFaults(draft, sheetPlan);
  const { checkColumn: words, lastShownColumn: shown, lastColumn } = sheetPlan;
  draft.lift((column) => column === words || column > shown, lastColumn + 1);
  const ofLists = isOfLists(sheetPlan);
  const inSight = ofLists ? checkColumn : LABEL_COLUMN;
  return draft.sheet({
    portrait: sheet.portrait,
    freeze: { rows: sheetPlan.frozenRows, columns: inSight },
    protected: true,
    ...(ofLists ? pagesOf(draft, inSight, lastShownColumn, headedTogether(sheetPlan)) : {}),
    takesRows: sheetPlan.blocks.some(({ block }) => block.kind === "list"),
    titleRows: repeatedRows(sheetPlan),
    footer: footerOf(plan.template, filling.organisation),
  });
}

/** On a sheet of lists alone the Check cell stands beside the name, in sight, and rows may be wider than a page. */
function isOfLists({ checkColumn, lastShownColumn }: SheetPlan): boolean {
  return checkColumn < lastShownColumn;
}

/** The column where a sheet's words end: of a list wider than a page they stand in the part that stays in sight and is printed on each. */
function wordsTo(draft: SheetDraft, sheetPlan: SheetPlan): number {
  const { checkColumn, lastShownColumn } = sheetPlan;
  return isOfLists(sheetPlan) && isWide(draft, lastShownColumn) ? checkColumn : lastShownColumn;
}

/** The columns behind those that stay in sight, those under one head together. */
function headedTogether({
  blocks,
  checkColumn,
  lastShownColumn,
}: SheetPlan): readonly (readonly [first: number, last: number])[] {
  const groups = blocks.map(
    ({ block, columnOf }) => new Map(block.columns.map(({ id, group }) => [columnOf.get(id), group])),
  );
  const isOneHead = (left: number, right: number) =>
    groups.some((group) => group.get(left) != null && group.get(left) === group.get(right));
  const together: [first: number, last: number][] = [];
  for (let column = checkColumn + 1; column <= lastShownColumn; column += 1) {
    const before = together.at(-1);
    if (before && isOneHead(column - 1, column)) before[1] = column;
    else together.push([column, column]);
  }
  return together;
}

/** Rows that each printed page repeats: the title band, or of a list that goes on for pages its heads. */
function repeatedRows({ blocks }: SheetPlan): readonly [number, number] {
  const [only, another] = blocks;
  if (only?.block.kind === "list" && !another) return [only.groupRow ?? only.headRow, only.headRow];
  return [HEAD_ROWS.title, HEAD_ROWS.organisation];
}

/** The unit that a sheet's blocks share; none is shown for all where they differ. */
function unitOf({ blocks }: SheetPlan): string | null {
  const units = new Set(blocks.flatMap(({ block }) => block.unit ?? []));
  const [unit = null] = units;
  return units.size === 1 ? unit : null;
}

function setWidths(draft: SheetDraft, sheetPlan: SheetPlan): void {
  const { blocks, checkColumn, lastShownColumn, lastColumn } = sheetPlan;
  const forms = blocks.every(({ block }) => block.kind === "form");
  draft.column(KEY_COLUMN, { width: WIDTHS.key, hidden: true });
  draft.column(NUMBER_COLUMN, { width: forms ? 2 : WIDTHS.number, hidden: false });
  draft.column(LABEL_COLUMN, { width: forms ? WIDTHS.formLabel : WIDTHS.label, hidden: false });
  for (const { block, columnOf } of blocks) {
    for (const column of block.columns) {
      const at = columnOf.get(column.id) ?? 0;
      const usual = at === LABEL_COLUMN ? WIDTHS.label : block.kind === "form" ? WIDTHS.form : WIDTHS.value;
      const known = at === LABEL_COLUMN || at > sheetPlan.lastValueColumn ? 0 : knownWidth(draft, at);
      draft.column(at, { width: Math.max(known, column.width ?? usual), hidden: false });
    }
  }
  draft.column(checkColumn, {
    width: isOfLists(sheetPlan) ? WIDTHS.checkInSight : WIDTHS.check,
    hidden: false,
  });
  for (let column = lastShownColumn + 1; column <= lastColumn; column += 1) {
    draft.column(column, { width: WIDTHS.hidden, hidden: true });
  }
}

const UNSET_WIDTH = 9;

function knownWidth(draft: SheetDraft, column: number): number {
  const width = draft.width(column);
  return width === UNSET_WIDTH ? 0 : width;
}

/** Colours that this sheet uses, each said once. */
function legendOf(
  sheetPlan: SheetPlan,
  plan: Plan,
  filling: Filling,
): readonly (readonly [StyleRole, string])[] {
  const names = new Set(sheetPlan.blocks.map(({ block }) => block.id));
  const kinds = new Set(
    [...plan.template.fields.values()].flatMap((field) =>
      names.has(field.block) ? [field.source.kind] : [],
    ),
  );
  const roles: (readonly [StyleRole, string])[] = [["legend_input", "To enter"]];
  const here = [...filling.prefilled].some((key) => names.has(plan.template.fields.get(key)?.block ?? ""));
  if (here) roles.push(["legend_prefilled", "Prefilled"]);
  if (kinds.has("calculated") || kinds.has("constant")) roles.push(["calculated_text", "Worked out"]);
  if (kinds.has("closed")) roles.push(["closed", "Not used"]);
  return roles;
}

function* drawBlock(
  draft: SheetDraft,
  blockPlan: BlockPlan,
  sheetPlan: SheetPlan,
  plan: Plan,
  filling: Filling,
): Generator<undefined> {
  const { block } = blockPlan;
  const right = wordsTo(draft, sheetPlan);
  draft.set(blockPlan.titleRow, NUMBER_COLUMN, {
    value:
      block.unit === null || block.title.includes(block.unit)
        ? block.title
        : `${block.title} (${block.unit})`,
    role: "block_title",
  });
  draft.row(blockPlan.titleRow, { height: 22 });
  if (blockPlan.introRow !== null && block.intro !== null) {
    const area = { top: blockPlan.introRow, bottom: blockPlan.introRow, left: NUMBER_COLUMN, right };
    draft.merged(area, { value: block.intro, role: "block_intro" });
    draft.row(blockPlan.introRow, { height: heightFor(block.intro, draft.widthOf(area)) });
  }
  drawHeads(draft, blockPlan, sheetPlan, plan);
  for (const line of block.lines) {
    drawLine(draft, line, blockPlan, sheetPlan, plan, filling);
    yield;
  }
}

/** Hidden beside the first keys: how many cells have each mark; on a sheet with a list, beside each block's keys the names of its columns. */
function drawTally(draft: SheetDraft, sheetPlan: SheetPlan, plan: Plan): void {
  const { tally, blocks, marks, firstValueColumn } = sheetPlan;
  tallyFormulas(sheetPlan, plan).forEach((formula, at) => {
    draft.set(tally.row, tally.firstColumn + at, { formula, role: "key" });
  });
  if (marks.kind === "cells") return;
  for (const { block, keyRow, columnOf } of blocks) {
    for (const column of block.columns) {
      const name = [column.group, column.label].filter((part) => part !== null && part !== "").join(", ");
      const at = (columnOf.get(column.id) ?? 0) - firstValueColumn;
      if (name !== "") draft.set(keyRow, tally.namesColumn + at, { value: `${name}: `, role: "key" });
    }
  }
}

/** The cell at fault takes colour by its hidden mark; the Check cell by the sign that it begins with. */
function markFaults(draft: SheetDraft, sheetPlan: SheetPlan): void {
  const { firstLine: top, lastRow: bottom, checkColumn, firstValueColumn, lastValueColumn } = sheetPlan;
  const values: Rectangle = { top, bottom, left: firstValueColumn, right: lastValueColumn };
  const { wrong, toExplain } = coloursAcross(top, sheetPlan);
  draft.mark(values, wrong, "fix");
  draft.mark(values, toExplain, "explain");
  const check: Rectangle = { top, bottom, left: checkColumn, right: checkColumn };
  const begins = (sign: string) => `LEFT(${formatAddress({ row: top, column: checkColumn })},1)="${sign}"`;
  draft.mark(check, begins(SIGNS.fix), "fix");
  draft.mark(check, begins(SIGNS.explain), "explain");
  draft.mark(check, begins(SIGNS.good), "good");
  draft.mark(check, begins(SIGNS.untouched), "quiet");
}
