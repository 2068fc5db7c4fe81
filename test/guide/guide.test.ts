import { guidePage } from "../../src/guide";
import { servedBy, type Field, type Template, type ValueBlock } from "../../src/template";
import { planningYear } from "../support/shipped";
import { all, byId, directly, parsed, textOf, type Element } from "./html";

const YEAR = planningYear("2007-08");
const ROLES = [...YEAR.templates.keys()];
const PAGES = new Map(
  [...YEAR.templates].map(([role, template]) => {
    const html = guidePage(YEAR, template);
    return [role, { template, html, page: parsed(html) }] as const;
  }),
);

function blockOf(field: Field, { sheets }: Template): ValueBlock {
  for (const block of sheets.flatMap(({ blocks }) => blocks))
    if (block.kind !== "checks" && block.id === field.block) return block;
  throw new Error(`no block ${field.block}`);
}

/** Rows of a list and lines of explanations are all alike, so a column of them stands there once. */
function placeOf(field: Field, template: Template): string {
  return ["list", "explanations", "nothing"].includes(blockOf(field, template).kind)
    ? `${field.block}[${field.column}]`
    : field.key;
}

/** One blank for any number of them, as a reader of the page sees it. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

describe.each(ROLES)("the guide to the %s return", (role) => {
  const { template, html, page } = PAGES.get(role)!;
  const whole = textOf(page);
  const ids = new Map(all(page).map((element) => [element.attributes["id"] ?? "", element]));
  const at = (id: string): Element => {
    const found = ids.get(id);
    if (!found) throw new Error(`nothing stands under ${id}`);
    return found;
  };

  test("is one page by itself: nothing is fetched and nothing runs", () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    for (const name of ["script", "link", "img", "iframe", "object", "svg"])
      expect(all(page, name)).toEqual([]);
    for (const { attributes } of all(page))
      for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^on|^src$|^style$/);
    expect(html).not.toMatch(/url\(|@import/);
  });

  test("holds every field, lists and explanations once a column", () => {
    const places = new Set([...template.fields.values()].map((field) => placeOf(field, template)));
    expect([...places].filter((place) => !ids.has(place))).toEqual([]);
    expect([...ids.keys()].filter((id) => /\.r\d\d\[/.test(id))).toEqual([]);
  });

  test("says of every line, column and field what it is called and how it helps", () => {
    const missing = (texts: readonly (string | null)[]) =>
      [...new Set(texts)].filter((text) => text !== null && !whole.includes(plain(text)));
    const fields = [...template.fields.values()];
    expect(missing(fields.map(({ help }) => help))).toEqual([]);
    const blocks = template.sheets.flatMap(({ blocks: of }) => of);
    expect(missing(blocks.flatMap(({ title, intro }) => [title, intro]))).toEqual([]);
    const values = blocks.filter((block): block is ValueBlock => block.kind !== "checks");
    expect(
      missing(values.flatMap(({ columns }) => columns.flatMap(({ label, group }) => [label, group]))),
    ).toEqual([]);
    const lines = values.filter(({ kind }) => kind === "form" || kind === "table");
    expect(missing(lines.flatMap((block) => block.lines.map(({ label }) => label)))).toEqual([]);
    expect(missing(template.sheets.flatMap(({ name, intro }) => [name, intro]))).toEqual([]);
  });

  test("says of every field that is entered what goes in and whether an answer is due", () => {
    const wrong = [...template.fields.values()].filter((field) => {
      const { source, type } = field;
      if (source.kind !== "entered") return false;
      const block = blockOf(field, template);
      const place = at(placeOf(field, template));
      if (block.kind === "table") {
        const words = { money: "£000", count: "number", percent: "%" };
        const word = type.kind in words ? words[type.kind as keyof typeof words] : type.kind;
        return textOf(place) !== (source.answer === "due" ? word : `(${word})`);
      }
      const cells = directly(place, "td").map(textOf);
      const choices = type.kind === "choice" ? type.choices : [];
      const due = source.answer === "due" ? "due" : "optional";
      return !choices.every((choice) => cells[0]!.includes(choice)) || !cells[1]!.startsWith(due);
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  test("shows how every calculated field comes about, with its keys", () => {
    const formulas = new Set(
      all(page, "code")
        .filter(({ attributes }) => attributes["class"] === "formula")
        .map(textOf),
    );
    const wrong = [...template.fields.values()].filter(
      ({ source, column }) =>
        source.kind === "calculated" &&
        source.written !== null &&
        !formulas.has(plain(source.written)) &&
        !formulas.has(plain(source.written).replaceAll(`[${column}]`, "[@]")),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  test("holds every rule: level, title, words, what to do, both formulas, source, obligations", () => {
    const signs = { fix: "✖ Put right", explain: "▲ Explain", note: "● Note" };
    for (const rule of template.rules) {
      const article = at(`rule-${rule.code}`);
      expect(article.name).toBe("article");
      const text = textOf(article);
      for (const part of [signs[rule.level], rule.title, rule.fix, rule.source])
        expect(text).toContain(plain(part));
      const formulas = all(article, "code").map(textOf);
      expect(formulas).toContain(plain(rule.written.holds));
      if (rule.written.when !== null) expect(formulas).toContain(plain(rule.written.when));
      for (const place of rule.written.at) expect(formulas).toContain(place);
      for (const part of rule.cases[0]?.says ?? [])
        if (part.kind === "text" && !part.text.startsWith("Line ") && rule.block === null)
          expect(text).toContain(plain(part.text));
      const links = all(article, "a").map(({ attributes }) => attributes["href"]);
      for (const id of rule.serves) expect(links).toContain(`#obligation-${id}`);
      for (const other of rule.unless) expect(links).toContain(`#rule-${other}`);
    }
    expect(all(page, "article")).toHaveLength(template.rules.length);
  });

  test("holds every check of every return", () => {
    for (const check of template.standing.values()) {
      const text = textOf(at(`check-${check.code}`));
      for (const part of [check.title, check.fix, check.source]) expect(text).toContain(plain(part));
    }
  });

  test("leads from every obligation of the role to what serves it, and back", () => {
    const served = servedBy(YEAR);
    const places = (links: readonly Element[]) => links.map(({ attributes }) => attributes["href"]!.slice(1));
    for (const { id, who, what, source } of YEAR.obligations.values()) {
      if (!who.includes(role)) continue;
      const row = at(`obligation-${id}`);
      expect(textOf(row)).toContain(plain(what));
      expect(textOf(row)).toContain(source);
      const links = places(all(row, "a"));
      for (const service of served.get(id)!.filter((one) => one.role === role)) {
        if (service.kind === "rule") expect(links).toContain(`rule-${service.key}`);
        if (service.kind === "block") expect(links).toContain(`block-${service.key}`);
      }
    }
    const back = all(page, "a").filter(({ attributes }) => attributes["class"] === "obligation");
    expect(back.length).toBeGreaterThan(0);
    for (const to of places(back)) expect(to).toMatch(/^obligation-/);
  });

  test("has one place for each name, and no link that leads nowhere", () => {
    const names = all(page).flatMap(({ attributes }) => attributes["id"] ?? []);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    const links = all(page, "a").map(({ attributes }) => attributes["href"]!);
    expect(links.filter((link) => !link.startsWith("#") || !ids.has(link.slice(1)))).toEqual([]);
  });

  test("lists every sheet in its contents", () => {
    const [nav] = all(page, "nav");
    const links = new Map(all(nav!, "a").map((link) => [textOf(link), link.attributes["href"]!.slice(1)]));
    for (const { name } of template.sheets) expect(textOf(all(at(links.get(name)!), "h2")[0]!)).toBe(name);
  });

  test("has headings in their order, landmarks, and tables that can be read aloud", () => {
    expect(all(page, "h1")).toHaveLength(1);
    for (const name of ["main", "nav", "header", "footer"]) expect(all(page, name)).toHaveLength(1);
    const levels = all(byId(page, "guide")).flatMap(({ name }) => /^h(\d)$/.exec(name)?.[1] ?? []);
    let before = 1;
    for (const level of levels.map(Number)) {
      expect(level).toBeLessThanOrEqual(before + 1);
      before = level;
    }
    for (const table of all(page, "table")) {
      expect(textOf(directly(table, "caption")[0]!)).not.toBe("");
      for (const head of all(table, "th"))
        expect(head.attributes["scope"]).toMatch(/^(col|row|colgroup|rowgroup)$/);
    }
  });

  test("tells every level by sign and word, never by colour alone", () => {
    for (const badge of all(page, "span").filter(({ attributes }) =>
      attributes["class"]?.startsWith("level "),
    ))
      expect(textOf(badge)).toMatch(/^(✖ Put right|▲ Explain|● Note)$/);
  });
});
