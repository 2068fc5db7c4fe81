import { h, headRow, type Markup, wide } from "../html";
import {
  COLLECTION_FAULTS,
  ENTRY_FAULTS,
  RETURN_FAULTS,
  type StandingCheck,
  type StandingKind,
  type Template,
} from "../template";

import { anchors } from "./anchors";
import { standingWords } from "./message-words";
import { levelBadge } from "./pieces";

const GROUPS: readonly (readonly [string, string, readonly StandingKind[]])[] = [
  [
    "Of every entry",
    "The first that fits is said, in the workbook beside the row and by the command.",
    ENTRY_FAULTS,
  ],
  [
    "Of the return as a whole",
    "What only the command can see, once the workbook has come back.",
    RETURN_FAULTS,
  ],
  [
    "Of the returns side by side",
    "What shows only where the returns of an SHA lie beside each other.",
    COLLECTION_FAULTS,
  ],
];

/** The checks that every return of every year undergoes, beside the rules of its sheets. */
export function standingSection({ standing }: Template): Markup {
  return h(
    "section",
    { class: "part", id: "standing", "aria-labelledby": "standing-title" },
    h("h2", { id: "standing-title" }, "Checks of every return"),
    h(
      "p",
      { class: "lead" },
      "Beside the checks of the sheets above, every return of every year is looked at in these ways.",
    ),
    GROUPS.map(([title, intro, kinds]) => [
      h("h3", {}, title),
      h("p", {}, intro),
      table(
        title,
        kinds.flatMap((kind) => standing.get(kind) ?? []),
      ),
    ]),
  );
}

function table(caption: string, checks: readonly StandingCheck[]): Markup {
  const rows = checks.map(({ code, level, title, says, fix, source }) =>
    h(
      "tr",
      { id: anchors.check(code) },
      h("th", { scope: "row", class: "key" }, code),
      h("td", { class: "key" }, levelBadge(level)),
      h("td", {}, h("b", {}, title), h("p", { class: "help" }, source)),
      h("td", {}, standingWords(says)),
      h("td", {}, fix),
    ),
  );
  return wide(
    caption,
    h(
      "table",
      { class: "standing" },
      h("caption", {}, caption),
      headRow("Code", "Level", "What is looked for", "What is said", "What to do"),
      h("tbody", {}, rows),
    ),
  );
}
