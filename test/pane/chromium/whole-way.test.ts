import type { WorkbenchExcel } from "../../host/page/workbench-excel";
import { chromiumBrowser } from "../../support/chromium";
import { describeWith } from "../../support/skipping";
import { planningYear } from "../../support/shipped";

import { entriesOf, honestEntries } from "./honest-2008";
import { panes } from "./opened";
import { axeFindings, isSelected, picture, scrollsSideways, types, valueIn } from "./pane-page";

declare const excel: WorkbenchExcel;

/** Drawing and writing a whole return takes seconds, and more on a machine that has other work. */
const LONG = 60_000;

/** Runs in the pane: notes how far it says that it is, each time that this changes. */
const NOTES = `
  window.seen = [];
  new MutationObserver(() => {
    const number = document.querySelector(".number")?.textContent ?? "";
    if (window.seen.at(-1) !== number) window.seen.push(number);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });`;

/** Runs beside it: after so many questions Excel is slow to answer, until it is told to. */
const SLOW = `
  let asked = 0;
  const waiting = [];
  const hold = (event) => {
    asked += 1;
    if (asked <= 8) return;
    event.stopImmediatePropagation();
    const { data, origin, source } = event;
    waiting.push(() => window.dispatchEvent(new MessageEvent("message", { data, origin, source })));
  };
  window.addEventListener("message", hold, true);
  window.answers = () => {
    window.removeEventListener("message", hold, true);
    for (const one of waiting) one();
  };
  null`;

const { identity, states } = planningYear("2008-09").templates.get("provider")!;

describeWith(chromiumBrowser, "the whole way by mouse", () => {
  const open = panes();

  test("sheets are put in before one's eyes, filled in, put right, made final and signed off, and the check is clean", async () => {
    const opened = await open({ registered: true });
    const { page, pane, button } = opened;
    await pane.getByLabel("Planning year").selectOption({ label: "2008/09" });
    await pane.locator("#organisation").click();
    await pane.getByRole("option", { name: "X01" }).click();
    await pane.evaluate(NOTES);
    await page.evaluate(SLOW);
    await button("Put the sheets in").click();
    await pane.getByText("being written into the workbook").waitFor({ timeout: LONG });
    await pane.getByText(/^[3-9]\d%$/).waitFor({ timeout: LONG });
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
    expect(await axeFindings(pane)).toEqual([]);
    expect(await scrollsSideways(pane)).toBe(false);
    await picture(opened, "putting-in");
    for (const look of [{ colorScheme: "dark" }, { forcedColors: "active" }] as const) {
      await page.emulateMedia(look);
      expect(await axeFindings(pane, "colours")).toEqual([]);
      await picture(opened, "colorScheme" in look ? "putting-in-dark" : "putting-in-contrast");
      await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
    }
    await page.evaluate("answers()");
    await pane.getByText("Answers that are due").waitFor({ timeout: LONG });
    // The pane could show how far it was while it drew, before a word was said to Excel.
    const seen = (await pane.evaluate<readonly string[]>("window.seen")).flatMap(
      (one) => /^(\d+)%$/.exec(one)?.[1] ?? [],
    );
    expect(seen.filter((percent) => Number(percent) > 0 && Number(percent) <= 20).length).toBeGreaterThan(1);

    const honest = honestEntries();
    // Only a final return has to be signed off.
    const signature = "filing.ce_name";
    const untidy = "spend.hardware[plan_revenue]";
    const [figure] = entriesOf([[untidy, honest.get(untidy) ?? null]]);
    expect(
      await types(opened, entriesOf([...honest].filter(([key]) => key !== untidy && key !== signature))),
    ).toEqual([]);
    await page.evaluate(
      (place) => excel.user.pastes(place, [["£190k"]]),
      `'${figure!.sheet}'!${figure!.cell}`,
    );
    // Somebody takes the protection off and types over a total.
    const [total] = entriesOf([["spend.gross[plan_revenue]", 1]]);
    await page.evaluate((name) => excel.user.unprotects(name), total!.sheet);
    expect(await types(opened, [total!])).toEqual([]);

    await pane.getByRole("tab", { name: "Check" }).click();
    await button("Put right: 190").click();
    await pane.getByText("now holds 190").waitFor();
    await button(/^Put right: =SUM\(/).click();
    await pane.getByText("Nothing to put right").first().waitFor();
    expect(await valueIn(opened, total!)).toBeGreaterThan(1_000);

    await button(/^Go to “/).click();
    const [status] = entriesOf([[identity.status, states.final]]);
    await isSelected(opened, status!);
    await types(opened, [status!]);
    await pane.getByText("not ready to be mailed").waitFor();
    expect(await axeFindings(pane)).toEqual([]);
    await picture(opened, "check-final-too-early");
    const signed = entriesOf([[signature, honest.get(signature) ?? null]]);
    expect(await types(opened, signed)).toEqual([]);
    await pane.getByText("The return is final.").waitFor();
    await pane.getByText("not ready to be mailed").waitFor({ state: "detached" });
    await picture(opened, "check-final");
  }, 240_000);
});
