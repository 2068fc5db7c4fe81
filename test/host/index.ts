/**
 * A simulated Excel for tests: a workbook behind Microsoft's own, unmodified client of Excel's API, so that an add-in's ordinary
 * `Excel.run` code is tested as it is. What is proven with it and what is assumed stands in README.md beside this file.
 *
 *     const excel = await simulatedExcel({ sheets: ["Spend"] });
 *     await Excel.run(async (context) => { … await context.sync(); });   // the add-in
 *     await excel.user.types("Spend!B4", 12);                             // raises the events that Excel raises
 *     expect(excel.cell("Spend!B5")).toMatchObject({ value: 24, formula: "=B4*2" });
 *     expect(excel.requests.count).toBe(1);                               // one edit, one read
 *
 * One simulation is there at a time: a new one starts the client anew. `excel.user` and `excel.another` end when the add-in has
 * answered to the events; where it waits for a while before it does, let that time pass and call `excel.settled()`.
 */
import type { RawValue, Rectangle } from "../../src/cells";
import { excelClient } from "./client";
import { ExcelHost, type Platform, type Refusal } from "./excel-host";
import { turn } from "./later";
import { applied } from "./model/applied";
import { parseArea, splitSheet } from "./model/area";
import type { ConditionalFormat } from "./model/conditional";
import type { Format } from "./model/format";
import { shown } from "./model/number-format";
import type { Sheet } from "./model/sheet";
import type { Validation } from "./model/validation";
import { Workbook } from "./model/workbook";
import { giveOffice, USUAL_SETS, type RequirementSets } from "./office";
import { attachNativeBridge, type BridgeTraffic, type NativeBridge } from "./transports/native-bridge";
import { savedWorkbook, type SavedWorkbook } from "./saved";
import { toXlsx } from "./to-xlsx";
import { Person } from "./user";

export type { Platform, Refusal } from "./excel-host";
export type { Author, Change } from "./model/changes";
export type { Border, Format } from "./model/format";
export type { Sheet } from "./model/sheet";
export type { Validation } from "./model/validation";
export type { Workbook } from "./model/workbook";
export { USUAL_SETS, type RequirementSets } from "./office";
export type { RequestLog, RequestRecord } from "./request-log";
export { openCells } from "./open-cells";
export { openLayout, pointsOfSigns } from "./open-layout";
export type { SavedLook, SavedWorkbook } from "./saved";
export type { Outcome, Person } from "./user";

export interface SimulationOptions {
  /** The sheets that the workbook has at first; without it one, Sheet1. */
  readonly sheets?: readonly string[];
  readonly name?: string;
  /** "PC" without it. "OfficeOnline" limits requests to 5 MB. */
  readonly platform?: Platform;
  /** Claimed requirement sets, over USUAL_SETS (ExcelApi 1.14): { ExcelApi: "1.4" } refuses every newer member. */
  readonly sets?: RequirementSets;
  /** "en-GB" without it. */
  readonly language?: string;
}

/** What a cell holds, shows and is guarded by. */
export interface SeenCell {
  readonly value: RawValue;
  /** With its equals sign; null where there is none. */
  readonly formula: string | null;
  readonly text: string;
  readonly format: Format;
  readonly validation: Validation | null;
  /** The conditional formats that hold for it now. */
  readonly applied: readonly ConditionalFormat[];
}

let latest: SimulatedExcel | undefined;
// The client tidies up behind itself after a run; nothing may arrive when the tests have ended.
afterAll(() => latest?.settled());

/** Starts a simulated Excel with a new workbook; `Excel` and `Office` are there afterwards. */
export async function simulatedExcel(options: SimulationOptions = {}): Promise<SimulatedExcel> {
  await latest?.settled();
  const client = excelClient();
  const platform = options.platform ?? "PC";
  giveOffice({ platform, sets: { ...USUAL_SETS, ...options.sets }, language: options.language ?? "en-GB" });
  const book = new Workbook(options.name ?? "Book1.xlsx", options.sheets ?? ["Sheet1"]);
  const host = new ExcelHost(book, () => client.surface, platform);
  const bridge: NativeBridge = {};
  client.connect(bridge);
  const excel = new SimulatedExcel(host, attachNativeBridge(bridge, host));
  latest = excel;
  await excel.settled();
  return excel;
}

