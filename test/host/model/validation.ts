import type { Rectangle } from "../../../src/cells";
import { holds, intersection, isSame, without } from "./area";

/** How two limits, or one, are held against an entry: the words of Excel. */
export type Operator =
  | "Between"
  | "NotBetween"
  | "EqualTo"
  | "NotEqualTo"
  | "GreaterThan"
  | "LessThan"
  | "GreaterThanOrEqualTo"
  | "LessThanOrEqualTo";

export type Limit = number | string;

/** What may be entered. */
export type ValidationRule =
  | { readonly kind: "list"; readonly source: string; readonly dropDown: boolean }
  | {
      readonly kind: "wholeNumber" | "decimal" | "date" | "time" | "textLength";
      readonly operator: Operator;
      readonly formula1: Limit;
      readonly formula2: Limit | null;
    }
  | { readonly kind: "custom"; readonly formula: string };

export interface Alert {
  readonly show: boolean;
  readonly style: "Stop" | "Warning" | "Information";
  readonly title: string;
  readonly message: string;
}

export interface Validation {
  readonly areas: readonly Rectangle[];
  readonly rule: ValidationRule | null;
  readonly ignoreBlanks: boolean;
  readonly prompt: { readonly show: boolean; readonly title: string; readonly message: string };
  readonly alert: Alert;
}

export const NO_VALIDATION: Omit<Validation, "areas"> = {
  rule: null,
  ignoreBlanks: true,
  prompt: { show: true, title: "", message: "" },
  alert: { show: true, style: "Stop", title: "", message: "" },
};

/** The validations of a sheet; each cell is in one of them at the most. */
export class Validations {
  private all: readonly Validation[] = [];

  list(): readonly Validation[] {
    return this.all;
  }

  at(row: number, column: number): Validation | undefined {
    return this.all.find(({ areas }) => areas.some((area) => holds(area, row, column)));
  }

  /** The one validation that all of these areas have, undefined for none, null where they differ. */
  of(areas: readonly Rectangle[]): Validation | undefined | null {
    const concerned = this.all.filter((one) =>
      one.areas.some((area) => areas.some((other) => intersection(area, other))),
    );
    const [only, more] = concerned;
    if (!only) return undefined;
    if (more) return null;
    const bare = areas.flatMap((area) =>
      only.areas.reduce<readonly Rectangle[]>(
        (left, cut) => left.flatMap((one) => without(one, cut)),
        [area],
      ),
    );
    return bare.length === 0 ? only : null;
  }

  /** Gives these areas a validation of their own. */
  put(areas: readonly Rectangle[], validation: Omit<Validation, "areas"> | null): void {
    const rest = this.all.flatMap((one): Validation[] => {
      const left = areas.reduce<readonly Rectangle[]>(
        (all, cut) => all.flatMap((area) => without(area, cut)),
        one.areas,
      );
      if (left.length === 0) return [];
      const isUntouched =
        left.length === one.areas.length && left.every((area, at) => isSame(area, one.areas[at] ?? area));
      return [isUntouched ? one : { ...one, areas: left }];
    });
    this.all = validation ? [...rest, { ...validation, areas }] : rest;
  }

  change(by: (validation: Validation) => Validation | null): void {
    this.all = this.all.flatMap((one) => by(one) ?? []);
  }

  copy(): Validations {
    const copy = new Validations();
    copy.all = this.all;
    return copy;
  }
}
