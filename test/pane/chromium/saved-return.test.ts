import { writeFileSync } from "node:fs";
import { join } from "node:path";

import type { WorkbookCells } from "../../../src/cells";
import { findingsOf, foundValue, type Return } from "../../../src/return";
import type { ValueEntry } from "../../../src/workbook";
import { imtHere } from "../../cli/imt";
import type { WorkbenchExcel } from "../../host/page/workbench-excel";
import { chromiumBrowser } from "../../support/chromium";
import { made } from "../../support/made";
import { openpyxl } from "../../support/openpyxl";
import { cellsIn, returnIn } from "../../support/saved";
import { scratch } from "../../support/scratch";
import { planningYear } from "../../support/shipped";
import { describeWith } from "../../support/skipping";
import { differingLooks } from "../../support/workbook-looks";
import { HONEST, entriesIn } from "../provider-scenes";

import { entriesOf, honestLines, HONEST_YEAR } from "./honest-2008";
import { panes, REGISTER, type OpenedPane } from "./opened";
import { types } from "./pane-page";

declare const excel: WorkbenchExcel;

const folder = made("pane-saved-return");
const away = scratch();

/** The workbook that the command makes and fills in. */
async function commandsWorkbook(): Promise<string> {
  const [register, values] = [join(away, "register.csv"), join(away, "values.csv")];
  const [blank, filled] = [join(away, "blank.xlsx"), join(folder, "by-command.xlsx")];
  writeFileSync(register, REGISTER);
  const lines = honestLines().map(([key, text]) => `${key},"${text.replaceAll('"', '""')}"`);
  writeFileSync(values, ["key,value", ...lines, ""].join("\n"));
  const from = ["--year", HONEST_YEAR.id, "--role", "provider", "--org", "X01", "--register", register];
  expect(await imtHere("template", ...from, "--out", blank)).toMatchObject({ code: 0 });
  expect(await imtHere("fill", blank, "--values", values, "--out", filled)).toMatchObject({ code: 0 });
  return filled;
}

/** What stands in the cells, without the results that programs keep beside formulas. */
function contents({ sheets }: WorkbookCells): Map<string, unknown> {
  return new Map(
    sheets.flatMap((sheet) =>
      [...sheet.cells].map(([address, { value, formula }]): [string, unknown] => [
        `${sheet.name}!${address}`,
        formula === null ? value : `=${formula}`,
      ]),
    ),
  );
}

/** Everything that there is to say of a return, and every value that counts. */
function told(found: Return) {
  const values = [...found.fields]
    .map(([key, { value, counts, place }]) => ({ key, value, counts, place }))
    .sort((a, b) => a.key.localeCompare(b.key));
  return {
    findings: findingsOf(found, { register: null, fileName: null, day: null }),
    values,
    noticed: found.noticed,
    lost: found.lost,
  };
}

/** Puts in what was chosen, fills it in, and comes to a clean check; gives the file that is saved then, and how far the bar has said to be. */
async function putInAndFilled(opened: OpenedPane, entries: readonly ValueEntry[], name: string) {
  const { page, pane, button } = opened;
  await pane.evaluate(`(() => {
    globalThis.progress = [];
    new MutationObserver(() => {
      const now = document.querySelector('progress[aria-label="Sheets put in"]')?.value;
      if (now !== undefined && now !== progress.at(-1)) progress.push(now);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  })()`);
  await pane.locator("#organisation").click();
  await pane.getByRole("option", { name: "X01" }).click();
  await button("Put the sheets in").click();
  await pane.getByText("Answers that are due").waitFor();
  const progress = await pane.evaluate<number[]>("progress");
  expect(await types(opened, entries)).toEqual([]);
  await pane.getByRole("tab", { name: "Check" }).click();
  await pane.getByText("Nothing to put right, nothing to explain").waitFor();
  const file = join(folder, `${name}.xlsx`);
  writeFileSync(file, Buffer.from(await page.evaluate(() => excel.file()), "base64"));
  return { file, progress };
}

describeWith(chromiumBrowser, "a return that is put in by the pane, filled in and saved", () => {
  const open = panes();
  let byPane = "";
  let byCommand = "";

  beforeAll(async () => {
    byCommand = await commandsWorkbook();
  }, 120_000);

  test("holds what the command's own workbook holds, filled in the same way: the same return with the same findings", async () => {
    const opened = await open({ registered: true });
    await opened.pane.getByLabel("Planning year").selectOption(HONEST_YEAR.id);
    const entries = entriesOf(honestLines());
    byPane = (await putInAndFilled(opened, entries, "by-pane")).file;
    const [pane, command] = [cellsIn(byPane), cellsIn(byCommand)];
    const [ours, theirs] = [contents(pane), contents(command)];
    const differing = [...new Set([...ours.keys(), ...theirs.keys()])]
      .filter((place) => JSON.stringify(ours.get(place)) !== JSON.stringify(theirs.get(place)))
      .map((place) => [place, ours.get(place), theirs.get(place)]);
    expect(differing.slice(0, 10)).toEqual([]);
    expect(told(returnIn(pane, HONEST_YEAR))).toEqual(told(returnIn(command, HONEST_YEAR)));
  }, 180_000);

  describeWith(openpyxl, "as another program sees both", () => {
    test("they have the same formats, locks, validations, conditional formats, protection, sizes and print", async () => {
      expect(await differingLooks(byPane, byCommand)).toEqual([]);
    }, 120_000);
  });

  test("may be a whole plan: it says how far it is, ends in a clean check, and is read from its file as it was filled in", async () => {
    const year = planningYear("2007-08");
    const { code, name, type, sha } = year.templates.get("provider")!.identity;
    const entries = new Map([...HONEST].filter(([key]) => ![code, name, type, sha].includes(key)));
    const opened = await open({ registered: true });
    const { file, progress } = await putInAndFilled(opened, entriesIn(entries), "whole-plan");
    expect(progress.length).toBeGreaterThan(5);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    const found = returnIn(cellsIn(file), year);
    expect([...entries.keys()].map((key) => [key, foundValue(found, key)])).toEqual([...entries]);
    expect(findingsOf(found, { register: null, fileName: null, day: null })).toEqual([]);
  }, 240_000);
});
