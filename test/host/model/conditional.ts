import type { Rectangle } from "../../../src/cells";
import type { Border, Side } from "./format";
import type { Limit, Operator } from "./validation";

/** What a conditional format asks. */
export type Condition =
  | { readonly kind: "Custom"; readonly formula: string }
  | {
      readonly kind: "CellValue";
      readonly operator: Operator;
      readonly formula1: Limit;
      readonly formula2: Limit | null;
    };

/** What changes about the look of a cell; null leaves it. */
export interface ConditionalLook {
  readonly fill: string | null;
  readonly fontColour: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly underline: string | null;
  readonly strikethrough: boolean | null;
  readonly numberFormat: string | null;
  readonly borders: Readonly<Partial<Record<Side, Border>>>;
}

export const NO_CHANGE: ConditionalLook = {
  fill: null,
  fontColour: null,
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
  numberFormat: null,
  borders: {},
};

/** A conditional format; a sheet's list of them is in the order of their priority. */
export interface ConditionalFormat {
  readonly id: string;
  readonly areas: readonly Rectangle[];
  readonly condition: Condition;
  readonly look: ConditionalLook;
  readonly stopIfTrue: boolean;
}
