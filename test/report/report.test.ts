import type { Browser } from "playwright-core";

import { parseAddress, type RawValue } from "../../src/cells";
import { LOOKS, type Layout, type LayoutChart, type LayoutSheet } from "../../src/layout";
import { reportPage, type ReportOf } from "../../src/report";
import { layoutSummary } from "../../src/summary";
import { writeWorkbook } from "../../src/xlsx/write";
import { all, byId, directly, parsed, textOf, type Element } from "../guide/html";
import { axeFindings, scrollsSideways } from "../pane/chromium/pane-page";
import { summary } from "../summary/returns";
import { asCommissioner, asProvider, collected } from "../summary/two-roles";
import { chromiumBrowser, launchChromium } from "../support/chromium";
import { sheetOf, wordsOf } from "../support/layout-cells";
import { pagePicture } from "../support/page-picture";
import { cellsIn, valueAt } from "../support/saved";
import { describeWith } from "../support/skipping";

const HOSTILE = `</td><script>alert("x")</script> & 'all'`;
const collection = collected([
  asProvider("X01", { "deployments.r01[name]": HOSTILE }),
  asProvider("X02", { "spend.staff[plan_revenue]": "many" }),
  asProvider("X50"),
  asCommissioner("X50"),
]);
const renamed = {
  ...collection,
  rows: collection.rows.map((row) =>
    row.organisation.code === "X02" ? { ...row, organisation: { ...row.organisation, name: HOSTILE } } : row,
  ),
  sha: { code: "Q30", name: `North <East> "} </style><script>alert(1)</script>` },
};
const drawn = layoutSummary(renamed, summary).layout;

/** Charts of every kind on the first sheet, over a table of the sheet Spend. */
const layout: Layout = {
  ...drawn,
  sheets: drawn.sheets.map((sheet, at) => (at === 0 ? withCharts(sheet) : sheet)),
};
const of: ReportOf = {
  sha: renamed.sha,
  title: summary.title,
  yearLabel: "2007/08",
  day: "2007-05-01",
  workbook: "summary.xlsx",
};
const html = reportPage(layout, of);
const page = parsed(html);

function withCharts(sheet: LayoutSheet): LayoutSheet {
  const { row } = firstRow("Spend", "Net spend");
  const cells = (column: string) => ({ sheet: "Spend", range: `${column}${row}:${column}${row + 4}` });
  const head = (column: string) => ({ sheet: "Spend", range: `${column}${row - 2}` });
  const chart = (kind: LayoutChart["kind"]): LayoutChart => ({
    kind,
    title: { sheet: "Spend", range: `A${row - 4}` },
    says: `${kind} of ${HOSTILE}`,
    area: { top: 1, left: 1, bottom: 9, right: 9 },
    categories: cells("A"),
    series: [
      { name: head("D"), figures: cells("D"), look: "beside" },
      { name: head("G"), figures: cells("G"), look: "accent" },
    ],
    format: "money",
  });
  const kinds = ["bars", "columns", "stacked_bars", "stacked_columns", "lines"] as const;
  return { ...sheet, charts: kinds.map(chart) };
}

/** Where the rows of a table begin: below its heads and their hidden keys. */
function firstRow(sheet: string, title: string): { readonly row: number } {
  for (const [address, { value, role }] of sheetOf(drawn, sheet).cells)
    if (role === "block_title" && wordsOf(value).startsWith(title))
      return { row: parseAddress(address)!.row + 4 };
  throw new Error(`${sheet} has no ${title}`);
}

/** The figures of a sheet as Excel shows them, row by row: written out here from the codes of its formats. */
function shownFigures(sheet: LayoutSheet, valueOf: (address: string) => RawValue): readonly string[] {
  const places = [...sheet.cells].flatMap(([address, { role, format }]) => {
    const { row, column } = parseAddress(address)!;
    const hidden = sheet.rows.get(row)?.hidden || sheet.columns[column - 1]?.hidden;
    const value = valueOf(address);
    return hidden || LOOKS[role].across !== "right" || role === "closed" || typeof value !== "number"
      ? []
      : [{ row, column, shown: excelShows(value, format) }];
  });
  return places.sort((a, b) => a.row - b.row || a.column - b.column).map(({ shown }) => shown);
}

