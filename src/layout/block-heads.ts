import { isFigure } from "../template";

import {
  KEY_COLUMN,
  LABEL_COLUMN,
  NUMBER_COLUMN,
  fieldAt,
  type BlockPlan,
  type Plan,
  type SheetPlan,
} from "./plan";
import { heightFor, type SheetDraft } from "./sheet-draft";

/** Bold letters are wider: what fits a line of them, against usual ones. */
const BOLD = 0.9;

/** A block's hidden key row, its groups of columns and its heads. */
export function drawHeads(draft: SheetDraft, blockPlan: BlockPlan, sheetPlan: SheetPlan, plan: Plan): void {
  const { block, keyRow, groupRow, headRow, columnOf } = blockPlan;
  draft.row(keyRow, { hidden: true });
  draft.set(keyRow, KEY_COLUMN, { value: `#${block.id}`, role: "key" });
  for (const column of block.columns) {
    const at = columnOf.get(column.id) ?? 0;
    if (column.shows === "fields") draft.set(keyRow, at, { value: column.id, role: "key" });
    if (block.kind === "form") continue;
    const figures = block.lines.some((line) => {
      const field = fieldAt(plan, block, line.id, column.id);
      return field !== undefined && isFigure(field);
    });
    const text = figures && block.unit !== null ? `${column.label}\n${block.unit}` : column.label;
    draft.set(headRow, at, { value: text, role: figures ? "head" : "head_text" });
  }
  if (groupRow !== null) for (const area of groupsOf(blockPlan)) drawGroup(draft, area, groupRow);
  if (block.kind === "form") {
    draft.row(headRow, { height: 4 });
    return;
  }
  draft.fill({ top: headRow, bottom: headRow, left: NUMBER_COLUMN, right: LABEL_COLUMN }, "head_text");
  draft.set(headRow, sheetPlan.checkColumn, { value: "Check", role: "head_text" });
  const heights = block.columns.map(({ id, label }) => {
    const room = draft.width(columnOf.get(id) ?? 0) - 1;
    return heightFor(`${label}${block.unit === null ? "" : "\n-"}`, room * BOLD);
  });
  draft.row(headRow, { height: Math.max(...heights) + 2 });
}

interface Group {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

function groupsOf({ block, columnOf }: BlockPlan): readonly Group[] {
  const groups: Group[] = [];
  for (const column of block.columns) {
    const at = columnOf.get(column.id) ?? 0;
    const last = groups.at(-1);
    if (column.group === null) continue;
    if (last?.text === column.group && last.right === at - 1)
      groups[groups.length - 1] = { ...last, right: at };
    else groups.push({ text: column.group, left: at, right: at });
  }
  return groups;
}

function drawGroup(draft: SheetDraft, group: Group, row: number): void {
  draft.merged(
    { top: row, bottom: row, left: group.left, right: group.right },
    { value: group.text, role: "group_head" },
  );
}
