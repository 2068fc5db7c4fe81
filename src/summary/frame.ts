import { footer, type SheetDraft, heightFor, type LayoutSheet } from "../layout";

import type { Collection } from "./collection";

/** What the band and the foot of a sheet say: of whom it is, and of which year. */
export interface SheetFrame {
  readonly title: string;
  readonly collection: Pick<Collection, "sha">;
  readonly yearLabel: string;
}

/** What every sheet of an authority's summary is drawn with. */
export interface Frame extends SheetFrame {
  readonly collection: Collection;
}

export const FIRST_ROW = 5;

/** The title band of a summary's sheet and its introduction; the sheet goes on at FIRST_ROW. Columns before `first` are hidden. */
export function drawFrame(
  draft: SheetDraft,
  frame: SheetFrame,
  lastColumn: number,
  unit: string | null,
  intro: string | null,
  first = 1,
): void {
  const { sha } = frame.collection;
  const all = { left: first, right: lastColumn };
  draft.set(1, first, { value: draft.name, role: "band" });
  if (lastColumn > first) draft.set(1, lastColumn, { value: unit, role: "band_right" });
  draft.fill({ top: 1, bottom: 1, ...all }, "band");
  draft.row(1, { height: 26 });
  const name = sha.name === sha.code ? sha.code : `${sha.name} (${sha.code})`;
  draft.set(2, first, { value: name, role: "band_small" });
  if (lastColumn > first)
    draft.set(2, lastColumn, { value: `${frame.title} ${frame.yearLabel}`, role: "band_small_right" });
  draft.fill({ top: 2, bottom: 2, ...all }, "band_small");
  draft.row(2, { height: 18 });
  if (intro === null) return;
  const area = { top: 3, bottom: 3, ...all };
  draft.merged(area, { value: intro, role: "intro" });
  draft.row(3, { height: heightFor(intro, draft.widthOf(area)) + 6 });
}

/** Closes a sheet: how it prints and what stays in sight. */
export function finished(
  draft: SheetDraft,
  frame: SheetFrame,
  rest: {
    readonly freeze: LayoutSheet["freeze"];
    readonly filter?: string | null;
    readonly portrait?: boolean;
    readonly titleRows?: readonly [number, number];
    readonly pagesDown?: number;
  },
): LayoutSheet {
  return draft.sheet({
    portrait: rest.portrait ?? false,
    freeze: rest.freeze,
    protected: false,
    titleRows: rest.titleRows ?? [1, 2],
    footer: footer(`${frame.collection.sha.code} · ${frame.title} ${frame.yearLabel}`),
    filter: rest.filter ?? null,
    pagesDown: rest.pagesDown ?? null,
  });
}
