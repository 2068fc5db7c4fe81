import type * as v from "valibot";

import { isCellError } from "../cells";
import { evaluate, parseFormula } from "../formula";
import { fieldKey, type Path } from "../template";

import { readKey } from "./assignments";
import { HAPPENING_SHAPES } from "./happening-shapes";
import type { HappeningReading } from "./operations";
import type { LayoutChange, Operation } from "./script";

const NAMES = ["formula", "insert_row", "rename_sheet"] as const;
type ChangeName = (typeof NAMES)[number];

/** What happens to a workbook, and what of it counts as entered. */
export interface ReadChange {
  readonly operations: readonly Operation[];
  readonly changes: readonly LayoutChange[];
}

const NOTHING: ReadChange = { operations: [], changes: [] };

export function isChange(name: string): name is ChangeName {
  return (NAMES as readonly string[]).includes(name);
}

/** One thing that is done to a workbook that is filled in; nothing where it can't be understood, which is told. */
export function readChange(
  name: ChangeName,
  part: unknown,
  path: Path,
  reading: HappeningReading,
): ReadChange {
  const as = <S extends v.GenericSchema>(shape: S): v.InferOutput<S> | undefined =>
    reading.source.partAs(part, path, shape, reading.problems);
  switch (name) {
    case "formula": {
      const formulas = as(HAPPENING_SHAPES.formula) ?? {};
      const read = Object.entries(formulas).map(([key, text]) => typedIn(key, text, [...path, key], reading));
      return {
        operations: read.flatMap(({ operations }) => operations),
        changes: read.flatMap(({ changes }) => changes),
      };
    }
    case "insert_row": {
      const row = as(HAPPENING_SHAPES.insert_row);
      return row ? { operations: [], changes: rowBelow(row, path, reading) } : NOTHING;
    }
    case "rename_sheet": {
      const to = as(HAPPENING_SHAPES.rename_sheet);
      if (!to) return NOTHING;
      if (reading.template.sheets.some((sheet) => sheet.name === to.from))
        return { operations: [], changes: [{ kind: "rename", ...to }] };
      reading.problems.push(
        reading.source.problem([...path, "from"], `There is no sheet ${to.from} in this return.`),
      );
      return NOTHING;
    }
  }
}

/** A formula where a figure is wanted: what it makes is the entry. */
function typedIn(key: string, text: string, path: Path, reading: HappeningReading): ReadChange {
  const refuse = (message: string) => {
    reading.problems.push(reading.source.problem(path, message));
    return NOTHING;
  };
  const field = readKey(key, path, reading);
  if (!field) return NOTHING;
  const parsed = parseFormula<never>(text, () => ({
    kind: "refused",
    message: "A formula that was typed into a cell holds figures alone.",
  }));
  if (parsed.kind === "refused") return refuse(parsed.message);
  const value = evaluate(parsed.expression, (to) => to);
  if (isCellError(value)) return refuse(`The formula gives ${value.error}.`);
  return {
    operations: [{ kind: "fill", assignments: [{ key: field.key, given: { kind: "value", value }, path }] }],
    changes: [{ kind: "formula", key: field.key, formula: text.slice(1) }],
  };
}

function rowBelow(
  row: v.InferOutput<typeof HAPPENING_SHAPES.insert_row>,
  path: Path,
  { template, source, problems }: HappeningReading,
): readonly LayoutChange[] {
  const [id, lineId] = row.below.split(".");
  for (const { name: sheet, blocks } of template.sheets) {
    for (const block of blocks) {
      if (block.kind === "checks" || block.id !== id) continue;
      const line = block.lines.find((one) => one.id === lineId);
      const [first] = block.columns;
      if (!line || !first) continue;
      const figures = Object.entries(row.figures).flatMap(([column, value]) => {
        if (block.columns.some((one) => one.id === column))
          return [{ under: fieldKey(block, line.id, column), value }];
        const at = [...path, "figures", column];
        problems.push(source.problem(at, `There is no column ${column} in ${id}.`));
        return [];
      });
      return [{ kind: "row", sheet, below: fieldKey(block, line.id, first.id), label: row.label, figures }];
    }
  }
  problems.push(source.problem([...path, "below"], `There is no line ${row.below} in this return.`));
  return [];
}
