import { join } from "node:path";

import type { RawValue } from "../../src/cells";
import { makeDemo, type DemoResult } from "../../src/demo";
import { readPlanningYear, type PlanningYear } from "../../src/template";
import { yearFiles } from "../support/shipped";

/** What the fixture's year has no list for: what a kitchen cooks, and who cooks it. */
const LISTS = `
  - list: dishes
    title: Dishes
    row: Dish
    rows: 4
    columns:
      dish: { label: Dish, type: text, most: 40 }
      supplier: { label: Supplier, type: text, most: 40 }
      plates: { label: Plates a day, type: count }
      from: { label: Served from, type: date }
      until: { label: Served until, type: date, answer: optional }
      cost: { label: Cost, type: money }
  - list: cooks
    title: Cooks
    row: Cook
    rows: 3
    columns:
      cook: { label: Cook, type: text, most: 40 }
      cooks: { label: Cooks this dish, type: text, most: 40, answer: optional }
      hours: { label: Hours a day, type: count, decimals: 1 }
`;

/** A demo of two kitchens, one large and one small. */
const DEMO = `
sha: { code: Y01, name: Northern and Yorkshire (fictional), type: Region }
seed: 7
due: 1999-06-30
email: kitchen@{code}.example.org
surnames: [Sample, Specimen, Pattern]
roles:
  kitchen:
    arrives: [1999-06-01, 1999-06-30]
    draws: { appetite: [1.5, 2.5] }
    kinds: { big: [large, vast] }
    sizes:
      large: { beds: [400, 600] }
      small: { beds: [40, 60] }
      vast: { beds: [900, 1000] }
    with:
      grocer: [Ashgrove, Birchwood, Cedarhurst]
      spare: { big: 12, others: 3 }
    figures: { plates: "=ROUND(beds*appetite,0)" }
    entries:
      front.stage: Agreed
      front.round: { vast: 3, big: 2, others: 1 }
      front.inspected: { small: 1999-05-01 }
      meals.{patients,visitors}[{served,food,staff}]: "=plates+spare"
      meals.wards[{served,food,staff}]: "={#}*5"
      meals.{wards,patients}[remark]: '=IF("{}"="wards","","All {}")'
    lists:
      dishes:
        with: { price: 2 }
        each: { supplier: =grocer, from: 1999-04-05, until: "=[@from]+days", cost: "=[@plates]*price" }
        rows:
          soup: { with: { days: [10, 40] }, dish: Soup, plates: "=ROUND(plates/2,0)" }
          roast: { for: [big], with: { days: 7, price: 5 }, dish: Roast, plates: "=dishes.soup[plates]+1" }
          pudding: { dish: Pudding, supplier: Own kitchen, plates: 90, until: null }
      cooks:
        rows:
          head: { cook: Head cook, cooks: "=dishes.pudding[dish]", hours: { big: 12, others: 6.5 } }
          baker: { for: [vast], cook: Baker, hours: 8 }
    tables:
      meals:
        columns: [day, remark]
        lines:
          visitors: { small: [1999-05-02], big: [null, "=dishes.pudding[dish]&\\" on \\"&dishes.pudding[plates]&\\" plates\\""] }
          "{patients,wards}": [1999-05-03]
    final: {}
organisations:
  - { code: K01, name: Ashmere General, type: Large kitchen, size: large }
  - { code: K02, name: Fellside, type: Small kitchen, size: small }
  - { code: K03, name: Wend Valley, type: Large kitchen, size: vast }
`;

const YEAR: PlanningYear = withLists();

function withLists(): PlanningYear {
  const files = yearFiles("1999-00", join(__dirname, "..", "fixtures", "templates"));
  const kitchen = files.sheets.get("kitchen")!;
  const text = kitchen.text.replace(
    "  - explanations: reasons",
    () => `${LISTS.slice(1)}  - explanations: reasons`,
  );
  const result = readPlanningYear({
    ...files,
    sheets: new Map([...files.sheets, ["kitchen", { ...kitchen, text }]]),
  });
  if (result.kind === "year") return result.year;
  throw new Error(result.problems.map((p) => `${p.file}:${p.line} ${p.message}`).join("\n"));
}

/** The demo of the kitchens, with one piece of its definition replaced. */
export function kitchens(...[old, by]: [] | [old: string, by: string]): DemoResult {
  if (old !== undefined && DEMO.split(old).length !== 2)
    throw new Error(`the demo does not hold ${old} once`);
  const text = old === undefined ? DEMO : DEMO.replace(old, () => by ?? "");
  return makeDemo({ name: "demo.yaml", text }, YEAR);
}

/** What a kitchen entered whose key begins like this. */
export function entered(result: DemoResult, org: string, start: string): Readonly<Record<string, RawValue>> {
  if (result.kind === "refused")
    throw new Error(result.problems.map((p) => `${p.file}:${p.line} ${p.message}`).join("\n"));
  const own = result.demo.entries.filter((entry) => entry.org === org && entry.key.startsWith(start));
  return Object.fromEntries(own.map(({ key, value }) => [key, value]));
}

/** What the definition is refused for: the words of the line, and the sentence. */
export function refusedFor(old: string, by: string): readonly (readonly [line: string, message: string])[] {
  const result = kitchens(old, by);
  if (result.kind === "demo") return [];
  const lines = DEMO.replace(old, () => by).split("\n");
  return result.problems.map(({ line, message }) => [lines[line - 1]?.trim() ?? "", message] as const);
}
