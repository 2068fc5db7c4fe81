import type { RawValue } from "../../../src/cells";
import { formatArea, isWholeColumns, isWholeRows } from "../model/area";
import type { Author, Change } from "../model/changes";
import type { Sheet } from "../model/sheet";
import { notImplemented } from "../protocol/errors";
import { selfOf, type HostObject } from "../protocol/host-object";
import { RICH_API_MESSAGE, type EventEntry } from "../protocol/wire";
import { Cells, type Host } from "./cells";
import { valueType, valueWire } from "./range-contents";
import { WORKSHEET_KIND } from "./worksheet";

/** Excel's numbers of the events of sheets, by the name with which they are asked for. */
const TYPES = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  FormatChanged: 18,
  RowHiddenChanged: 22,
  ProtectionChanged: 24,
  NameChanged: 25,
  VisibilityChanged: 26,
  Moved: 27,
} as const;
type EventName = keyof typeof TYPES;

/** For whoever listens to all sheets. */
const ALL_SHEETS = "Workbook";
/** So many past events still give their cells. */
const REMEMBERED = 500;

/** Turns what happens to the workbook into events for those who asked for them. */
export class Events {
  private readonly listening = new Map<string, number>();
  private waiting: EventEntry[] = [];
  private sent = 0;
  private remembered = 0;

  constructor(private readonly host: Host) {
    host.book.onChange((change) => this.raise(change));
  }

  listens(object: HostObject, event: string, wanted: boolean): void {
    const name = (Object.keys(TYPES) as EventName[]).find((one) => one === event);
    const sheet = selfOf(WORKSHEET_KIND, object)?.sheet;
    if (name === undefined || (!sheet && object.type !== "WorksheetCollection"))
      throw notImplemented(`event ${event} of ${object.type}`);
    const key = keyOf(sheet?.id ?? ALL_SHEETS, name);
    this.listening.set(key, Math.max(0, (this.listening.get(key) ?? 0) + (wanted ? 1 : -1)));
  }

  /** How many listen to this event of all sheets, or of one. */
  count(event: EventName, sheet?: Sheet): number {
    return this.listening.get(keyOf(sheet?.id ?? ALL_SHEETS, event)) ?? 0;
  }

  /** The events that came since this was last asked, in their order. */
  take(): readonly EventEntry[] {
    const { waiting } = this;
    this.waiting = [];
    return waiting;
  }

  get hasWaiting(): boolean {
    return this.waiting.length > 0;
  }

  private raise(change: Change): void {
    const { sheet } = change;
    const worksheetId = sheet.id;
    switch (change.kind) {
      case "cells":
        this.send("DataChanged", sheet, () => this.changedArgs(change));
        return;
      case "format":
        this.send("FormatChanged", sheet, () => ({
          address: formatArea(change.area),
          source: sourceOf(change.author),
          worksheetId,
          referenceId: this.remember(sheet, change.area),
        }));
        return;
      case "rowsHidden":
        this.send("RowHiddenChanged", sheet, () => ({
          address: formatArea(change.area),
          changeType: change.hidden ? "Hidden" : "Unhidden",
          source: sourceOf(change.author),
          worksheetId,
        }));
        return;
      case "calculated":
        this.send("Calculated", sheet, () => ({ worksheetId }));
        return;
      case "selection":
        this.send("SelectionChanged", sheet, () => ({ address: formatArea(change.area), worksheetId }));
        return;
      case "activated": {
        const { before } = change;
        if (before) this.send("Deactivated", before, () => ({ worksheetId: before.id }));
        this.send("Activated", sheet, () => ({ worksheetId }));
        return;
      }
      case "added":
      case "deleted": {
        const name = change.kind === "added" ? "Added" : "Deleted";
        this.send(name, sheet, () => ({ source: sourceOf(change.author), worksheetId }));
        return;
      }
      case "moved":
        this.send("Moved", sheet, () => ({ source: sourceOf(change.author), worksheetId }));
        return;
      case "renamed":
        this.send("NameChanged", sheet, () => ({
          nameBefore: change.before,
          nameAfter: sheet.name,
          source: sourceOf(change.author),
          worksheetId,
        }));
        return;
      case "visibility":
        this.send("VisibilityChanged", sheet, () => ({
          visibilityBefore: change.before,
          visibilityAfter: sheet.visibility,
          source: sourceOf(change.author),
          worksheetId,
        }));
        return;
      case "protection":
        this.send("ProtectionChanged", sheet, () => ({
          isProtected: sheet.protection !== null,
          source: sourceOf(change.author),
          worksheetId,
        }));
        return;
      case "look":
        return;
    }
  }

  private changedArgs({ sheet, area, author, shift, detail }: Change & { readonly kind: "cells" }): object {
    const part = (value: RawValue, when: "Before" | "After") => ({
      [`value${when}`]: valueWire(value),
      [`valueType${when}`]: valueType(value),
    });
    return {
      address: formatArea(area),
      changeType: shift ? shiftType(area, shift.how) : "RangeEdited",
      source: sourceOf(author),
      triggerSource: author === "addIn" ? "ThisLocalAddin" : "Unknown",
      worksheetId: sheet.id,
      referenceId: this.remember(sheet, area),
      shiftDirection: shift
        ? {
            insert: { rows: "ShiftCellDown", columns: "ShiftCellRight" },
            delete: { rows: "ShiftCellUp", columns: "ShiftCellLeft" },
          }[shift.how][shift.along]
        : "None",
      ...(detail && { ...part(detail.before, "Before"), ...part(detail.after, "After") }),
    };
  }

  private remember(sheet: Sheet, area: Cells["area"]): string {
    this.remembered += 1;
    const id = `event${this.remembered}`;
    this.host.ofEvents.set(id, new Cells(this.host, sheet, [area]));
    const [oldest] = this.host.ofEvents.keys();
    if (this.host.ofEvents.size > REMEMBERED && oldest !== undefined) this.host.ofEvents.delete(oldest);
    return id;
  }

  private send(name: EventName, sheet: Sheet, args: () => object): void {
    if (!this.host.runtime.enableEvents) return;
    const targets = [sheet.id, ALL_SHEETS].filter(
      (target) => (this.listening.get(keyOf(target, name)) ?? 0) > 0,
    );
    if (targets.length === 0) return;
    const json = JSON.stringify(args());
    for (const target of targets) {
      this.sent += 1;
      this.waiting.push([RICH_API_MESSAGE, TYPES[name], target, json, String(this.sent)]);
    }
  }
}

function keyOf(target: string, name: string): string {
  return `${target} ${name}`;
}

function sourceOf(author: Author): string {
  return author === "another" ? "Remote" : "Local";
}

function shiftType(area: Cells["area"], how: "insert" | "delete"): string {
  const what = isWholeRows(area) ? "Row" : isWholeColumns(area) ? "Column" : "Cell";
  return `${what}${how === "insert" ? "Inserted" : "Deleted"}`;
}
