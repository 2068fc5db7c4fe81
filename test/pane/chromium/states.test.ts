import type { Scene } from "../../host/page/browser";
import type { WorkbenchExcel } from "../../host/page/workbench-excel";
import { chromiumBrowser } from "../../support/chromium";
import { describeWith } from "../../support/skipping";
import { BEGUN, HONEST, entriesIn, placeOf, providerSheets } from "../provider-scenes";

import { panes, type OpenedPane } from "./opened";
import {
  areThere,
  axeFindings,
  changes,
  clipboard,
  isSelected,
  picture,
  scrollsSideways,
  selected,
  types,
  valueIn,
} from "./pane-page";

const LOOKS = {
  light: {},
  dark: { colorScheme: "dark" },
  contrast: { forcedColors: "active" },
} as const;

/** The pane as it is now can be read by everybody, in every look that a browser may have. */
async function isOpenToEverybody(opened: OpenedPane, name: string): Promise<void> {
  const { page, pane } = opened;
  for (const look of Object.keys(LOOKS) as (keyof typeof LOOKS)[]) {
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none", ...LOOKS[look] });
    expect(await axeFindings(pane, look === "light" ? "everything" : "colours")).toEqual([]);
    expect(await scrollsSideways(pane)).toBe(false);
    await picture(opened, look === "light" ? name : `${name}-${look}`);
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
}

/** A level that the pane's own words give to a rule is not what is looked for: this is the fault of the figures. */
const TARIFF = placeOf("test.plan_all[difference]");
/** Excel refuses whatever comes while a cell is edited, however often it is asked. */
const EDITING = { code: "InvalidOperationInCellEditMode", times: 1_000 };

/** Runs in the pane: notes when a finding on words typed in is first seen, and when the counts with it are first told to those who listen. */
const NOTES = `
  window.moments = {};
  new MutationObserver(() => {
    const { moments } = window;
    const told = [...document.querySelectorAll("[role=status]")];
    if (document.body.textContent.includes("about two million")) moments.seen ??= performance.now();
    if (told.some(({ textContent }) => /^\\d+ to put right/.test(textContent))) moments.spoken ??= performance.now();
  }).observe(document.body, { subtree: true, childList: true, characterData: true });`;

/** A workbook that says that it is a return of a year that the pane has not. */
const OF_ANOTHER_YEAR: NonNullable<Scene["sheets"]> = [
  {
    name: "Cover",
    visibility: "visible",
    cells: new Map([["A1", { value: "imt|1989-90|provider|1.0", formula: null }]]),
  },
];

declare const excel: WorkbenchExcel;

describeWith(chromiumBrowser, "the pane in the workbench", () => {
  const open = panes();

  describe("every state is open to everybody", () => {
    const STATES: Readonly<Record<string, { readonly scene: Scene; readonly until: string }>> = {
      start: { scene: { registered: true }, until: "Begin a return" },
      "start-by-hand": { scene: {}, until: "Code of the organisation" },
      "check-done": {
        scene: { sheets: providerSheets(HONEST), page: "taskpane.html?do=check" },
        until: "Nothing",
      },
      "not-possible": { scene: { sets: "1.4" }, until: "too old" },
      unreadable: { scene: { sheets: OF_ANOTHER_YEAR }, until: "can’t be read here" },
      failed: {
        scene: { refusals: [{ code: "GeneralException" }] },
        until: "Something went wrong",
      },
    };

    test.each(Object.entries(STATES))("%s", async (name, { scene, until }) => {
      const opened = await open(scene);
      await opened.pane.getByText(until).first().waitFor({ state: "attached" });
      await isOpenToEverybody(opened, name);
    });

    test("opening and checking, where the return is shown when Excel answers again", async () => {
      const opened = await open({ sheets: providerSheets(HONEST), heldAfter: 0 });
      const { page, pane } = opened;
      await pane.getByText("Reading the workbook").waitFor();
      await isOpenToEverybody(opened, "opening");
      // The sheets are read in two requests; then they are watched, and checked.
      await page.evaluate(() => {
        excel.letsGo();
        excel.holds(1);
      });
      await pane.getByText("Checking the return").waitFor();
      await page.waitForFunction(() => excel.held() > 0);
      await isOpenToEverybody(opened, "checking");
      await page.evaluate(() => excel.letsGo());
      await pane.getByText("Every answer is given").waitFor();
    });

    test("putting-in, where it goes on when Excel answers again", async () => {
      const opened = await open({ registered: true });
      const { page, pane, button } = opened;
      await pane.getByLabel("Planning year").selectOption({ label: "2008/09" });
      await pane.locator("#organisation").fill("X01");
      await pane.locator("#organisation").press("Enter");
      await page.evaluate(() => excel.holds(6));
      await button("Put the sheets in").click();
      await page.waitForFunction(() => excel.held() > 0);
      await pane.getByText("Writing them into the workbook").waitFor();
      await isOpenToEverybody(opened, "putting-in");
      await page.evaluate(() => excel.letsGo());
      await pane.getByText("Answers that are due").waitFor();
    });

    test("fill and check, and a program that is dark whatever the browser says", async () => {
      const opened = await open({ sheets: providerSheets(BEGUN) });
      const { pane, button } = opened;
      await pane.getByText("Answers that are due").waitFor();
      await isOpenToEverybody(opened, "fill");
      const tariff = pane.getByRole("listitem").filter({ has: button("Tariff") });
      await tariff.getByRole("button", { name: "1 to explain" }).click();
      await areThere(pane.locator(".finding"), 1);
      await picture(opened, "check-narrowed");
      await button("Only Tariff").click();
      await pane.getByRole("button", { name: "All", exact: true }).click();
      await pane.getByText("Copy the list").waitFor();
      await isOpenToEverybody(opened, "check");
      await pane.evaluate("document.documentElement.dataset.theme = 'dark'");
      expect(await pane.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(41, 41, 41)");
      expect(await axeFindings(pane, "colours")).toEqual([]);
    });
  });

  describe("at the start", () => {
    test("a PCT is offered both of its returns, a trust only one", async () => {
      const opened = await open({ registered: true });
      const { pane, button } = opened;
      await pane.locator("#organisation").fill("exampl");
      await areThere(pane.locator("#organisation-options").getByRole("option"), 3);
      await picture(opened, "start-list");
      await pane.getByRole("option", { name: "5X1" }).click();
      await areThere(pane.getByRole("radio"), 2);
      await button("Put the sheets in").click();
      await pane.getByText("Choose which return is to be filled in.").waitFor();
      await pane.locator("#organisation").fill("X02");
      await pane.getByRole("option", { name: "X02" }).click();
      await areThere(pane.getByRole("radio"), 0);
      await pane.getByText("as provider").waitFor();
    });

    test("what is missing is said beside its field, which has the focus", async () => {
      const opened = await open({});
      const { pane, button } = opened;
      await button("Put the sheets in").click();
      await pane.getByText("Enter the name of the organisation.").waitFor();
      expect(await pane.getByLabel("Code of the organisation").getAttribute("aria-invalid")).toBe("true");
      await pane.locator("#code:focus").waitFor();
      expect(await axeFindings(pane)).toEqual([]);
      await picture(opened, "start-missing");
    });
  });

  describe("in the list of findings", () => {
    const begun = () => open({ sheets: providerSheets(BEGUN), page: "taskpane.html?do=check" });

    test("what is written is what was asked for: one correction or all of them, and a reason on the return's own sheet", async () => {
      const opened = await begun();
      const { page, pane, button } = opened;
      const turnover = placeOf("context.turnover[forecast]");
      const programme = placeOf("context.programme[plan]");

      await page.evaluate((refusal) => excel.refuses(refusal), EDITING);
      await button("Put all 3 of these right").click();
      await pane.getByText("nothing was written").waitFor();
      await page.evaluate(() => excel.refuses(null));
      expect(await valueIn(opened, turnover)).toBe("178,400");
      await picture(opened, "check-refused", "view");

      await button(new RegExp(`^${turnover.cell}: 178,400$`)).click();
      await pane.getByText("now holds 178,400").waitFor();
      expect(await valueIn(opened, turnover)).toBe(178_400);
      expect(await valueIn(opened, programme)).toBe("8,200");
      await button("Put all 2 of these right").click();
      await pane.getByText("2 entries were put right.").waitFor();
      await pane.getByText("Figures are numbers").waitFor({ state: "detached" });
      expect(await valueIn(opened, programme)).toBe(8_200);

      const reason = "The uplift pays for the shared service at Exampleshire PCT.";
      const finding = pane.getByRole("listitem").filter({ hasText: "the plan is short by 122" });
      await finding.getByRole("button", { name: "Explain" }).click();
      await finding.getByLabel("Your explanation").fill(reason);
      await picture(opened, "check-explaining");
      const [, sheet = "", cell = ""] =
        /Kept on (.+), ([A-Z]+\d+)\./.exec((await finding.textContent()) ?? "") ?? [];
      expect(sheet).toBe("Explanations");
      await button("Keep the explanation").click();
      await pane.getByText("Explained: The uplift pays").waitFor();
      expect(await valueIn(opened, { sheet, cell })).toBe(reason);
      expect(await axeFindings(pane)).toEqual([]);
      // One request for each of the three that were asked for.
      expect((await changes(opened)).writing).toBe(3);
    });

    test("Next and Previous go round, Alt with the arrows does the same, and a press leads to the cell; the list is narrowed by level and words, and copied as it is shown", async () => {
      const opened = await begun();
      const { page, pane, button } = opened;
      const goes = async (go: () => Promise<void>) => {
        const before = await selected(opened);
        await go();
        await page.waitForFunction((was) => {
          const now = excel.selected();
          return now.sheet !== was.sheet || now.cell !== was.cell;
        }, before);
        return selected(opened);
      };
      const first = await goes(() => button("Next").click());
      const second = await goes(() => page.keyboard.press("Alt+ArrowDown"));
      expect(second).not.toEqual(first);
      expect(await goes(() => page.keyboard.press("Alt+ArrowUp"))).toEqual(first);
      const last = await goes(() => button("Previous").click());
      // The last finding stands on another sheet than the first.
      expect(last.sheet).not.toBe(first.sheet);
      // It is far down the list, and what leads on is still in sight.
      await pane.waitForFunction("scrollY > 500");
      expect((await button("Next").boundingBox())?.y).toBeGreaterThanOrEqual(0);
      await picture(opened, "check-walked", "view");
      await button(/Tariff · /).click();
      await isSelected(opened, TARIFF);
      await areThere(page.getByRole("tab", { name: "Tariff", selected: true }), 1);

      await button(/^Explain \d/).click();
      await areThere(pane.locator(".finding .level.fix"), 0);
      await pane.getByRole("searchbox").fill("uplift short");
      await areThere(pane.locator(".finding"), 1);
      await button("Copy the list").click();
      await pane.getByText("The list is copied.").waitFor();
      const text = await clipboard(opened);
      expect(text).toContain("X01 Example Hospital NHS Trust");
      expect(text).toContain(`${TARIFF.cell}: Net IM&T spend rises by 50`);
      // Where the clipboard is closed, the text is there to be taken by hand.
      await pane.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error())");
      await button("Copy the list").click();
      expect(await pane.getByLabel("Copy this text").inputValue()).toBe(text);
      await pane.getByRole("searchbox").fill("nobody says this");
      await button("Show all findings").click();
      await pane.locator(".finding").nth(3).waitFor();

      await page.evaluate((refusal) => excel.refuses(refusal), EDITING);
      await button("Next").click();
      await pane.getByText("could not go to").waitFor();
      expect((await changes(opened)).writing).toBe(0);
    });
  });

  test("what is typed is seen at once, nothing is written, and those who listen hear of it after a pause", async () => {
    const opened = await open({ sheets: providerSheets(HONEST), page: "taskpane.html?do=check" });
    const { page, pane } = opened;
    const [staff] = entriesIn(new Map([["spend.staff[plan_revenue]", "about two million"]]));
    const right = HONEST.get("spend.staff[plan_revenue]") ?? null;
    await pane.getByText("Nothing to put right").waitFor();
    await pane.evaluate(NOTES);
    await types(opened, [staff!]);
    const spoken = pane.getByRole("status").filter({ hasText: /^\d+ to put right/ });
    await spoken.waitFor({ state: "attached" });
    const moments = await pane.evaluate<{ readonly seen: number; readonly spoken: number }>("window.moments");
    expect(moments.spoken - moments.seen).toBeGreaterThan(1_000);
    await types(opened, [{ ...staff!, value: right }]);
    await pane.getByText("Nothing to put right").first().waitFor();

    // Not every Excel tells of a choice from a list: it is seen when the pane is looked at again.
    const { sheet, cell } = staff!;
    await page.evaluate((at) => excel.user.picks(at, "rather less", { unseen: true }), `'${sheet}'!${cell}`);
    await pane.evaluate("window.dispatchEvent(new Event('focus'))");
    await pane.getByText("rather less").waitFor();
    expect(await changes(opened)).toEqual({ writing: 0, undo: 3 });
  });
});
