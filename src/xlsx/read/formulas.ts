import type { Address } from "../../cells";
import type { Meter } from "./budget";
import { Refusal } from "./refusal";
import { cutFormula, moveFormula, type MovableFormula } from "./shared-formula";

/** A formula as a cell gives it. */
export interface WrittenFormula {
  readonly text: string;
  /** The number of the group that shares one formula; undefined for a formula of the cell's own. */
  readonly group: string | undefined;
}

/** The formulas of one sheet, among which some cells have another cell's formula. */
export interface Formulas {
  /** The cell's formula; null for none; undefined where its group's formula has not come yet. */
  resolve(written: WrittenFormula, at: Address): string | null | undefined;
}

/** Excel takes no longer formula. The limit also keeps a shared one from being multiplied into gigabytes. */
const LONGEST_FORMULA = 8_192;
const GROWTH_COST = 4;

export function startFormulas(meter: Meter): Formulas {
  const groups = new Map<string, { readonly text: string; readonly home: Address; cut?: MovableFormula }>();
  return {
    resolve({ text, group }, at) {
      const own = text.replace(/^=/, "");
      if (group === undefined) return own === "" ? null : own;
      if (own !== "") {
        groups.set(group, { text: own, home: at });
        return own;
      }
      const master = groups.get(group);
      if (!master) return undefined;
      if (master.text.length > LONGEST_FORMULA) throw new Refusal("too_large", "its formulas are too long");
      master.cut ??= cutFormula(master.text, master.home);
      const moved = moveFormula(master.cut, at);
      // A follower is a few bytes in the file, whatever its formula's length; so what it grows to is counted,
      // and by more than its length because this is the slowest way to grow.
      meter.takeBytes(moved.length * GROWTH_COST);
      return moved;
    },
  };
}
