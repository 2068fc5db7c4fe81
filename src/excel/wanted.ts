import type { Rectangle } from "../cells";

import { areasAt, contains, WHOLE_SHEET } from "./areas";
import type { WantedArea } from "./read-areas";

/** More areas of one sheet than this are read as the whole of it. */
const MOST_AREAS = 40;

/** What has to be read because of the events that came: nothing, areas of sheets, or the whole workbook. */
export class Wanted {
  #whole = false;
  readonly #areas = new Map<string, readonly Rectangle[]>();

  get isNothing(): boolean {
    return !this.#whole && this.#areas.size === 0;
  }

  get isWhole(): boolean {
    return this.#whole;
  }

  get areas(): readonly WantedArea[] {
    return [...this.#areas].flatMap(([id, areas]) => areas.map((area) => ({ id, area })));
  }

  wantWhole(): void {
    this.#whole = true;
  }

  wantSheet(id: string): void {
    this.#areas.set(id, [WHOLE_SHEET]);
  }

  /** The areas of an event's address; the whole sheet where it can't be understood. */
  wantAddress(id: string, address: string): void {
    const areas = areasAt(address);
    if (areas) this.wantAreas(id, areas);
    else this.wantSheet(id);
  }

  wantAreas(id: string, areas: readonly Rectangle[]): void {
    let all = this.#areas.get(id) ?? [];
    for (const area of areas) {
      if (all.some((one) => contains(one, area))) continue;
      all = [...all.filter((one) => !contains(area, one)), area];
    }
    if (all.length > MOST_AREAS) this.wantSheet(id);
    else this.#areas.set(id, all);
  }

  /** Adds what another wants, which could not be read. */
  wantAgain(other: Wanted): void {
    if (other.isWhole) this.wantWhole();
    for (const { id, area } of other.areas) this.wantAreas(id, [area]);
  }
}
