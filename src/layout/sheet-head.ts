import type { Template } from "../template";

import type { StyleRole } from "./look";
import { HEAD_ROWS, NUMBER_COLUMN, KEY_COLUMN, fieldCells, type Plan } from "./plan";
import { type SheetDraft, heightFor } from "./sheet-draft";

/** Marks every sheet of a return with what it belongs to, for whoever reads the workbook back. */
export function stampOf(template: Template): string {
  return ["imt", template.year, template.role, template.version].join("|");
}

export interface SheetHead {
  readonly title: string;
  readonly intro: string | null;
  readonly unit: string | null;
  readonly lastColumn: number;
  /** Where its words end, which on a wide list is before the last column. */
  readonly wordsTo: number;
  /** Colours that are explained on this sheet, with the column where the first of them stands; null for none. */
  readonly legend: {
    readonly firstColumn: number;
    readonly roles: readonly (readonly [StyleRole, string])[];
  } | null;
}

/** The title band with organisation and year, the introduction and the colours, in the same rows on every sheet. */
export function drawHead(draft: SheetDraft, head: SheetHead, plan: Plan): void {
  const { template } = plan;
  const { lastColumn: right, wordsTo } = head;
  const left = NUMBER_COLUMN;
  draft.set(HEAD_ROWS.title, KEY_COLUMN, { value: stampOf(template), role: "key" });
  draft.set(HEAD_ROWS.title, left, { value: head.title, role: "band" });
  draft.set(HEAD_ROWS.title, wordsTo, {
    value: [`${template.title} ${template.yearLabel}`, head.unit].filter((part) => part !== null).join(" · "),
    role: "band_right",
  });
  draft.fill({ top: HEAD_ROWS.title, bottom: HEAD_ROWS.title, left, right }, "band");
  draft.row(HEAD_ROWS.title, { height: 26 });
  draft.set(HEAD_ROWS.organisation, left, {
    formula: organisationFormula(plan, draft.name),
    role: "band_small",
  });
  draft.fill({ top: HEAD_ROWS.organisation, bottom: HEAD_ROWS.organisation, left, right }, "band_small");
  draft.row(HEAD_ROWS.organisation, { height: 18 });
  if (head.intro !== null) {
    const area = { top: HEAD_ROWS.intro, bottom: HEAD_ROWS.intro, left, right: wordsTo };
    draft.merged(area, { value: head.intro, role: "intro" });
    draft.row(HEAD_ROWS.intro, { height: heightFor(head.intro, draft.widthOf(area)) + 6 });
  }
  if (head.legend) {
    const { firstColumn, roles } = head.legend;
    draft.set(HEAD_ROWS.legend, firstColumn - 1, { value: "Colours:", role: "legend_label" });
    roles.forEach(([role, words], at) =>
      draft.set(HEAD_ROWS.legend, firstColumn + at, { value: words, role }),
    );
    draft.row(HEAD_ROWS.legend, { height: 18 });
  }
}

/** "R1A Example NHS Trust", from the cover, on every sheet. */
function organisationFormula(plan: Plan, on: string): string {
  const { code, name } = plan.template.identity;
  const [codeCell, nameCell] = [fieldCells([code], plan, on), fieldCells([name], plan, on)];
  return `IFERROR(IF(COUNTA(${codeCell},${nameCell})=0,"Organisation not yet entered",${codeCell}&" "&${nameCell}),"")`;
}

/** What is printed at the foot of each page; & is written twice, or Excel reads a code in it. */
export function footerOf(template: Template, organisation: string | null): string {
  return footer(
    [organisation, `${template.title} ${template.yearLabel}`].filter((part) => part !== null).join(" · "),
  );
}

/** The left part has the room of two thirds of a page's width; what is longer ends in dots. */
const LONGEST_FOOT = 84;

/** A footer with these words at the left and sheet and page at the right. */
export function footer(words: string): string {
  const left = words.length > LONGEST_FOOT ? `${words.slice(0, LONGEST_FOOT - 1)}…` : words;
  return `&L&8${left.replaceAll("&", "&&").replace(/^(\d)/, " $1")}&R&8&A · page &P of &N`;
}
