import type { Layout, StyleRole } from "../../src/layout";
import { libreOffice, poppler, toPdf } from "../support/libreoffice";
import { made } from "../support/made";
import { saved } from "../support/saved";
import { scratch } from "../support/scratch";
import { describeWith } from "../support/skipping";
import { asInExcel } from "./as-in-excel";
import { cutTexts, errorsIn, footFaults, loneTitles, widthFaults } from "./cut";
import { readPaper, type Page } from "./paper";
import { LONG_NAME, blank, faulty, longest, summary } from "./workbooks";

const WORKBOOKS = {
  "the blank return": blank,
  "a return with faults": faulty,
  "a return with the longest names and amounts": longest,
  "a summary with a return missing": summary,
} as const;
type Name = keyof typeof WORKBOOKS;
const NAMES = Object.keys(WORKBOOKS) as Name[];

/** What the layout itself says, whatever is entered. */
const HEADERS: ReadonlySet<StyleRole> = new Set<StyleRole>([
  "band",
  "band_right",
  "band_small",
  "band_small_right",
  "intro",
  "legend_label",
  "block_title",
  "block_intro",
  "group_head",
  "head",
  "head_text",
  "label",
  "total_label",
]);

const printing = { available: libreOffice.available && poppler.available, name: "LibreOffice or Poppler" };

describeWith(printing, "workbooks on paper, with columns as wide as Excel makes them", () => {
  const folder = made("rendering");
  const out = scratch();
  const layouts = new Map<Name, Layout>();
  const prints = new Map<Name, readonly Page[]>();

  beforeAll(async () => {
    const files: string[] = [];
    for (const name of NAMES) {
      const layout = await WORKBOOKS[name]();
      const fileName = name.replaceAll(" ", "-");
      layouts.set(name, layout);
      await saved(layout, folder, fileName);
      files.push(await asInExcel(layout, out, fileName));
    }
    const pdfs = await toPdf(files, `${out}/pdf`);
    for (const [at, name] of NAMES.entries()) prints.set(name, await readPaper(pdfs[at]!));
  }, 180_000);

  const of = (name: Name) => [layouts.get(name)!, prints.get(name)!] as const;

  test("the longest name has as many letters as the cover takes", () => {
    expect(LONG_NAME).toHaveLength(120);
  });

  test.each(NAMES)("%s: no cell shows an error, and every figure has room", (name) => {
    expect(errorsIn(of(name)[1])).toEqual([]);
  });

  test.each(NAMES)(
    "%s: every sheet is as many pages wide as it should be, its titles on each page",
    (name) => {
      expect(widthFaults(...of(name))).toEqual([]);
    },
  );

  test.each(NAMES)("%s: no title stands alone at the foot of a page", (name) => {
    expect(loneTitles(...of(name))).toEqual([]);
  });

  test.each(NAMES)("%s: the foot of each page can be read", (name) => {
    expect(footFaults(of(name)[1])).toEqual([]);
  });

  test.each(NAMES)("%s: no title, introduction, heading or label is cut", (name) => {
    expect(cutTexts(...of(name), (role) => HEADERS.has(role))).toEqual([]);
  });

  test.each(NAMES)("%s: no entry, legend, message or other text is cut", (name) => {
    expect(cutTexts(...of(name), (role) => !HEADERS.has(role))).toEqual([]);
  });
});
