import type { Layout, LayoutSheet } from "../layout";
import type { Progress, PutResult } from "../workbook";

import { asked } from "./asked";
import { requestsOf } from "./put-part";
import { finishSheet, partsOf } from "./put-sheet";

/** What is there before anything is put in. */
interface Before {
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  readonly isClosed: boolean;
  /** The empty sheet of a workbook that has nothing else. */
  readonly blank: string | null;
}

/** A sheet that was added, and what is to stand on it. */
interface Added {
  readonly id: string;
  readonly sheet: LayoutSheet;
}

/** Adding sheets, setting their paper, finishing and showing them. */
const OTHER_STEPS = 4;

/** Puts the sheets of a layout behind those that are there: one request for each sheet, or few where one is large, and five more. */
export async function putLayout(layout: Layout, tell: Progress): Promise<PutResult> {
  const before = await asked(look);
  const there = new Set(before.sheets.map(({ name }) => name.toLowerCase()));
  const names = layout.sheets.map(({ name }) => name).filter((name) => there.has(name.toLowerCase()));
  if (names.length > 0) return { kind: "taken", names };
  if (before.isClosed) return { kind: "closed" };

  const written = layout.sheets.map((sheet) => requestsOf(partsOf(sheet)));
  const all = OTHER_STEPS + written.reduce((sum, requests) => sum + requests.length, 0);
  let done = 0;
  const step = () => {
    done += 1;
    tell(done, all);
  };
  try {
    const added = await asked((context) => add(context, layout));
    step();
    for (const [at, requests] of written.entries()) {
      const id = added[at]?.id ?? "";
      for (const parts of requests) {
        await asked(async (context) => {
          context.application.suspendApiCalculationUntilNextSync();
          const sheet = context.workbook.worksheets.getItem(id);
          for (const one of parts) one.write(sheet);
          await context.sync();
        });
        step();
      }
    }
    await setPaper(added);
    step();
    const isStillBlank = await asked((context) => finish(context, added, before.blank));
    step();
    await asked((context) => show(context, layout, added, isStillBlank ? before.blank : null));
    step();
  } catch (problem) {
    await takeOut(before, layout);
    throw problem;
  }
  return { kind: "put" };
}

async function look(context: Excel.RequestContext): Promise<Before> {
  const { workbook } = context;
  const { worksheets, names, protection } = workbook;
  worksheets.load("items/id,items/name,items/visibility");
  names.load("items/name");
  protection.load("protected");
  workbook.load("readOnly");
  const first = worksheets.getFirst();
  const used = first.getUsedRangeOrNullObject().load("address");
  const [charts, shapes] = [first.charts.load("count"), first.shapes.getCount()];
  await context.sync();
  const [only, more] = worksheets.items;
  const isNew =
    only?.visibility === "Visible" &&
    more === undefined &&
    used.isNullObject &&
    names.items.length + charts.count + shapes.value === 0;
  return {
    sheets: worksheets.items.map(({ id, name }) => ({ id, name })),
    isClosed: protection.protected || workbook.readOnly,
    blank: isNew ? only.id : null,
  };
}

/** All sheets have to be there before a formula looks at them. They are shown when they are ready. */
async function add(context: Excel.RequestContext, layout: Layout): Promise<readonly Added[]> {
  const { worksheets } = context.workbook;
  const sheets = layout.sheets.map((sheet) => {
    const added = worksheets.add(sheet.name);
    added.visibility = "Hidden";
    return { sheet, added: added.load("id") };
  });
  await context.sync();
  return sheets.map(({ sheet, added }) => ({ id: added.id, sheet }));
}

/** A computer without a printer knows no paper, and nothing else should fail with that. */
async function setPaper(added: readonly Added[]): Promise<void> {
  try {
    await asked(async (context) => {
      for (const { id } of added) context.workbook.worksheets.getItem(id).pageLayout.paperSize = "A4";
      await context.sync();
    });
  } catch {
    // The sheets print on the paper that is usual there.
  }
}

/** Whether the blank sheet is still blank: the person may have used it meanwhile. */
async function finish(
  context: Excel.RequestContext,
  added: readonly Added[],
  blank: string | null,
): Promise<boolean> {
  const { worksheets } = context.workbook;
  context.application.suspendApiCalculationUntilNextSync();
  for (const { id, sheet } of added) finishSheet(worksheets.getItem(id), sheet);
  const used = blank === null ? null : worksheets.getItem(blank).getUsedRangeOrNullObject().load("address");
  await context.sync();
  return used?.isNullObject ?? false;
}

async function show(
  context: Excel.RequestContext,
  layout: Layout,
  added: readonly Added[],
  blank: string | null,
): Promise<void> {
  const { worksheets, properties } = context.workbook;
  const first = added.find(({ sheet }) => sheet.visibility === "visible");
  if (first) worksheets.getItem(first.id).activate();
  if (blank !== null && first) {
    properties.title = layout.title;
    worksheets.getItem(blank).delete();
  }
  await context.sync();
}

/** Takes out again what was put in. A sheet that is very hidden can't be deleted. */
async function takeOut({ sheets }: Before, layout: Layout): Promise<void> {
  const there = new Set(sheets.map(({ id }) => id));
  const names = new Set(layout.sheets.map(({ name }) => name.toLowerCase()));
  try {
    await asked(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/id,items/name");
      await context.sync();
      for (const sheet of worksheets.items) {
        if (there.has(sheet.id) || !names.has(sheet.name.toLowerCase())) continue;
        sheet.visibility = "Hidden";
        sheet.delete();
      }
      await context.sync();
    });
  } catch {
    // Why it failed at first is what a person has to know.
  }
}
