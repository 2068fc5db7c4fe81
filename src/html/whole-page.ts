import { baseStyle } from "./base-style";
import { h, Markup, written, type Child } from "./markup";

export interface WholePage {
  readonly title: string;
  /** Rules beside those that all pages have. Like them they hold neither of the signs that begin markup. */
  readonly style: string;
  /** What somebody can skip to who hears the page: the id of its main part, and the words of the link. */
  readonly main: { readonly id: string; readonly skip: string };
  /** What stands in the band on top. */
  readonly band: Child;
  readonly contents: Markup;
  readonly parts: Child;
  readonly foot: Child;
}

/** A page as one file: nothing is fetched and nothing runs, and the page itself forbids it. */
export function wholePage(page: WholePage): string {
  const { title, style, main, band, contents, parts, foot } = page;
  const html = h(
    "html",
    { lang: "en-GB" },
    h(
      "head",
      {},
      h("meta", { charset: "utf-8" }),
      h("title", {}, title),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("meta", { name: "color-scheme", content: "light dark" }),
      h("meta", {
        "http-equiv": "Content-Security-Policy",
        content: "default-src 'none'; style-src 'unsafe-inline'",
      }),
      // The style holds no sign that markup would take for its own.
      h("style", {}, new Markup(baseStyle() + style)),
    ),
    h(
      "body",
      {},
      h("a", { class: "skip", href: `#${main.id}` }, main.skip),
      h("header", { class: "band" }, band),
      h("div", { class: "page" }, contents, h("main", { id: main.id }, parts)),
      h("footer", {}, h("p", {}, foot)),
    ),
  );
  return `<!DOCTYPE html>\n${written(html)}`;
}
