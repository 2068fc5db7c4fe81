import type { WorkbookCells } from "../../src/cells";

/** Where two workbooks differ, cell by cell: quicker than a comparison that would print them both. */
export function differing(a: WorkbookCells, b: WorkbookCells): readonly string[] {
  const names = (workbook: WorkbookCells) =>
    workbook.sheets.map(({ name, visibility }) => `${name}, ${visibility}`);
  if (names(a).join() !== names(b).join()) return [`${names(a).join("; ")} and ${names(b).join("; ")}`];
  return a.sheets.flatMap(({ name, cells }, at) => {
    const others = b.sheets[at]!.cells;
    return [...new Set([...cells.keys(), ...others.keys()])].flatMap((address) => {
      const [one, other] = [cells.get(address), others.get(address)].map((cell) =>
        JSON.stringify([cell?.value, cell?.formula]),
      );
      return one === other ? [] : [`${name}!${address}: ${one} and ${other}`];
    });
  });
}
