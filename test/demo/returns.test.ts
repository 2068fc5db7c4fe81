import type { DemoFile } from "../../src/demo";
import type { WorkbookCells } from "../../src/cells";
import { readRegister, type Register } from "../../src/register";
import {
  findReturn,
  findingsOf,
  foundValue,
  isOpen,
  statusOf,
  type Finding,
  type Return,
} from "../../src/return";
import { readWorkbook } from "../../src/xlsx/read";
import { writeWorkbook } from "../../src/xlsx/write";
import { demoOf, entriesOf, fileOf, YEAR } from "./shipped-demo";

const demo = demoOf();
const template = YEAR.templates.get("provider")!;

interface ReadBack {
  readonly workbook: WorkbookCells;
  readonly found: Return;
  readonly findings: readonly Finding[];
}

function register(): Register {
  const read = readRegister(demo.registerCsv);
  if (read.kind === "refused") throw new Error(JSON.stringify(read.problems));
  return read.register;
}

/** A file as whoever receives it sees it. */
async function readBack(file: DemoFile): Promise<ReadBack> {
  if (file.content.kind === "text") throw new Error(`${file.name} is no workbook`);
  const read = readWorkbook(await writeWorkbook(file.content.layout));
  if (read.kind === "refused") throw new Error(`${file.name}: ${read.refusal.message}`);
  const result = findReturn(read.workbook, new Map([[YEAR.id, YEAR]]));
  if (result.kind === "refused") throw new Error(`${file.name}: ${result.message}`);
  const circumstances = { register: register(), fileName: file.name.split("/").at(-1) ?? null };
  return { workbook: read.workbook, found: result.found, findings: findingsOf(result.found, circumstances) };
}

const all = new Map<string, ReadBack>();

beforeAll(async () => {
  for (const file of demo.returns) {
    if (file.content.kind === "workbook") all.set(file.name, await readBack(file));
  }
}, 60_000);

/** The file that is no workbook, whatever its name says. */
const SPOILED = fileOf("X13").replace(/xlsx$/, "xls");

describe("the register", () => {
  test("holds the authority and twelve organisations of its own", () => {
    const { organisations } = register();
    expect(organisations.map(({ code }) => code)).toEqual(
      "X90 X01 X02 X03 X04 X05 X06 X07 X08 X10 X11 X12 X13".split(" "),
    );
    expect(register().ofSha(demo.sha.code)).toEqual(organisations);
    expect(register().find(demo.sha.code)?.name).toBe(demo.sha.name);
    expect(demo.sha.name).toMatch(/fictional/);
    const trusts = organisations.filter(({ code }) => code !== demo.sha.code);
    for (const { type } of trusts) expect(template.files).toContain(type);
    const foundations = trusts.filter(({ foundationTrust }) => foundationTrust);
    expect(foundations.map(({ code }) => code)).toEqual(["X02", "X13"]);
  });
});

describe("the blank workbooks", () => {
  test("are one for each organisation, under its code", () => {
    const codes = register().organisations.filter(({ code }) => code !== demo.sha.code);
    expect(demo.blanks.map(({ name }) => name)).toEqual(
      codes.map(({ code }) => `templates/${code} provider 2007-08.xlsx`),
    );
  });

  test("say who each is for, and nothing more", async () => {
    const { found, findings } = await readBack(demo.blanks[3]!);
    const values = [...found.fields].filter(
      ([key, { value }]) => template.fields.get(key)?.source.kind === "entered" && value !== null,
    );
    expect(values.map(([key, { value }]) => [key, value])).toEqual([
      ["cover.org_code", "X04"],
      ["cover.org_name", "Westmarch Ambulance Service NHS Trust"],
      ["cover.org_type", "Ambulance trust"],
      ["cover.sha_code", "X90"],
    ]);
    expect(statusOf(found)).toBe("blank");
    expect(findings.map(({ code }) => code)).toEqual(["CV00"]);
  });
});

