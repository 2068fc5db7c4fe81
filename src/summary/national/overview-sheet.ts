import { references } from "../../formula";
import { SheetDraft, type LayoutSheet } from "../../layout";
import type { SummaryFigure } from "../../template";

import { drawCharts } from "../charts/place-charts";
import type { PlannedChart } from "../charts/planned-charts";
import { FIRST_ROW, drawFrame, finished, type SheetFrame } from "../frame";
import { drawFigures } from "../overview-figures";
import { GRID, HALVES, drawAcross, drawGrid, drawTitle } from "../overview-grid";
import type { TotalCells } from "../total-rows";
import { drawByAuthority } from "./by-authority";
import { filledReturns, remarksOn, rolesReported, type National } from "./national";
import type { NationalPlaces } from "./places";

export const OVERVIEW = "Overview";

/** The figures of which every total is there; others are left out. */
export function figuresOver(
  figures: readonly SummaryFigure[],
  totals: ReadonlyMap<string, string>,
): readonly SummaryFigure[] {
  return figures.filter(({ expression }) =>
    references(expression).every((to) => to.kind === "total" && totals.has(`${to.table}.${to.column}`)),
  );
}

/** What the page is drawn with. */
interface Drawing extends Pick<NationalPlaces, "sourceOf"> {
  readonly national: National;
  readonly totals: TotalCells;
  readonly charts: readonly PlannedChart[];
  readonly frame: SheetFrame;
}

/** The page that is read first: what all summaries add up to, each authority's part, and what to mind. */
export function nationalOverview(figures: readonly SummaryFigure[], drawing: Drawing): LayoutSheet {
  const { national, totals, charts, frame } = drawing;
  const draft = new SheetDraft(OVERVIEW);
  drawGrid(draft);
  drawFrame(draft, frame, GRID.columns, null, coveredWords(national));
  let row = drawFigures(draft, figures, { all: totals.all, settled: null }, FIRST_ROW);
  row = drawByAuthority(draft, figures, drawing, row);
  const own = charts.filter(({ chart }) => chart.on === draft.name);
  row = drawCharts(draft, own, HALVES, row + 1);
  drawToMind(draft, national, row);
  return finished(draft, frame, { freeze: { rows: 2, columns: 0 }, portrait: true, pagesDown: 1 });
}

/** "These figures cover 9 of the 10 strategic health authorities, with 380 provider returns and 150 commissioner returns." */
function coveredWords(national: National): string {
  const { authorities, registered } = national;
  const given = authorities.filter(({ summary }) => summary !== null);
  const of = registered
    ? `${given.length} of the ${authorities.length} strategic health authorities`
    : given.length === 1
      ? "one strategic health authority"
      : `${given.length} strategic health authorities`;
  const returns = rolesReported(national).map(([role, label]) => {
    const count = given.reduce((sum, one) => sum + filledReturns(one, role).length, 0);
    return `${count} ${label} return${count === 1 ? "" : "s"}`;
  });
  return `These figures cover ${of}, with ${returns.join(" and ")}. They are worked out from the facts of the summaries, so they hold what was open in the returns as it was sent. What is missing is shown as missing and never counted as nothing.`;
}

/** What somebody has to know who passes these figures on: what is not in them, and what is odd about a summary. */
function drawToMind(draft: SheetDraft, national: National, from: number): void {
  drawTitle(draft, from, "What to mind");
  toMind(national).forEach(([who, what], at) => {
    drawAcross(draft, from + 1 + at, [
      [1, { value: who, role: "label" }],
      [GRID.columns - 1, { value: what, role: "label" }],
    ]);
  });
}

function toMind(national: National): readonly (readonly [string, string])[] {
  const { authorities, registered } = national;
  const missing = authorities.filter(({ summary }) => summary === null);
  const lines = [
    ...(missing.length > 0
      ? [
          [
            "No summary",
            `${missing.map(({ code, name }) => `${name} (${code})`).join(", ")}: in no figure.`,
          ] as const,
        ]
      : []),
    ...returnsMissing(national),
    ...(registered
      ? []
      : [
          [
            "Which are missing",
            "Not known: no register was given (--register), so nobody can tell which authorities or returns are missing.",
          ] as const,
        ]),
    ...authorities.flatMap((authority) =>
      remarksOn(authority, national).map(
        (remark) => [`${authority.name} (${authority.code})`, remark] as const,
      ),
    ),
  ];
  return [
    ...lines,
    [
      "Left out",
      "What does not add up over organisations, and what stands in no facts: the sheet Left out names it, with the reason.",
    ],
  ];
}

/** How many of the returns that the register expects are in no figure, for each role. */
function returnsMissing(national: National): readonly (readonly [string, string])[] {
  return rolesReported(national).flatMap(([role, label]) => {
    const lacking = national.authorities.flatMap((authority) => {
      const count = (authority.expected?.get(role) ?? 0) - filledReturns(authority, role).length;
      return count > 0 ? [{ code: authority.code, count }] : [];
    });
    if (lacking.length === 0) return [];
    const all = lacking.reduce((sum, { count }) => sum + count, 0);
    const by = lacking.map(({ code, count }) => `${code} ${count}`).join(", ");
    return [[`Returns as ${label} missing`, `${all} of those that the register expects: ${by}.`] as const];
  });
}
