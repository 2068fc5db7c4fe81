import { formatRectangle, type Rectangle } from "../../cells";
import { heightFor, type SheetDraft } from "../../layout";
import type { SummaryRating } from "../../template";

import { PLACES } from "../columns";
import { literal } from "../literal";
import { markSigns } from "./state-cells";

/** A column of grades: its words, and the cells in which they stand. */
export interface RatedColumn {
  readonly label: string;
  readonly cells: Rectangle;
}

/** Rows of the rule's grades below its heads. */
interface Places {
  readonly head: number;
  readonly first: number;
  readonly last: number;
}

function placesOf({ intro, grades }: SummaryRating, from: number): Places {
  const head = from + (intro === null ? 1 : 2);
  return { head, first: head + 1, last: head + 1 + grades.length };
}

/** Where the tables of a sheet may begin that has its rule above them. */
export function belowRule(rating: SummaryRating, from: number): number {
  return placesOf(rating, from).last + 2;
}

/** The grade of a share in another cell, by the least shares that stand in the rule. */
export function gradeFormula(rating: SummaryRating, from: number, share: string): string {
  const { first } = placesOf(rating, from);
  const given = rating.grades.reduceRight((rest, { sign, least }, at) => {
    const grade = literal(sign);
    return least === null ? grade : `IF(${share}>=$C$${first + at},${grade},${rest})`;
  }, '""');
  return `IF(COUNT(${share})=0,${literal(rating.none.sign)},${given})`;
}

/**
 * The rule in words, with the least shares as cells that the grades are worked out from, and how many organisations have each grade.
 */
export function drawRule(
  draft: SheetDraft,
  rating: SummaryRating,
  from: number,
  rated: readonly RatedColumn[],
): void {
  const { head, first, last } = placesOf(rating, from);
  const right = PLACES.firstValue + Math.max(rated.length - 1, 5);
  draft.set(from, PLACES.code, { value: rating.title, role: "block_title" });
  draft.row(from, { height: 22 });
  if (rating.intro !== null) {
    const area = { top: from + 1, bottom: from + 1, left: PLACES.code, right };
    draft.merged(area, { value: rating.intro, role: "block_intro" });
    draft.row(from + 1, { height: heightFor(rating.intro, draft.widthOf(area)) });
  }
  draft.set(head, PLACES.code, { value: "Sign", role: "head_text" });
  draft.set(head, PLACES.name, { value: "Given where", role: "head_text" });
  draft.set(head, PLACES.open, { value: "Least share", role: "head" });
  rated.forEach(({ label }, at) => {
    draft.set(head, PLACES.firstValue + at, { value: label, role: "head_small" });
  });
  const heights = rated.map(({ label }, at) => heightFor(label, draft.width(PLACES.firstValue + at) - 1, 9));
  draft.row(head, { height: Math.max(20, ...heights) + 4 });
  rating.grades.forEach(({ sign, word, least, says }, at) => {
    const row = first + at;
    const place = `C${row}`;
    const words = `${word}: ${says.join(least === null ? "" : `${Math.round(1_000 * least) / 10}%`)}`;
    draft.row(row, { height: heightFor(words, draft.width(PLACES.name) - 2) });
    draft.set(row, PLACES.code, { value: sign, role: "mark" });
    const [start = "", ...rest] = says;
    draft.set(row, PLACES.name, {
      // The share may be changed in its cell: the words say the one that stands there.
      ...(least === null || rest.length === 0
        ? { value: words }
        : {
            formula: [
              literal(`${word}: ${start}`),
              ...rest.flatMap((one) => [shareIn(place), literal(one)]),
            ].join("&"),
          }),
      role: "label",
    });
    draft.set(row, PLACES.open, { value: least, role: "figure", format: "percent0" });
  });
  const { sign, word, says } = rating.none;
  draft.set(last, PLACES.code, { value: sign, role: "mark" });
  draft.set(last, PLACES.name, { value: `${word}: ${says}`, role: "label" });
  draft.row(last, { height: heightFor(`${word}: ${says}`, draft.width(PLACES.name) - 2) });
  draft.set(last, PLACES.open, { role: "figure" });
  rated.forEach(({ cells }, at) => {
    for (let row = first; row <= last; row += 1)
      draft.set(row, PLACES.firstValue + at, {
        formula: `SUMPRODUCT((${formatRectangle(cells)}=$A${row})*1)`,
        role: "figure",
        format: "whole",
      });
  });
  const { code } = PLACES;
  markSigns(draft, { top: first, bottom: last, left: code, right: code }, rating.grades);
}

function shareIn(cell: string): string {
  return `TEXT(${cell},"0%")`;
}
