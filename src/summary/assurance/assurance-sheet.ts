import { columnLetters, formatRectangle, parseAddress } from "../../cells";
import { LOOKS, SheetDraft, breakPages, heightFor, type Layout, type LayoutSheet } from "../../layout";
import type { AssuranceSection, SummaryAssurance } from "../../template";

import { JUDGEMENTS, JUDGEMENT_HEADS, judgementBlock } from "../entered/blocks";
import { anchorOf } from "../entered/entry-block";
import { stampOf } from "../entered/stamp";
import { FIRST_ROW, drawFrame, finished, type Frame } from "../frame";
import { placedFormula, type SummaryPlaces } from "../places";
import { COLUMNS, LAST_SHOWN, drawKeys, setWidths } from "./columns";
import { drawGoneJudgements } from "./gone-list";
import { drawAssuranceLine } from "./line-rows";
import { drawOwnSpend } from "./own-spend";
import { longestWords, wordsExpression } from "./words";

const SHEET = "Assurance";
const HEAD = FIRST_ROW + 2;

/** What the authority has to assure itself of: what the returns show, worked out, and its judgement, which is entered and kept. */
export function assuranceSheet(
  assurance: SummaryAssurance,
  frame: Frame,
  places: SummaryPlaces,
): LayoutSheet {
  const { collection } = frame;
  const { entered } = collection;
  const draft = new SheetDraft(SHEET);
  setWidths(draft);
  drawFrame(draft, frame, LAST_SHOWN, null, assurance.intro, COLUMNS.ref);
  const year = collection.templates[0]?.year ?? "";
  draft.set(1, COLUMNS.key, { value: stampOf({ year, sha: collection.sha.code }), role: "key" });
  drawKeys(draft, HEAD - 1, anchorOf(judgementBlock(assurance)));
  drawHeads(draft);
  const together: { readonly from: number; readonly to: number }[] = [];
  let row = HEAD + 1;
  for (const section of assurance.sections) {
    const title = row;
    row = drawTitle(draft, section, row, places);
    section.lines.forEach((line, at) => {
      const top = row;
      row = drawAssuranceLine(draft, line, top, entered.judgements.get(line.id) ?? null, places) + 1;
      together.push({ from: at === 0 ? title : top, to: row - 1 });
    });
    row += 1;
  }
  markJudgements(draft, { top: HEAD + 1, bottom: row - 1 }, assurance);
  if (assurance.ownSpend) {
    const from = row;
    row = drawOwnSpend(draft, assurance.ownSpend, from, entered.ownSpend, places) + 2;
    together.push({ from, to: row - 2 });
  }
  const gone = entered.leftOver.judgements;
  if (gone.length > 0) drawGoneJudgements(draft, gone, row);
  // The heads, which alone are repeated, are about as high as the first row.
  breakPages(draft, together, { portrait: false, titleRows: 1, lastColumn: LAST_SHOWN });
  return finished(draft, frame, {
    freeze: { rows: HEAD, columns: COLUMNS.question },
    titleRows: [HEAD, HEAD],
  });
}

const OTHER_HEADS: readonly (readonly [number, string])[] = [
  [COLUMNS.due, "Due"],
  [COLUMNS.shows, "What the returns show"],
  [COLUMNS.figure, "Figure"],
  [COLUMNS.of, ""],
  [COLUMNS.since, "Since then"],
];

function drawHeads(draft: SheetDraft): void {
  const places = new Map<string, number>(Object.entries(COLUMNS));
  for (const [id, head] of JUDGEMENT_HEADS)
    draft.set(HEAD, places.get(id) ?? 0, { value: head, role: "head_text" });
  for (const [column, value] of OTHER_HEADS)
    draft.set(HEAD, column, { value, role: column === COLUMNS.figure ? "head" : "head_text" });
  draft.row(HEAD, { height: 20 });
}

/** A section's title and its answer at a glance; says where its lines begin. */
function drawTitle(
  draft: SheetDraft,
  { title, says }: AssuranceSection,
  from: number,
  places: SummaryPlaces,
): number {
  draft.set(from, COLUMNS.ref, { value: title, role: "block_title" });
  draft.row(from, { height: 24 });
  if (says.length === 0) return from + 1;
  const area = { top: from + 1, bottom: from + 1, left: COLUMNS.ref, right: LAST_SHOWN };
  draft.merged(area, { formula: placedFormula(wordsExpression(says), places), role: "answer" });
  const longest = "word ".repeat(Math.ceil(longestWords(says) / 5));
  draft.row(from + 1, { height: heightFor(longest, draft.widthOf(area) - 4, LOOKS.answer.size) + 6 });
  return from + 2;
}

/** Colours judgements and what has changed since, and counts the judgements above the table. */
function markJudgements(
  draft: SheetDraft,
  rows: { readonly top: number; readonly bottom: number },
  { sections }: SummaryAssurance,
): void {
  const column = (at: number) => ({ ...rows, left: at, right: at });
  const first = `${columnLetters(COLUMNS.judgement)}${rows.top}`;
  draft.mark(column(COLUMNS.judgement), `${first}="${JUDGEMENTS.unmet}"`, "fix");
  draft.mark(column(COLUMNS.judgement), `${first}="${JUDGEMENTS.partly}"`, "explain");
  draft.mark(column(COLUMNS.since), `LEN(${columnLetters(COLUMNS.since)}${rows.top})>0`, "explain");
  const range = formatRectangle(column(COLUMNS.judgement));
  const count = (words: string) => `COUNTIF(${range},"${words}")`;
  const all = sections.reduce((sum, { lines }) => sum + lines.length, 0);
  const judged = Object.values(JUDGEMENTS).map(count);
  const each = Object.values(JUDGEMENTS).map((words) => `"     ${words}: "&${count(words)}`);
  draft.set(FIRST_ROW, COLUMNS.ref, {
    formula: `${judged.join("+")}&" of ${all} judged"&${each.join("&")}`,
    role: "block_title",
  });
  draft.row(FIRST_ROW, { height: 22 });
}

/** What was shown when the summary was made stays as it was: a judgement that is entered in it is about that. */
export function withShownFigures(layout: Layout): Layout {
  const sheets = layout.sheets.map((sheet): LayoutSheet => {
    if (sheet.name !== SHEET) return sheet;
    const cells = [...sheet.cells].map(([address, cell]) => {
      const now = parseAddress(address)?.column === COLUMNS.now && cell.formula !== null;
      return [address, now ? { ...cell, formula: null } : cell] as const;
    });
    return { ...sheet, cells: new Map(cells) };
  });
  return { ...layout, sheets };
}
