import type { WorkbookCells } from "../../cells";
import type { SummaryTemplate, Template } from "../../template";

import { previousSummary, type PreviousSummary } from "../changes/previous-summary";
import {
  JUDGEMENTS,
  VERDICTS,
  goneJudgementBlock,
  goneVerdictBlock,
  heldBlock,
  heldIn,
  judgementBlock,
  ownSpendBlock,
  verdictBlock,
} from "./blocks";
import type { Entered, LeftOver } from "./entered";
import type { EntryBlock } from "./entry-block";
import { aboutOf, hasEntry, textIn, type EntryRow } from "./entry-row";
import { lastReturns } from "./last-returns";
import { rowsIn } from "./read-block";
import { sortedRows } from "./sorted-rows";
import { stampsIn, type SummaryStamp } from "./stamp";
import { tidied, unfitIn, type Choices } from "./unfit";

export type PreviousResult =
  | {
      readonly kind: "entered";
      readonly entered: Entered;
      /** What the summary shows, to be held against a new one. */
      readonly previous: PreviousSummary;
    }
  | { readonly kind: "refused"; readonly message: string };

/** What the summary that is made is of. */
export interface SummaryOf {
  readonly sha: { readonly code: string; readonly name: string };
  readonly templates: readonly Template[];
  readonly summary: SummaryTemplate;
}

/** Finds what was entered in an earlier summary again, by hidden keys and by what stands beside it, never by its place. */
export function readPrevious(workbook: WorkbookCells, of: SummaryOf): PreviousResult {
  const [template] = of.templates;
  const wanted: SummaryStamp = { year: template?.year ?? "", sha: of.sha.code };
  const stamps = stampsIn(workbook);
  if (stamps.length === 0) {
    const message =
      "it is no summary made by this program, or one from before a summary kept what is entered in it. Name the summary in which the judgements and verdicts were entered.";
    return { kind: "refused", message };
  }
  const other = stamps.find(({ year, sha }) => year !== wanted.year || sha !== wanted.sha);
  if (other) {
    const part = stamps.length > 1 ? "a part of it is the" : "it is the";
    const message = `${part} summary of ${other.sha} for ${other.year}, and this one is of ${wanted.sha} for ${wanted.year}. Name the earlier summary of the same authority and year.`;
    return { kind: "refused", message };
  }
  const previous = previousSummary(workbook, of.templates);
  return { kind: "entered", entered: enteredIn(workbook, of), previous };
}

const JUDGED: Choices = { column: "judgement", words: Object.values(JUDGEMENTS) };
const SETTLED: Choices = { column: "verdict", words: Object.values(VERDICTS) };

function enteredIn(workbook: WorkbookCells, { templates, summary }: SummaryOf): Entered {
  const { assurance } = summary;
  const own = assurance?.ownSpend ?? null;
  const unread = new Set<string>();
  const unfit: string[] = [];
  const read = (block: EntryBlock, choices: Choices | null) => {
    const found = rowsIn(workbook, block);
    for (const sheet of found.unread) unread.add(sheet);
    const rows = found.rows.map((row): EntryRow => {
      const about = aboutOf(row, block);
      return choices ? tidied({ ...row, about }, choices) : { ...row, about };
    });
    return rows.filter((row) => hasEntry(row, block));
  };
  const lines = new Set((assurance?.sections ?? []).flatMap((section) => section.lines.map(({ id }) => id)));
  const judgements = judgementBlock(assurance);
  const judged = sortedRows(judgements, read(judgements, JUDGED), read(goneJudgementBlock(), JUDGED), lines);
  const entered = new Set((own?.lines ?? []).filter(({ sums }) => !sums).map(({ id }) => id));
  const spend = ownSpendBlock(own);
  const spent = sortedRows(spend, read(spend, null), [], entered);
  const against = heldIn(summary);
  const held = heldBlock(against);
  const kept = sortedRows(held, read(held, null), [], new Set(against?.lines.map(({ id }) => id)));
  const verdicts = verdictBlock(templates);
  const settled = sortedRows(
    verdicts,
    read(verdicts, SETTLED),
    read(goneVerdictBlock(templates), SETTLED),
    null,
  );
  for (const row of judged.rows.values()) unfit.push(...unfitIn(row, judgements, JUDGED));
  for (const row of spent.rows.values()) unfit.push(...noFigures(row, spend));
  for (const row of kept.rows.values()) unfit.push(...noFigures(row, held));
  for (const row of settled.rows.values()) unfit.push(...unfitIn(row, verdicts, SETTLED));
  return {
    lastReturns: lastReturns(workbook, { summary, templates }),
    judgements: judged.rows,
    ownSpend: spent.rows,
    held: kept.rows,
    verdicts: settled.rows,
    leftOver: {
      judgements: [
        ...judged.leftOver,
        ...spent.leftOver.map((one) => asJudgement(one, spend)),
        ...kept.leftOver.map((one) => asJudgement(one, held)),
      ],
      verdicts: settled.leftOver,
    },
    unread: [...unread],
    unfit,
  };
}

/** Figures that have no place are left over in words. */
function asJudgement({ row, why }: LeftOver, block: EntryBlock): LeftOver {
  const figures = block.entered.flatMap((column) => {
    const text = textIn(row, column);
    return text === null ? [] : [`${block.heads.get(column) ?? column}: ${text}`];
  });
  const question = `${block.heads.get("label") ?? ""}: ${textIn(row, "label") ?? row.key}`;
  const values = new Map([
    ["question", question],
    ["comment", figures.join("; ")],
  ]);
  return { row: { key: `${block.id}.${row.key}`, values, about: null }, why };
}

function noFigures(row: EntryRow, { entered, heads }: EntryBlock): readonly string[] {
  return entered.flatMap((column) => {
    const value = row.values.get(column) ?? null;
    if (value === null || typeof value === "number") return [];
    const label = textIn(row, "label") ?? row.key;
    return [
      `${label}, ${heads.get(column) ?? column}: “${textIn(row, column) ?? ""}” is no figure, so it counts for nothing.`,
    ];
  });
}
