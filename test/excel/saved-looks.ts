import ExcelJS from "exceljs";

/** exceljs has these, its types do not. */
interface Untyped {
  readonly dataValidations: { readonly model: Readonly<Record<string, ExcelJS.DataValidation>> };
  readonly conditionalFormattings: readonly {
    readonly ref: string;
    readonly rules: readonly (Omit<ExcelJS.ConditionalFormattingRule, "priority"> & {
      readonly priority: number;
    })[];
  }[];
  readonly sheetProtection: Readonly<Record<string, unknown>> | null;
  readonly rowBreaks: readonly { readonly id: number }[];
}

/** A file may say more, and Excel shows no more. */
const HIGHEST = 409.5;

/** How wide Excel shows a column, as ECMA-376 has it for a usual font of seven dots. */
function dotsOf(width: number): number {
  return Math.trunc(((256 * width + 18) / 256) * 7);
}

/** Everything of each sheet of a saved workbook besides what stands in its cells, as plain data that can be compared. */
export async function savedLooks(bytes: Uint8Array): Promise<Readonly<Record<string, object>>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return Object.fromEntries(workbook.worksheets.map((sheet) => [sheet.name, lookOf(sheet)]));
}

function lookOf(sheet: ExcelJS.Worksheet): object {
  const { dataValidations, conditionalFormattings, sheetProtection, rowBreaks } = sheet as unknown as Untyped;
  const cells: Record<string, object> = {};
  const merges: string[] = [];
  sheet.eachRow({ includeEmpty: true }, (row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (cell.isMerged && cell.master.address !== cell.address)
        merges.push(`${cell.address} in ${cell.master.address}`);
      else if (cell.value !== null || Object.keys(cell.style).length > 0)
        cells[cell.address] = styleOf(cell.style);
    }),
  );
  const { printTitlesRow, printTitlesColumn, ...page } = sheet.pageSetup;
  const [view] = sheet.views;
  return {
    state: sheet.state,
    // Excel's API has no word for the zoom of a sheet.
    view: view && { ...view, zoomScale: 0, zoomScaleNormal: 0, activeCell: "" },
    columns: sheet.columns.map(({ width, hidden }) => ({
      dots: dotsOf(width ?? 0),
      hidden: hidden ?? false,
    })),
    rows: Array.from({ length: sheet.rowCount }, (_, at) => {
      const { height, hidden } = sheet.getRow(at + 1);
      return { height: hidden ? 0 : Math.round(Math.min(height, HIGHEST)), hidden };
    }),
    cells,
    merges,
    validations: Object.entries(dataValidations.model)
      .map(([address, { error, ...one }]) => ({
        address,
        ...one,
        errorStyle: one.errorStyle ?? "stop",
        error: one.showErrorMessage ? error : undefined,
      }))
      .sort((a, b) => (a.address < b.address ? -1 : 1)),
    // In the order in which they are asked.
    conditional: conditionalFormattings
      .flatMap(({ ref, rules }) => rules.map(({ priority, ...rule }) => ({ ref, priority, rule })))
      .map((one, at) => ({ ...one, at }))
      .sort((a, b) => a.priority - b.priority || a.at - b.at)
      .map(({ ref, rule }) => ({ ref, rule })),
    protection: sheetProtection,
    page: { ...page, titles: [printTitlesRow, printTitlesColumn].map((one) => one?.replaceAll("$", "")) },
    footer: sheet.headerFooter.oddFooter,
    breaks: rowBreaks.map(({ id }) => id),
    filter: sheet.autoFilter,
  };
}

function styleOf({ numFmt, font, alignment, border, fill, protection }: Partial<ExcelJS.Style>): object {
  return {
    numFmt: numFmt ?? "General",
    font: {
      name: font?.name ?? "Arial",
      size: font?.size ?? 10,
      bold: font?.bold ?? false,
      underline: font?.underline ?? false,
      colour: font?.color?.argb ?? "FF000000",
    },
    alignment: {
      horizontal: alignment?.horizontal ?? "general",
      vertical: alignment?.vertical ?? "bottom",
      wrap: alignment?.wrapText ?? false,
      indent: alignment?.indent ?? 0,
    },
    border: border ?? {},
    fill: fill?.type === "pattern" && fill.pattern === "solid" ? fill.fgColor : null,
    locked: protection?.locked ?? true,
  };
}
