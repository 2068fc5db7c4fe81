import { parseAddress } from "../../src/cells";
import {
  COLOURS,
  CONDITIONAL_LOOKS,
  FONT,
  LOOKS,
  NUMBER_FORMATS,
  type Layout,
  type LayoutSheet,
  type Look,
  type StyleRole,
} from "../../src/layout";
import { areaOf, parseArea } from "./model/area";
import { NO_CHANGE } from "./model/conditional";
import { formatWith, USUAL_FORMAT, type Border, type Format } from "./model/format";
import { INCH, USUAL_PAGE } from "./model/page-layout";
import { NO_VALIDATION, type Validation, type ValidationRule } from "./model/validation";
import type { Sheet } from "./model/sheet";
import type { Workbook } from "./model/workbook";

/**
 * A column of which a file says that it is so many signs wide, in points: seven dots a sign, at four dots for three points. The five dots
 * beside the signs are in the file's number.
 */
export function pointsOfSigns(width: number): number {
  return Math.trunc(((256 * width + 18) / 256) * 7) * 0.75;
}

/** The other way round. */
export function signsOfPoints(points: number): number {
  return points / 0.75 / 7;
}

/**
 * Puts the sheets of a layout into a workbook as if a file with them had been opened, so that tests of what comes afterwards need no
 * add-in to write it. Sheets that the layout has not are taken away.
 */
export function openLayout(book: Workbook, layout: Layout): void {
  const before = [...book.sheets];
  before.forEach((sheet, at) => (sheet.name = `~${at}`));
  const sheets = layout.sheets.map(({ name }) => book.addSheet(name));
  // All sheets have to be there before a formula looks at them.
  layout.sheets.forEach((from, at) => {
    const sheet = sheets[at];
    if (sheet) putCells(sheet, from);
  });
  layout.sheets.forEach((from, at) => {
    const sheet = sheets[at];
    if (sheet) putRest(sheet, from);
  });
  for (const sheet of before) book.removeSheet(sheet);
  for (const [at, { visibility }] of layout.sheets.entries()) {
    const sheet = sheets[at];
    if (sheet && visibility !== "visible")
      book.setVisibility(sheet, visibility === "hidden" ? "Hidden" : "VeryHidden");
  }
  book.properties.set("Title", layout.title);
  book.emitCalculated();
}

function putCells(sheet: Sheet, from: LayoutSheet): void {
  for (const [address, cell] of from.cells) {
    const at = parseAddress(address);
    if (!at) throw new Error(`openLayout: ${address} is no address`);
    const format = cell.role === "key" ? USUAL_FORMAT : lookOf(cell.role, NUMBER_FORMATS[cell.format]);
    const formula = cell.formula === null ? null : `=${cell.formula}`;
    sheet.put(at.row, at.column, cell.value, formula, format);
  }
}

const looks = new Map<string, Format>();

function lookOf(role: StyleRole, numberFormat: string): Format {
  const key = `${role} ${numberFormat}`;
  const known = looks.get(key);
  if (known) return known;
  const look: Look = LOOKS[role];
  const format = formatWith(USUAL_FORMAT, {
    numberFormat,
    fontName: FONT,
    fontSize: look.size,
    fontColour: `#${look.colour}`,
    bold: look.bold,
    underline: look.underline ? "Single" : "None",
    fill: look.fill === null ? null : `#${look.fill}`,
    horizontal: { left: "Left", right: "Right", center: "Center" }[look.across],
    vertical: { top: "Top", middle: "Center", bottom: "Bottom" }[look.down],
    wrap: look.wrap,
    indent: look.indent,
    locked: look.locked,
    ...rulesOf(look.rules),
  });
  looks.set(key, format);
  return format;
}

function rulesOf(rules: Look["rules"]): Partial<Format> {
  const line = (colour: string): Border => ({ style: "Continuous", weight: "Thin", colour: `#${colour}` });
  const [light, strong] = [line(COLOURS.rule), line(COLOURS.strongRule)];
  switch (rules) {
    case "none":
      return {};
    case "box":
      return { top: light, bottom: light, left: light, right: light };
    case "total":
      return { top: strong, bottom: light, left: light, right: light };
    case "below":
      return { top: light, bottom: strong, left: light, right: light };
  }
}

