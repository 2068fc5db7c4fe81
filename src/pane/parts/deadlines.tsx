import type { Deadline } from "../reading";

/** What the guidance wants done by which day, in its words and with the sheets that answer to it. */
export function Deadlines({ deadlines }: { readonly deadlines: readonly Deadline[] }) {
  return (
    <section class="stack-small">
      <h2>What is due when</h2>
      <div class="deadlines">
        {deadlines.map(({ day, things }) => (
          <details key={day}>
            <summary>
              <b>{day}</b>{" "}
              <span class="quiet">{things.length === 1 ? "1 thing" : `${things.length} things`}</span>
            </summary>
            <ul class="things">
              {things.map(({ what, sheets }) => (
                <li key={what}>
                  {what}
                  {sheets.length > 0 && <p class="quiet">{sheets.join(" · ")}</p>}
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </section>
  );
}
