import { foundValue, valueOf } from "../../src/return";
import { allReadBack, PCTS, registerOf, TRUSTS, type ReadBack } from "./read-back";
import { commissionedBy, demoOf, entriesOf, fileOf } from "./shipped-demo";

const demo = demoOf();
const register = registerOf(demo);
let all: ReadonlyMap<string, ReadBack> = new Map();

beforeAll(async () => {
  all = await allReadBack(register);
}, 600_000);

describe("the communities", () => {
  const COLUMNS: readonly (readonly [column: string, key: string])[] = [
    ["forecast_revenue", "spend.net[forecast_revenue]"],
    ["forecast_capital", "spend.net[forecast_capital]"],
    ["plan_revenue", "spend.net[plan_revenue]"],
    ["plan_capital", "spend.net[plan_capital]"],
    ["uplift", "tariff.uplift[y2007]"],
  ];

  test("are told by ten PCTs; of the others nothing can be read", () => {
    expect(PCTS.filter((pct) => !all.has(commissionedBy(pct)))).toEqual(["X5M", "9E1"]);
  });

  test("have every provider once, but for the one that is in two lists and those in none", () => {
    const listed = PCTS.flatMap((pct) => listedBy(pct).map(({ code }) => code));
    const times = (count: number) =>
      [...TRUSTS, ...PCTS].filter((code) => listed.filter((one) => one === code).length === count);
    expect(times(2)).toEqual(["X11"]);
    expect(times(0)).toEqual(["X08"]);
    expect(listed).toHaveLength(23);
    for (const pct of PCTS)
      for (const { code } of listedBy(pct)) expect(register.find(code)?.lhc).toBe(register.find(pct)?.lhc);
  });

  test("hold what the providers' own returns say, but for the row that was taken from a draft", () => {
    const differing: string[] = [];
    for (const pct of PCTS) {
      for (const { code, row } of listedBy(pct)) {
        const provider = all.get(fileOf(code))?.found;
        if (!provider) continue;
        for (const [column, key] of COLUMNS) {
          const own = valueOf(provider, provider.template.fields.get(key)!);
          if (foundValue(all.get(commissionedBy(pct))!.found, `community.${row}[${column}]`) !== own)
            differing.push(`${pct} ${code} ${column}`);
        }
      }
    }
    expect(differing).toEqual(["X5B X02 plan_revenue"]);
    const draft = all.get(fileOf("X02", " first draft"))!.found;
    expect(foundValue(all.get(commissionedBy("X5B"))!.found, "community.r02[plan_revenue]")).toBe(
      valueOf(draft, draft.template.fields.get("spend.net[plan_revenue]")!),
    );
  });

  test("have no figures of a trust that sent nothing, and those that were told of a PCT that sent nothing", () => {
    const value = (pct: string, key: string) => foundValue(all.get(commissionedBy(pct))!.found, key);
    expect(value("X5D", "community.r03[code]")).toBe("X13");
    for (const [column] of COLUMNS) expect(value("X5D", `community.r03[${column}]`)).toBeNull();
    expect(value("X5L", "community.r04[code]")).toBe("X5M");
    expect(value("X5L", "community.r04[plan_revenue]")).toBe(915);
  });

  function listedBy(pct: string) {
    return entriesOf(demo, commissionedBy(pct)).flatMap(({ key, value }) => {
      const [, row] = /^community\.(r\d\d)\[code\]$/.exec(key) ?? [];
      return row === undefined ? [] : [{ row, code: typeof value === "string" ? value : "" }];
    });
  }
});
