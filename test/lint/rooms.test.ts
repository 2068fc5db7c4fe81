import { execFileSync } from "node:child_process";
import { join } from "node:path";

type Refused = readonly [file: string, code: string, says: string];
type Accepted = readonly [file: string, code: string];

const REFUSED_IMPORTS: readonly Refused[] = [
  ["src/cells/a.ts", 'import { f } from "../formula";', "src/cells may not import src/formula"],
  ["src/formula/a.ts", 'import { t } from "../template";', "it may import src/cells."],
  [
    "src/layout/a.ts",
    'import { r } from "../return";',
    "src/template, src/formula, src/cells or src/in-turn",
  ],
  ["src/layout/a.ts", 'import type { R } from "../register";', "src/layout may not import"],
  ["src/guide/a.ts", 'import { l } from "../layout";', "src/guide may not import src/layout"],
  ["src/layout/a.ts", 'import { type R } from "../register";', "src/layout may not import"],
  ["src/layout/a.ts", 'type R = import("../register").R;', "src/layout may not import"],
  ["src/layout/a.ts", 'export * from "../register";', "src/layout may not import"],
  ["src/layout/a.ts", 'export { r } from "../register";', "src/layout may not import"],
  ["src/layout/a.ts", 'void import("../register");', "src/layout may not import"],
  ["src/layout/a.ts", "void import(`../register`);", "src/layout may not import"],
  ["src/layout/a.ts", 'import r = require("../register");', "src/layout may not import"],
  ["src/xlsx/read/a.ts", 'import { t } from "../../template";', "src/xlsx may not import src/template"],
  ["src/pane/a.ts", 'import { c } from "../cli";', "src/pane may not import src/cli"],
  ["src/pane/a.ts", 'import { r } from "../report";', "src/pane may not import src/report"],
  ["src/html/a.ts", 'import { s } from "../summary";', "src/html may not import src/summary"],
  ["src/demo/a.ts", 'import { e } from "../excel";', "src/demo may not import src/excel"],
  ["src/cli/a.ts", 'import { p } from "../pane";', "src/cli may not import src/pane"],
  ["src/cells/a.ts", 'import { x } from "../other";', "src/cells may not import src/other"],
  ["src/cells/a.ts", 'import { x } from "../other.ts";', "src/cells may not import src/other.ts"],
];

const REFUSED_WAYS_IN: readonly Refused[] = [
  ["src/layout/a.ts", 'import { a } from "../cells/address";', "src/cells is entered by src/cells alone"],
  ["src/layout/a.ts", 'import type { A } from "../cells/address";', "src/cells is entered by src/cells"],
  ["src/xlsx/read/a.ts", 'import { a } from "../../cells/address";', "src/cells is entered by src/cells"],
  ["src/cli/a.ts", 'import { x } from "../xlsx";', "by src/xlsx/read and src/xlsx/write alone"],
  ["src/cli/a.ts", 'import { z } from "../xlsx/read/zip";', "by src/xlsx/read and src/xlsx/write alone"],
  ["src/cli/a.ts", 'import { t } from "../../test/support/made";', "does not import test/support/made"],
  ["src/layout/a.ts", 'import t from "../../templates/checks.yaml";', "does not import templates/checks"],
];

const REFUSED_PACKAGES: readonly Refused[] = [
  ["src/xlsx/read/a.ts", 'import e from "exceljs";', "exceljs may be imported in src/xlsx/write only"],
  ["src/layout/a.ts", 'import type { Cell } from "exceljs";', "exceljs may be imported in src/xlsx/write"],
  ["src/xlsx/write/a.ts", 'import { p } from "@borgar/fx";', "src/formula or src/xlsx/read only"],
  ["src/layout/a.ts", 'import { p } from "@borgar/fx/xlsx";', "@borgar/fx may be imported in"],
  ["src/cli/a.ts", 'import { z } from "fflate";', "fflate may be imported in src/xlsx only"],
  ["src/cells/a.ts", 'import { s } from "saxes";', "saxes may be imported in src/xlsx only"],
  ["src/register/a.ts", 'import { parse } from "yaml";', "src/template or src/demo only"],
  ["src/cli/a.ts", 'import * as v from "valibot";', "src/template or src/demo only"],
  ["src/demo/a.ts", 'import { c } from "csv-parse/sync";', "src/register or src/cli only"],
  [
    "src/excel/a.ts",
    'import "@microsoft/office-js";',
    "@microsoft/office-js may be imported in no room only",
  ],
  ["src/guide/a.ts", 'import { s } from "d3-scale";', "d3-scale may be imported in src/report only"],
  ["src/cli/a.ts", 'import l from "lodash";', "lodash may be imported in no room only"],
  ["src/cli/a.ts", "void import(name);", "as plain text"],
  ["src/register/a.ts", 'import { readFileSync } from "node:fs";', "Node's own modules"],
  ["src/register/a.ts", 'import { readFileSync } from "fs";', "Node's own modules"],
  ["src/xlsx/write/a.ts", 'import { inflateRawSync } from "node:zlib";', "Node's own modules"],
  ["src/demo/a.ts", 'import { join } from "node:path";', "may be imported in src/cli only"],
];

