import type { RawValue } from "../../../src/cells";
import type { WorkbenchExcel } from "../../host/page/workbench-excel";
import { chromiumBrowser } from "../../support/chromium";
import { describeWith } from "../../support/skipping";
import { planningYear } from "../../support/shipped";

import { entriesOf, honestLines } from "./honest-2008";
import { panes } from "./opened";
import { axeFindings, isSelected, picture, types, valueIn } from "./pane-page";

declare const excel: WorkbenchExcel;

/** Runs in the pane: notes how far it says that it is, each time that this changes. */
const NOTES = `
  window.seen = [];
  new MutationObserver(() => {
    const number = document.querySelector(".number")?.textContent ?? "";
    if (window.seen.at(-1) !== number) window.seen.push(number);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });`;

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
    await button("Put the sheets in").click();
    await pane.getByText("Answers that are due").waitFor();
    // The pane could show how far it was while it drew, before a word was said to Excel.
    const seen = (await pane.evaluate<readonly string[]>("window.seen")).flatMap(
      (one) => /^(\d+)%$/.exec(one)?.[1] ?? [],
    );
    expect(seen.filter((percent) => Number(percent) > 0 && Number(percent) < 20)).not.toEqual([]);

    const honest = new Map<string, RawValue>(honestLines());
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
