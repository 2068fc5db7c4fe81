import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "csv-parse/sync";

import { run } from "../../src/cli";
import { made } from "../support/made";
import { openpyxl, python } from "../support/openpyxl";
import { sumsOfFacts } from "../support/sums-of-facts";
import { scratch } from "../support/scratch";
import { describeWith } from "../support/skipping";
import { returnsDrawnOnce } from "./drawn";
import { outside } from "./outside";
import { extentOf, sentBy } from "./sent";
import { FIND_TOTALS, type Totals } from "./sums";

const register = outside("data", "orgs-2007.csv");
const tool = {
  available: register.tool.available && openpyxl.available,
  name: `${register.tool.name} and openpyxl`,
};
/** Whole plans take twenty minutes and are asked for by ENGLAND=whole; else the bodies send the first part alone. */
const WHOLE = process.env["ENGLAND"] === "whole";
const MINUTE = 60_000;
const extent = WHOLE ? extentOf.wholePlan() : extentOf.firstPart();
const ROLES = ["provider", "commissioner"] as const;

interface Body {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly sha_code: string;
}

async function imt(...args: readonly string[]) {
  const said: string[] = [];
  const tell = (line: string) => void said.push(line);
  const code = await run([...args, ...extent.options], { say: tell, remark: tell }, "0");
  if (code === 2) throw new Error(said.join("\n"));
  return { code, said };
}

describeWith(tool, "all of England, from returns to the national workbook", () => {
  const folder = made(WHOLE ? "outside-england-whole" : "outside-england");
  const away = scratch();
  const national = join(folder, "national.xlsx");
  const facts = join(away, "facts.csv");
  const all: readonly Body[] = tool.available
    ? parse(readFileSync(register.path, "utf8"), { columns: true })
    : [];
  const bodies = all.filter((body) => body.sha_code !== "" && body.type !== "SHA");
  const authorities = [...new Set(bodies.map((body) => body.sha_code))];
  const { templates, write } = returnsDrawnOnce(extent);
  const files = (role: string, body: Body) => templates.get(role)!.files.includes(body.type);
  let outcome: Awaited<ReturnType<typeof imt>>;

  beforeAll(
    async () => {
      const summaries = join(WHOLE ? folder : away, "summaries");
      for (const sha of authorities) {
        const returns = join(away, sha);
        mkdirSync(returns, { recursive: true });
        for (const body of bodies.filter((one) => one.sha_code === sha))
          for (const role of ROLES.filter((one) => files(one, body)))
            writeFileSync(join(returns, `${body.code} ${role}.xlsx`), await write(role, body));
        const given = ["--sha", sha, "--register", register.path];
        const into = ["--out", join(summaries, `${sha}.xlsx`), "--facts", join(away, `${sha}.csv`)];
        await imt("consolidate", returns, ...given, ...into);
      }
      const given = ["--national", summaries, "--register", register.path];
      outcome = await imt("consolidate", ...given, "--out", national, "--facts", facts);
    },
    (WHOLE ? 60 : 25) * MINUTE,
  );

  test("393 bodies of ten authorities have returned, and each is rolled up", () => {
    expect([bodies.length, authorities.length]).toEqual([393, 10]);
    const pcts = bodies.filter((body) => files("commissioner", body)).length;
    expect(outcome.said.join("\n")).toContain(`10 of 10 summaries rolled up, with ${393 + pcts} returns`);
    expect(outcome.code).toBe(0);
  });

  test(
    "national totals of net spend are the sums of what was sent",
    async () => {
      const totals = (await python(FIND_TOTALS, national, 5 * MINUTE)) as Totals;
      for (const role of ROLES) {
        const filing = bodies.filter((body) => files(role, body));
        const sums = new Map<string, number>();
        for (const { code } of filing)
          for (const [key, value] of sentBy(extent, role, code)) {
            const [, column] = /^spend\.[a-z_]+\[((?:forecast|plan)_(?:revenue|capital))\]$/.exec(key) ?? [];
            if (column !== undefined) sums.set(column, (sums.get(column) ?? 0) + Number(value));
          }
        const [was, planned] = ["forecast", "plan"].map((year) =>
          ["revenue", "capital"].map((kind) => sums.get(`${year}_${kind}`)!),
        ) as [[number, number], [number, number]];
        expect(totals[role]).toEqual({
          "2006/07 forecast Revenue": was[0],
          "2006/07 forecast Capital": was[1],
          "2006/07 forecast Total": was[0] + was[1],
          "2007/08 plan Revenue": planned[0],
          "2007/08 plan Capital": planned[1],
          "2007/08 plan Total": planned[0] + planned[1],
        });
      }
    },
    5 * MINUTE,
  );

  test(
    "every national total is the sum of all facts that count, in the authorities' own files",
    async () => {
      const own = authorities.map((sha) => join(away, `${sha}.csv`));
      const { found, wrong } = await sumsOfFacts({ workbook: national, facts: own, year: extent.year.id });
      expect(wrong).toEqual([]);
      expect(found.provider + found.commissioner).toBeGreaterThan(80);
      expect(Math.min(found.provider, found.commissioner)).toBeGreaterThan(WHOLE ? 80 : 30);
    },
    5 * MINUTE,
  );
});
