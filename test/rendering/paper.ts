import { resolve } from "node:path";

import { succeed } from "../support/run";

/** A box on a page, in points from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One word as it is printed. */
export interface Word extends Box {
  readonly text: string;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  "#39": "'",
};

/** Every word of a print with its place, as Poppler finds them. Words that are clipped from sight are among them. */
export async function readPaper(pdf: string): Promise<readonly Page[]> {
  const html = await succeed("pdftotext", ["-bbox", "-enc", "UTF-8", resolve(pdf), "-"]);
  return html.split("<page ").slice(1).map(pageOf);
}

function pageOf(html: string): Page {
  const [head = ""] = html.split(">");
  const words = [...html.matchAll(/<word ([^>]*)>([^<]*)<\/word>/g)].map(([, at = "", text = ""]): Word => ({
    text: text.replaceAll(/&([a-z]+|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity),
    left: figure(at, "xMin"),
    top: figure(at, "yMin"),
    right: figure(at, "xMax"),
    bottom: figure(at, "yMax"),
  }));
  return { width: figure(head, "width"), height: figure(head, "height"), words };
}

function figure(attributes: string, name: string): number {
  const value = new RegExp(`${name}="([0-9.-]+)"`).exec(attributes)?.[1];
  if (value === undefined) throw new Error(`Poppler gave no ${name}: ${attributes}`);
  return Number(value);
}

/** What is compared of a text: wrapped lines, and signs of one width, make no difference. */
export function plain(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s/g, "");
}

/** The words in the order in which they are read. */
export function inReadingOrder(words: readonly Word[]): readonly Word[] {
  const middle = (word: Word) => (word.top + word.bottom) / 2;
  const lines: Word[][] = [];
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1);
    const height = word.bottom - word.top;
    if (line?.[0] && middle(word) - middle(line[0]) < height / 3) line.push(word);
    else lines.push([word]);
  }
  return lines.flatMap((line) => line.sort((a, b) => a.left - b.left));
}
