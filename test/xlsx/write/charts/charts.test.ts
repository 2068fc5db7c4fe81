import { dirname, join } from "node:path/posix";

import { writeWorkbook } from "../../../../src/xlsx/write";
import { withDrawing } from "../../../../src/xlsx/write/charts/in-sheet";
import { made } from "../../../support/made";
import { saved } from "../../../support/saved";
import { EXPECTED, KINDS, MESSAGE, NAMES, PLANNED, bare, charted } from "./layouts";
import { childrenOf, partsOf } from "./parts";

/** The elements of a sheet in the order of the format's schema (ECMA-376, CT_Worksheet). */
const ORDER =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split(
    " ",
  );

const ALL = charted();
let parts: ReadonlyMap<string, string>;
const part = (name: string) => {
  const text = parts.get(name);
  if (text === undefined) throw new Error(`there is no ${name}`);
  return text;
};

beforeAll(async () => {
  await saved(ALL, made("xlsx-charts"), "every-kind");
  parts = partsOf(await writeWorkbook(ALL));
});

describe("in a sheet", () => {
  test("the drawing stands where the format wants it, with all else that sheets hold", () => {
    for (const number of KINDS.keys()) {
      const found = childrenOf(part(`xl/worksheets/sheet${number + 1}.xml`));
      expect(found).toEqual(
        expect.arrayContaining(["sheetProtection", "autoFilter", "conditionalFormatting"]),
      );
      expect(found).toEqual(expect.arrayContaining(["dataValidations", "rowBreaks", "colBreaks", "drawing"]));
      const places = found.map((name) => ORDER.indexOf(name));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
  });

  test("a sheet without charts is as it was", async () => {
    const without = partsOf(await writeWorkbook(bare(ALL)));
    expect(part("xl/worksheets/sheet6.xml")).toBe(without.get("xl/worksheets/sheet6.xml"));
    expect([...without.keys()].filter((name) => /chart|drawing/.test(name))).toEqual([]);
    expect(part("xl/worksheets/sheet1.xml").replace(/<drawing [^>]*>/, "")).toBe(
      without.get("xl/worksheets/sheet1.xml"),
    );
  });

  test("what stands inside a rule is not taken for what stands behind the drawing", () => {
    const rule =
      '<conditionalFormatting sqref="A1"><cfRule a="1>0"><extLst><ext/></extLst></cfRule></conditionalFormatting>';
    const tables = '<tableParts count="1"><tablePart r:id="t"/></tableParts>';
    const sheet = (end: string) =>
      `<?xml version="1.0"?>\n<worksheet><sheetData/>${rule}<pageMargins left="1"/>${end}</worksheet>`;
    expect(childrenOf(withDrawing(sheet(""), "d"))).toEqual([
      "sheetData",
      "conditionalFormatting",
      "pageMargins",
      "drawing",
    ]);
    expect(childrenOf(withDrawing(sheet(`${tables}<extLst><ext/></extLst>`), "d")).slice(2)).toEqual([
      "pageMargins",
      "drawing",
      "tableParts",
      "extLst",
    ]);
    expect(withDrawing(sheet(""), "d")).toContain(rule);
  });

  test("a second drawing is refused", () => {
    expect(() => withDrawing(withDrawing("<worksheet><sheetData/></worksheet>", "a"), "b")).toThrow(
      "has a drawing already",
    );
  });
});

describe("in the workbook", () => {
  test("every part that is named is there, and every part is said to be what it is", () => {
    const named = [...parts.keys()].filter((name) => /(?:drawings|worksheets)\/_rels\//.test(name));
    expect(named).toHaveLength(2 * KINDS.length);
    for (const rels of named)
      for (const [, target = ""] of part(rels).matchAll(/Target="([^"]+)"/g))
        expect([...parts.keys()]).toContain(join(dirname(dirname(rels)), target));
    const added = [...parts.keys()].filter((name) => /^xl\/(?:charts|drawings)\/[a-z]+\d+\.xml$/.test(name));
    expect(added).toHaveLength(2 * KINDS.length);
    for (const name of added) {
      const kind = name.includes("charts") ? "drawingml.chart" : "drawing";
      expect(part("[Content_Types].xml")).toContain(
        `PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"`,
      );
    }
  });

  test("the same layout gives the same bytes", async () => {
    expect(Buffer.compare(await writeWorkbook(charted()), await writeWorkbook(charted()))).toBe(0);
  });
});

describe("a chart", () => {
  const cached = (xml: string) => [...xml.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => value);

  test("names its cells, and has what they hold", () => {
    const [, title, , one, other] = part("xl/charts/chart1.xml").split(/<c:title>|<\/c:title>|<c:ser>/);
    const quoted = "'Figures &amp; ''more'' here'!";
    expect(title).toContain(`<c:f>${quoted}$A$1</c:f>`);
    expect(cached(title!)).toEqual([MESSAGE]);
    const names = NAMES.map((name) => name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    expect(cached(one!)).toEqual(["Planned", ...names, ...PLANNED.map(String)]);
    expect(cached(other!)).toEqual(["Expected", ...names, ...EXPECTED.map(String)]);
    expect([...one!.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(([, formula]) => formula)).toEqual([
      `${quoted}$B$2`,
      `${quoted}$A$3:$A$6`,
      `${quoted}$B$3:$B$6`,
    ]);
  });

  test("begins with 0, unless a figure is below", async () => {
    for (const number of KINDS.keys())
      expect(part(`xl/charts/chart${number + 1}.xml`)).toContain('<c:min val="0"/>');
    const below = partsOf(await writeWorkbook(charted(["columns"], [120, -80, 3, 4])));
    expect(below.get("xl/charts/chart1.xml")).not.toContain("<c:min ");
  });

  test("has no point where a cell holds no figure", async () => {
    const gap = partsOf(await writeWorkbook(charted(["columns"], [120, null, "none", 4])));
    const [, one = ""] = gap.get("xl/charts/chart1.xml")!.split("<c:ser>");
    const [, figures = ""] = one.split("<c:numCache>");
    expect([...figures.matchAll(/<c:pt idx="(\d)"><c:v>(\d+)/g)].map(([, at, value]) => [at, value])).toEqual(
      [
        ["0", "120"],
        ["3", "4"],
      ],
    );
    expect(figures).toContain('<c:ptCount val="4"/>');
  });

  test("of lines has its figures below where another line runs close above it", async () => {
    // Expected are 100, 150, 200 and 0.
    const lines = partsOf(await writeWorkbook(charted(["lines"], [95, 180, 190, 60])));
    const [, first = "", other = ""] = lines.get("xl/charts/chart1.xml")!.split("<c:ser>");
    const below = /<c:dLbl><c:idx val="(\d)"\/>(?:(?!<\/c:dLbl>).)*<c:dLblPos val="b"\/>/g;
    expect([...first.matchAll(below)].map(([, at]) => at)).toEqual(["0", "2"]);
    expect(first).toContain('<c:dLblPos val="t"/>');
    expect(other).not.toContain("<c:dLblPos");
  });

  test("of cells that are not there is refused", async () => {
    const [first, ...others] = charted(["bars"]).sheets;
    const [chart] = first!.charts;
    const gone = { ...first!, charts: [{ ...chart!, title: { sheet: "Gone", range: "A1" } }] };
    await expect(writeWorkbook({ title: "", sheets: [gone, ...others] })).rejects.toThrow(
      "nothing at Gone!A1",
    );
    const short = { ...chart!, categories: { ...chart!.categories, range: "A3:A4" } };
    await expect(
      writeWorkbook({ title: "", sheets: [{ ...first!, charts: [short] }, ...others] }),
    ).rejects.toThrow("needs one figure in every series");
  });
});
