import type { RawValue, Rectangle } from "../../../src/cells";
import type { Shift } from "./shift";
import type { Sheet, Visibility } from "./sheet";

/** Whose doing a change is: this add-in's, the user's in this window, or somebody's else who has the workbook open. */
export type Author = "addIn" | "user" | "another";

/** What happened to the workbook, for events and for whoever draws it. */
export type Change =
  | {
      readonly kind: "cells";
      readonly sheet: Sheet;
      readonly area: Rectangle;
      readonly author: Author;
      readonly shift: Shift | null;
      /** Of a single cell: what it held before and after. */
      readonly detail: { readonly before: RawValue; readonly after: RawValue } | null;
    }
  | { readonly kind: "format"; readonly sheet: Sheet; readonly area: Rectangle; readonly author: Author }
  | {
      readonly kind: "rowsHidden";
      readonly sheet: Sheet;
      readonly area: Rectangle;
      readonly hidden: boolean;
      readonly author: Author;
    }
  | { readonly kind: "calculated"; readonly sheet: Sheet }
  | { readonly kind: "selection"; readonly sheet: Sheet; readonly area: Rectangle }
  | { readonly kind: "activated"; readonly sheet: Sheet; readonly before: Sheet | null }
  | { readonly kind: "added" | "deleted" | "moved"; readonly sheet: Sheet; readonly author: Author }
  | { readonly kind: "renamed"; readonly sheet: Sheet; readonly before: string; readonly author: Author }
  | {
      readonly kind: "visibility";
      readonly sheet: Sheet;
      readonly before: Visibility;
      readonly author: Author;
    }
  | { readonly kind: "protection"; readonly sheet: Sheet; readonly author: Author }
  /** Anything else that changes what is seen. */
  | { readonly kind: "look"; readonly sheet: Sheet };
