import type { Layout } from "../../src/layout";
import { libreOffice, poppler, toPdf } from "../support/libreoffice";
import { made } from "../support/made";
import { saved } from "../support/saved";
import { scratch } from "../support/scratch";
import { describeWith } from "../support/skipping";
import { FILES } from "../summary/assurance/wards-in-order";
import { entering, placed, summaryOf } from "../summary/wards";
import { asInExcel } from "./as-in-excel";
import { cutTexts, errorsIn, footFaults, loneTitles, widthFaults } from "./cut";
import { readPaper, type Page } from "./paper";

const LONG = "The board saw this in May and asked for the figures of both hospitals once more. ".repeat(4);

/** A summary with entries of some length, verdicts that changed and verdicts that belong to nothing any more. */
function filledIn(): Layout {
  const { layout } = summaryOf(FILES);
  const entries = placed(layout, [
    ["judgements", "enough", "judgement", "Partly assured"],
    ["judgements", "enough", "comment", LONG],
    ["judgements", "enough", "by", "Director of finance and investment"],
    ["judgements", "enough", "date", 37_050],
    ["own_spend", "wages", "last", 9_999_999],
    ["own_spend", "wages", "next", 9_999_999],
    ["own_spend", "rent", "next", 9_999_999],
    ["verdicts", "W02.ward.WD01", "verdict", "Accepted"],
    ["verdicts", "W02.ward.WD01", "comment", LONG],
    ["verdicts", "W02.ward.WD01", "date", 37_050],
    ["verdicts", "W03.office.WD01", "verdict", "Queried"],
    ["verdicts", "W03.office.WD01", "comment", LONG],
  ]);
  const later = FILES.filter(({ file }) => !file.includes("office"));
  const [first, second, ...rest] = later;
  const { found } = second!.reading;
  const findings = second!.reading.findings.map((one) => ({ ...one, reason: `${one.reason ?? ""} ${LONG}` }));
  const changed = { ...second!, reading: { kind: "return", found, findings } as const };
  return summaryOf([first!, changed, ...rest], entering(layout, entries)).layout;
}

const printing = { available: libreOffice.available && poppler.available, name: "LibreOffice or Poppler" };

describeWith(printing, "a summary in which the authority has entered something, on paper", () => {
  const folder = made("rendering-entries");
  const out = scratch();
  const layout = filledIn();
  let pages: readonly Page[] = [];

  beforeAll(async () => {
    await saved(layout, folder, "summary");
    const [pdf] = await toPdf([await asInExcel(layout, out, "summary")], `${out}/pdf`);
    pages = await readPaper(pdf!);
  }, 180_000);

  test("shows no error, and every figure has room", () => {
    expect(errorsIn(pages)).toEqual([]);
  });

  test("every sheet is one page wide, and no title stands alone at the foot of a page", () => {
    expect(widthFaults(layout, pages)).toEqual([]);
    expect(loneTitles(layout, pages)).toEqual([]);
    expect(footFaults(pages)).toEqual([]);
  });

  test("no text is cut, what was entered and what is gone among it", () => {
    expect(cutTexts(layout, pages, () => true)).toEqual([]);
  });
});
