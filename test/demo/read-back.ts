import { readdirSync } from "node:fs";
import { join } from "node:path";

import type { WorkbookCells } from "../../src/cells";
import type { Demo, DemoFile } from "../../src/demo";
import { readRegister, type Register } from "../../src/register";
import { findingsOf, type Finding, type Return } from "../../src/return";
import { writeWorkbook } from "../../src/xlsx/write";
import { cellsIn, returnIn } from "../support/saved";
import { drawnDemo } from "./drawn-demo";
import { YEAR } from "./shipped-demo";

/** Codes of the demo's organisations, in the order of its register. */
export const TRUSTS = "X01 X02 X03 X04 X05 X06 X07 X08 X10 X11 X13".split(" ");
export const PCTS = "X5A X5B X5C X5D X5E X5F X5G X5H X5K X5L X5M 9E1".split(" ");

export interface ReadBack {
  readonly workbook: WorkbookCells;
  readonly found: Return;
  readonly findings: readonly Finding[];
}

export function registerOf({ registerCsv }: Demo): Register {
  const read = readRegister(registerCsv);
  if (read.kind === "refused") throw new Error(JSON.stringify(read.problems));
  return read.register;
}

/** A file as whoever receives it sees it. */
export async function readBack({ name, content }: DemoFile, register: Register): Promise<ReadBack> {
  if (content.kind === "text") throw new Error(`${name} is no workbook`);
  return understood(name, cellsIn(await writeWorkbook(content.layout())), register);
}

/** A finding by its code and the keys of the fields where it stands. */
export function placed({ code, sheet, cells }: Finding, { fields }: Return): string {
  const keys = [...fields].filter(([, { place }]) => place.sheet === sheet && cells.includes(place.cell));
  return [code, ...keys.map(([key]) => key)].join(" ");
}

function understood(name: string, workbook: WorkbookCells, register: Register): ReadBack {
  const found = returnIn(workbook, YEAR);
  const fileName = name.split("/").at(-1) ?? null;
  return { workbook, found, findings: findingsOf(found, { register, fileName, day: null }) };
}

/** Every workbook that came back in the shipped demo, by its name. */
export async function allReadBack(register: Register): Promise<ReadonlyMap<string, ReadBack>> {
  const folder = await drawnDemo();
  const names = readdirSync(join(folder, "returns")).filter((name) => name.endsWith(".xlsx"));
  return new Map(
    names
      .map((name) => `returns/${name}`)
      .map((name) => [name, understood(name, cellsIn(join(folder, name)), register)]),
  );
}
