import type { Level } from "../../template";
import type { SheetReading } from "../reading";
import type { CheckView } from "../state";

import { Bar, percent } from "./bar";
import { ComparisonFigure } from "./comparison";
import { Deadlines } from "./deadlines";
import { LevelMark } from "./level";
import type { WorkProps } from "./work";

/** How far the return is, sheet by sheet, what is due when, and what the guidance compares. */
export function Fill({ work, dispatch, session }: WorkProps) {
  const toCheck = (view: Partial<CheckView>) => {
    dispatch({ kind: "view", view });
    dispatch({ kind: "tab", tab: "check" });
    // What was pressed is gone with its tab.
    document.getElementById("tab-check")?.focus();
  };
  const { sheets, deadlines, comparisons } = work.reading;
  const { given, due } = whole(sheets);
  const next = sheets.find(
    ({ measure, go }) => go && measure.kind === "answers" && measure.given < measure.due,
  );
  return (
    <>
      <section class="stack-small">
        <div class="sheet-head">
          <h2>{given === due && due > 0 ? "Every answer is given" : "Answers that are due"}</h2>
          <span class="number">
            {given} of {due} · {percent(given, due)}
          </span>
        </div>
        <Bar label="Answers given" done={given} all={due} />
        <div>
          {next?.go ? (
            <button
              type="button"
              class="button primary"
              onClick={() => next.go && void session.show(next.go)}
            >
              Go to the next blank
            </button>
          ) : (
            <button type="button" class="button primary" onClick={() => toCheck({})}>
              Check the return
            </button>
          )}
        </div>
      </section>
      {comparisons.map((comparison) => (
        <ComparisonFigure
          key={comparison.title}
          comparison={comparison}
          show={(place) => void session.show(place)}
        />
      ))}
      <section>
        <h2>Sheets</h2>
        <ul>
          {sheets.map((sheet) => (
            <SheetRow
              key={sheet.name}
              sheet={sheet}
              show={(place) => void session.show(place)}
              list={(level) => toCheck({ level, sheet: sheet.name, search: "", at: null })}
            />
          ))}
        </ul>
      </section>
      {deadlines.length > 0 && <Deadlines deadlines={deadlines} />}
    </>
  );
}

function whole(sheets: readonly SheetReading[]): { readonly given: number; readonly due: number } {
  let [given, due] = [0, 0];
  for (const { measure } of sheets) {
    if (measure.kind !== "answers") continue;
    given += measure.given;
    due += measure.due;
  }
  return { given, due };
}

const MEASURES = {
  empty_list: "Nothing listed yet",
  nothing_to_report: "Nothing to report",
  none_due: "Nothing is required",
  no_entries: "Nothing to enter",
  gone: "Not in the workbook",
} as const;

interface SheetRowProps {
  readonly sheet: SheetReading;
  readonly show: (place: NonNullable<SheetReading["go"]>) => void;
  /** Lists what is of this level on the sheet. */
  readonly list: (level: Level) => void;
}

function SheetRow({ sheet, show, list }: SheetRowProps) {
  const { name, measure, counts, go } = sheet;
  const marks = (["fix", "explain"] as const).filter((level) => counts[level] > 0);
  return (
    <li class="sheet">
      <div class="sheet-head">
        {go ? (
          <button type="button" class="link" onClick={() => show(go)}>
            {name}
          </button>
        ) : (
          <span>{name}</span>
        )}
        <span class="number">
          {measure.kind === "answers" ? `${measure.given} of ${measure.due}` : MEASURES[measure.kind]}
        </span>
      </div>
      {measure.kind === "answers" && (
        <Bar label={`Answers given on ${name}`} done={measure.given} all={measure.due} />
      )}
      {marks.length > 0 && (
        <div class="row">
          {marks.map((level) => (
            <button key={level} type="button" class="counted" title="List them" onClick={() => list(level)}>
              <LevelMark level={level} count={counts[level]} />
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
