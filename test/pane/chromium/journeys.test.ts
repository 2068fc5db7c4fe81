import { chromiumBrowser } from "../../support/chromium";
import { describeWith } from "../../support/skipping";
import type { WorkbenchExcel } from "../../host/page/workbench-excel";
import { entriesOf, honestLines } from "./honest-2008";

import { panes } from "./opened";
import {
  areThere,
  axeFindings,
  clipboard,
  crosses,
  isSelected,
  picture,
  selected,
  tabTo,
  types,
  valueIn,
} from "./pane-page";

declare const excel: WorkbenchExcel;

describeWith(chromiumBrowser, "from an empty workbook, over Microsoft's own client", () => {
  const open = panes();
  const sheetNames = (page: Awaited<ReturnType<typeof open>>["page"]) =>
    page.evaluate(() => excel.workbook.sheets.map(({ name }) => name));

  test("sheets that can't be put in are refused, or break off and leave nothing behind; the error report says nothing of the workbook; then they go in", async () => {
    const opened = await open({ registered: true });
    const { page, pane, button } = opened;
    await pane.locator("#organisation").fill("X01");
    await pane.locator("#organisation").press("Enter");
    await pane.getByLabel("Planning year").selectOption({ label: "2008/09" });
    const refused = async (words: string, name: string) => {
      await button("Put the sheets in").click();
      await pane.getByRole("alert").filter({ hasText: words }).waitFor();
      await picture(opened, name);
    };
    await page.evaluate(() => excel.user.renamesSheet("Sheet1", "Cover"));
    await refused("“Cover”", "start-taken");
    await page.evaluate(async () => {
      await excel.user.renamesSheet("Cover", "Mine");
      excel.workbook.isStructureProtected = true;
    });
    await refused("takes no new sheets", "start-closed");
    await page.evaluate(async () => {
      excel.workbook.isStructureProtected = false;
      await excel.user.types("Mine!A1", "1,234 is mine");
      excel.refuses({ code: "GeneralException", after: 5, actions: 20 });
    });

    await button("Put the sheets in").click();
    await pane.getByText("The sheets could not be put in.").waitFor();
    expect(await sheetNames(page)).toEqual(["Mine"]);
    await button("Show an error report").click();
    const report = await pane.getByRole("textbox").inputValue();
    expect(report).toContain("RichApi.Error, code GeneralException");
    expect(report).toContain("Excel, OfficeOnline");
    expect(report).not.toContain("1,234");
    expect(await axeFindings(pane)).toEqual([]);
    await picture(opened, "failed-report");
    await button("Copy the report").click();
    await pane.getByText("Copied.").waitFor();
    expect(await clipboard(opened)).toBe(report);
    await button("Try again").click();
    // What was chosen is still chosen.
    await button("Put the sheets in").click();
    await pane.getByText("Answers that are due").waitFor();
    expect((await sheetNames(page)).slice(0, 2)).toEqual(["Mine", "Cover"]);
  });

  test("by mouse: a sheet leads to its first blank, what is typed there counts, and without its sheets a return can be begun anew", async () => {
    const opened = await open({ registered: true });
    const { page, pane, button } = opened;
    await pane.getByLabel("Planning year").selectOption({ label: "2008/09" });
    await pane.locator("#organisation").click();
    await pane.getByRole("option", { name: "5X1" }).click();
    await pane.getByLabel("As commissioner").check();
    await button("Put the sheets in").click();
    await pane.getByText("5X1 Exampleshire PCT").waitFor();
    await pane.getByText("What is due when").waitFor();

    await button("IM&T spend").click();
    await page.getByRole("tab", { name: "IM&T spend", selected: true }).waitFor();
    const blank = await selected(opened);
    expect(await valueIn(opened, blank)).toBeNull();
    const row = pane.getByRole("listitem").filter({ has: button("IM&T spend") });
    const before = await row.locator(".number").textContent();
    const [given = NaN, due = NaN] = (before ?? "").split(" of ").map(Number);
    await opened.cell(blank.cell).click();
    await page.keyboard.type("790");
    await page.keyboard.press("Enter");
    await row.getByText(`${given + 1} of ${due}`).waitFor();
    await button("IM&T spend").click();
    await page.waitForFunction((at) => excel.selected().cell !== at, blank.cell);
    await button("Go to the next blank").click();
    await page.waitForFunction(() => excel.selected().sheet === "Cover");
    await picture(opened, "fill-blank");

    await page.evaluate(async () => {
      await excel.user.addsSheet("Mine");
      for (const { name } of [...excel.workbook.sheets])
        if (name !== "Mine") await excel.user.deletesSheet(name);
    });
    await pane.getByText("Begin a return").waitFor();
  });

  test("by keys alone: to a clean check", async () => {
    const opened = await open({ registered: true });
    const { page, pane } = opened;
    const { keyboard } = page;
    await crosses(opened, "pane");
    await tabTo(opened, "combobox", "Planning year");
    await keyboard.type("2008");
    await tabTo(opened, "combobox", "Organisation");
    await keyboard.type("hospital");
    await areThere(pane.locator("#organisation-options").getByRole("option"), 1);
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await tabTo(opened, "button", "Put the sheets in");
    await keyboard.press("Enter");
    await pane.getByText("Answers that are due").waitFor();
    await pane.locator(":focus", { hasText: "X01 Example Hospital NHS Trust" }).waitFor();

    // All but one figure are there already, and one of them as a text.
    const honest = new Map<string, string | number>(honestLines());
    const missing = "spend.staff[plan_revenue]";
    const untidy = "spend.hardware[plan_revenue]";
    const rest = entriesOf([...honest].filter(([key]) => key !== missing && key !== untidy));
    expect(await types(opened, rest)).toEqual([]);
    const [entry, figure] = entriesOf([
      [untidy, "£190k"],
      [missing, Number(honest.get(missing))],
    ]);
    await page.evaluate(([place, text]) => excel.user.pastes(place, [[text]]), [
      `'${entry!.sheet}'!${entry!.cell}`,
      "£190k",
    ] as const);
    await tabTo(opened, "button", "Go to the next blank");
    await keyboard.press("Enter");
    await isSelected(opened, figure!);
    await crosses(opened, "grid");
    await keyboard.type(JSON.stringify(figure!.value));
    await keyboard.press("Enter");
    expect(await valueIn(opened, figure!)).toBe(figure!.value);
    await crosses(opened, "pane");
    await tabTo(opened, "tab", "Fill in");
    await keyboard.press("ArrowRight");
    await pane.getByText("£190k").waitFor();
    await tabTo(opened, "button", "Put right: 190");
    await keyboard.press("Enter");
    await pane.getByText("Nothing to put right").first().waitFor();
    expect(await valueIn(opened, entry!)).toBe(190);
    // What was pressed is gone, and the keys are not lost with it.
    await pane.locator("body :focus").waitFor();
    await tabTo(opened, "button", /^Go to “/);
    await keyboard.press("Enter");
    await page.waitForFunction(() => excel.selected().sheet === "Cover");
  });
});