/** What each return leads to: finding and cell, those that are still to be dealt with, and those that are explained. */
const SHOWS: readonly (readonly [
  file: string,
  status: string,
  open: readonly string[],
  explained: readonly string[],
])[] = [
  [fileOf("X01"), "final", [], []],
  [fileOf("X02"), "final", [], []],
  [fileOf("X02", " first draft"), "draft", ["ID07", "CV01 purposes.benefits[plan_revenue]"], []],
  [fileOf("X03"), "final", ["TF01 test.plan_all[difference]"], []],
  [fileOf("X04"), "final", [], ["TF01 test.plan_all[difference]"]],
  [fileOf("X05"), "draft", ["UN01 spend.gross[forecast_total] spend.gross[plan_total]"], []],
  [fileOf("X06"), "draft", ["UN03 spend.telecoms[plan_revenue]"], []],
  [fileOf("X07"), "draft", ["AR05 spend.gross[plan_revenue]"], []],
  [fileOf("X08"), "draft", ["YR01 spend.net[plan_total]", "TF01 test.plan_all[difference]"], []],
  [
    fileOf("X10"),
    "draft",
    [
      "CV01 purposes.starting[plan_revenue]",
      "SG02 spend.staff[plan_revenue]",
      "SG01 spend.agency[forecast_revenue]",
    ],
    [],
  ],
  [fileOf("X11"), "draft", ["RG03 spend.gross[plan_capital]"], []],
];

describe("the returns", () => {
  test("are those of ten organisations, an earlier draft and a spoiled file", () => {
    expect(demo.returns.map(({ name }) => name).sort()).toEqual(
      [...SHOWS.map(([name]) => name), SPOILED].sort(),
    );
  });

  test.each(SHOWS)("%s: %s, open %j, explained %j", (name, status, open, explained) => {
    const { found, findings } = all.get(name)!;
    const placed = (finding: Finding): string => {
      const keys = [...found.fields].filter(
        ([, { place }]) => place.sheet === finding.sheet && finding.cells.includes(place.cell),
      );
      return [finding.code, ...keys.map(([key]) => key)].join(" ");
    };
    expect(statusOf(found)).toBe(status);
    expect(findings.filter(isOpen).map(placed)).toEqual(open);
    const closed = findings.filter((finding) => finding.reason !== null);
    expect(closed.map(placed)).toEqual(explained);
    expect(findings).toHaveLength(open.length + explained.length);
  });

  test("of one organisation are told apart by their numbers", () => {
    const number = (name: string) => foundValue(all.get(name)!.found, "filing.submission");
    expect([number(fileOf("X02", " first draft")), number(fileOf("X02"))]).toEqual([1, 2]);
  });

  test("hold what went wrong as it went wrong", () => {
    const value = (org: string, key: string) => foundValue(all.get(fileOf(org))!.found, key);
    expect(value("X10", "spend.staff[plan_revenue]")).toMatch(/^\d,\d{3}k$/);
    expect(value("X10", "spend.agency[forecast_revenue]")).toBeLessThan(0);
    expect(value("X10", "purposes.starting[plan_revenue]")).toBeNull();
    expect(value("X08", "spend.staff[plan_revenue]")).toBe(value("X08", "spend.staff[forecast_revenue]"));
    const hardware = (column: string) => Number(value("X11", `spend.hardware[${column}]`));
    expect(hardware("forecast_capital")).toBeGreaterThan(hardware("forecast_revenue"));
    expect(hardware("plan_revenue")).toBeGreaterThan(hardware("plan_capital"));
    const typed = all.get(fileOf("X07"))!.found.fields.get("spend.gross[plan_revenue]")!;
    expect(typed.formula).toBeNull();
    const lines = entriesOf(demo, fileOf("X07")).filter(({ key }) =>
      /^spend\.(?!rech).*\[plan_rev/.test(key),
    );
    expect(typed.value).toBe(120 + lines.reduce((sum, line) => sum + Number(line.value), 0));
  });

  test("under a spoiled file's name are no workbook", () => {
    const { content } = demo.returns.find(({ name }) => name === SPOILED)!;
    if (content.kind !== "text") throw new Error("it should be a text");
    expect(content.text).toMatch(/attachment/);
    expect(readWorkbook(new TextEncoder().encode(content.text)).kind).toBe("refused");
  });
});

describe("the entries that were noted", () => {
  test("are those of every workbook that was sent, and of nothing else", () => {
    expect(new Set(demo.entries.map(({ file }) => file))).toEqual(new Set(all.keys()));
    for (const { org, file } of demo.entries) expect(file.startsWith(`returns/${org} `)).toBe(true);
  });

  test("stand in the files where it is said, and nothing is entered beside them", () => {
    for (const [name, { workbook, found }] of all) {
      const noted = entriesOf(demo, name);
      const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet.cells]));
      for (const { sheet, cell, value } of noted) expect(sheets.get(sheet)?.get(cell)?.value).toEqual(value);
      const entered = [...found.fields].flatMap(([key, { value, place }]) =>
        template.fields.get(key)?.source.kind === "entered" && value !== null
          ? [`${key} ${place.sheet} ${place.cell}`]
          : [],
      );
      expect(noted.map(({ key, sheet, cell }) => `${key} ${sheet} ${cell}`)).toEqual(entered);
    }
  });
});
