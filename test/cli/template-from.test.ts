import { join } from "node:path";

import { foundValue, statusOf, type Return } from "../../src/return";
import { made } from "../support/made";
import { cellsIn, returnIn } from "../support/saved";
import { scratch } from "../support/scratch";
import { imtFirstPart, registerIn, returnFile, year } from "./imt";

const folder = made("cli-template-from");
const away = scratch();
const returned = scratch();
const register = registerIn(
  away,
  `code,name,type,sha,lhc,predecessors
Q30,North East Strategic Health Authority,SHA,,,
X01,Example Hospital NHS Trust,Acute trust,Q30,Lowmoor,
X02,Lowmoor Primary Care Trust,PCT,Q30,Lowmoor,X8A;X8B
X03,Fellside NHS Trust,Acute trust,Q30,Lowmoor,
X05,Hightop NHS Trust,Acute trust,Q30,Hightop,
X06,Hightop Primary Care Trust,PCT,Q30,,
`,
);

/** What stands in a row of the community: name, code, forecasts, plans, uplift. */
function rowOf(found: Return, row: string) {
  const columns = [
    "name",
    "code",
    "forecast_revenue",
    "forecast_capital",
    "plan_revenue",
    "plan_capital",
    "uplift",
  ];
  return columns.map((column) => foundValue(found, `community.${row}[${column}]`));
}

async function madeFor(org: string, name: string) {
  const out = join(folder, name);
  const ran = await imtFirstPart(
    "template",
    ...["--role", "commissioner", "--org", org, "--register", register],
    ...["--from", returned, "--out", out],
  );
  return { ...ran, found: returnIn(cellsIn(out), year) };
}

describe("imt template --from", () => {
  beforeAll(async () => {
    // Worked example 1, with recharges of 80 in the plan; a first draft of it had other figures.
    await returnFile(returned, "X01 provider.xlsx", {
      "spend.recharges[plan_revenue]": -80,
      "filing.submission": 2,
    });
    await returnFile(returned, "X01 first.xlsx", { "spend.staff[plan_revenue]": 1 });
    await returnFile(returned, "X05 provider.xlsx", {
      "cover.org_code": "X05",
      "cover.org_name": "Hightop NHS Trust",
    });
  });

  test("gives the PCT one row for each provider of its community, with the figures of the return that counts", async () => {
    const { code, said, remarked, found } = await madeFor("X02", "x02.xlsx");
    expect(code).toBe(0);
    expect(said[0]).toContain("Lowmoor Primary Care Trust");
    expect(rowOf(found, "r01")).toEqual(["Example Hospital NHS Trust", "X01", 2960, 610, 3100, 700, 172]);
    // Nobody's return is there: who they are is all that is known.
    const nobody = [null, null, null, null, null];
    expect(rowOf(found, "r02")).toEqual(["Lowmoor Primary Care Trust", "X02", ...nobody]);
    expect(rowOf(found, "r03")).toEqual(["Fellside NHS Trust", "X03", ...nobody]);
    expect(rowOf(found, "r04")[1]).toBeNull();
    expect(remarked.at(-1)).toContain("from X02 Lowmoor Primary Care Trust, X03 Fellside NHS Trust.");
  });

  test("leaves what the PCT itself has to say blank, and the workbook counts as not begun", async () => {
    const { found } = await madeFor("X02", "x02-blank.xlsx");
    expect(foundValue(found, "community.r01[agreed]")).toBeNull();
    expect(foundValue(found, "mergers.predecessors")).toBe("X8A, X8B");
    expect(statusOf(found)).toBe("blank");
  });

  test("without a community in the register puts in every return of the folder, and says so", async () => {
    const { found, remarked } = await madeFor("X06", "x06.xlsx");
    expect(["r01", "r02", "r03"].map((row) => rowOf(found, row)[1])).toEqual(["X01", "X05", null]);
    expect(remarked.at(-1)).toContain("does not say to which community Hightop Primary Care Trust belongs");
    expect(remarked.at(-1)).toContain("2 in all");
  });

  test("with --all does it for each PCT, and leaves the other workbooks as they are", async () => {
    const out = join(folder, "all");
    const { code, said } = await imtFirstPart(
      "template",
      ...["--all", "--sha", "Q30", "--register", register, "--from", returned, "--out", out],
    );
    expect(code).toBe(0);
    expect(said.at(-1)).toContain("7 workbooks for 5 organisations");
    const found = returnIn(cellsIn(join(out, "X02 Lowmoor PCT commissioner 2007-08.xlsx")), year);
    expect(rowOf(found, "r01")[4]).toBe(3100);
  });

  test.each([
    ["for nobody", ["--role", "commissioner"], "say for whom"],
    ["a return that takes nothing from others", ["--org", "X01", "--register", register], "leave out --from"],
  ])("is refused %s", async (_what, more, words) => {
    const out = join(folder, "never.xlsx");
    const { code, remarked } = await imtFirstPart("template", ...more, "--from", returned, "--out", out);
    expect(code).toBe(2);
    expect(remarked.join(" ")).toContain(words);
  });
});
