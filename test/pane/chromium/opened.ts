import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { Bench, type OpenWorkbench, type Scene } from "../../host/page/browser";
import type { WorkbenchExcel } from "../../host/page/workbench-excel";
import { scratch } from "../../support/scratch";

declare const excel: WorkbenchExcel;

export const REGISTER = [
  "code,name,type,sha",
  "X01,Example Hospital NHS Trust,Acute trust,Q30",
  "X02,Example Ambulance Service NHS Trust,Ambulance trust,Q30",
  "5X1,Exampleshire PCT,PCT,Q30",
  "Q30,North East SHA,SHA,Q30",
].join("\n");

/** Advisory rules of the years that the tests are about only note what they find on this day. */
const DAY = "2007-02-01";

/** The pane, beside a workbook that somebody else may have filled in before it was opened. */
export interface OpenedPane extends OpenWorkbench {
  /** A button of the pane. */
  readonly button: (name: string | RegExp) => ReturnType<OpenWorkbench["pane"]["getByRole"]>;
}

/** Panes of one browser for all tests of a file; each test's panes are closed after it, and must have had nothing to complain of. */
export function panes(): (scene?: Scene) => Promise<OpenedPane> {
  const folder = scratch();
  const opened: OpenedPane[] = [];
  let bench: Bench;
  beforeAll(async () => {
    const register = join(folder, "register.csv");
    writeFileSync(register, REGISTER);
    bench = await Bench.start({ register, day: DAY });
  }, 300_000);
  afterEach(async () => {
    for (const one of opened.splice(0)) {
      expect(one.complaints).toEqual([]);
      await one.close();
    }
  });
  afterAll(() => bench.close());
  return async (scene = {}) => {
    const workbench = await bench.open(scene);
    const { page, pane } = workbench;
    // Where it is kept waiting, it stands still before there is anything to read.
    if (scene.heldAfter === undefined) await pane.locator("[data-state]:not([data-state=opening])").waitFor();
    else await page.waitForFunction(() => excel.held() > 0);
    const one = { ...workbench, button: (name: string | RegExp) => pane.getByRole("button", { name }) };
    opened.push(one);
    return one;
  };
}
