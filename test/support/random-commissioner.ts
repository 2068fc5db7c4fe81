import type { RawValue } from "../../src/cells";
import type { Field, Template } from "../../src/template";

import { communityEntries } from "./commissioner-return";
import { randomNumbers, type RandomReturns } from "./random-returns";

/** More than the list is drawn with. */
const MOST_ROWS = 20;

/** A little random language, so that the generators below read as what they make. */
function dice(seed: number) {
  const random = randomNumbers(seed);
  return {
    between: (least: number, most: number) => Math.round(least + random() * (most - least)),
    pick: <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!,
    chance: (share: number) => random() < share,
  };
}
type Dice = ReturnType<typeof dice>;
type Entries = Map<string, RawValue>;

/** Commissioner returns from right to wrong in every way: the PCT's own spend, its community, and single cells that hold what nobody should enter. */
export function randomCommissioners(template: Template, seed: number): RandomReturns {
  const die = dice(seed);
  const entered = [...template.fields.values()].filter((field) => field.source.kind === "entered");
  const next = (): Entries => {
    if (die.chance(0.02)) return new Map();
    const entries = communityEntries([]);
    putSpend(entries, die);
    putCommunity(entries, die);
    putCover(entries, die);
    for (const changes of SELDOM)
      if (die.chance(0.09)) for (const [key, value] of changes) putOrClear(entries, key, value);
    // Half of the odd cells in the community's first rows, or they would be lost among the many that are blank.
    const near = entered.filter(({ block, line }) => block === "community" && /^r0[1-4]$/.test(line));
    for (let odd = die.chance(0.4) ? 0 : die.between(1, 3); odd > 0; odd -= 1) {
      const field = die.pick(die.chance(0.5) ? near : entered);
      putOrClear(entries, field.key, oddValue(field, entries, die));
    }
    putWhereNothingBelongs(entries, template, die);
    for (const key of entries.keys()) if (!isKnown(key, template)) entries.delete(key);
    return entries;
  };
  return { next };
}

