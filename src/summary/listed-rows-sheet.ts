import { columnLetters } from "../cells";
import { formatOf, type LayoutSheet } from "../layout";
import { valueOf } from "../return";
import { fieldKey, type SummaryRows, type Template, type ValueBlock, type ValueType } from "../template";

import { isFilled, rowsOfRole, type Collection } from "./collection";
import { missingWords } from "./figure-row";
import type { Frame } from "./frame";
import { listSheet, type ListCell, type ListColumn } from "./list-sheet";
import { compared, isComparable, listedRows, plainCell, type ListedRow } from "./listed-rows";

const FIGURE_WIDTH = 11;
/** Columns before the figures: who lists, who is listed, and where that body's own return stands. */
const START: readonly ListColumn[] = [
  { label: "Code", width: 8 },
  { label: "Organisation", width: 26 },
  { label: "Lists", width: 8 },
  { label: "Name", width: 30 },
  { label: "Own return", width: 17 },
];

/** Every row of a list that is put in from other returns, each figure beside that of the organisation's own return and the difference. */
export function listedRowsSheet(sheet: SummaryRows, template: Template, frame: Frame): LayoutSheet {
  const list = listIn(template, sheet.list);
  const lines = list.lines.slice(0, 1);
  const figures = list.columns.flatMap((column) => {
    const field = template.fields.get(fieldKey(list, lines[0]?.id ?? "", column.id));
    return field && isComparable(field) && list.takes?.keys.has(column.id)
      ? [{ column, type: field.type }]
      : [];
  });
  const also = sheet.also.flatMap((id) => {
    const column = list.columns.find((one) => one.id === id);
    const field = template.fields.get(fieldKey(list, lines[0]?.id ?? "", id));
    return column && field ? [{ column, field }] : [];
  });
  const columns: readonly ListColumn[] = [
    ...START,
    ...figures.flatMap(({ column, type }) => compareColumns(groupLabel(column), type)),
    ...also.map(({ column, field }): ListColumn => {
      const amount = field.type.kind === "money" || field.type.kind === "count";
      const width = amount ? 14 : 15;
      return amount
        ? { label: column.label, width, figure: formatOf(field.type) }
        : { label: column.label, width };
    }),
  ];
  const rows = [
    ...listedRows(frame.collection)
      .filter((row) => row.by.template === template && row.list.id === list.id)
      .map((row) => cellsOf(row, frame.collection, sheet.also)),
    ...missing(frame.collection, template, columns.length),
  ];
  const firstFigure = START.length + 1;
  return listSheet(sheet.name, columns, rows, frame, sheet.intro ?? "", {
    roles: (at, column) => (column > 1 && rows[at]?.[2] === null ? "missing" : null),
    marks: (draft, top, bottom) => {
      figures.forEach((_, at) => {
        const column = firstFigure + 3 * at + 2;
        const cell = `${columnLetters(column)}${top}`;
        const area = { top, bottom, left: column, right: column };
        draft.mark(area, `IF(ISNUMBER(${cell}),${cell}<>0,FALSE)`, "explain");
      });
    },
  });
}

function compareColumns(group: string, type: ValueType): readonly ListColumn[] {
  const figure = formatOf(type);
  const start = ["Listed", "Own return"].map((label) => ({ label, width: FIGURE_WIDTH, figure, group }));
  const days = type.kind === "date";
  const label = days ? "Days apart" : "Difference";
  return [...start, { label, width: FIGURE_WIDTH, figure: days ? "whole" : figure, group }];
}

/** "2007/08 plan: revenue" */
function groupLabel({ group, label }: ValueBlock["columns"][number]): string {
  return group === null ? label : `${group}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

function listIn({ sheets }: Template, id: string): ValueBlock {
  const found = sheets
    .flatMap((sheet) => sheet.blocks)
    .find((block): block is ValueBlock => block.kind === "list" && block.id === id);
  if (!found) throw new Error(`listedRowsSheet: there is no list ${id}`);
  return found;
}

function cellsOf(row: ListedRow, collection: Collection, also: readonly string[]): readonly ListCell[] {
  const { by, list, line, code, name } = row;
  const { found } = by.counted.reading;
  const figures = compared(row).flatMap(({ listed, own }, at): ListCell[] => {
    const first = START.length + 1 + 3 * at;
    const [a, b] = [columnLetters(first), columnLetters(first + 1)];
    return [
      plainCell(listed),
      plainCell(own),
      (at) => `IF(COUNT(${a}${at}:${b}${at})<2,"",${a}${at}-${b}${at})`,
    ];
  });
  const others = also.map((id): ListCell => {
    const field = found.template.fields.get(fieldKey(list, line.id, id));
    return field ? plainCell(valueOf(found, field)) : null;
  });
  return [
    by.organisation.code,
    by.organisation.name,
    code ?? "no code",
    name,
    ownReturn(row, collection),
    ...figures,
    ...others,
  ];
}

const STATUS_WORDS = { final: "Final", draft: "Draft", blank: "Sent blank" } as const;

/** Where the listed organisation's own return stands. */
function ownReturn({ of, code }: ListedRow, { register }: Collection): string {
  if (of) return of.status === null ? missingWords(of) : STATUS_WORDS[of.status];
  return code === null || register.find(code) === undefined ? "Not in the register" : "Not expected here";
}

/** Organisations whose own list is not there: shown as missing, so that nobody takes the list for complete. */
function missing(
  collection: Collection,
  { role }: Template,
  width: number,
): readonly (readonly ListCell[])[] {
  return rowsOfRole(collection, role)
    .filter((row) => !isFilled(row))
    .map((row) => [
      row.organisation.code,
      row.organisation.name,
      null,
      `${missingWords(row)}: the list of this organisation`,
      ...Array.from({ length: width - 4 }, () => null),
    ]);
}
