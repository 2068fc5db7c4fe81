import { type Child, h, joined, listed, type Markup } from "../html";
import { parseDefinitionFormula, type Rule } from "../template";

import { anchors, anchorOf, blockNamed } from "./anchors";
import { code, formulaCode } from "./code";
import { formulaWords, type WordsGround } from "./formula-words";
import { messageWords } from "./message-words";
import { levelBadge, servesLinks, type GuideGround } from "./pieces";

/** A condition whose words are longer than this is shown as its formula alone. */
const LONGEST = 420;

/** One rule in words, then as its definition has it. */
export function ruleArticle(rule: Rule, { template, obligations }: GuideGround): Markup {
  const { written } = rule;
  const ground = { template, block: rule.block === null ? null : blockNamed(rule.block, template) };
  return h(
    "article",
    { class: `rule ${rule.level}`, id: anchors.rule(rule.code), "aria-label": `${rule.code} ${rule.title}` },
    h("h4", {}, levelBadge(rule.level), " ", h("span", { class: "code" }, rule.code), " ", rule.title),
    described("words", [
      ["When", appliesWords(rule, ground)],
      ["Says", messageWords(written.says, ground)],
      ["What to do", rule.fix],
    ]),
    described("formulas", [
      [
        "Marks",
        joined(
          written.at.map((place) => placeCode(place, rule, template)),
          " ",
        ),
      ],
      ...(written.when === null ? [] : [["When", formulaCode(written.when, template)] as const]),
      ["Must be true", formulaCode(written.holds, template)],
    ]),
    h(
      "p",
      { class: "source" },
      "Source: ",
      rule.source,
      rule.serves.length === 0 ? null : [" · serves ", servesLinks(rule.serves, obligations)],
    ),
  );
}

function described(kind: string, parts: readonly (readonly [string, Child])[]): Markup {
  return h(
    "dl",
    { class: kind },
    parts.map(([term, words]) => h("div", {}, h("dt", {}, term), h("dd", {}, words))),
  );
}

function placeCode(place: string, rule: Rule, template: GuideGround["template"]): Markup {
  return rule.block !== null || anchorOf(place, template) === null
    ? code(place)
    : formulaCode(place, template);
}

/** For which lines a rule stands, on what condition, and which findings keep it silent. */
function appliesWords(rule: Rule, ground: WordsGround): Child {
  const { template, block } = ground;
  const lines =
    block === null
      ? null
      : block.kind === "list"
        ? `each row of ${block.title} that is used`
        : `each line of ${block.title} with something to enter there`;
  const words = conditionWords(rule, ground);
  const sentence =
    lines === null ? (words ?? "Always") : words === null ? `For ${lines}` : `For ${lines}, where ${words}`;
  const begun = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  if (rule.unless.length === 0) return `${begun}.`;
  const links = rule.unless.map((other) =>
    template.rules.some(({ code: one }) => one === other)
      ? h("a", { href: `#${anchors.rule(other)}` }, other)
      : other,
  );
  return [`${begun}; not while `, joined(links, " or "), " stands."];
}

function conditionWords({ written }: Rule, ground: WordsGround): string | null {
  if (written.when === null) return null;
  const parsed = parseDefinitionFormula(written.when);
  const words = parsed.kind === "formula" ? formulaWords(parsed.expression, ground) : "";
  return words === "" || words.length > LONGEST ? "the formula below is true" : words;
}

/** What the rules of a sheet ask for, by level: "3 to put right, 4 to explain". */
export function rulesSummary(rules: readonly Rule[]): string {
  const words = { fix: "to put right", explain: "to explain", note: "to note" } as const;
  const parts = (["fix", "explain", "note"] as const).flatMap((level) => {
    const count = rules.filter((rule) => rule.level === level).length;
    return count === 0 ? [] : [`${count} ${words[level]}`];
  });
  return listed(parts);
}
