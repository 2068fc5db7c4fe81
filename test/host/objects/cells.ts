import type { Rectangle } from "../../../src/cells";
import { cellCount } from "../model/area";
import { shiftedArea, type Shift } from "../model/shift";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { HostError, itemNotFound } from "../protocol/errors";

/** As many cells as one range may be asked for. */
const MOST_CELLS = 5_000_000;

/** What the objects of the API share. */
export interface Host {
  readonly book: Workbook;
  /** Ranges that are in use, which move along when cells are put in or taken out. */
  readonly inUse: Set<Cells>;
  /** The cells of an event that was sent, by the number that the event names. */
  readonly ofEvents: Map<string, Cells>;
  /** What Excel on the web counts and limits, the programs on a desk do not. */
  readonly isWeb: boolean;
  runtime: { enableEvents: boolean };
}

/** The cells of a Range, or of several areas as RangeAreas has them. */
export class Cells {
  constructor(
    readonly host: Host,
    readonly sheet: Sheet,
    private places: readonly Rectangle[],
  ) {
    host.inUse.add(this);
  }

  get areas(): readonly Rectangle[] {
    if (this.places.length === 0 || !this.host.book.sheets.includes(this.sheet))
      throw itemNotFound("Its cells were deleted.");
    return this.places;
  }

  /** The one area of a Range. */
  get area(): Rectangle {
    const [area] = this.areas;
    if (!area) throw itemNotFound();
    return area;
  }

  move(shift: Shift): void {
    this.places = this.places.flatMap((area) => shiftedArea(area, shift) ?? []);
  }

  with(...areas: readonly Rectangle[]): Cells {
    return new Cells(this.host, this.sheet, areas);
  }

  /** Refuses to go through more cells than Excel would. */
  checkCount(): void {
    const count = this.areas.reduce((sum, area) => sum + cellCount(area), 0);
    if (count > MOST_CELLS)
      throw new HostError(
        "RangeExceedsLimit",
        `The cell count in the range has exceeded the maximum supported number: ${count} of ${MOST_CELLS}.`,
      );
  }
}
