import { parseAddress } from "../../src/cells";
import type { Layout, StyleRole } from "../../src/layout";

import { inReadingOrder, plain, type Page, type Word } from "./paper";
import {
  pagesWanted,
  printedSheets,
  textsOf,
  wordsBetween,
  type PlacedText,
  type PrintedSheet,
} from "./print";

const ERRORS = /#{3,}|#VALUE!|#REF!|#NAME\?|#DIV\/0!|#N\/A|#NUM!|#NULL!|Err:5\d\d/;
/** Points by which printed letters may pass the edge of their cell: the box of a letter has room around it. */
const ACROSS = 1;
const DOWN = 1.5;
/** Points from the lower edge of the paper in which its foot stands. */
const FOOT = 40;

/** Cells that show an error or whose figure has no room, as they are printed. */
export function errorsIn(pages: readonly Page[]): readonly string[] {
  return pages.flatMap((page, at) =>
    page.words.filter(({ text }) => ERRORS.test(text)).map(({ text }) => `page ${at + 1}: ${text}`),
  );
}

/**
 * Sheets that are not as many pages wide as they should be. Of one that is one page wide the leftmost and the rightmost title have to
 * stand on each of its pages; of a list that is wider, the leftmost, which each page repeats; and no page is left over.
 */
export function widthFaults(layout: Layout, pages: readonly Page[]): readonly string[] {
  return printedSheets(layout, pages).flatMap((printed) => {
    const { sheet } = printed;
    const { least, most } = pagesWanted(printed);
    const count = printed.pages.length;
    const [from, to] = sheet.titleRows;
    const titles = textsOf(printed).filter(({ address }) => {
      const { row } = parseAddress(address)!;
      return row >= from && row <= to;
    });
    const columnOf = ({ address }: PlacedText) => parseAddress(address)!.column;
    const sorted = [...titles].sort((a, b) => columnOf(a) - columnOf(b));
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (!first || !last || first === last) return [`${sheet.name}: no titles at both edges`];
    const repeated = sheet.pagesAcross === 1 ? [first, last] : [first];
    const missing = printed.pages.flatMap((page, at) =>
      repeated
        .filter((title) => cutOn(page, title) !== null)
        .map(({ text }) => `${sheet.name}, page ${at + 1}: “${text}” does not stand at its edge`),
    );
    if (count >= least && count <= most) return missing;
    return [...missing, `${sheet.name}: ${count} pages, and its rows fill ${least} to ${most}`];
  });
}

/** Texts that are not printed in full within their cells: cut at an edge, run over by others, or not there. Cells of a column are told together. */
export function cutTexts(
  layout: Layout,
  pages: readonly Page[],
  wanted: (role: StyleRole) => boolean = () => true,
): readonly string[] {
  const columns = new Map<string, { readonly first: string; count: number }>();
  for (const printed of printedSheets(layout, pages)) {
    for (const placed of textsOf(printed)) {
      const { address, cell, text } = placed;
      const cut = wanted(cell.role) ? cutIn(printed, placed) : null;
      if (cut === null) continue;
      const column = `${printed.sheet.name}, column ${address.replace(/\d/g, "")} (${cell.role}): ${cut}`;
      const known = columns.get(column) ?? { first: `${address} “${text.slice(0, 80)}”`, count: 0 };
      known.count += 1;
      columns.set(column, known);
    }
  }
  return [...columns].map(([column, { first, count }]) =>
    count === 1 ? `${column}: ${first}` : `${column}: ${first} and ${count - 1} more`,
  );
}

function cutIn({ pages }: PrintedSheet, placed: PlacedText): string | null {
  const found = pages.map((page) => cutOn(page, placed));
  if (found.includes(null)) return null;
  return found.find((cut) => cut !== "not in full") ?? "not in full";
}