const PURE = ["formula", "template", "register", "cells", "layout", "return", "summary"];

const REFUSED_WORLD: readonly Refused[] = [
  ...PURE.map((room) => [`src/${room}/a.ts`, "export const t = Date.now();", "can't know Date.now"] as const),
  ["src/layout/a.ts", "export const t = new Date();", "src/layout is pure and can't know new Date();"],
  ["src/layout/a.ts", "export const t = Date();", "can't know Date()"],
  ["src/layout/a.ts", 'export const t = Date["now"]();', "can't know Date.now"],
  ["src/layout/a.ts", "export const { now } = Date;", "can't know Date.now"],
  ["src/layout/a.ts", "export const t = Math.random();", "can't know Math.random"],
  ["src/layout/a.ts", "export const t = process.env;", "can't know process"],
  ["src/layout/a.ts", "export const t = Buffer.from([1]);", "can't know Buffer"],
  ["src/layout/a.ts", "export type T = Buffer;", "can't know Buffer"],
  ["src/layout/a.ts", "export const t = () => require;", "can't know require"],
  ["src/layout/a.ts", "console.log(1);", "can't know console"],
  ["src/layout/a.ts", 'void fetch("x");', "can't know fetch"],
  ["src/layout/a.ts", "document.title;", "can't know document"],
  ["src/layout/a.ts", "window.name;", "can't know window"],
  ["src/layout/a.ts", "globalThis.process;", "can't know globalThis"],
  ["src/layout/a.ts", "export const t = `${status}`;", "can't know status"],
  ["src/layout/a.ts", "export type C = (at: HTMLElement) => void;", "can't know HTMLElement"],
  ["src/layout/a.ts", "setTimeout(() => 1, 1);", "can't know setTimeout"],
];

const REFUSED_HOST: readonly Refused[] = [
  ["src/pane/a.ts", "void Office.onReady();", "Office may be used in src/excel only"],
  ["src/pane/a.ts", "export type R = Excel.Range;", "Excel may be used in src/excel only"],
  ["src/workbook/a.ts", "export const f = (r: Excel.Range) => r;", "Excel may be used in src/excel only"],
  [
    "src/pane/a.ts",
    "export type E = OfficeExtension.Error;",
    "OfficeExtension may be used in src/excel only",
  ],
  ["src/pane/a.ts", "window.Office;", "Office may be used in src/excel only"],
  ["src/pane/a.ts", 'globalThis["Excel"];', "Excel may be used in src/excel only"],
];

const REFUSED_PLACES: readonly Refused[] = [
  ["src/tools/a.ts", "export const a = 1;", "src/tools/a.ts lies in no room"],
  ["src/index.ts", "export const a = 1;", "src/index.ts lies in no room"],
  ["src/toString/a.ts", "export const a = 1;", "src/toString/a.ts lies in no room"],
];

