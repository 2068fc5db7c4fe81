import { Markup, h, written, type Child } from "../html";
import type { LettersTemplate } from "../template";

import { cellRanges } from "./cell-ranges";
import { filled } from "./filled";
import { hasPoints, type Letter, type LetterReturn, type LetterSection, type Point } from "./letter";
import { STYLE } from "./style";

type Words = LettersTemplate["words"];

/** More cells than this are not named one by one, and neither are more lines: the list has them all. */
const MOST_CELLS = 10;
const MOST_LABELS = 4;

/**
 * A letter as a page of its own: HTML that needs no other file and runs nothing. It has tables and no columns beside each other, so
 * that it stays as it is where it is copied into a message. `list` is the name of the workbook that comes with it.
 */
export function letterPage(letter: Letter, { words }: LettersTemplate, list: string | null): string {
  const { organisation, from, day, subject, salutation, opening, returns, closing, farewell } = letter;
  const page = h(
    "html",
    { lang: "en-GB" },
    h(
      "head",
      {},
      h("meta", { charset: "utf-8" }),
      h("title", {}, subject),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("meta", {
        "http-equiv": "Content-Security-Policy",
        content: "default-src 'none'; style-src 'unsafe-inline'",
      }),
      // The style holds no sign that markup would take for its own.
      h("style", {}, new Markup(STYLE)),
    ),
    h(
      "body",
      {},
      h(
        "main",
        {},
        h("p", { class: "from" }, from.name),
        h("p", { class: "day" }, day),
        address(letter),
        h("h1", {}, subject),
        h("p", {}, salutation),
        opening.map((paragraph) => h("p", {}, paragraph)),
        returns.map((one) => returnPart(one, words)),
        hasPoints(letter) && list !== null
          ? h("p", { class: "after" }, filled(words.list.mentioned, { ...letter.holes, file: list }))
          : null,
        closing.map((paragraph) => h("p", {}, paragraph)),
        letter.unknownContact === null ? null : h("p", {}, letter.unknownContact),
        h("p", { class: "farewell" }, farewell),
        h("p", { class: "signed" }, from.name),
        h("p", { class: "reference" }, `${from.code} · ${organisation.code}`),
      ),
    ),
  );
  return `<!DOCTYPE html>\n${written(page)}`;
}

/** For whom the letter is; the e-mail address begins a message. */
function address({ organisation: { name, contact, email, telephone }, subject }: Letter): Markup {
  const mail =
    email === null
      ? null
      : h("a", { href: `mailto:${encodeURI(email)}?subject=${encodeURIComponent(subject)}` }, email);
  const lines = [contact, name, mail, telephone].filter((line) => line !== null);
  return h(
    "p",
    { class: "address" },
    lines.flatMap((line, at): readonly Child[] => (at === 0 ? [line] : [h("br", {}), line])),
  );
}

function returnPart({ heading, states, sections }: LetterReturn, words: Words): Child {
  return [
    h("h2", {}, heading),
    states.map((sentence) => h("p", {}, sentence)),
    sections.map((section) => sectionPart(section, words)),
  ];
}

function sectionPart({ ask, title, intro, points }: LetterSection, words: Words): Child {
  const { where, found, mend } = words.columns;
  const sheets = [...new Set(points.map(({ sheet }) => sheet))];
  return [
    h("h3", { class: ask }, title),
    h("p", {}, intro),
    h(
      "table",
      { class: ask },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, where),
          h("th", { scope: "col" }, found),
          h("th", { scope: "col" }, mend),
        ),
      ),
      sheets.map((sheet) =>
        h(
          "tbody",
          {},
          h("tr", {}, h("th", { scope: "rowgroup", colspan: 3 }, sheet === "" ? words.whole_sheet : sheet)),
          points.filter((point) => point.sheet === sheet).map((point) => pointRow(point, words)),
        ),
      ),
    ),
  ];
}

function pointRow(point: Point, words: Words): Markup {
  const { code, cells, labels, found, said, mend } = point;
  return h(
    "tr",
    {},
    h(
      "td",
      { class: "where" },
      cells.length === 0 ? null : h("strong", {}, fewOf(cellRanges(cells), MOST_CELLS, ", ", words)),
      cells.length === 0 || labels.length === 0 ? null : h("br", {}),
      labels.length === 0 ? null : fewOf(labels, MOST_LABELS, "; ", words),
      h("br", {}),
      h("span", { class: "code" }, code),
    ),
    h(
      "td",
      {},
      found,
      said.flatMap((sentence): readonly Child[] => [h("br", {}), h("em", {}, sentence)]),
    ),
    h("td", {}, mend),
  );
}

/** The first of many, and how many more there are. */
function fewOf(all: readonly string[], most: number, between: string, words: Words): string {
  const parts = [...new Set(all)];
  if (parts.length <= most) return parts.join(between);
  const more = filled(words.more, { count: String(parts.length - most) });
  return `${parts.slice(0, most).join(between)} ${more}`;
}
