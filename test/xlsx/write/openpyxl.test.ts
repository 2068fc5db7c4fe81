import { formatAddress, parseAddress } from "../../../src/cells";
import { LOOKS, type LayoutSheet } from "../../../src/layout";
import { sheetOf } from "../../support/layout-cells";
import { made } from "../../support/made";
import { openpyxl, python } from "../../support/openpyxl";
import { saved } from "../../support/saved";
import { describeWith } from "../../support/skipping";
import { ODD_CELLS, odd, provider } from "./layouts";

const folder = made("xlsx-write-openpyxl");
const PROVIDER = provider();
const ODD = odd(ODD_CELLS);

interface Seen {
  readonly sheets: Readonly<Record<string, SeenSheet>>;
}
interface SeenSheet {
  readonly state: string;
  readonly formulas: Readonly<Record<string, unknown>>;
  readonly results: Readonly<Record<string, unknown>>;
  readonly merges: readonly string[];
  readonly freeze: string | null;
  readonly hiddenColumns: readonly string[];
  readonly hiddenRows: readonly number[];
  readonly validations: readonly (readonly (string | boolean | null)[])[];
  readonly conditional: readonly (readonly [string, string])[];
  readonly filter: string | null;
  readonly breaks: readonly number[];
  readonly columnBreaks: readonly number[];
  readonly scale: number | null;
  readonly unlocked: readonly string[];
  readonly footer: readonly (string | null)[];
}

/** Columns that share a width are written as one group, which counts from its first to its last. */
const SCRIPT = `
import json, sys, openpyxl
from openpyxl.utils import get_column_letter as letter
out = []
for path in json.load(sys.stdin):
    book, done = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    sheets = {}
    for s in book.worksheets:
        cells = [c for row in s.iter_rows() for c in row if type(c).__name__ == "Cell"]
        hidden = [letter(i) for d in s.column_dimensions.values() if d.hidden for i in range(d.min, d.max + 1)]
        f = s.oddFooter
        sheets[s.title] = {
            "state": s.sheet_state,
            "formulas": {c.coordinate: c.value for c in cells if c.data_type == "f"},
            "results": {c.coordinate: done[s.title][c.coordinate].value for c in cells if c.data_type == "f"},
            "merges": sorted(str(m) for m in s.merged_cells.ranges),
            "freeze": s.freeze_panes,
            "hiddenColumns": hidden,
            "hiddenRows": [i for i, d in s.row_dimensions.items() if d.hidden],
            "validations": [[str(v.sqref), v.type, v.operator, v.formula1, v.formula2, v.promptTitle, v.prompt, v.error] for v in s.data_validations.dataValidation],
            "conditional": [[str(r.sqref), rule.formula[0]] for r in s.conditional_formatting for rule in r.rules],
            "filter": s.auto_filter.ref,
            "breaks": [b.id for b in s.row_breaks.brk],
            "columnBreaks": [b.id for b in s.col_breaks.brk],
            "scale": s.page_setup.scale,
            "unlocked": [c.coordinate for c in cells if not c.protection.locked],
            "footer": [f.left.text, f.center.text, f.right.text],
        }
    out.append({"sheets": sheets})
print(json.dumps(out, default=str))
`;

