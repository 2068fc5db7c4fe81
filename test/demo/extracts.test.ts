import { serialOfDay } from "../../src/cells";
import { demoOf, entriesOf, problemsOf } from "./shipped-demo";

const demo = demoOf();

function read(name: string): {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const [heads = [], ...rows] = (demo.extracts.get(name) ?? "")
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
  return { heads, rows };
}

/** Deployments of the returns that count, by file and row, as a person would copy them out. */
const deployments = new Map<string, Readonly<Record<string, string | number>>>();
for (const { name } of demo.returns) {
  if (!/2007-08\.xlsx$/.test(name)) continue;
  for (const { key, value, org } of entriesOf(demo, name)) {
    const [, row, column] = /^deployments\.(r\d+)\[(\w+)\]$/.exec(key) ?? [];
    if (row === undefined || column === undefined) continue;
    if (typeof value !== "string" && typeof value !== "number") throw new Error(`${key} holds neither`);
    deployments.set(`${name} ${row}`, { ...deployments.get(`${name} ${row}`), org, [column]: value });
  }
}

describe("the extract of the programme office's database", () => {
  const { heads, rows } = read("commitments");
  const planned = [...deployments.values()].filter(
    (one) => one["npfit"] === "Yes" && one["npo_ref"] !== undefined,
  );
  const there = new Map(rows.map((row) => [row[3], row]));

  test("has the columns that are reconciled, and each commitment once", () => {
    expect(heads).toEqual(["org", "product", "supplier", "reference", "go_live"]);
    expect(there.size).toBe(rows.length);
    expect(rows.length).toBe(planned.length);
    for (const row of rows) expect(serialOfDay(row[4] ?? "")).toBeDefined();
  });

  test("agrees with the returns but for two days, two commitments that it lacks and two of its own", () => {
    const differing = planned.flatMap((one) => {
      const row = there.get(String(one["npo_ref"]));
      if (!row) return [`${one["npo_ref"]} is missing`];
      expect(row.slice(0, 3)).toEqual([one["org"], one["solution"], one["supplier"]]);
      const apart = Number(one["go_live"]) - serialOfDay(row[4] ?? "")!;
      return Math.abs(apart) > 31 ? [`${one["npo_ref"]} is apart`] : [];
    });
    expect(differing.sort()).toEqual([
      "NPO/X03/01 is apart",
      "NPO/X07/02 is missing",
      "NPO/X5E/03 is apart",
      "NPO/X5K/04 is missing",
    ]);
    const known = new Set(planned.map((one) => one["npo_ref"]));
    expect(rows.filter((row) => !known.has(row[3])).map((row) => row[3])).toEqual([
      "NPO/X11/21",
      "NPO/X13/03",
    ]);
  });

  test("has no reference for what was agreed and not entered", () => {
    const [pas] = [...deployments.values()].filter(
      (one) => one["org"] === "X06" && one["solution"] === "PAS",
    );
    expect(pas).toMatchObject({ npfit: "Yes", dip_confirmed: "Yes" });
    expect(pas).not.toHaveProperty("npo_ref");
    expect(rows.some((row) => row[0] === "X06" && row[1] === "PAS")).toBe(false);
  });
});

describe("what is contracted with the service provider", () => {
  const { heads, rows } = read("lsp");
  /** The quarter of a planning year in which a day lies: years begin in April. */
  const quarter = (serial: number) => {
    const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
    if (month < 4) return `${year - 1}/0${year % 10} Q4`;
    return `${year}/0${(year + 1) % 10} Q${month < 7 ? 1 : month < 10 ? 2 : 3}`;
  };

  test("has the columns that it is held against, by product and quarter", () => {
    expect(heads).toEqual(["lsp", "product", "quarter", "contracted"]);
    const lines = rows.map((row) => row.slice(0, 3).join());
    expect(new Set(lines).size).toBe(rows.length);
    for (const row of rows) expect(row[2]).toMatch(/^200[78]\/0[89] Q[1-4]$/);
  });

  test("agrees with what the returns have agreed, but for four lines", () => {
    const counts = new Map<string, number>();
    for (const one of deployments.values()) {
      if (one["supplier_kind"] !== "LSP" || one["npo_ref"] === undefined) continue;
      const line = [one["supplier"], one["solution"], quarter(Number(one["go_live"]))].join();
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
    const contracted = new Map(rows.map((row) => [row.slice(0, 3).join(), Number(row[3])]));
    const lines = [...new Set([...counts.keys(), ...contracted.keys()])];
    const differing = lines.flatMap((line) => {
      const [planned = 0, slots = 0] = [counts.get(line), contracted.get(line)];
      return planned === slots ? [] : [`${line}: ${planned} planned, ${slots} contracted`];
    });
    expect(differing.sort()).toEqual([
      "CSC,Community,2007/08 Q3: 0 planned, 2 contracted",
      "CSC,Mental health,2007/08 Q4: 1 planned, 2 contracted",
      "CSC,PACS,2007/08 Q2: 7 planned, 8 contracted",
      "CSC,PACS,2008/09 Q1: 1 planned, 0 contracted",
    ]);
  });
});

describe("an extract is refused for", () => {
  test.each([
    [
      "a list that is not there",
      "list: deployments\n    where: { npfit",
      "list: deployment\n    where: { npfit",
      "There is no list deployment in this year.",
    ],
    [
      "a column of rows that is not there",
      "filled: [npo_ref]\n    columns: { org",
      "filled: [npo_reference]\n    columns: { org",
      "There is no column npo_reference in deployments.",
    ],
    [
      "a condition on a column that is not there",
      'where: { npfit: "Yes" }\n',
      'where: { nhs: "Yes" }\n',
      "There is no column nhs in deployments.",
    ],
    [
      "a column that is taken from none",
      "product: solution, supplier: supplier, reference",
      "product: product, supplier: supplier, reference",
      "There is no column product in deployments.",
    ],
    [
      "a quarter of no day",
      "{ quarter_of: go_live }",
      "{ quarter_of: gone }",
      "There is no column gone in deployments.",
    ],
    [
      "a row that is in no return",
      "reference: NPO/X03/01",
      "reference: NPO/X03/99",
      "The returns have no such row.",
    ],
    [
      "a column of its own that it does not have",
      "{ reference: NPO/X5E/03 }",
      "{ code: NPO/X5E/03 }",
      "There is no column code in this extract.",
    ],
    [
      "a row of its own under a column that it does not have",
      "lsp: CSC, product: Community",
      "provider: CSC, product: Community",
      "There is no column provider in this extract.",
    ],
  ])("%s", (_, old, by, says) => {
    const problems = problemsOf([old, by]);
    expect(problems.map(({ message }) => message)).toContain(says);
  });
});
