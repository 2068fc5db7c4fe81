import type { OpenWorkbook } from "../workbook";

import type { Obstacle } from "./state";

/** What the program says of itself in an error report: "Excel, PC, 16.0.17328". */
export interface About {
  readonly host: string;
}

/** What the pane finds where it was opened. */
export type Opening =
  | {
      readonly kind: "open";
      readonly workbook: OpenWorkbook;
      /** The name of its file, without its folder; null where it was not saved yet. */
      readonly fileName: string | null;
      /** Whether the program around the pane is dark; null where it does not say. */
      readonly dark: boolean | null;
      readonly about: About;
    }
  | { readonly kind: "not_possible"; readonly obstacle: Obstacle };

/** All that the pane knows of the world around it: Excel, or in tests a memory. */
export interface Surroundings {
  /** Waits until the program is ready, and says what it is. */
  open(): Promise<Opening>;
  /** The text of the register that the site serves beside the pane; null where it serves none. */
  register(): Promise<Uint8Array | null>;
  /** Puts a text on the clipboard; false where that is not allowed here. */
  copy(text: string): Promise<boolean>;
  /** What a person can do about an error of the workbook's program. */
  advice(problem: unknown): string;
  /** The ISO day that it is. */
  today(): string;
}
