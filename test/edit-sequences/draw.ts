import { columnLetters, formatAddress, formatRectangle } from "../../src/cells";
import type { Edit } from "../support/person";

import { Scene } from "./scene";
import { edited, rowsEdit } from "./model";
import { span } from "./grid";
import { KEY_COLUMN, LABEL_COLUMN, NUMBER_COLUMN, type Start } from "./start";

/** What a person does in one go: mostly one edit, sometimes a few. */
export const STEPS = [
  "insert rows",
  "insert columns",
  "delete rows",
  "delete columns",
  "copy a row over another",
  "insert a copied row",
  "copy a row to another sheet",
  "copy a part",
  "copy a part with its label",
  "copy a column",
  "insert a copied column",
  "cut and paste a part",
  "cut and insert a row",
  "paste values",
  "type over",
  "clear",
  "reword a label",
  "clear a hidden key",
  "rename a sheet",
  "hide a sheet",
  "show a sheet",
  "copy a sheet",
  "move a sheet",
  "remove a sheet",
] as const;
export type Step = (typeof STEPS)[number];

/** How often each is drawn, against the others; all others once. */
const OFTEN: Partial<Readonly<Record<Step, number>>> = {
  "insert rows": 2,
  "insert columns": 2,
  "delete rows": 2,
  "delete columns": 2,
  "copy a row over another": 2,
  "insert a copied row": 2,
  "copy a part": 3,
  "cut and paste a part": 2,
  "paste values": 2,
  "type over": 4,
  "copy a sheet": 2,
  // Only where one was hidden.
  "show a sheet": 5,
};
const BAG = STEPS.flatMap((step) => Array.from({ length: OFTEN[step] ?? 1 }, () => step));

export interface Sequence {
  readonly steps: readonly Step[];
  readonly edits: readonly Edit[];
}

/** One to five steps, each of them possible after those before it. */
export function drawSequence(start: Start, random: () => number): Sequence {
  const wanted = 1 + Math.floor(random() * 5);
  const steps: Step[] = [];
  const edits: Edit[] = [];
  let { model } = start;
  for (let tries = 0; steps.length < wanted && tries < 200; tries += 1) {
    const scene = new Scene(start, model, random);
    const step = scene.pick(BAG);
    const drawn = step === undefined ? null : draw(step, scene);
    if (step === undefined || drawn === null) continue;
    steps.push(step);
    edits.push(...drawn);
    model = drawn.reduce(edited, model);
  }
  return { steps, edits };
}