function putRest(sheet: Sheet, from: LayoutSheet): void {
  from.columns.forEach(({ width, hidden }, at) => {
    sheet.columns.setSize(at + 1, pointsOfSigns(width));
    sheet.columns.setHidden(at + 1, hidden);
  });
  for (const [row, { height, hidden }] of from.rows) {
    if (height !== null) sheet.rows.setSize(row, height);
    sheet.rows.setHidden(row, hidden);
  }
  sheet.merges = from.merges;
  sheet.freeze = from.freeze.rows + from.freeze.columns > 0 ? from.freeze : null;
  sheet.showsGridlines = false;
  for (const validation of from.validations)
    sheet.validations.put(areasOf(validation.range), {
      ...NO_VALIDATION,
      rule: ruleOf(validation.test),
      prompt: { show: validation.prompt !== "", title: validation.promptTitle, message: validation.prompt },
      alert: alertOf(validation.error, validation.test.kind !== "any"),
    });
  sheet.conditional = from.conditional.map(({ range, formula, look }, at) => {
    const { colour, fill, bold } = CONDITIONAL_LOOKS[look];
    return {
      id: `{${sheet.id}-${at}}`,
      areas: areasOf(range),
      condition: { kind: "Custom", formula: `=${formula}` },
      look: { ...NO_CHANGE, fontColour: `#${colour}`, bold, fill: fill === null ? null : `#${fill}` },
      stopIfTrue: false,
    };
  });
  sheet.page = {
    ...USUAL_PAGE,
    orientation: from.portrait ? "Portrait" : "Landscape",
    paperSize: "A4",
    scale: from.scale,
    pagesAcross: from.scale === null ? from.pagesAcross : null,
    pagesDown: from.scale === null ? from.pagesDown : null,
    margins: {
      left: 0.4 * INCH,
      right: 0.4 * INCH,
      top: 0.5 * INCH,
      bottom: 0.6 * INCH,
      header: 0.3 * INCH,
      footer: 0.3 * INCH,
    },
    titleRows: from.titleRows,
    titleColumns: from.titleColumns,
    headers: { ...USUAL_PAGE.headers, ...footersOf(from.footer) },
  };
  sheet.rowBreaks = from.pageBreaks;
  sheet.columnBreaks = from.columnBreaks;
  sheet.filter = from.filter === null ? null : parseArea(from.filter);
  if (from.protected)
    sheet.protection = {
      options: new Set([
        "allowFormatColumns",
        "allowFormatRows",
        "allowAutoFilter",
        ...(from.takesRows ? (["allowInsertRows"] as const) : []),
      ]),
      selectionMode: "Normal",
      password: "",
    };
}

function areasOf(range: string) {
  return range.split(/[ ,]+/).map((part) => parseArea(part) ?? areaOf(1, 1));
}

function ruleOf(test: LayoutSheet["validations"][number]["test"]): ValidationRule | null {
  switch (test.kind) {
    case "any":
      return null;
    case "list":
      return { kind: "list", source: test.choices.join(","), dropDown: true };
    case "length":
      return { kind: "textLength", operator: "LessThanOrEqualTo", formula1: test.most, formula2: null };
    default: {
      const kind = test.kind === "whole" ? "wholeNumber" : test.kind;
      return { kind, operator: "Between", formula1: test.least, formula2: test.most };
    }
  }
}

function alertOf(message: string, show: boolean): Validation["alert"] {
  return { show, style: "Stop", title: "This does not fit here", message };
}

/** "&Lleft&Ccentre&Rright", as a file has a footer. */
function footersOf(footer: string) {
  const part = (letter: string) => new RegExp(`&${letter}(.*?)(?=&[LCR]|$)`, "s").exec(footer)?.[1] ?? "";
  return { leftFooter: part("L"), centerFooter: part("C"), rightFooter: part("R") };
}
