import { formatAddress, parseAddress, type Address, type SheetCells, type WorkbookCells } from "../cells";
import type { Place } from "../return";
import type { Template, ValueBlock } from "../template";

/** Keys as they stand beside rows and above columns: small letters, digits, underscores. */
const COLUMN_KEY = /^[a-z][a-z0-9_]*$/;
const LINE_KEY = /^([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)$/;

/** Where a workbook holds entries under keys that its template no longer has, as one made by an earlier version may. */
export function leftBehind(workbook: WorkbookCells, template: Template): readonly Place[] {
  const blocks = new Map<string, ValueBlock>();
  for (const sheet of template.sheets)
    for (const block of sheet.blocks) if (block.kind !== "checks") blocks.set(block.id, block);
  return workbook.sheets.flatMap((sheet) => {
    const texts = textsOf(sheet);
    return texts
      .filter(({ text }) => text.startsWith("#"))
      .flatMap(({ text, at }) => inBlock(text.slice(1), at, texts, sheet, blocks.get(text.slice(1))));
  });
}

interface Text {
  readonly text: string;
  readonly at: Address;
}

function textsOf({ cells }: SheetCells): readonly Text[] {
  return [...cells].flatMap(([address, { value }]) => {
    const at = typeof value === "string" ? parseAddress(address) : undefined;
    return at && typeof value === "string" ? [{ text: value, at }] : [];
  });
}

function inBlock(
  id: string,
  anchor: Address,
  texts: readonly Text[],
  { name, cells }: SheetCells,
  block: ValueBlock | undefined,
): readonly Place[] {
  const lines = new Set(block?.lines.map((line) => line.id));
  const columns = new Set(block?.columns.map((column) => column.id));
  const rows = texts.flatMap(({ text, at }) => {
    const [, of, line] = LINE_KEY.exec(text) ?? [];
    return at.column === anchor.column && of === id && line !== undefined ? [{ line, row: at.row }] : [];
  });
  const heads = texts.filter(
    ({ text, at }) => at.row === anchor.row && at.column !== anchor.column && COLUMN_KEY.test(text),
  );
  return rows.flatMap(({ line, row }) =>
    heads.flatMap(({ text: column, at }): readonly Place[] => {
      if (lines.has(line) && columns.has(column)) return [];
      const cell = formatAddress({ row, column: at.column });
      const found = cells.get(cell);
      return found && found.value !== null && found.formula === null ? [{ sheet: name, cell }] : [];
    }),
  );
}
