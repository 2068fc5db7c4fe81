import type { Browser } from "playwright-core";

import { chromiumBrowser, launchChromium } from "../../support/chromium";
import { describeWith } from "../../support/skipping";
import { BEGUN, BLANK, HONEST, entriesIn, placeOf, providerSheets } from "../provider-scenes";

import {
  axeFindings,
  clipboard,
  fill,
  focused,
  lastShown,
  picture,
  scrollsSideways,
  tabTo,
  type,
  written,
} from "./pane-page";
import { bundledPane, openedPane, type OpenedPane, type Scene } from "./served-pane";

const REGISTER = [
  "code,name,type,sha",
  "X01,Example Hospital NHS Trust,Acute trust,Q30",
  "X02,Example Ambulance Service NHS Trust,Ambulance trust,Q30",
  "5X1,Exampleshire PCT,PCT,Q30",
  "Q30,North East SHA,SHA,Q30",
].join("\n");

/** A level that the pane's own words give to a rule is not what is looked for: this is the fault of the figures. */
const TARIFF = placeOf("test.plan_all[difference]");

describeWith(chromiumBrowser, "the pane in a browser", () => {
  let browser: Browser;
  let folder: string;
  const opened: OpenedPane[] = [];

  beforeAll(async () => {
    [folder, browser] = await Promise.all([bundledPane(), launchChromium()]);
  }, 300_000);
  afterEach(async () => {
    for (const one of opened.splice(0)) {
      expect(one.complaints).toEqual([]);
      await one.close();
    }
  });
  afterAll(() => browser.close());

  async function open(scene: Scene) {
    const one = await openedPane(browser, folder, scene);
    one.page.setDefaultTimeout(15_000);
    opened.push(one);
    const { page } = one;
    await page.locator("h1, form").first().waitFor();
    const button = (name: string | RegExp) => page.getByRole("button", { name });
    return { page, button };
  }

  describe("every state is open to everybody", () => {
    const STATES: Readonly<Record<string, { readonly scene: Scene; readonly until: string }>> = {
      start: { scene: { register: REGISTER }, until: "Begin a return" },
      "start-by-hand": { scene: {}, until: "Code of the organisation" },
      fill: { scene: { sheets: providerSheets(BEGUN) }, until: "Answers that are due" },
      check: { scene: { sheets: providerSheets(BEGUN), ask: "do=check" }, until: "Copy the list" },
      "check-done": { scene: { sheets: providerSheets(HONEST), ask: "do=check" }, until: "Nothing" },
      "not-possible": { scene: { ask: "obstacle=old_excel" }, until: "too old" },
      failed: { scene: { trouble: { unread: true } }, until: "Something went wrong" },
    };
    const LOOKS = {
      light: {},
      dark: { colorScheme: "dark" },
      contrast: { forcedColors: "active" },
    } as const;

    test.each(Object.entries(STATES))("%s", async (name, { scene, until }) => {
      const { page } = await open({ ...scene, context: LOOKS.light });
      await page.getByText(until).first().waitFor({ state: "attached" });
      for (const look of Object.keys(LOOKS) as (keyof typeof LOOKS)[]) {
        await page.emulateMedia({ colorScheme: "light", forcedColors: "none", ...LOOKS[look] });
        expect(await axeFindings(page, look === "light" ? "everything" : "colours")).toEqual([]);
        expect(await scrollsSideways(page)).toBe(false);
        await picture(page, look === "light" ? name : `${name}-${look}`);
      }
    });

    test("Office that is dark is believed, whatever the browser says", async () => {
      const { page } = await open({ sheets: providerSheets(BEGUN), ask: "dark=true" });
      await page.getByText("Answers that are due").waitFor();
      expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(41, 41, 41)");
      expect(await axeFindings(page, "colours")).toEqual([]);
    });
  });

  describe("at the start", () => {
    test("a PCT is offered both of its returns, a trust only one", async () => {
      const { page, button } = await open({ register: REGISTER });
      await page.locator("#organisation").fill("exampl");
      expect(await page.locator("#organisation-options").getByRole("option").count()).toBe(3);
      await picture(page, "start-list");
      await page.getByRole("option", { name: "5X1" }).click();
      expect(await page.getByRole("radio").count()).toBe(2);
      await button("Put the sheets in").click();
      await page.getByText("Choose which return is to be filled in.").waitFor();
      await page.locator("#organisation").fill("X02");
      await page.getByRole("option", { name: "X02" }).click();
      expect(await page.getByRole("radio").count()).toBe(0);
      await page.getByText("as provider").waitFor();
    });

    test("what is missing is said beside its field, which has the focus", async () => {
      const { page, button } = await open({});
      await button("Put the sheets in").click();
      await page.getByText("Enter the name of the organisation.").waitFor();
      expect(await page.getByLabel("Code of the organisation").getAttribute("aria-invalid")).toBe("true");
      expect(await page.evaluate("document.activeElement.id")).toBe("code");
      expect(await axeFindings(page)).toEqual([]);
      await picture(page, "start-missing");
    });

    test.each([
      [
        "a sheet of the name is there",
        { sheets: [{ name: "Cover", visibility: "visible", cells: new Map() }] },
        "“Cover”",
      ],
      ["the workbook takes none", { trouble: { closed: true } }, "takes no new sheets"],
    ] as const)("nothing is put in where %s, and it is said", async (_, scene, words) => {
      const { page, button } = await open({ ...scene, register: REGISTER });
      await page.locator("#organisation").fill("X01");
      await page.locator("#organisation").press("Enter");
      await page.getByLabel("Planning year").selectOption({ label: "2005/06" });
      await button("Put the sheets in").click();
      expect(await page.getByRole("alert").textContent()).toContain(words);
      await picture(page, words.includes("Cover") ? "start-taken" : "start-closed");
    });

    test("what breaks off is told, with a report that has nothing of the workbook in it, and can be tried again", async () => {
      const { page, button } = await open({ register: REGISTER, trouble: { breaksOff: true } });
      await page.locator("#organisation").fill("X01");
      await page.locator("#organisation").press("Enter");
      await page.getByLabel("Planning year").selectOption({ label: "2005/06" });
      await button("Put the sheets in").click();
      await page.getByText("The sheets could not be put in.").waitFor();
      await button("Show an error report").click();
      const report = await page.getByRole("textbox").inputValue();
      expect(report).toContain("RichApi.Error, code GeneralException");
      expect(report).toContain("A workbook in memory");
      expect(report).not.toContain("1,234");
      expect(await axeFindings(page)).toEqual([]);
      await picture(page, "failed-report");
      await button("Copy the report").click();
      await page.getByText("Copied.").waitFor();
      expect(await clipboard(page)).toBe(report);
      await button("Try again").click();
      // What was chosen is still chosen.
      await button("Put the sheets in").click();
      await page.getByText("Answers that are due").waitFor();
    });
  });

  describe("while a return is filled in", () => {
    test("a sheet leads to its first blank", async () => {
      const { page, button } = await open({ sheets: providerSheets(BLANK) });
      await button("IM&T spend").click();
      expect(await lastShown(page)).toEqual(placeOf("spend.staff[forecast_revenue]"));
      await button("Go to the next blank").click();
      expect((await lastShown(page))?.sheet).toBe("Cover");
      await picture(page, "fill-blank");
    });

    test("what is typed is seen at once, nothing is written, and those who listen hear of it after a pause", async () => {
      const { page } = await open({ sheets: providerSheets(HONEST), ask: "do=check" });
      await page.getByText("Nothing to put right").waitFor();
      const { sheet, cell } = placeOf("spend.staff[plan_revenue]");
      await type(page, sheet, cell, "about two million");
      await page.getByText("about two million").waitFor();
      const spoken = page.getByRole("status").filter({ hasText: "to put right" });
      expect(await spoken.filter({ hasText: /^\d/ }).count()).toBe(0);
      await spoken.filter({ hasText: /^\d/ }).waitFor({ state: "attached", timeout: 4_000 });
      await type(page, sheet, cell, HONEST.get("spend.staff[plan_revenue]")!);
      await page.getByText("Nothing to put right").first().waitFor();
      expect(await written(page)).toEqual([]);
    });

    test("the workbook is read again when the pane has the focus again", async () => {
      const { page } = await open({ sheets: providerSheets(BLANK) });
      await page.getByText("Answers that are due").waitFor();
      const before = await page.evaluate<number>("window.workbook.refreshed");
      await page.evaluate("window.dispatchEvent(new Event('focus'))");
      expect(await page.evaluate<number>("window.workbook.refreshed")).toBe(before + 1);
    });

    test("when its sheets are taken out, a return can be begun", async () => {
      const { page } = await open({
        sheets: providerSheets(BLANK).filter(({ name }) => name === "Cover"),
        register: REGISTER,
      });
      await page.getByRole("tab", { name: "Fill in" }).waitFor();
      await page.evaluate("window.workbook.remove('Cover')");
      await page.getByText("Begin a return").waitFor();
    });
  });

  describe("in the list of findings", () => {
    const begun = () => open({ sheets: providerSheets(BEGUN), ask: "do=check" });

    test("figures that were typed as text are put right, one or all of them", async () => {
      const { page, button } = await begun();
      await button(/^[A-Z]+\d+: 178,400$/).click();
      await page.getByText("now holds 178,400").waitFor();
      expect(await written(page)).toEqual([entriesIn(new Map([["context.turnover[forecast]", 178_400]]))]);
      await button("Put all 2 of these right").click();
      await page.getByText("2 entries were put right.").waitFor();
      await page.getByText("Figures are numbers").waitFor({ state: "detached" });
      expect(
        await page.evaluate(
          (at) =>
            (window as unknown as { workbook: { valueIn(s: string, c: string): unknown } }).workbook.valueIn(
              at.sheet,
              at.cell,
            ),
          placeOf("context.programme[plan]"),
        ),
      ).toBe(8_200);
    });

    test("an explanation is kept on the return's own sheet, and the finding is explained", async () => {
      const { page, button } = await begun();
      const finding = page.getByRole("listitem").filter({ hasText: "the plan is short by 122" });
      await finding.getByRole("button", { name: "Explain" }).click();
      await finding
        .getByLabel("Your explanation")
        .fill("The uplift pays for the shared service at Exampleshire PCT.");
      await picture(page, "check-explaining");
      await button("Keep the explanation").click();
      await page.getByText("Explained: The uplift pays").waitFor();
      const [entries] = await written(page);
      expect(entries).toEqual([
        {
          sheet: "Explanations",
          cell: expect.any(String) as string,
          value: "The uplift pays for the shared service at Exampleshire PCT.",
        },
      ]);
      expect(await axeFindings(page)).toEqual([]);
    });

    test("Next and Previous go round, Alt with the arrows does the same, and a press leads to the cell; the list is narrowed by level and words, and copied as it is shown", async () => {
      const { page, button } = await begun();
      await button("Next").click();
      const first = await lastShown(page);
      await page.keyboard.press("Alt+ArrowDown");
      const second = await lastShown(page);
      expect(second).not.toEqual(first);
      await page.keyboard.press("Alt+ArrowUp");
      expect(await lastShown(page)).toEqual(first);
      await button("Previous").click();
      expect(await lastShown(page)).not.toEqual(first);
      await button(/Tariff · /).click();
      expect(await lastShown(page)).toEqual(TARIFF);

      await button(/^Explain \d/).click();
      expect(await page.locator(".finding .level.fix").count()).toBe(0);
      await page.getByRole("searchbox").fill("uplift short");
      expect(await page.locator(".finding").count()).toBe(1);
      await button("Copy the list").click();
      await page.getByText("The list is copied.").waitFor();
      const text = await clipboard(page);
      expect(text).toContain("X01 Example Hospital NHS Trust");
      expect(text).toContain(`${TARIFF.cell}: Net IM&T spend rises by 50`);
      // Where the clipboard is closed, the text is there to be taken by hand.
      await page.evaluate("window.clipboard = null");
      await button("Copy the list").click();
      expect(await page.getByLabel("Copy this text").inputValue()).toBe(text);
      await page.getByRole("searchbox").fill("nobody says this");
      await button("Show all findings").click();
      expect(await page.locator(".finding").count()).toBeGreaterThan(3);
    });

    test("what Excel refuses while a cell is edited is said, and nothing is lost", async () => {
      const { page, button } = await begun();
      await page.evaluate("window.workbook.trouble = { editing: true }");
      await button("Put all 3 of these right").click();
      await page.getByText("nothing was written").waitFor();
      await picture(page, "check-refused", "view");
      await button("Next").click();
      await page.getByText("could not go to").waitFor();
      await page.evaluate("window.workbook.trouble = {}");
      await button("Put all 3 of these right").click();
      await page.getByText("3 entries were put right.").waitFor();
    });
  });

  test("by mouse: from an empty workbook to the sheets of a return", async () => {
    const { page, button } = await open({ register: REGISTER });
    await page.getByLabel("Planning year").selectOption({ label: "2005/06" });
    await page.locator("#organisation").click();
    await page.getByRole("option", { name: "5X1" }).click();
    await page.getByLabel("As commissioner").check();
    await button("Put the sheets in").click();
    await page.getByText("5X1 Exampleshire PCT").waitFor();
    await page.getByRole("tab", { name: "Check" }).click();
    await page.getByRole("tab", { name: "Fill in" }).click();
    await page.getByText("What is due when").waitFor();
  });

  test("by keys alone: from an empty workbook to a clean check", async () => {
    const { page } = await open({ register: REGISTER });
    const { keyboard } = page;
    await tabTo(page, "combobox", "Organisation");
    await keyboard.type("hospital");
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await tabTo(page, "button", "Put the sheets in");
    await keyboard.press("Enter");
    await page.getByText("Answers that are due").waitFor({ timeout: 40_000 });
    expect(await focused(page)).toContain("X01 Example Hospital NHS Trust");
    // In Excel itself; one figure is typed as a text, and the plan is short of the uplift.
    const untidy = { ...placeOf("context.turnover[plan]"), value: "£185,200k" };
    await fill(page, [...entriesIn(HONEST), untidy]);
    await tabTo(page, "tab", "Fill in");
    await keyboard.press("ArrowRight");
    await page.getByText("£185,200k").waitFor();
    await tabTo(page, "button", "Put right: 185,200");
    await keyboard.press("Enter");
    await page.getByText("Nothing to put right").first().waitFor();
    expect(await page.evaluate("document.activeElement !== document.body")).toBe(true);
    await tabTo(page, "button", /^Go to “/);
    await keyboard.press("Enter");
    expect(await lastShown(page)).toEqual(placeOf("filing.status"));
  });
});