function excelShows(value: number, format: string): string {
  const percent = /^percent(\d)$/.exec(format);
  if (percent)
    return `${((Math.sign(value) * Math.round(Math.abs(value) * 10 ** (2 + Number(percent[1])))) / 10 ** Number(percent[1])).toFixed(Number(percent[1]))}%`;
  if (format === "date")
    return new Intl.DateTimeFormat("en-GB", {
      day: "2-digit",
      month: "short",
      year: "numeric",
      timeZone: "UTC",
    })
      .format(new Date(Date.UTC(1899, 11, 30) + value * 86_400_000))
      .replace("Sept", "Sep");
  if (format === "general") return String(value);
  const digits = Number(/^decimal(\d)$/.exec(format)?.[1] ?? 0);
  if (value === 0) return "–";
  const size = Math.abs(value).toLocaleString("en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return value < 0 ? `(${size})` : size;
}

function sections(): readonly Element[] {
  return all(page, "section");
}

/** The figures of the tables in a part of the page, without those behind its charts. */
function figuresIn(element: Element): readonly string[] {
  const behind = new Set(all(element, "figure").flatMap((chart) => all(chart, "td")));
  return all(element, "td")
    .filter((cell) => !behind.has(cell) && cell.attributes["class"]?.split(" ").includes("figure"))
    .map(textOf)
    .filter((shown) => shown !== "");
}

describe("the report of a summary", () => {
  test("is one page by itself: nothing is fetched, nothing runs, and no address is named", () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    for (const name of ["script", "link", "img", "iframe", "object", "image", "use"])
      expect(all(page, name)).toEqual([]);
    for (const { attributes } of all(page))
      for (const [name, value] of Object.entries(attributes)) {
        expect(name).not.toMatch(/^on|^src|^style$|^xlink/);
        if (name === "href") expect(value).toMatch(/^#/);
      }
    expect(html).not.toMatch(/https?:|url\(|@import/);
  });

  test("says whose it is, of which year, and as of which day", () => {
    const [band] = all(page, "header");
    for (const part of [
      `${renamed.sha.name} (Q30)`,
      "IM&T spend and plan summary 2007/08",
      "As of 1 May 2007",
    ])
      expect(textOf(band!)).toContain(part);
  });

  test("shows what came from a return as text, wherever it stands", () => {
    const names = all(page, "th").map(textOf);
    expect(names).toContain(HOSTILE);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    const style = textOf(all(page, "style")[0]!);
    expect(style).toContain("@top-left");
    expect(style).not.toContain(`"} `);
    expect(all(page, "svg")[0]!.attributes["aria-label"]).toContain(HOSTILE);
  });

  test("the same summary gives the same bytes", () => {
    expect(reportPage(layout, of)).toBe(html);
  });

  test("begins with six figures, then charts, who has returned, what does not fit; then the sheets", () => {
    const names = sections().map((one) => textOf(all(one, "h2")[0]!));
    expect(names.slice(0, 6)).toEqual([
      "At a glance",
      "Charts",
      "Who has returned",
      "What does not fit, in the returns that count",
      "Assurance",
      "Spend",
    ]);
    expect(names.at(-1)).toBe("Lists in the workbook");
    const large = all(byId(page, "glance"), "dd").filter(({ attributes }) => attributes["class"] === "large");
    const overview = layout.sheets[0]!;
    const wanted = [...overview.cells.values()].flatMap(({ role, value, format }) =>
      role === "number_large" && value !== null ? [excelShows(value as number, format)] : [],
    );
    expect(wanted).toHaveLength(6);
    expect(large.map(textOf)).toEqual(wanted);
  });

  test("shows every figure of a sheet as the written workbook has it, in its order", async () => {
    const workbook = cellsIn(await writeWorkbook(layout));
    const [overview, ...others] = layout.sheets;
    const byName = new Map(sections().map((one) => [textOf(all(one, "h2")[0]!), one]));
    const shownOnOverview = sections()
      .filter(({ attributes }) => attributes["id"]!.startsWith("overview-"))
      .flatMap(figuresIn);
    const at = (sheet: LayoutSheet) => (address: string) => valueAt(workbook, sheet.name, address);
    expect(shownOnOverview).toEqual(shownFigures(overview!, at(overview!)));
    let compared = 0;
    for (const sheet of others) {
      const section = byName.get(sheet.name);
      // A list that is only counted is no part of the page.
      if (!section || sheet.filter !== null) continue;
      const figures = shownFigures(sheet, at(sheet));
      expect([sheet.name, figuresIn(section)]).toEqual([sheet.name, figures]);
      compared += figures.length;
    }
    expect(compared).toBeGreaterThan(1_000);
  });

  test("counts the lists that are for working with, and says which sheet has them", () => {
    const rows = new Map(
      all(byId(page, "lists"), "tr").map((row) => [
        textOf(directly(row, "th")[0]!),
        directly(row, "td").map(textOf).at(-1),
      ]),
    );
    const facts = sheetOf(layout, "Facts");
    const most = Math.max(...[...facts.cells.keys()].map((address) => parseAddress(address)!.row));
    expect(rows.get("Facts")).toBe((most - 5).toLocaleString("en-GB"));
    expect([...rows.keys()]).toEqual(expect.arrayContaining(["Returns", "Findings", "Facts"]));
    expect(html).not.toContain(sheetOf(layout, "Findings").cells.get("I6")!.value as string);
  });

  test("is led into by its contents, and no link leads nowhere", () => {
    const ids = all(page).flatMap(({ attributes }) => attributes["id"] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = all(all(page, "nav")[0]!, "a").map(({ attributes }) => attributes["href"]!.slice(1));
    expect(links).toEqual(sections().map(({ attributes }) => attributes["id"]));
  });

  test("has headings in their order, and tables that can be read aloud", () => {
    expect(all(page, "h1")).toHaveLength(1);
    const levels = all(byId(page, "report")).flatMap(({ name }) => /^h(\d)$/.exec(name)?.[1] ?? []);
    levels.map(Number).reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 1);
    for (const table of all(page, "table")) {
      expect(textOf(directly(table, "caption")[0]!)).not.toBe("");
      for (const head of all(table, "th"))
        expect(head.attributes["scope"]).toMatch(/^(col|row|colgroup|rowgroup)$/);
    }
    const [net] = all(byId(page, "sheet-2"), "table").filter((table) =>
      textOf(directly(table, "caption")[0]!).startsWith("Spend: Net spend"),
    );
    expect(
      all(net!, "th")
        .filter(({ attributes }) => attributes["scope"] === "colgroup")
        .map(textOf),
    ).toEqual(["2006/07 forecast", "2007/08 plan", "Change"]);
    expect(textOf(all(net!, "tfoot")[0]!)).toContain("Total of 3 returns received, of 5 (60%)");
    const [missing] = all(net!, "tr").filter((row) => textOf(row).startsWith("X03"));
    expect(directly(missing!, "td").map(textOf)).toEqual(["Not received", ...Array<string>(8).fill("")]);
  });

  test("says a state by sign and by colour", () => {
    const told = all(byId(page, "overview-2"), "td").filter(({ attributes }) =>
      /\b(fix|explain)\b/.test(attributes["class"] ?? ""),
    );
    expect(told.length).toBeGreaterThan(2);
    for (const cell of told)
      expect(textOf(cell)).toMatch(cell.attributes["class"]!.includes("fix") ? /^✖/ : /^▲/);
  });
});

describe("a chart of the report", () => {
  const charts = all(byId(page, "charts"), "figure");

  test("has its message, the words for those who do not see it, and its figures in a table behind it", () => {
    expect(charts).toHaveLength(5);
    const { row } = firstRow("Spend", "Net spend");
    const cell = (address: string) => sheetOf(layout, "Spend").cells.get(address)!;
    for (const chart of charts) {
      expect(textOf(directly(chart, "figcaption")[0]!)).toBe(cell(`A${row - 4}`).value);
      for (const { attributes } of directly(chart, "svg")) expect(attributes["role"]).toBe("img");
      const rows = all(chart, "tr").slice(1);
      expect(rows.map((one) => [...directly(one, "th"), ...directly(one, "td")].map(textOf))).toEqual(
        [0, 1, 2, 3, 4].map((at) =>
          ["A", "D", "G"].map((column) => {
            const { value, format } = cell(`${column}${row + at}`);
            return typeof value === "number" ? excelShows(value, format) : wordsOf(value);
          }),
        ),
      );
    }
  });

  test("draws bars as long as their figures, from nothing on", () => {
    const [bars] = charts;
    const { row } = firstRow("Spend", "Net spend");
    const figures = [0, 1, 2, 3, 4].flatMap((at) =>
      ["D", "G"].flatMap((column) => {
        const value = sheetOf(layout, "Spend").cells.get(`${column}${row + at}`)!.value;
        return typeof value === "number" ? [value] : [];
      }),
    );
    expect(figures.length).toBeGreaterThan(3);
    for (const svg of directly(bars!, "svg")) {
      const rects = all(svg, "rect").filter(({ attributes }) => Number(attributes["width"]) !== 11);
      const from = new Set(rects.map(({ attributes }) => attributes["x"]));
      expect(from.size).toBe(1);
      const scale = Number(rects[0]!.attributes["width"]) / figures[0]!;
      expect(rects.map(({ attributes }) => Number(attributes["width"]))).toEqual(
        figures.map((figure) => expect.closeTo(figure * scale, 0) as number),
      );
    }
  });

  test("puts stacked parts end to end", () => {
    const [svg] = directly(charts[2]!, "svg");
    const parts = all(svg!, "rect").filter(({ attributes }) => attributes["class"]!.startsWith("part-of"));
    const [first, second] = parts.map(({ attributes }) => attributes);
    expect(Number(second!["x"])).toBeCloseTo(Number(first!["x"]) + Number(first!["width"]), 0);
  });
});

describeWith(chromiumBrowser, "the report in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test("is open to everybody in light and dark, and 320 pixels are enough for it", async () => {
    const asked: string[] = [];
    const view = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    view.on("request", (request) => asked.push(request.url()));
    await view.setContent(html);
    expect(await axeFindings(view.mainFrame())).toEqual([]);
    await pagePicture(view, "report");
    await view.emulateMedia({ colorScheme: "dark" });
    expect(await axeFindings(view.mainFrame(), "colours")).toEqual([]);
    await pagePicture(view, "report-dark");
    await view.setViewportSize({ width: 320, height: 700 });
    await view.emulateMedia({ colorScheme: "light" });
    expect(await scrollsSideways(view.mainFrame())).toBe(false);
    expect(await axeFindings(view.mainFrame(), "all_but_colours")).toEqual([]);
    await pagePicture(view, "report-320");
    const box = view.getByRole("group", { name: "Spend: Net spend, line 220 (£000)" });
    await box.focus();
    await view.keyboard.press("ArrowRight");
    await view.waitForFunction("document.activeElement.scrollLeft > 0");
    expect(asked).toEqual([]);
    await view.close();
  }, 240_000);
});
