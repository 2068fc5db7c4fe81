import { invalidArgument, invalidOperation, alreadyExists } from "../protocol/errors";
import type { Rectangle } from "../../../src/cells";
import { Calculation } from "./calculation";
import type { Author, Change } from "./changes";
import type { DefinedName } from "./names";
import { Sheet, type Visibility } from "./sheet";
import { UndoStack } from "./undo";
import type { Wire } from "../protocol/wire";

const LONGEST_SHEET_NAME = 31;
let sheetsMade = 0;

/** The simulated workbook. The grid, the user of the tests and Excel's API all read and change this one. */
export class Workbook {
  readonly sheets: Sheet[] = [];
  readonly names: DefinedName[] = [];
  readonly settings = new Map<string, Wire>();
  readonly properties = new Map<string, string>();
  readonly customProperties = new Map<string, Wire>();
  readonly calculation: Calculation;
  readonly undo = new UndoStack();
  /** Grows with whatever is changed. */
  revision = 0;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  date1904 = false;
  isReadOnly = false;
  isStructureProtected = false;
  structurePassword = "";
  author: Author = "user";
  private current: Sheet;
  private readonly listeners = new Set<(change: Change) => void>();

  constructor(
    readonly name: string,
    firstSheets: readonly string[],
  ) {
    this.calculation = new Calculation({
      sheetNamed: (text) => this.sheetNamed(text),
      formulaOfName: (text, sheet) => this.definedName(text, sheet)?.formula,
    });
    for (const sheet of firstSheets) this.sheets.push(this.newSheet(sheet));
    const [first] = this.sheets;
    if (!first) throw new Error("a workbook has at least one sheet");
    this.current = first;
  }

  get active(): Sheet {
    return this.current;
  }

  /** Does something in somebody's name. */
  as<T>(author: Author, work: () => T): T {
    const before = this.author;
    this.author = author;
    try {
      return work();
    } finally {
      this.author = before;
    }
  }

  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  emit(change: Change): void {
    if (change.kind !== "selection" && change.kind !== "activated" && change.kind !== "calculated")
      this.touch();
    for (const listener of this.listeners) listener(change);
  }

  /** Notes that something was changed that has no event of its own. */
  touch(): void {
    this.revision += 1;
  }

  /** Says on which sheets results changed, after whatever changed them. */
  emitCalculated(): void {
    for (const sheet of this.calculation.takeStale()) this.emit({ kind: "calculated", sheet });
  }

  sheetNamed(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  /** By its name or its id, as the API takes either. */
  sheetWith(key: string): Sheet | undefined {
    return this.sheets.find(({ id }) => id === key) ?? this.sheetNamed(key);
  }

  definedName(name: string, sheet: Sheet | null): DefinedName | undefined {
    const wanted = name.toLowerCase();
    const found = this.names.filter((one) => one.name.toLowerCase() === wanted);
    return found.find(({ scope }) => scope === sheet) ?? found.find(({ scope }) => scope === null);
  }

  /** Names changed: formulas that use them look elsewhere. */
  namesChanged(): void {
    this.calculation.rebuild(this.sheets.flatMap((sheet) => sheet.formulas()));
    this.touch();
  }

  addSheet(name: string | null): Sheet {
    this.checkStructure();
    const sheet = this.newSheet(name ?? this.freeName());
    this.sheets.push(sheet);
    this.emit({ kind: "added", sheet, author: this.author });
    return sheet;
  }

  private newSheet(name: string): Sheet {
    this.checkName(name, null);
    sheetsMade += 1;
    const id = `{00000000-0001-0000-${String(sheetsMade).padStart(4, "0")}-000000000000}`;
    return new Sheet(id, name, this.calculation);
  }

  private freeName(): string {
    for (let at = this.sheets.length + 1; ; at += 1) if (!this.sheetNamed(`Sheet${at}`)) return `Sheet${at}`;
  }

  /** Refuses what Excel takes for no name of a sheet, or what another sheet is called. */
  checkName(name: string, own: Sheet | null): void {
    if (
      name === "" ||
      name.length > LONGEST_SHEET_NAME ||
      /[\\/?*[\]:]/.test(name) ||
      /^'|'$/.test(name) ||
      /^history$/i.test(name)
    )
      throw invalidArgument(`A sheet can't be called ${JSON.stringify(name)}.`);
    const taken = this.sheetNamed(name);
    if (taken && taken !== own) throw alreadyExists();
  }

  checkStructure(): void {
    if (this.isStructureProtected) throw invalidOperation("The structure of the workbook is protected.");
  }

  activate(sheet: Sheet): void {
    if (sheet.visibility !== "Visible") throw invalidOperation(`${sheet.name} is hidden.`);
    if (sheet === this.current) return;
    const before = this.current;
    this.current = sheet;
    this.emit({ kind: "activated", sheet, before });
  }

  select(sheet: Sheet, area: Rectangle): void {
    this.activate(sheet);
    sheet.selection = sheet.withMerges(area);
    this.emit({ kind: "selection", sheet, area: sheet.selection });
  }

  setVisibility(sheet: Sheet, visibility: Visibility): void {
    this.checkStructure();
    const before = sheet.visibility;
    if (visibility === before) return;
    if (visibility !== "Visible") this.checkOthersVisible(sheet);
    sheet.visibility = visibility;
    this.leaveIfCurrent(sheet);
    this.emit({ kind: "visibility", sheet, before, author: this.author });
  }

  private checkOthersVisible(sheet: Sheet): void {
    if (!this.sheets.some((other) => other !== sheet && other.visibility === "Visible"))
      throw invalidOperation("A workbook must contain at least one visible worksheet.");
  }

  private leaveIfCurrent(sheet: Sheet): void {
    if (sheet !== this.current) return;
    const at = this.sheets.indexOf(sheet);
    const visible = (one: Sheet) => one !== sheet && one.visibility === "Visible";
    const next = this.sheets.slice(at + 1).find(visible) ?? this.sheets.slice(0, at).reverse().find(visible);
    if (!next) throw new Error("leaveIfCurrent: no other sheet is visible");
    this.current = next;
    this.emit({ kind: "activated", sheet: next, before: sheet });
  }

  move(sheet: Sheet, to: number): void {
    this.checkStructure();
    if (!Number.isInteger(to) || to < 0 || to >= this.sheets.length)
      throw invalidArgument("There is no such position.");
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(to, 0, sheet);
    this.emit({ kind: "moved", sheet, author: this.author });
  }

  /** Takes the sheet out; that formulas lose it is for whoever calls this. */
  removeSheet(sheet: Sheet): void {
    this.checkStructure();
    if (sheet.visibility === "Visible") this.checkOthersVisible(sheet);
    this.leaveIfCurrent(sheet);
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
  }
}
