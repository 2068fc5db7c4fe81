import { type Child, counted, h, joined, type Markup } from "../html";
import type { Block, Sheet, ValueBlock } from "../template";

import { anchors, areAlike } from "./anchors";
import { columnFacts, lineFacts } from "./block-facts";
import { columnsTable, usualTable } from "./columns-table";
import { code } from "./code";
import { formTable } from "./form-table";
import { linesTable } from "./lines-table";
import { servesLinks, type GuideGround } from "./pieces";
import { ruleArticle, rulesSummary } from "./rule-article";
import { workings } from "./workings";

/** Everything about one sheet: its blocks, then its rules. */
export function sheetSection(sheet: Sheet, at: number, ground: GuideGround): Markup {
  const rules = ground.template.rules.filter((rule) => rule.sheet === sheet.name);
  const id = anchors.sheet(at);
  return h(
    "section",
    { class: isShort(sheet) ? "part short" : "part", id, "aria-labelledby": `${id}-title` },
    h("p", { class: "eyebrow" }, `Sheet ${at + 1} of ${ground.template.sheets.length}`),
    h("h2", { id: `${id}-title` }, sheet.name),
    sheet.intro === null ? null : h("p", { class: "lead" }, sheet.intro),
    onThisSheet(sheet, `${id}-checks`, rules.length),
    sheet.blocks.map((block) => blockSection(block, ground)),
    rules.length === 0
      ? null
      : h(
          "section",
          { class: "rules", id: `${id}-checks` },
          h("h3", {}, `Checks of ${sheet.name}`),
          h("p", { class: "quiet" }, `${counted(rules.length, "check")}: ${rulesSummary(rules)}.`),
          rules.map((rule) => ruleArticle(rule, ground)),
        ),
  );
}

/** A sheet that the workbook writes itself but for reasons needs no page of its own on paper. */
function isShort({ blocks }: Sheet): boolean {
  return blocks.every(({ kind }) => kind === "explanations" || kind === "checks");
}

function onThisSheet(sheet: Sheet, checks: string, rules: number): Child {
  const links = [
    ...sheet.blocks.map((block) => h("a", { href: `#${anchors.block(block.id)}` }, block.title)),
    ...(rules === 0 ? [] : [h("a", { href: `#${checks}` }, counted(rules, "check"))]),
  ];
  return links.length < 2
    ? null
    : h("p", { class: "on-this-sheet" }, "On this sheet: ", joined(links, " · "));
}

function blockSection(block: Block, ground: GuideGround): Markup {
  const id = anchors.block(block.id);
  return h(
    "section",
    { class: "block", id },
    h("h3", {}, block.title),
    h("p", { class: "about" }, joined(aboutBlock(block, ground), " · ")),
    block.intro === null ? null : h("p", {}, block.intro),
    block.kind === "checks" ? null : valuesOf(block, ground),
  );
}

function aboutBlock(block: Block, { obligations }: GuideGround): readonly Child[] {
  return [
    [kindWords(block), " ", code(block.id)],
    ...(block.kind === "checks" || block.unit === null ? [] : [block.unit]),
    ...(block.serves.length === 0 ? [] : [["serves ", servesLinks(block.serves, obligations)]]),
  ];
}

function kindWords(block: Block): string {
  switch (block.kind) {
    case "form":
      return "Form";
    case "table":
      return "Table";
    case "list":
      return `List of up to ${block.lines.length} rows, filled as needed`;
    case "explanations":
      return `${counted(block.lines.length, "line")}, one for each check that may ask for a reason`;
    case "nothing":
      return `${counted(block.lines.length, "line")}, for the whole return and for each sheet that may have nothing`;
    case "checks":
      return "Filled by the workbook";
  }
}

function valuesOf(block: ValueBlock, ground: GuideGround): Child {
  const lines = lineFacts(block, ground.template);
  if (block.kind === "form") return formTable(block, lines, ground);
  const columns = columnFacts(block, lines);
  return [
    areAlike(block) ? null : linesTable(block, lines, columns, ground),
    areAlike(block) ? columnsTable(block, columns, ground) : usualTable(block, columns, ground),
    workings(block, lines, ground),
    block.takes === null
      ? null
      : h(
          "p",
          { class: "help" },
          `Rows can be put in from the ${block.takes.role} returns that have come in, one row for each: `,
          joined(
            [...block.takes.keys.keys()].map((column) => code(`${block.id}[${column}]`)),
            ", ",
          ),
          ".",
        ),
  ];
}
