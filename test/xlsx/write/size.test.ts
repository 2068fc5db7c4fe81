import { layoutTemplate } from "../../../src/layout";
import { writeWorkbook } from "../../../src/xlsx/write";
import { planningYear } from "../../support/shipped";

/** What a mail server of the time and a slow line take without a thought. */
const MOST_BYTES = 150_000;

test.each(
  [...planningYear("2007-08").templates.values()].map((template) => [template.roleLabel, template] as const),
)("an empty workbook of a %s is smaller than 150 kB", async (_, template) => {
  const layout = layoutTemplate(template, { entries: new Map(), prefilled: new Set(), organisation: null });
  expect((await writeWorkbook(layout, { packing: "smallest" })).length).toBeLessThan(MOST_BYTES);
});
