import { type Child, counted, h, headRow, listed, type Markup, wide } from "../html";
import type { Level, Obligation, Sheet, Template } from "../template";

import { anchors } from "./anchors";
import { shownDay } from "./field-words";
import { LEVELS, levelBadge, servesLinks, type GuideGround } from "./pieces";

/** What the return is: who files it, and its sheets at a glance. */
export function aboutSection(ground: GuideGround): Markup {
  const { template } = ground;
  return h(
    "section",
    { class: "part first", id: "about", "aria-labelledby": "about-title" },
    h("h2", { id: "about-title" }, "What this return is"),
    h(
      "p",
      { class: "lead" },
      `The ${template.roleLabel}'s return of ${template.yearLabel}: one workbook with ${counted(template.sheets.length, "sheet")}. This guide is printed from the same definition that the workbook is made from, so that both say the same.`,
    ),
    h("p", {}, `It is filed by organisations of these types: ${listed(template.files)}.`),
    h(
      "p",
      {},
      "A return is final once it says so on its cover, nothing in it is left to put right, and each check that asks for a reason has one.",
    ),
    sheetsTable(template),
  );
}

const COUNTS = ["due", "optional", "fix", "explain", "note"] as const;
type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

function sheetsTable(template: Template): Markup {
  const all = template.sheets.map((sheet) => countsOf(sheet, template));
  const rows = template.sheets.map((sheet, at) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, h("a", { href: `#${anchors.sheet(at)}` }, sheet.name)),
      h("td", {}, sheet.blocks.map(({ title }) => title).join(" · ")),
      COUNTS.map((name) => h("td", { class: "figure" }, all[at]?.[name] || "–")),
    ),
  );
  const head = (words: Child) => h("th", { scope: "col", class: "figure" }, words);
  return wide(
    "The sheets",
    h(
      "table",
      { class: "overview" },
      h("caption", {}, "The sheets, in their order, with their answers and checks"),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, "Sheet"),
          h("th", { scope: "col" }, "What stands on it"),
          head("Answers due"),
          head("Optional"),
          (["fix", "explain", "note"] as const).map((level) =>
            head([LEVELS[level].sign, " ", LEVELS[level].words]),
          ),
        ),
      ),
      h("tbody", {}, rows),
      h(
        "tfoot",
        {},
        h(
          "tr",
          { class: "total" },
          h("th", { scope: "row", colspan: 2 }, "In all"),
          COUNTS.map((name) =>
            h(
              "td",
              { class: "figure" },
              all.reduce((sum, one) => sum + one[name], 0),
            ),
          ),
        ),
      ),
    ),
  );
}

/** How much a sheet asks for; the columns of a list count once, whatever its rows. */
function countsOf(sheet: Sheet, { fields, rules }: Template): Counts {
  const answers = new Map<string, boolean>();
  for (const { key, sheet: on, source, row, block, column } of fields.values())
    if (on === sheet.name && source.kind === "entered")
      answers.set(row === null ? key : `${block}[${column}]`, source.answer === "due");
  const due = [...answers.values()].filter((one) => one).length;
  const level = (of: Level) => rules.filter((rule) => rule.sheet === sheet.name && rule.level === of).length;
  return {
    due,
    optional: answers.size - due,
    fix: level("fix"),
    explain: level("explain"),
    note: level("note"),
  };
}

const COLOURS: readonly (readonly [string, string, Child])[] = [
  ["entered", "£000", "To enter: an answer is due."],
  ["entered", "(£000)", "To enter: may stay blank."],
  ["calculated", "=", "Worked out by the workbook. Never type over it."],
  ["constant", "31 Mar", "Given: a figure, a day or words that stand there already."],
  ["closed", "", "Nothing applies here, so nothing is entered."],
];

const LEVEL_WORDS = {
  fix: "It can't be right: a blank where an answer is due, text in a figure, parts that do not add up. It is put right before the return is final.",
  explain:
    "It may be right, but is not what is expected. Put it right, or give a reason on the sheet for explanations; the reason travels with the return.",
  note: "Worth knowing. There is nothing to do.",
} as const;

/** How a workbook is filled in, in general. */
export function howSection({ template }: GuideGround): Markup {
  const final = template.states.final;
  return h(
    "section",
    { class: "part", id: "how", "aria-labelledby": "how-title" },
    h("h2", { id: "how-title" }, "How to fill it in"),
    h(
      "ol",
      { class: "steps" },
      [
        "Take the workbook that was made for your organisation. Excel is all it takes: there are no macros and nothing to install.",
        "Work through the sheets from left to right and fill in the yellow cells. When you stand on one, a note beside it says what is wanted.",
        "Amounts are whole thousands of pounds (£000). Spend is positive; what is taken off it is negative, and its line says so.",
        "A blank is not nothing. Where there is nothing, enter 0.",
        "A list is filled from its first row on, with as many rows as you need. A row with nothing in it asks for nothing.",
        "Read the Check cell at the end of each row. It says in words the first thing to put right there.",
        "Give your reasons on the sheet for explanations, one for each check that asks for one.",
        `When nothing is left, set the status on the cover to “${final}” and have it signed off.`,
      ].map((step) => h("li", {}, step)),
    ),
    wide(
      "Colours of cells",
      h(
        "table",
        { class: "legend" },
        h("caption", {}, "Cells, here and in the workbook"),
        headRow("Cell", "What it means"),
        h(
          "tbody",
          {},
          COLOURS.map(([kind, sign, words]) =>
            h("tr", {}, h("td", { class: `cell ${kind}` }, sign), h("td", {}, words)),
          ),
        ),
      ),
    ),
    wide(
      "Levels of checks",
      h(
        "table",
        { class: "legend" },
        h("caption", {}, "Three levels of checks"),
        headRow("Level", "What it means"),
        h(
          "tbody",
          {},
          (["fix", "explain", "note"] as const).map((level) =>
            h("tr", {}, h("td", {}, levelBadge(level)), h("td", {}, LEVEL_WORDS[level])),
          ),
        ),
      ),
    ),
    h(
      "p",
      {},
      "A date or an expectation that was missed, truthfully entered, is never an error: it is explained.",
    ),
  );
}

/** The days by which the guidance asks this role for something; nothing where it sets none. */
export function daysSection(
  obligations: ReadonlyMap<string, Obligation>,
  { template }: GuideGround,
): Markup | null {
  const days = new Map<number, string[]>();
  for (const { id, who, due } of obligations.values())
    if (due !== null && who.includes(template.role)) days.set(due, [...(days.get(due) ?? []), id]);
  if (days.size === 0) return null;
  return h(
    "section",
    { class: "part", id: "days", "aria-labelledby": "days-title" },
    h("h2", { id: "days-title" }, "Days to keep"),
    wide(
      "Days to keep",
      h(
        "table",
        { class: "days" },
        h("caption", {}, "What the guidance asks for by when"),
        headRow("By", "Point", "What"),
        [...days]
          .sort(([one], [other]) => one - other)
          .map(([day, ids]) =>
            h(
              "tbody",
              {},
              ids.map((id, at) =>
                h(
                  "tr",
                  {},
                  at === 0
                    ? h("th", { scope: "rowgroup", rowspan: ids.length, class: "key" }, shownDay(day))
                    : null,
                  h("td", { class: "key" }, servesLinks([id], obligations)),
                  h("td", {}, obligations.get(id)?.what ?? ""),
                ),
              ),
            ),
          ),
      ),
    ),
  );
}
