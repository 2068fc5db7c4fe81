import { SheetDraft, breakPages, type LayoutSheet } from "../../layout";
import type { SummaryBeside, Template } from "../../template";

import { rolesFiled, rowsOfRole, type Collection } from "../collection";
import type { FactPlaces } from "../fact-places";
import { FIRST_ROW, drawFrame, finished, type Frame } from "../frame";
import { columnsOf, setWidths } from "./columns";
import { drawOrganisations, heightOf, type LineTable, type LineTotal } from "./organisations-table";
import { linesIn, pairedLine } from "./pairs";
import { drawTotals, heightOfTotals, type TotalLine } from "./totals-tables";
import { besideIntro } from "./words";

/** A line of one role, with its organisations. */
interface RoleLine {
  readonly template: Template;
  readonly number: number | null;
  readonly label: string;
  readonly table: LineTable;
}

/**
 * What was planned a year ago beside what is said of it now: totals by line, then the lines of most interest organisation by
 * organisation; the other lines on a sheet of their own. Where no earlier return was given, one sentence says so.
 */
export function besideSheets(
  beside: SummaryBeside,
  frame: Frame,
  placeOf: FactPlaces,
): readonly LayoutSheet[] {
  const { collection } = frame;
  const intro = besideIntro(beside, collection);
  if (!collection.earlier || collection.earlier.bodies.size === 0) return [onlyWords(beside, frame, intro)];
  const lines = roleLines(beside, collection);
  const isShown = ({ table }: RoleLine) => beside.organisations.includes(table.line);
  const rest = lines.filter((one) => !isShown(one));
  const shown = beside.organisations.flatMap((line) => lines.filter(({ table }) => table.line === line));
  const totals = new Map<RoleLine, LineTotal>();
  const byLine = newSheet(beside.byLine.sheet, beside);
  const place = { beside, placeOf, totals };
  const below = drawTables(byLine, place, rest, FIRST_ROW);
  const first = newSheet(beside.sheet, beside);
  const roles = [...new Set(lines.map(({ template }) => template))];
  // What stands above takes its figures from what stands below, so that is drawn first, in its place.
  const blocks = totalBlocks(beside, roles, lines);
  const from = blocks.reduce((row, { height }) => row + height + 1, FIRST_ROW);
  const tables = drawTables(first, place, shown, from);
  let row = FIRST_ROW;
  const above = blocks.map(({ title, of, sum, height }) => {
    const start = row;
    drawTotals(first, beside, title, totalsOf(of, totals, sum !== null), start, sum);
    row += height + 1;
    return { from: start, to: row - 2 };
  });
  const { intro: others } = beside.byLine;
  const sheets = [closed(first, beside, frame, intro, [...above, ...tables])];
  return rest.length === 0 ? sheets : [...sheets, closed(byLine, beside, frame, others, below)];
}

/** Every line of every role that is set beside, in that order. */
function roleLines(beside: SummaryBeside, collection: Collection): readonly RoleLine[] {
  return rolesFiled(collection)
    .filter(({ role }) => beside.roles.has(role))
    .flatMap((template) =>
      linesIn(beside, template).map(({ id, number, label }): RoleLine => {
        const title = `${beside.roles.get(template.role) ?? template.roleLabel}: ${numbered(number, label)}`;
        const rows = rowsOfRole(collection, template.role);
        const lines = rows.map((row) => pairedLine(collection, beside, row, id));
        return { template, number, label, table: { title, line: id, lines } };
      }),
    );
}

interface TotalBlock {
  readonly title: string;
  readonly of: readonly RoleLine[];
  /** What the totals make together; null where they are lines of which some are part of others. */
  readonly sum: string | null;
  readonly height: number;
}

/** First the first line that is shown, of all roles together; then every line, role by role. */
function totalBlocks(
  beside: SummaryBeside,
  roles: readonly Template[],
  lines: readonly RoleLine[],
): readonly TotalBlock[] {
  const [most = ""] = beside.organisations;
  const all = lines.filter(({ table }) => table.line === most);
  const wordsOf = ({ role, roleLabel }: Template) => beside.roles.get(role) ?? roleLabel;
  const block = (title: string, of: readonly RoleLine[], sum: string | null): TotalBlock => ({
    title,
    of,
    sum,
    height: heightOfTotals(of.length, sum !== null),
  });
  return [
    block("In all", all, "Together"),
    ...roles.map((template) =>
      block(
        `${wordsOf(template)}, by line`,
        lines.filter((line) => line.template === template),
        null,
      ),
    ),
  ];
}

function totalsOf(
  lines: readonly RoleLine[],
  totals: ReadonlyMap<RoleLine, LineTotal>,
  named: boolean,
): readonly TotalLine[] {
  return lines.flatMap((line): TotalLine[] => {
    const total = totals.get(line);
    const { number, label, table } = line;
    if (!total) return [];
    return [named ? { number: null, label: table.title, total } : { number, label, total }];
  });
}

interface Place {
  readonly beside: SummaryBeside;
  readonly placeOf: FactPlaces;
  readonly totals: Map<RoleLine, LineTotal>;
}

/** One table below another; notes where the total of each stands. */
function drawTables(
  draft: SheetDraft,
  { beside, placeOf, totals }: Place,
  lines: readonly RoleLine[],
  from: number,
): readonly { readonly from: number; readonly to: number }[] {
  let row = from;
  return lines.map((line) => {
    const start = row;
    totals.set(line, drawOrganisations(draft, beside, line.table, start, placeOf));
    row += heightOf(line.table) + 1;
    return { from: start, to: row - 2 };
  });
}

function newSheet(name: string, beside: SummaryBeside): SheetDraft {
  const draft = new SheetDraft(name);
  setWidths(draft, columnsOf(beside));
  return draft;
}

function closed(
  draft: SheetDraft,
  beside: SummaryBeside,
  frame: Frame,
  intro: string | null,
  tables: readonly { readonly from: number; readonly to: number }[],
): LayoutSheet {
  const lastColumn = columnsOf(beside).state;
  drawFrame(draft, frame, lastColumn, null, intro);
  breakPages(draft, tables, { portrait: false, titleRows: 2, lastColumn });
  return finished(draft, frame, { freeze: { rows: 2, columns: 2 } });
}

function onlyWords(beside: SummaryBeside, frame: Frame, intro: string): LayoutSheet {
  const draft = newSheet(beside.sheet, beside);
  return closed(draft, beside, frame, intro, []);
}

function numbered(number: number | null, label: string): string {
  return number === null ? label : `${number} ${label}`;
}
