import { counted, h, wholePage, type Child, type Markup } from "../html";
import type { PlanningYear, Template } from "../template";

import { anchors } from "./anchors";
import { formulasSection } from "./formulas-section";
import { obligationsSection } from "./obligations-section";
import { aboutSection, daysSection, howSection } from "./opening";
import type { GuideGround } from "./pieces";
import { sheetSection } from "./sheet-section";
import { standingSection } from "./standing-section";
import { STYLE } from "./style";

/** The whole return of one role as a page of its own: HTML that needs no other file and runs nothing. */
export function guidePage(year: PlanningYear, template: Template): string {
  const { obligations } = year;
  const ground: GuideGround = { template, obligations };
  const days = daysSection(obligations, ground);
  const asked = obligationsSection(year, template);
  const title = `${template.title} ${template.yearLabel}, ${template.roleLabel}: guide`;
  return wholePage({
    title,
    style: STYLE,
    main: { id: "guide", skip: "Skip to the guide" },
    band: [
      h("p", { class: "eyebrow" }, `Planning year ${template.yearLabel} · ${template.roleLabel}`),
      h("h1", {}, template.title),
      h("p", { class: "facts" }, factsWords(template, obligations)),
    ],
    contents: contents(template, days !== null, asked !== null),
    parts: [
      aboutSection(ground),
      howSection(ground),
      days,
      template.sheets.map((sheet, at) => sheetSection(sheet, at, ground)),
      standingSection(template),
      asked,
      formulasSection(),
    ],
    foot: `${title}. Printed from the definition of the return, version ${template.version}. The layout of the return and all words here are this project's own; it is no form of the Department of Health.`,
  });
}

function factsWords(template: Template, obligations: PlanningYear["obligations"]): string {
  const asked = [...obligations.values()].filter(({ who }) => who.includes(template.role)).length;
  const entered = new Set(
    [...template.fields.values()]
      .filter(({ source }) => source.kind === "entered")
      .map(({ key, row, block, column }) => (row === null ? key : `${block}[${column}]`)),
  ).size;
  return [
    `Version ${template.version}`,
    counted(template.sheets.length, "sheet"),
    counted(entered, "thing to enter", "things to enter"),
    counted(template.rules.length, "check"),
    ...(asked === 0 ? [] : [`answers ${counted(asked, "point")} of the guidance`]),
  ].join(" · ");
}

function contents({ sheets }: Template, days: boolean, asked: boolean): Markup {
  const entry = (id: string, words: string): Child => h("li", {}, h("a", { href: `#${id}` }, words));
  return h(
    "nav",
    { class: "contents", "aria-labelledby": "contents-title" },
    h("h2", { id: "contents-title" }, "Contents"),
    h(
      "ul",
      {},
      entry("about", "What this return is"),
      entry("how", "How to fill it in"),
      days ? entry("days", "Days to keep") : null,
    ),
    h("h3", {}, "Sheets"),
    h(
      "ol",
      {},
      sheets.map((sheet, at) => entry(anchors.sheet(at), sheet.name)),
    ),
    h("h3", {}, "Behind them"),
    h(
      "ul",
      {},
      entry("standing", "Checks of every return"),
      asked ? entry("obligations", "What the guidance asks for") : null,
      entry("formulas", "How to read the formulas"),
    ),
  );
}