/** Edits that make up a step in this scene; null where it can't be done there. */
function draw(step: Step, scene: Scene): readonly Edit[] | null {
  const { grid, between, chance, pick } = scene;
  const sheet = grid.name;
  const [line, other] = [pick(scene.lines), pick(scene.lines)];
  if (line === undefined || other === undefined) return null;
  switch (step) {
    case "insert rows":
      return [{ kind: "insertRows", sheet, at: scene.anyRow(), count: between(1, 3) }];
    case "delete rows":
      return [{ kind: "deleteRows", sheet, at: scene.anyRow(), count: between(1, 2) }];
    case "insert columns":
      return [{ kind: "insertColumns", sheet, at: columnLetters(scene.anyColumn()), count: between(1, 2) }];
    case "delete columns":
      return [{ kind: "deleteColumns", sheet, at: columnLetters(scene.anyColumn()), count: 1 }];
    case "copy a row over another":
      return line === other ? null : [{ kind: "copyRow", sheet, from: line, to: other, into: "over" }];
    case "insert a copied row":
      return [{ kind: "copyRow", sheet, from: line, to: other, into: "inserted" }];
    case "copy a row to another sheet": {
      const target = scene.elsewhere();
      const to = target && pick(target.lines);
      if (!target || !to) return null;
      return [{ kind: "copy", sheet, range: `${line}:${line}`, toSheet: target.grid.name, to: `A${to}` }];
    }
    case "copy a part":
    case "cut and paste a part": {
      const target = chance(0.2) ? scene.elsewhere() : scene;
      const from = scene.part();
      const to = target?.placeFor(from);
      if (!from || !target || !to) return null;
      const kind = step === "copy a part" ? "copy" : "move";
      return [
        { kind, sheet, range: formatRectangle(from), toSheet: target.grid.name, to: formatAddress(to) },
      ];
    }
    case "copy a part with its label": {
      const [left, right] = [scene.columnOf(NUMBER_COLUMN), scene.valueColumns.at(-1)];
      if (left === null || right === undefined || line === other) return null;
      const range = formatRectangle({ top: line, bottom: line, left, right });
      return [
        { kind: "copy", sheet, range, toSheet: sheet, to: formatAddress({ row: other, column: left }) },
      ];
    }
    case "copy a column":
    case "insert a copied column": {
      const [column, target] = [pick(scene.valueColumns), pick(scene.valueColumns)];
      const rows = scene.blockRows(line, chance(0.5));
      if (column === undefined || target === undefined || !rows) return null;
      const inserted = step === "insert a copied column";
      if (!inserted && column === target) return null;
      const at = inserted && column >= target ? column + 1 : column;
      const copied: Edit = {
        kind: "copy",
        sheet,
        range: formatRectangle({ ...rows, left: at, right: at }),
        toSheet: sheet,
        to: formatAddress({ row: rows.top, column: target }),
      };
      return inserted
        ? [{ kind: "insertColumns", sheet, at: columnLetters(target), count: 1 }, copied]
        : [copied];
    }
    case "cut and insert a row": {
      const from = line >= other ? line + 1 : line;
      return [
        { kind: "insertRows", sheet, at: other, count: 1 },
        rowsEdit("move", sheet, from, other),
        { kind: "deleteRows", sheet, at: from, count: 1 },
      ];
    }
    case "paste values": {
      const [column, count] = [pick(scene.valueColumns), between(2, 5)];
      if (column === undefined) return null;
      const first = between(6_000, 9_000);
      return span(line, line + count - 1)
        .filter((row) => scene.lines.includes(row))
        .map((row) => {
          const value = chance(0.1) ? `pasted ${row}` : first + row;
          return { kind: "set", sheet, cell: formatAddress({ row, column }), value };
        });
    }
    case "type over": {
      const cell = scene.entryCell();
      return cell === null ? null : [{ kind: "type", sheet, cell, text: scene.keyboard() }];
    }
    case "clear": {
      const cell = scene.entryCell();
      return cell === null ? null : [{ kind: "set", sheet, cell, value: null }];
    }
    case "reword a label": {
      const cell = scene.cellBeside(line, LABEL_COLUMN);
      return cell === null ? null : [{ kind: "set", sheet, cell, value: `Our words ${line}` }];
    }
    case "clear a hidden key": {
      const cell = chance(0.5) ? scene.columnKey() : scene.cellBeside(line, KEY_COLUMN);
      return cell === null ? null : [{ kind: "set", sheet, cell, value: null }];
    }
    case "rename a sheet":
      return [{ kind: "rename", sheet, name: scene.freshName() }];
    case "hide a sheet":
      return scene.shown > 1 ? [{ kind: "hide", sheet }] : null;
    case "show a sheet": {
      const hidden = pick(scene.hidden);
      return hidden ? [{ kind: "show", sheet: hidden.name }] : null;
    }
    case "copy a sheet":
      return [{ kind: "copySheet", sheet, name: scene.freshName(), to: scene.anySheetPlace() }];
    case "move a sheet":
      return [{ kind: "moveSheet", sheet, to: Math.min(scene.anySheetPlace(), scene.sheetCount - 1) }];
    case "remove a sheet":
      return scene.shown > 1 && scene.sheetCount > 2 ? [{ kind: "removeSheet", sheet }] : null;
  }
}
