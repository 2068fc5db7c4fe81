import { parseAddress, type Address, type SheetCells } from "../cells";

/** A sheet with its texts by what they say, so that keys and labels are found without going through its cells again. */
export interface SheetTexts {
  readonly sheet: SheetCells;
  /** Addresses of every text, from top to bottom. */
  readonly texts: ReadonlyMap<string, readonly Address[]>;
  /** Texts of each row by column. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** Rows in which anything stands, from top to bottom: a sheet may be a million rows long with next to nothing on it. */
  readonly filledRows: readonly number[];
}

export function textsOf(sheet: SheetCells): SheetTexts {
  const texts = new Map<string, Address[]>();
  const rows = new Map<number, Map<number, string>>();
  const filled = new Set<number>();
  for (const [at, { value }] of sheet.cells) {
    const address = parseAddress(at);
    if (!address) continue;
    filled.add(address.row);
    if (typeof value !== "string") continue;
    const text = tidyText(value);
    const known = texts.get(text);
    if (known) known.push(address);
    else texts.set(text, [address]);
    const row = rows.get(address.row) ?? new Map<number, string>();
    rows.set(address.row, row.set(address.column, text));
  }
  for (const addresses of texts.values()) addresses.sort((a, b) => a.row - b.row || a.column - b.column);
  return { sheet, texts, rows, filledRows: [...filled].sort((a, b) => a - b) };
}

/** A text as it is compared: blanks around it and between its words do not tell it apart. */
export function tidyText(text: string): string {
  return text.replace(/[\s\u00A0]+/g, " ").trim();
}
