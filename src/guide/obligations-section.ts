import { type Child, h, headRow, joined, type Markup, wide } from "../html";
import {
  servedBy,
  type Ask,
  type Obligation,
  type PlanningYear,
  type Service,
  type Template,
} from "../template";

import { anchors } from "./anchors";
import { shownDay } from "./field-words";
import { servedPlaces } from "./places";

/** What an answer consists of, in words. */
const ASK_WORDS: Readonly<Record<Ask, string>> = {
  money: "amounts",
  count: "numbers",
  date: "dates",
  percentage: "percentages",
  months: "twelve months",
  choice: "choices",
  record: "a row for each",
  judgement: "a judgement",
};

/** What the guidance asks of this role, and where this return serves it; then what of others' obligations it helps with. */
export function obligationsSection(year: PlanningYear, template: Template): Markup | null {
  if (year.obligations.size === 0) return null;
  const served = servedBy(year);
  const placesOf = ({ id }: Obligation) => servedPlaces(served.get(id) ?? [], template);
  const all = [...year.obligations.values()];
  const own = all.filter(({ who }) => who.includes(template.role));
  const others = all.filter((one) => !own.includes(one) && placesOf(one).length > 0);
  return h(
    "section",
    { class: "part", id: "obligations", "aria-labelledby": "obligations-title" },
    h("h2", { id: "obligations-title" }, "What the guidance asks for, and where it is served"),
    h(
      "p",
      { class: "lead" },
      `The guidance, point by point and in our own words. Each point of the ${template.roleLabel} leads to where this return asks for it or holds it against something.`,
    ),
    table(`Asked of the ${template.roleLabel}`, own, placesOf, served),
    others.length === 0 ? null : h("h3", {}, "Points of others that this return helps with"),
    others.length === 0 ? null : table("Asked of others", others, placesOf, served),
  );
}

function table(
  caption: string,
  obligations: readonly Obligation[],
  placesOf: (one: Obligation) => readonly Markup[],
  served: ReadonlyMap<string, readonly Service[]>,
): Markup {
  const rows = obligations.map((one) => {
    const places = placesOf(one);
    const assured = (served.get(one.id) ?? []).some(({ kind }) => kind === "assurance");
    return h(
      "tr",
      { id: anchors.obligation(one.id) },
      h("th", { scope: "row", class: "key" }, one.id),
      h("td", {}, one.what, h("p", { class: "help" }, one.source)),
      h("td", {}, dueWords(one)),
      h("td", {}, one.asks.map((ask) => ASK_WORDS[ask]).join(", ")),
      h("td", { class: "places" }, where(places, assured)),
    );
  });
  return wide(
    caption,
    h(
      "table",
      { class: "obligations" },
      h("caption", {}, caption),
      headRow("Id", "What is asked", "By", "Answered with", "Where it is served"),
      h("tbody", {}, rows),
    ),
  );
}

function dueWords({ due }: Obligation): Child {
  return due === null ? "–" : shownDay(due);
}

function where(places: readonly Markup[], assured: boolean): Child {
  const all: readonly Child[] = [...places, ...(assured ? ["the summary's assurance"] : [])];
  return all.length === 0 ? "nowhere" : joined(all, "; ");
}
