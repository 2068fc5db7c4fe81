import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { isoDay, type RawValue, type WorkbookCells } from "../../../src/cells";
import { findingsOf, type Return } from "../../../src/return";
import type { Field } from "../../../src/template";
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

import { panes, REGISTER } from "./opened";
import { types } from "./pane-page";

declare const excel: WorkbenchExcel;

const year = planningYear("2007-08");
const template = year.templates.get("provider")!;
const { code, name, type, sha } = template.identity;
/** Who files it is written into both workbooks from the register. */
const ENTRIES = new Map([...HONEST].filter(([key]) => ![code, name, type, sha].includes(key)));
const folder = made("pane-whole-return");
const away = scratch();

/** What somebody writes for a value of a field. */
function written({ type: { kind } }: Field, value: NonNullable<RawValue>): string {
  if (kind === "date" && typeof value === "number") return isoDay(value)!.split("-").reverse().join("/");
  if (kind === "percent" && typeof value === "number") return `${Number((value * 100).toPrecision(12))}%`;
  return String(value);
}

/** The workbook that the command makes and fills in. */
async function commandsWorkbook(): Promise<string> {
  const [register, values] = [join(away, "register.csv"), join(away, "values.csv")];
  const [blank, filled] = [join(away, "blank.xlsx"), join(folder, "by-command.xlsx")];
  writeFileSync(register, REGISTER);
  const lines = [...ENTRIES].flatMap(([key, value]) =>
    value === null ? [] : [`${key},"${written(template.fields.get(key)!, value).replaceAll('"', '""')}"`],
  );
  writeFileSync(values, ["key,value", ...lines, ""].join("\n"));
  const from = ["--role", "provider", "--org", "X01", "--register", register, "--out", blank];
  expect(await imtHere("template", ...from)).toMatchObject({ code: 0 });
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
  const values = [...found.fields].map(([key, { value, counts, place }]) => [key, value, counts, place]);
  return {
    findings: findingsOf(found, { register: null, fileName: null, day: null }),
    values: values.sort(([a], [b]) => String(a).localeCompare(String(b))),
    noticed: found.noticed,
    lost: found.lost,
  };
}

describeWith(chromiumBrowser, "a whole return that is put in by the pane, filled in and saved", () => {
  const open = panes();
  let [byPane, byCommand] = ["", ""];

  test("says how far it is while its sheets go in, and ends in a clean check", async () => {
    const opened = await open({ registered: true });
    const { page, pane, button } = opened;
    await pane.locator("#organisation").click();
    await pane.getByRole("option", { name: "X01" }).click();
    await pane.evaluate(`(() => {
      globalThis.progress = [];
      new MutationObserver(() => {
        const now = document.querySelector("progress")?.value;
        if (now !== undefined && now !== progress.at(-1)) progress.push(now);
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    })()`);
    await button("Put the sheets in").click();
    await pane.getByText("The sheets are being put in").waitFor();
    // A whole plan on two processors that others use as well.
    await pane.getByText("Answers that are due").waitFor({ timeout: 400_000 });
    const progress = await pane.evaluate<number[]>("progress");
    expect(progress.length).toBeGreaterThan(5);

    expect(await types(opened, entriesIn(ENTRIES))).toEqual([]);
    await pane.getByRole("tab", { name: "Check" }).click();
    await pane.getByText("Nothing to put right, nothing to explain").waitFor();
    byPane = join(folder, "by-pane.xlsx");
    writeFileSync(byPane, Buffer.from(await page.evaluate(() => excel.file()), "base64"));
  }, 590_000);

  test("holds what the command's own workbook holds, filled in the same way: the same return with the same findings", async () => {
    byCommand = await commandsWorkbook();
    const [pane, command] = [cellsIn(byPane), cellsIn(byCommand)];
    const [ours, theirs] = [contents(pane), contents(command)];
    const differing = [...new Set([...ours.keys(), ...theirs.keys()])]
      .filter((place) => JSON.stringify(ours.get(place)) !== JSON.stringify(theirs.get(place)))
      .map((place) => [place, ours.get(place), theirs.get(place)]);
    expect(differing.slice(0, 10)).toEqual([]);
    expect(told(returnIn(pane, year))).toEqual(told(returnIn(command, year)));
  }, 590_000);

  describeWith(openpyxl, "as another program sees both", () => {
    test("they have the same formats, locks, validations, conditional formats, protection, sizes and print", async () => {
      expect(await differingLooks(byPane, byCommand)).toEqual([]);
    }, 590_000);
  });
});
