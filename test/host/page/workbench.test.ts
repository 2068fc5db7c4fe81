import { join } from "node:path";

import { describeWith } from "../../support/skipping";
import { Bench, chromiumBrowser, type OpenWorkbench } from "./browser";

jest.setTimeout(60_000);

describeWith(chromiumBrowser, "the workbench in Chromium", () => {
  let bench: Bench;
  let open: OpenWorkbench;
  beforeAll(async () => {
    bench = await Bench.start({ folder: join(__dirname, "pane") });
    open = await bench.open({ page: "pane.html" });
    await open.pane.waitForFunction('document.getElementById("host")?.textContent !== "waiting"');
  }, 300_000);
  afterAll(() => bench.close());

  // An entry is taken when Excel and the pane have answered, which may be after the key: what follows from it is waited for.
  const isAt = (address: string) =>
    open.page.waitForFunction(
      (wanted) => document.querySelector<HTMLInputElement>("#place")?.value === wanted,
      address,
    );
  const says = (where: string, text: RegExp) => open.page.locator(where).filter({ hasText: text }).waitFor();

  test("is Excel on the web to Office.js, with the sets that are claimed", async () => {
    const { pane, complaints } = open;
    expect(await pane.textContent("#host")).toBe("Excel OfficeOnline true");
    expect(complaints).toEqual([]);
  });

  test("what is typed into a cell is a change to the pane", async () => {
    const { cell, page, pane } = open;
    await cell("B4").click();
    await page.keyboard.type("1,850");
    await page.keyboard.press("Enter");
    await page.keyboard.type("=B4*2");
    await page.keyboard.press("Enter");
    await pane.waitForSelector("#changes li:nth-child(2)");
    expect(await pane.locator("#changes li").allTextContents()).toEqual([
      "Sheet1!B4 [[1850]] Local Unknown",
      "Sheet1!B5 [[3700]] Local Unknown",
    ]);
    await isAt("B6");
    expect([await cell("B4").textContent(), await cell("B5").textContent()]).toEqual(["1,850", "3700"]);
  });

  test("what the pane writes stands in the grid", async () => {
    const { cell, pane } = open;
    await cell("C2").click();
    await pane.click("#write");
    await expect(cell("C2").filter({ hasText: "written" }).waitFor()).resolves.toBeUndefined();
  });

  test("Delete empties, Ctrl+Z brings back, arrows move and F2 edits", async () => {
    const { cell, page } = open;
    await cell("D2").click();
    await page.keyboard.type("7");
    await page.keyboard.press("Tab");
    await isAt("E2");
    await page.keyboard.press("ArrowLeft");
    await isAt("D2");
    await page.keyboard.press("Delete");
    await cell("D2").filter({ hasText: /^$/ }).waitFor();
    await page.keyboard.press("Control+z");
    await cell("D2").filter({ hasText: "7" }).waitFor();
    await page.keyboard.press("F2");
    await page.keyboard.type("5");
    await page.keyboard.press("Enter");
    await cell("D2").filter({ hasText: "75" }).waitFor();
  });

  test("a sheet looks as it is set up: fills, lines, hidden rows, lists, prompts, conditional formats and frozen panes", async () => {
    const { cell, page, pane } = open;
    await pane.evaluate(SET_UP);
    await page.getByRole("tab", { name: "Plan" }).click();
    await page.getByRole("tab", { name: "Plan", selected: true }).waitFor();
    const look = (address: string, property: string) =>
      cell(address).evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    expect([
      await look("B2", "background-color"),
      await look("A1", "font-weight"),
      await look("A1", "position"),
    ]).toEqual(["rgb(255, 249, 219)", "700", "sticky"]);
    expect([
      await cell("A3").count(),
      await cell("B4").count(),
      await page.locator("table.lines").count(),
    ]).toEqual([0, 1, 0]);
    expect(await cell("B2").textContent()).toBe("(1,850)");
    await cell("B4").click();
    await says("#prompt", /^AnswerChoose one\.$/);
    await page.keyboard.press("Alt+ArrowDown");
    expect(await page.locator("#choices option").allTextContents()).toEqual(["Yes", "No"]);
    for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    await cell("B4").filter({ hasText: "No" }).waitFor();
    expect(await look("B4", "background-color")).toBe("rgb(253, 232, 232)");
    await page.keyboard.type("Perhaps");
    await page.keyboard.press("Enter");
    await says("#said", /^Answer: Yes or No\.$/);
    await cell("B5").click();
    await page.keyboard.type("x");
    await page.keyboard.press("Enter");
    await says("#said", /protected/);
  });

  test("Ctrl+F6 leads from the grid to the pane's first control and back, as Office.js has it", async () => {
    const { cell, page, pane } = open;
    await cell("D2").click();
    await page.keyboard.press("Control+F6");
    await pane.waitForFunction('document.activeElement.id === "write"');
    expect(await page.evaluate("document.activeElement.id")).toBe("pane");
    await page.keyboard.press("Control+F6");
    await page.waitForFunction('document.activeElement.id === "grid"');
  });
});

/** What an add-in might do to make a sheet, run in the pane. */
const SET_UP = `Excel.run(async (context) => {
  const sheet = context.workbook.worksheets.add("Plan");
  sheet.showGridlines = false;
  sheet.getRange("A1:B2").values = [["Line", "Plan"], ["Staff", -1850]];
  sheet.getRange("A1:B1").format.font.bold = true;
  sheet.getRange("B2").numberFormat = [["#,##0;(#,##0)"]];
  sheet.getRange("B2").format.fill.color = "#FFF9DB";
  sheet.getRange("3:3").rowHidden = true;
  sheet.freezePanes.freezeRows(1);
  const answer = sheet.getRange("B4");
  answer.dataValidation.rule = { list: { inCellDropDown: true, source: "Yes,No" } };
  answer.dataValidation.prompt = { showPrompt: true, title: "Answer", message: "Choose one." };
  answer.dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "Answer", message: "Yes or No." };
  const wrong = answer.conditionalFormats.add("Custom");
  wrong.custom.rule.formula = '=B4="No"';
  wrong.custom.format.fill.color = "#FDE8E8";
  answer.format.protection.locked = false;
  sheet.protection.protect();
  await context.sync();
})`;