/** Null where the text stands on the page within its cell; otherwise what is wrong with it there. */
function cutOn(page: Page, placed: PlacedText): string | null {
  const column = columnOf(page, placed.left, placed.right);
  const wanted = plain(placed.text);
  let worst: string | null = "not in full";
  for (let from = column.text.indexOf(wanted); from >= 0; from = column.text.indexOf(wanted, from + 1)) {
    const words = column.words.slice(column.wordAt[from], column.wordAt[from + wanted.length - 1]! + 1);
    const wide =
      Math.min(...words.map(({ left }) => left)) < placed.left - ACROSS ||
      Math.max(...words.map(({ right }) => right)) > placed.right + ACROSS;
    const high = heightOfWords(words) > placed.height + DOWN;
    const broken = isBroken(placed.text, words);
    if (!wide && !high && !broken) return null;
    worst = high ? "too high" : wide ? "too wide" : "broken within a word";
  }
  return worst;
}

/** From the upper edge of the first line to the lower edge of the last; signs that another font lends reach further and are left out. */
function heightOfWords(words: readonly Word[]): number {
  const letters = words.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const of = letters.length > 0 ? letters : words;
  return Math.max(...of.map(({ bottom }) => bottom)) - Math.min(...of.map(({ top }) => top));
}

/** Whether a line ends where the text has neither a blank nor a sign after which a word may be divided. */
function isBroken(text: string, words: readonly Word[]): boolean {
  const ends = new Set<number>();
  let length = 0;
  for (const part of text.split(/\s|(?<=[-–/.,:;])/)) ends.add((length += plain(part).length));
  length = 0;
  return words.some((word, at) => {
    length += plain(word.text).length;
    const next = words[at + 1];
    const line = next !== undefined && next.top - word.top > (word.bottom - word.top) / 2;
    return line && !ends.has(length);
  });
}

/** Titles that stand at the foot of a page, what they belong to on the next. */
export function loneTitles(layout: Layout, pages: readonly Page[]): readonly string[] {
  const roles: readonly StyleRole[] = ["block_title", "block_intro", "group_head", "head", "head_text"];
  return printedSheets(layout, pages).flatMap((printed) => {
    const titles = textsOf(printed).filter(({ cell }) => roles.includes(cell.role));
    return printed.pages.flatMap((page, at) => {
      const body = wordsBetween(page, 0, page.width);
      const foot = Math.max(...body.map(({ bottom }) => bottom));
      const last = inReadingOrder(body.filter(({ bottom }) => bottom > foot - 2));
      const line = plain(last.map(({ text }) => text).join(""));
      const lone = titles.find(({ text }) => plain(text).endsWith(line));
      return lone ? [`${printed.sheet.name}, page ${at + 1}: ${lone.address} “${lone.text}”`] : [];
    });
  });
}

/** Words at the foot of a page that are printed over each other. */
export function footFaults(pages: readonly Page[]): readonly string[] {
  return pages.flatMap((page, at) => {
    const foot = page.words.filter(({ top }) => top > page.height - FOOT).sort((a, b) => a.left - b.left);
    const over = foot.find((word, index) => (foot[index + 1]?.left ?? Infinity) < word.right - ACROSS);
    return over ? [`page ${at + 1}: “${over.text}” is printed over`] : [];
  });
}

interface Column {
  /** All that stands in it, without blanks. */
  readonly text: string;
  readonly words: readonly Word[];
  /** The word that each letter of the text belongs to. */
  readonly wordAt: readonly number[];
}

const known = new WeakMap<Page, Map<string, Column>>();

function columnOf(page: Page, left: number, right: number): Column {
  const columns = known.get(page) ?? new Map<string, Column>();
  known.set(page, columns);
  const key = `${left} ${right}`;
  const column = columns.get(key) ?? readColumn(page, left, right);
  columns.set(key, column);
  return column;
}

function readColumn(page: Page, left: number, right: number): Column {
  const words = inReadingOrder(wordsBetween(page, left, right));
  const texts = words.map(({ text }) => plain(text));
  const wordAt = texts.flatMap((text, at) => Array.from({ length: text.length }, () => at));
  return { text: texts.join(""), words, wordAt };
}