const ACCEPTED: readonly Accepted[] = [
  ["src/formula/a.ts", 'import { a } from "../cells";'],
  ["src/template/a.ts", 'import { f } from "../formula"; import { c } from "../cells";'],
  ["src/layout/a.ts", 'import { t } from "../template"; import type { C } from "../cells/index";'],
  ["src/return/a.ts", 'import { r } from "../register"; export * from "../template";'],
  ["src/summary/a.ts", 'import { r } from "../return"; import { l } from "../layout";'],
  ["src/guide/a.ts", 'import { t } from "../template"; import { f } from "../formula";'],
  ["src/workbook/a.ts", 'import { l } from "../layout";'],
  ["src/xlsx/read/a.ts", 'import { c } from "../../cells"; import { w } from "../../workbook";'],
  ["src/pane/a.ts", 'import { e } from "../excel"; import { r } from "../xlsx/read";'],
  ["src/cli/a.ts", 'import { w } from "../xlsx/write"; import { d } from "../demo";'],
  ["src/demo/a.ts", 'import { w } from "../xlsx/write"; import { c } from "../cli";'],
  ["src/cells/a.ts", 'import { b } from "./b"; type C = import("./c").C;'],
  [
    "src/xlsx/write/a.ts",
    'import { b } from "../chart"; import e from "exceljs"; import { z } from "fflate";',
  ],
  ["src/xlsx/read/a.ts", 'import { p } from "@borgar/fx/xlsx"; import { s } from "saxes";'],
  ["src/template/a.ts", 'import * as v from "valibot"; import { parse } from "yaml";'],
  ["src/register/a.ts", 'import { parse } from "csv-parse/sync";'],
  ["src/cli/a.ts", 'import { join } from "node:path"; console.log(process.argv, Date.now());'],
  ["src/cli/a.ts", 'import t from "../../templates/checks.yaml";'],
  ["src/pane/a.ts", "document.title = String(new Date()); setTimeout(() => 1, 1);"],
  ["src/excel/a.ts", "export const f = (r: Excel.Range) => Office.context;"],
  [
    "src/layout/a.ts",
    "export const t = new Date(0); export const u = Date.UTC(1900, 0, 1); export type D = Date;",
  ],
  ["src/layout/a.ts", "export interface Element { readonly name: string } export type E = Element;"],
  ["src/layout/a.ts", "export const t = new TextDecoder(); export const u = new URL('a:b');"],
  ["src/layout/a.ts", "export const t = Math.round(1.5); export const v = { now: 1 }.now;"],
  [
    "src/layout/a.ts",
    "export const f = (process: number, document: { window: number }) => document.window + process;",
  ],
  [
    "test/layout/a.test.ts",
    'import { a } from "../../src/cells/address"; import e from "exceljs"; Date.now();',
  ],
  ["scripts/a.ts", 'import { readFileSync } from "node:fs"; console.log(new Date());'],
];

const ROOT = join(__dirname, "..", "..");
const REFUSED = [
  ...REFUSED_IMPORTS,
  ...REFUSED_WAYS_IN,
  ...REFUSED_PACKAGES,
  ...REFUSED_WORLD,
  ...REFUSED_HOST,
  ...REFUSED_PLACES,
];
const CASES: readonly Accepted[] = [...REFUSED.map(([file, code]) => [file, code] as const), ...ACCEPTED];
let said: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  const input = JSON.stringify(CASES.map(([file, code]) => ({ file, code })));
  const script = join(ROOT, "scripts", "lint", "try.mjs");
  const answer = execFileSync(process.execPath, [script, "rooms"], { input, encoding: "utf8" });
  const messages = JSON.parse(answer) as readonly (readonly string[])[];
  said = new Map(CASES.map(([file, code], at) => [`${file} ${code}`, messages[at] ?? []]));
});

function refuses(file: string, code: string, says: string): void {
  expect(said.get(`${file} ${code}`)).toEqual([expect.stringContaining(says)]);
}

describe("the rooms", () => {
  test.each(REFUSED_IMPORTS)("do not import what their table does not name: %s: %s", refuses);
  test.each(REFUSED_WAYS_IN)("are entered by their index only: %s: %s", refuses);
  test.each(REFUSED_PACKAGES)("keep packages where they belong: %s: %s", refuses);
  test.each(REFUSED_WORLD)("that are pure know nothing of the world: %s: %s", refuses);
  test.each(REFUSED_HOST)("leave the host to one of them: %s: %s", refuses);
  test.each(REFUSED_PLACES)("are all that there is under src: %s", refuses);
  test.each(ACCEPTED)("may do what their table allows: %s: %s", (file, code) => {
    expect(said.get(`${file} ${code}`)).toEqual([]);
  });
});