describeWith(openpyxl, "what openpyxl reads back", () => {
  let [provided, strange]: Seen[] = [];
  beforeAll(async () => {
    const files = [await saved(PROVIDER, folder, "provider"), await saved(ODD, folder, "odd")];
    [provided, strange] = (await python(SCRIPT, files)) as Seen[];
  }, 60_000);
  const both = (what: (sheet: LayoutSheet, seen: SeenSheet) => void) => {
    for (const sheet of PROVIDER.sheets) what(sheet, provided!.sheets[sheet.name]!);
    for (const sheet of ODD.sheets) what(sheet, strange!.sheets[sheet.name]!);
  };

  test("has every formula and its result", () => {
    both((sheet, { formulas, results }) => {
      const wanted = [...sheet.cells].filter(([, { formula }]) => formula !== null);
      expect(formulas).toEqual(Object.fromEntries(wanted.map(([at, { formula }]) => [at, `=${formula!}`])));
      for (const [at, { value }] of wanted) {
        const plain = typeof value === "object" && value !== null ? value.error : value;
        expect([at, results[at] ?? ""]).toEqual([at, plain]);
      }
    });
  });

  test("has what is merged, frozen, hidden, filtered, and where pages break", () => {
    both((sheet, seen) => {
      const letters = (at: number) => sheetLetters(at);
      const merged = sheet.merges.map((m) => `${letters(m.left)}${m.top}:${letters(m.right)}${m.bottom}`);
      const { rows, columns } = sheet.freeze;
      expect(seen.merges).toEqual(merged.sort());
      expect(seen.freeze).toBe(rows + columns === 0 ? null : `${letters(columns + 1)}${rows + 1}`);
      expect(seen.hiddenColumns).toEqual(
        sheet.columns.flatMap(({ hidden }, at) => (hidden ? [letters(at + 1)] : [])),
      );
      expect(seen.hiddenRows).toEqual([...sheet.rows].filter(([, { hidden }]) => hidden).map(([row]) => row));
      expect([seen.filter, seen.state]).toEqual([sheet.filter, sheet.visibility]);
      expect(seen.breaks).toEqual(sheet.pageBreaks.map((row) => row - 1));
      expect(seen.columnBreaks).toEqual(sheet.columnBreaks.map((column) => column - 1));
      expect(seen.scale).toBe(sheet.scale ?? 100);
    });
  });

  test("has every validation with its words", () => {
    for (const { name, validations } of PROVIDER.sheets) {
      // exceljs takes equal validations of neighbouring cells together.
      const there = new Map(
        provided!.sheets[name]!.validations.flatMap((one) =>
          cellsOf(String(one[0])).map((at) => [at, one] as const),
        ),
      );
      for (const { range, test: of, promptTitle, prompt, error } of validations) {
        const seen = there.get(range.split(":")[0]!)!;
        expect([range, seen[5] ?? "", seen[6], seen[7]]).toEqual([range, promptTitle, prompt, error]);
        const bounds =
          of.kind === "list"
            ? ["list", `"${of.choices.join(",")}"`, null]
            : of.kind === "length"
              ? ["textLength", String(of.most), null]
              : of.kind === "any"
                ? [null, null, null]
                : [of.kind, String(of.least), String(of.most)];
        expect([range, of.kind === "any" ? null : seen[1], seen[3], seen[4]]).toEqual([range, ...bounds]);
      }
      expect(there.size).toBe(validations.flatMap(({ range }) => cellsOf(range)).length);
    }
  });

  test("has every conditional format on its cells, the unlocked cells and the foot", () => {
    for (const sheet of PROVIDER.sheets) {
      const seen = provided!.sheets[sheet.name]!;
      expect([...seen.conditional].sort()).toEqual(
        sheet.conditional.map(({ range, formula }) => [range, formula]).sort(),
      );
      const unlocked = [...sheet.cells].filter(([, { role }]) => !LOOKS[role].locked).map(([at]) => at);
      expect([...seen.unlocked].sort()).toEqual(unlocked.sort());
      // openpyxl leaves the size of the letters out.
      expect(seen.footer[0]).toBe("X01 A && B · IM&&T spend and tariff return 2007/08");
    }
    expect(sheetOf(ODD, "Behind").freeze.columns).toBe(30);
  });
});

function sheetLetters(column: number): string {
  return column > 26 ? `A${String.fromCharCode(64 + column - 26)}` : String.fromCharCode(64 + column);
}

/** Every address in "D10:E10" or "D14". */
function cellsOf(range: string): readonly string[] {
  return range.split(" ").flatMap((part) => {
    const [first, last = first] = part.split(":").map((text) => parseAddress(text)!);
    const cells: string[] = [];
    for (let row = first!.row; row <= last!.row; row += 1) {
      for (let column = first!.column; column <= last!.column; column += 1)
        cells.push(formatAddress({ row, column }));
    }
    return cells;
  });
}
