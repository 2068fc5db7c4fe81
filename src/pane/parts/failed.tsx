import { useState } from "preact/hooks";

import type { Session } from "../session/session";
import type { Failure } from "../state";

/** Something went wrong that is nobody's doing. */
export function Failed({
  failure,
  session,
  again,
}: {
  readonly failure: Failure;
  readonly session: Session;
  readonly again: () => void;
}) {
  const [report, setReport] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const open = async () => {
    const { reportOf } = await import(/* webpackChunkName: "report" */ "../report");
    setReport(reportOf(failure, session.about));
  };
  return (
    <div class="stack">
      <h1 class="top" tabIndex={-1}>
        Something went wrong
      </h1>
      <p role="alert">{failure.sentence}</p>
      <p>{failure.advice}</p>
      <div class="row">
        <button type="button" class="button primary" onClick={again}>
          Try again
        </button>
        {report === null && (
          <button type="button" class="button" onClick={() => void open()}>
            Show an error report
          </button>
        )}
      </div>
      {report !== null && (
        <section class="stack-small">
          <div class="field">
            <label for="report">Error report, for whoever looks after the add-in</label>
            <p class="quiet" id="report-about">
              There is nothing of your return in it.
            </p>
            <textarea class="input report" id="report" aria-describedby="report-about" rows={8} readOnly>
              {report}
            </textarea>
          </div>
          <div class="row">
            <button
              type="button"
              class="button"
              onClick={() => void session.copy(report, "").then(setCopied)}
            >
              Copy the report
            </button>
            <span role="status">{copied ? "Copied." : ""}</span>
          </div>
        </section>
      )}
    </div>
  );
}