/** Rows of lists may be more than the template is drawn with. */
function isKnown(key: string, { fields }: Template): boolean {
  return fields.has(key) || fields.has(key.replace(/\.r[0-9]+\[/, ".r01["));
}

function putOrClear(entries: Entries, key: string, value: RawValue): void {
  if (value === null) entries.delete(key);
  else entries.set(key, value);
}

const REVENUE_LINES: readonly (readonly [string, number])[] = [
  ["staff", 0.4],
  ["agency", 0.02],
  ["hardware", 0.06],
  ["software", 0.08],
  ["maintenance", 0.07],
  ["telecoms", 0.05],
  ["training", 0.02],
  ["implementation", 0.04],
  ["practices", 0.15],
  ["other", 0.01],
];
const CAPITAL_LINES: readonly (readonly [string, number])[] = [
  ["hardware", 0.45],
  ["software", 0.2],
  ["practices", 0.3],
];

/** Revenue and capital of one year over the lines; purchased services take what is left. */
function putYear(entries: Entries, year: string, revenue: number, capital: number, recharges: number): void {
  const parts = [["revenue", revenue, REVENUE_LINES] as const, ["capital", capital, CAPITAL_LINES] as const];
  for (const [kind, amount, shares] of parts) {
    let left = amount;
    for (const [line, share] of shares) {
      const part = Math.floor(amount * share);
      entries.set(`spend.${line}[${year}_${kind}]`, part);
      left -= part;
    }
    entries.set(`spend.services[${year}_${kind}]`, left);
    entries.set(`spend.recharges[${year}_${kind}]`, kind === "revenue" ? recharges : 0);
  }
}

/** Revenue and capital at either end of what is usual for a PCT, and 1 beyond. */
const ENDS: readonly (readonly [number, number])[] = [
  [80, 20],
  [79, 20],
  [16_000, 4_000],
  [16_001, 4_000],
];

function putSpend(entries: Entries, { pick, chance, between }: Dice): void {
  const costs = pick([9_000, 12_000, 40_000, between(2_000, 60_000)]);
  const revenue = pick([60, 500, 1_060, 1_060, 3_000, 5_000, 12_500, costs + pick([0, 1])]);
  const capital = pick([0, Math.round(revenue * 0.2), Math.round(revenue * 0.2), revenue * 2]);
  const last = pick([0.4, 0.625, 0.8, 0.95, 0.95, 1, 1.11, 1.34]);
  const forecast = [Math.round(revenue * last), Math.round(capital * last)] as const;
  const plan = pick<readonly [number, number]>([
    [revenue, capital],
    [revenue, capital],
    forecast,
    [forecast[1], forecast[0]],
    pick(ENDS),
  ]);
  const recharges = pick([0, -between(0, 20)]);
  for (const key of entries.keys()) if (key.startsWith("spend.")) entries.set(key, 0);
  putYear(entries, "forecast", ...forecast, recharges);
  putYear(entries, "plan", ...plan, recharges);
  const programme = pick([plan[1] * 5, Math.round(plan[1] / 0.4), plan[1] - 1, plan[1] * 60, 0, 1_000]);
  entries.set("context.turnover[forecast]", costs).set("context.turnover[plan]", costs);
  entries.set("context.programme[forecast]", 900).set("context.programme[plan]", Math.max(0, programme));
  if (chance(0.08)) for (const key of entries.keys()) if (key.startsWith("spend.")) entries.set(key, 0);
  if (chance(0.25)) {
    entries.set("spend.other[plan_revenue]", between(0, 3_000));
    if (chance(0.5)) entries.set("spend.other[note]", "A project that fits no other line.");
  }
  for (const kind of ["revenue", "capital"]) {
    const key = `spend.${pick(["hardware", "software", "practices"])}`;
    const planned = Number(entries.get(`${key}[plan_${kind}]`));
    const before = Number(entries.get(`${key}[forecast_${kind}]`));
    if (chance(0.3)) entries.set(`${key}[memo_${kind}]`, Math.max(0, planned + pick([-1, 0, 1])));
    if (chance(0.12)) entries.set(`${key}[plan_${kind}]`, before * pick([499, 500, 1_000, 2_000, 2_001]));
  }
}

/** Providers whose plans rise by more than their uplift, by just that or by less, and cover what is committed or don't. */
function putCommunity(entries: Entries, { pick, chance, between }: Dice): void {
  const count = pick([0, 1, 1, 2, 2, 2, 3, 3, 4, 6, 9, pick([14, 15, 16, MOST_ROWS])]);
  const gaps = chance(0.3);
  const rises = pick([[0], [0], [1, 40, 0], [-1, 0, 3], [-30, -1, 0, 5], [-1]]);
  const covers = pick([[0], [0], [1, 50, 0], [-1, 0, 3], [-100, 0, 5], [-1]]);
  const merged = chance(0.3);
  const agreed = pick([
    ["Yes"],
    ["Yes"],
    ["Yes", "No"],
    ["Yes", "yes", "Yes "],
    ["Yes", "No", null, "In part"],
  ]);
  const codes: string[] = [];
  for (let row = 0, at = 1; row < count && at <= MOST_ROWS; row += 1, at += gaps ? pick([1, 1, 2, 4]) : 1) {
    const put = (column: string, value: RawValue) => {
      putOrClear(entries, `community.r${String(at).padStart(2, "0")}[${column}]`, value);
    };
    const code =
      codes.length > 0 && chance(0.06) ? pick([codes[0]!, codes[0]!.toLowerCase()]) : `X${10 + at}`;
    codes.push(code);
    const uplift = pick([0, 20, 96, 172, between(1, 400)]);
    const [revenue, capital] = [between(400, 9_000), between(0, 900)];
    const planned = Math.max(0, capital + between(-50, 50));
    const rise = uplift + pick(rises);
    put("name", pick(["Larkhaven University Hospitals", "Lowmoor NHS Trust", "Third Acre"]));
    // Rows that were begun and not finished: with a name alone here, with single blanks below.
    if (chance(0.02)) continue;
    put("code", code);
    put("forecast_revenue", revenue);
    put("forecast_capital", capital);
    put("plan_revenue", revenue + rise - (planned - capital));
    put("plan_capital", planned);
    put("uplift", uplift);
    put("commitments", Math.max(0, planned - pick(covers)));
    put("in_contract", pick(agreed));
    put("agreed", pick(agreed));
    put("merger_costs", merged ? pick([0, 50]) : 0);
    if (merged && chance(0.5)) put("predecessors", "5KA, 5KB");
    if (chance(0.02)) put("plan_revenue", revenue * pick([499, 500, 1_000, 2_000, 2_001]));
    if (chance(0.02)) put("forecast_revenue", pick([49_000, 50_000, 50_001, 1_250_000]));
    if (chance(0.01)) put("plan_revenue", pick([50_000, 50_001]));
    if (chance(0.04)) for (const column of ["code", "uplift", "agreed"]) put(column, null);
  }
}

function putCover(entries: Entries, { pick, chance }: Dice): void {
  if (chance(0.5)) {
    entries.set("filing.status", "Final").set("filing.fd_name", "A. Person").set("filing.fd_date", 39_172);
    entries.set("filing.ce_name", pick(["A. Person", "B. Person"])).set("filing.ce_date", 39_173);
  }
  if (chance(0.4)) {
    entries.set("mergers.predecessors", "5KA, 5KB");
    putOrClear(entries, "mergers.costs", pick<RawValue>([0, 1, 120, null, "1,250"]));
  }
}

/** What lets a rule wait or fail that chance alone seldom meets. */
const SELDOM: readonly (readonly (readonly [string, RawValue])[])[] = [
  [
    ["filing.status", "Final"],
    ["filing.ce_date", null],
  ],
  [["filing.status", 3]],
  [
    ["filing.fd_name", 5],
    ["filing.ce_name", "B. Person"],
  ],
  [
    ["spend.hardware[memo_revenue]", 3],
    ["spend.hardware[plan_revenue]", "tbc"],
  ],
  [
    ["spend.software[memo_capital]", "–"],
    ["spend.software[plan_capital]", 40],
  ],
  [
    ["mergers.predecessors", "5KA"],
    ["mergers.costs", "tbc"],
  ],
  [["context.programme[plan]", "12 k"]],
  [["community.r01[code]", 50]],
  [
    ["community.r01[predecessors]", "5KA"],
    ["community.r01[merger_costs]", "(300)"],
  ],
];

/** No empty text among them: LibreOffice takes one for a blank as soon as it opens the file. */
function oddValue(field: Field, entries: ReadonlyMap<string, RawValue>, { pick }: Dice): RawValue {
  const now = entries.get(field.key);
  const number = typeof now === "number" ? now : 100;
  switch (field.type.kind) {
    case "money":
    case "count":
    case "percent": {
      const figures = [0, -5, 7.5, number + 1, number - 1, number * 1_000, number * 600];
      return pick<RawValue>([null, null, ...figures, "tbc", "12 k", "–", "1,250", "(300)"]);
    }
    case "date":
      return pick<RawValue>([null, 39_172, 39_172.5, 5, "31 March", 99_999]);
    case "choice":
      return pick<RawValue>([null, ...field.type.choices, "Something else", 3]);
    case "text": {
      const most = field.type.most;
      return pick<RawValue>([null, "A. Person", "B. Person", "x".repeat(most), "x".repeat(most + 1), 5]);
    }
    case "code":
      return pick<RawValue>([null, "X02", "X11", "x11", 50, "5E1", "Q31", "nobody"]);
  }
}

function putWhereNothingBelongs(entries: Entries, template: Template, { pick, chance, between }: Dice): void {
  const fields = [...template.fields.values()];
  const of = (kind: Field["source"]["kind"]) => fields.filter(({ source }) => source.kind === kind);
  if (chance(0.15)) entries.set(pick(of("closed")).key, 4);
  if (chance(0.2)) {
    const totals = of("calculated").filter(({ type }) => type.kind === "money");
    const near = totals.filter(({ block, line }) => block !== "community" || /^r0[1-3]$/.test(line));
    entries.set(pick(near).key, between(1, 5_000));
  }
  if (chance(0.3)) {
    const reason = pick(fields.filter(({ block }) => block === "explanations"));
    entries.set(reason.key, "It is right: see the board's paper.");
  }
}