export class SimulatedExcel {
  /** The user in front of this window, whose edits can be undone. */
  readonly user: Person;
  /** Somebody else who has the workbook open: events say that the edit is remote. */
  readonly another: Person;

  constructor(
    private readonly host: ExcelHost,
    private readonly traffic: BridgeTraffic,
  ) {
    const settle = () => this.settled();
    this.user = new Person(host, "user", settle);
    this.another = new Person(host, "another", settle);
  }

  /** The workbook itself: sheets, names, settings, undo. Tests may read everything there; what they change raises no events of a user. */
  get workbook(): Workbook {
    return this.host.book;
  }

  /** Requests of the add-in since `requests.forget()`. */
  get requests() {
    return this.host.requests;
  }

  /** Refuses a request that is still to come, as if Excel could not answer it. */
  refuses(refusal: Refusal): void {
    this.host.refusals = [...this.host.refusals, refusal];
  }

  /** Keeps the add-in waiting, behind so many of its requests that are still to come, until it is let go. */
  holds(after = 0): void {
    this.host.holds(after);
  }

  letsGo(): void {
    this.host.letsGo();
  }

  /** How many requests of the add-in wait to be let go. */
  get held(): number {
    return this.host.held;
  }

  /** Does something while the answer to the next request is on its way; its events arrive before that answer. */
  meanwhile(work: () => void): void {
    this.host.meanwhile = work;
  }

  /** How many steps the user could undo. */
  get undoDepth(): number {
    return this.workbook.undo.depth;
  }

  /** How many handlers listen to an event of all sheets, such as "DataChanged", or of one. */
  listeners(event: Parameters<ExcelHost["events"]["count"]>[0], sheet?: string): number {
    return this.host.events.count(event, sheet === undefined ? undefined : this.sheet(sheet));
  }

  /** A sheet that has to be there. */
  sheet(name: string): Sheet {
    const sheet = this.workbook.sheetNamed(name);
    if (!sheet)
      throw new Error(
        `there is no sheet ${name}, only ${this.workbook.sheets.map((one) => one.name).join(", ")}`,
      );
    return sheet;
  }

  /** One cell: excel.cell("Spend!B4"). */
  cell(place: string): SeenCell {
    const { sheet, area } = this.at(place);
    const { top, left } = area;
    const value = sheet.value(top, left);
    const format = sheet.format(top, left);
    return {
      value,
      formula: sheet.cell(top, left)?.formula?.text ?? null,
      text: shown(value, format.numberFormat),
      format,
      validation: sheet.validations.at(top, left) ?? null,
      applied: applied(this.workbook, sheet, top, left),
    };
  }

  /** The values of an area, row by row; null for nothing. */
  values(place: string): RawValue[][] {
    const { sheet, area } = this.at(place);
    const rows: RawValue[][] = [];
    for (let row = area.top; row <= area.bottom; row += 1) {
      const values: RawValue[] = [];
      for (let column = area.left; column <= area.right; column += 1) values.push(sheet.value(row, column));
      rows.push(values);
    }
    return rows;
  }

  /** The workbook as plain data: its cells as the project's reader of files gives them, and the look of every sheet. */
  saved(): SavedWorkbook {
    return savedWorkbook(this.workbook);
  }

  /** The workbook as the bytes of an .xlsx file. */
  toXlsx(): Promise<Uint8Array> {
    return toXlsx(this.workbook);
  }

  /** Ends when the add-in asks for nothing more, but for what is held, and every event has arrived. It waits for no clock of the add-in. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 4;) {
      this.traffic.flush();
      await turn();
      quiet = this.traffic.underWay > 0 || this.host.events.hasWaiting ? 0 : quiet + 1;
    }
  }

  private at(place: string): { readonly sheet: Sheet; readonly area: Rectangle } {
    const { sheet, rest } = splitSheet(place);
    const area = parseArea(rest);
    if (sheet === null || !area) throw new Error(`${place} is no place: write "Sheet!B4"`);
    return { sheet: this.sheet(sheet), area };
  }
}
