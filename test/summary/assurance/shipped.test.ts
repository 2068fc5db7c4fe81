import type { RawValue } from "../../../src/cells";
import { layoutSummary } from "../../../src/summary";
import { wordsOf } from "../../support/layout-cells";
import { summary } from "../returns";
import { rowsOf, values } from "../sheets";
import { asCommissioner, asProvider, collected } from "../two-roles";
import { rowWith } from "../wards";
import {
  commissionerSent,
  count,
  figure,
  having,
  providerSent,
  rows,
  sum,
  total,
  type ListRow,
  type Sent,
} from "./by-hand";

/** 31 March 2007 as Excel counts days. */
const PLANS_DUE = 39_172;

/** Something that is otherwise in each return, so that no figure is right by chance. */
const PROVIDERS = {
  X01: {
    "deployments.r01[entered_on]": PLANS_DUE + 1,
    "deployments.r02[confidence]": "Low",
    "checklist.k1_1[status]": "Not started",
    "checklist.k2_1[status]": "Not started",
    "workforce.r04[funded_from]": "Not funded yet",
    "requirements.r01[met]": "No",
    "deployments.r01[go_live]": PLANS_DUE + 300,
    "deployments.r04[revenue_y1]": 4_000,
  },
  X02: {
    "tariff.income[y2007]": 196_000,
    "approval.board_date": PLANS_DUE + 3,
    "deployments.r04[agreed_on]": null,
    "deployments.r04[entered_on]": null,
    "deployments.r04[dip_confirmed]": "No",
    "maturity.acute[goal]": "V",
    "imaging.planned[mar]": 0.97,
    "workforce.r04[filled_by]": null,
  },
  X03: {
    "tariff.income[y2007]": 180_000,
    "explanations.tf01[reason]": "The uplift goes into telephones.",
    "deployments.r04[supplier]": "Fujitsu",
    "deployments.r07[priority]": "Local",
    "benefits.r01[deployment]": "Theatre system upgrade",
    "benefits.r02[deployment]": "Theatre system upgrade",
  },
} as const;
const COMMISSIONERS = {
  X50: { "booking.planned[mar]": 0.7, "programme.sro_chief": "No", "plans.r01[rating]": "Red" },
  X51: { "plans.r02[qa_date]": PLANS_DUE + 9, "plans.r03[aligned]": "Partly", "eps.r1_planned[mar]": 0.2 },
} as const;

const providers: Sent = Object.entries(PROVIDERS).map(([code, changes]) => providerSent(code, changes));
const pcts: Sent = Object.entries(COMMISSIONERS).map(([code, changes]) => commissionerSent(code, changes));
const all: Sent = [...providers, ...pcts];

const collection = collected([
  ...Object.entries(PROVIDERS).map(([code, changes]) => asProvider(code, changes)),
  ...Object.entries(COMMISSIONERS).map(([code, changes]) => asCommissioner(code, undefined, changes)),
]);
const { layout } = layoutSummary(collection, summary);

/** The figures of a line, in order: what is shown, and the number beside it. */
function shown(line: string): readonly (readonly [RawValue, number | null])[] {
  const sheet = rowsOf(layout, "Assurance").map(values);
  const top = rowWith(layout, "Assurance", `judgements.${line}`) - 1;
  const { shows } = summary
    .assurance!.sections.flatMap((section) => section.lines)
    .find(({ id }) => id === line)!;
  return shows.map((_, at) => {
    const [figureShown = null, beside] = sheet[top + at]!.slice(5, 7);
    const number = typeof beside === "string" ? Number(beside.replace(/[^0-9.-]/g, "")) : null;
    return [figureShown, number];
  });
}

const near = (value: number): number => expect.closeTo(value, 9) as number;
const SPEND = ["staff", "agency", "hardware", "software", "maintenance", "telecoms", "services", "training"];
const LINES = [...SPEND, "implementation", "practices", "other", "recharges"];
const net = (sent: Sent, year: "plan" | "forecast"): number =>
  sum(sent, ...LINES.flatMap((line) => [`spend.${line}[${year}_revenue]`, `spend.${line}[${year}_capital]`]));
const purpose = (line: string): number =>
  sum(providers, `purposes.${line}[plan_revenue]`, `purposes.${line}[plan_capital]`);
const is = (column: string, value: RawValue) => (row: ListRow) => row.get(column) === value;
const by = (column: string, day: number) => (row: ListRow) =>
  figure(row, column) > 0 && figure(row, column) <= day;

const deployed = rows(providers, "deployments", "name");
const deployedByAll = rows(all, "deployments", "name");
const cost = (list: readonly ListRow[]) => total(list, "revenue_y1", "capital_y1");
const thisYear = (row: ListRow) => ["Begun 2006/07", "Planned 2007/08"].includes(wordsOf(row.get("state")));
const npfit = deployedByAll.filter((row) => is("npfit", "Yes")(row) && thisYear(row));
const posts = rows(all, "workforce", "role");
const benefits = rows(all, "benefits", "measure");
/** Benefits of deployments under NPfIT, which a return names in its own list. */
const benefitsOfNpfit = all.flatMap((sent) => {
  const names = rows([sent], "deployments", "name").filter(is("npfit", "Yes"));
  return rows([sent], "benefits", "measure").filter((row) =>
    names.some((deployment) => deployment.get("name") === row.get("deployment")),
  );
});
const paidFrom = (purposeOf: string): number =>
  total(rows(providers, "workforce", "role").filter(is("funded_from", purposeOf)), "cost_y1");
/** What the points of the checklist cost that have a cost of their own. */
const costOfChecklist = providers.reduce(
  (so, { entries }) =>
    so +
    [...entries].reduce(
      (all, [key, value]) => all + (/^checklist\..*\[cost_y1\]$/.test(key) ? Number(value) : 0),
      0,
    ),
  0,
);
const plans = rows(pcts, "plans", "name");
const requirements = rows(providers, "requirements", "requirement");
const PAS = ["PAS", "OCR", "Child health", "Community"];
const ofPas = (row: ListRow) =>
  row.get("priority") === "V PAS and OCR" || PAS.includes(wordsOf(row.get("solution")));
const ofPacs = (row: ListRow) => row.get("priority") === "VI PACS" || row.get("solution") === "PACS";
const checklist = (sent: Sent, status: string): number =>
  sent.reduce(
    (so, { entries }) =>
      so +
      [...entries].filter(([key, value]) => /^checklist\..*\[status\]$/.test(key) && value === status).length,
    0,
  );
const relevant = (sent: Sent): number =>
  ["In place", "Planned", "Not started"].reduce((so, status) => so + checklist(sent, status), 0);
const inPlaceOrPlanned = (point: string): number =>
  ["In place", "Planned"].reduce((so, word) => so + having(providers, `checklist.${point}[status]`, word), 0);

/** A tenth of a per cent of income, in whole thousands. */
const uplift = (entries: ReadonlyMap<string, RawValue>, key: string) =>
  Math.round(figure(entries, key) / 1_000);
const rise = (one: Sent[number]) => net([one], "plan") - net([one], "forecast");
const differences = providers.map((one) => rise(one) - uplift(one.entries, "tariff.income[y2007]"));
const onPbr = providers.map((one) => [
  figure(one.entries, "tariff.pbr[y2007]"),
  rise(one) - uplift(one.entries, "tariff.pbr[y2007]"),
]);
const uplift2006 = providers.reduce(
  (so, { entries }) => so + Math.round(figure(entries, "tariff.income[y2006]") * 0.003),
  0,
);
const sources = (sent: Sent) =>
  sum(
    sent,
    ...["tariff", "central", "cfh_capital", "strategic_capital", "other"].flatMap((line) => [
      `funding.${line}[recurrent_y1]`,
      `funding.${line}[once_y1]`,
    ]),
  );
const gap = (list: readonly ListRow[]) =>
  list.reduce((so, row) => so + Math.max(0, figure(row, "needed") - figure(row, "in_post")), 0);
/** Within each role, as much of the gaps as is spare elsewhere. */
const pooled = (list: readonly ListRow[]): number =>
  [...new Set(list.map((row) => row.get("role")))].reduce<number>((so, role) => {
    const those = list.filter((row) => row.get("role") === role);
    const spare = those.reduce(
      (sum, row) => sum + Math.max(0, figure(row, "in_post") - figure(row, "needed")),
      0,
    );
    return so + Math.min(gap(those), spare);
  }, 0);
const aims = (status: string): number =>
  ["weeks18", "pacs", "booking", "legacy"].reduce(
    (so, aim) => so + having(pcts, `aims.${aim}[status]`, status),
    0,
  );
const inMarch = (key: string) => pcts.map(({ entries }) => figure(entries, key));
const practices = (key: string): number => sum(pcts, key);

test("the figures that are to be shown are not nothing, or they would be right by chance", () => {
  expect(differences.filter((difference) => difference < 0)).toHaveLength(2);
  expect(count(npfit, by("entered_on", PLANS_DUE))).toBeLessThan(npfit.length - 1);
  for (const figures of [cost(deployed), gap(posts), total(benefits, "cash_full"), requirements.length])
    expect(figures).toBeGreaterThan(0);
});

describe("what each line of the assurance shows is what the entries make", () => {
  const none = null;
  test.each<readonly [string, readonly (readonly [RawValue, number | null])[]]>([
    [
      "s1",
      [
        [net(all, "plan"), none],
        [near(net(all, "plan") / net(all, "forecast") - 1), none],
        [purpose("completing"), cost(deployed.filter(is("state", "Begun 2006/07")))],
        [purpose("deploying"), cost(deployed.filter(is("state", "Planned 2007/08")))],
        [purpose("starting"), cost(deployed.filter(is("state", "Planned 2008/09")))],
        [
          purpose("benefits"),
          total(rows(providers, "benefits", "measure"), "cost_y1") + paidFrom("340 Service improvement"),
        ],
        [purpose("expectations"), costOfChecklist + paidFrom("320 Expectations")],
        // X01's order communications cost more than its line 310 holds, in revenue.
        [1, none],
        [0, none],
        [cost(deployedByAll.filter(is("priority", "18 weeks"))), none],
        // X03 has none.
        [1, none],
        [sources(all) - net(all, "plan"), none],
      ],
    ],
    [
      "s2",
      [
        [providers.reduce((so, one) => so + rise(one), 0), none],
        [providers.reduce((so, { entries }) => so + uplift(entries, "tariff.income[y2007]"), 0), none],
        [differences.reduce((so, one) => so + one, 0), none],
        [differences.reduce((so, one) => so + Math.max(0, -one), 0), none],
        [2, 3],
        // X03 gives a reason.
        [1, none],
        [onPbr.filter(([income = 0, difference = 0]) => income > 0 && difference < 0).length, none],
        [0, none],
      ],
    ],
    [
      "t1",
      [
        [uplift2006, none],
        [near(uplift2006 / net(providers, "forecast")), none],
        [0, none],
      ],
    ],
    [
      "a3",
      [
        [
          count(
            providers.map(({ entries }) => entries),
            by("approval.board_date", PLANS_DUE),
          ),
          3,
        ],
        [
          count(
            providers.map(({ entries }) => entries),
            by("approval.pct_date", PLANS_DUE),
          ),
          3,
        ],
        [providers.filter(({ entries }) => entries.has("approval.sha_date")).length, 3],
        [count(npfit, by("entered_on", PLANS_DUE)), npfit.length],
        // One of X02's is neither agreed nor entered.
        [1, none],
      ],
    ],
    ["a4", [[5, 7]]],
    [
      "h1",
      [
        [near(total(posts, "needed")), none],
        [near(gap(posts)), none],
        [near(pooled(posts)), none],
        [near(total(posts.filter(is("funded_from", "Not funded yet")), "needed")), none],
        // X02 does not say when its gap is filled.
        [1, none],
        [near(total(posts, "sessions_secured")), total(posts, "sessions_needed")],
      ],
    ],
    [
      "g2",
      [
        [near(sum(all, "capability.posts")), none],
        [near(sum(all, "capability.vacant")), none],
        [near(sum(all, "capability.change")), none],
        [sum(all, "capability.gaps"), none],
        [sum(providers, "context.wte[plan]") - sum(providers, "context.wte[forecast]"), none],
        [
          pcts.reduce(
            (so, { entries }) =>
              so +
              Math.max(0, figure(entries, "programme.wte_needed") - figure(entries, "programme.wte_in_post")),
            0,
          ),
          none,
        ],
      ],
    ],
    [
      "h2",
      [
        [1, 2],
        [count(plans, (row) => row.has("qa_date")), plans.length],
        [1, none],
        [aims("In place") + aims("Planned"), aims("In place") + aims("Planned") + aims("Not started")],
        [0, none],
      ],
    ],
    [
      "h3",
      [
        [
          count(deployed, (row) => thisYear(row) && is("supplier_kind", "LSP")(row)),
          count(deployed, thisYear),
        ],
        // X03 has named a provider of another area.
        [1, none],
        [
          count(
            deployedByAll,
            (row) => row.has("previous_go_live") && figure(row, "go_live") > figure(row, "previous_go_live"),
          ),
          none,
        ],
        [count(deployedByAll, is("confidence", "Low")), none],
      ],
    ],
    [
      "h4",
      [
        [benefits.length, none],
        [total(benefits, "cash_y1"), none],
        [total(benefits, "cash_full"), none],
        [total(benefitsOfNpfit, "cash_full"), none],
        [sum(pcts, ...["weeks18", "pacs", "booking", "legacy"].map((aim) => `aims.${aim}[cash_full]`)), none],
        [
          sum(
            providers,
            ...["nhsmail", "n3", "desktop", "servers", "hardware", "other"].map(
              (line) => `value.${line}[saving_y1]`,
            ),
          ),
          none,
        ],
      ],
    ],
    [
      "h5",
      [
        [0, none],
        [0, none],
        [0, none],
        [0, none],
      ],
    ],
    [
      "h6",
      [
        [count(plans, is("aligned", "Yes")), plans.length],
        [count(plans, is("aligned", "Partly")), plans.length],
        [0, none],
      ],
    ],
    [
      "h7",
      [
        [checklist(providers, "In place"), relevant(providers)],
        [2, relevant(providers)],
        [checklist(pcts, "In place"), relevant(pcts)],
        [checklist(pcts, "Not started"), relevant(pcts)],
        // X02 plans level V.
        [2, 3],
        [having(pcts, "maturity.gp[goal]", "VI"), 2],
      ],
    ],
    [
      "h8",
      [
        [requirements.length, none],
        [count(requirements, is("priority", "High")), none],
        [count(requirements, is("met", "No")), none],
        [total(requirements, "cost"), none],
      ],
    ],
    ["h9", [[2, 7]]],
    [
      "k0_1",
      [
        [deployedByAll.length, none],
        [benefits.length, none],
        // No benefit of X03 is of its PACS.
        [1, none],
        [0, none],
      ],
    ],
    [
      "k2_7",
      [
        [inPlaceOrPlanned("k2_1"), 3],
        [inPlaceOrPlanned("k2_2"), 3],
        [practices("data_quality.benchmarked"), practices("practice_it.practices")],
        [count(plans, is("cleansing", "Yes")), plans.length],
      ],
    ],
    [
      "k4_5",
      [
        [sum(pcts, "funding.cfh_capital[recurrent_y1]", "funding.cfh_capital[once_y1]"), none],
        [practices("practice_it.funding_secured"), practices("practice_it.funding_needed")],
      ],
    ],
    [
      "k4_6",
      ["now", "y2008", "y2009"].map((year) => [
        practices(`gp_systems.lsp[${year}]`),
        practices("practice_it.practices"),
      ]),
    ],
    [
      "k5_4",
      [
        [
          count(deployed, (row) => thisYear(row) && ofPas(row) && is("supplier_kind", "LSP")(row)),
          count(deployed, (row) => thisYear(row) && ofPas(row)),
        ],
        [
          count(deployed, (row) => thisYear(row) && ofPas(row) && is("dip_confirmed", "No")(row)),
          count(deployed, (row) => thisYear(row) && ofPas(row)),
        ],
      ],
    ],
    [
      "k6_5",
      [
        [
          count(deployed, (row) => thisYear(row) && ofPacs(row) && is("supplier_kind", "LSP")(row)),
          count(deployed, (row) => thisYear(row) && ofPacs(row)),
        ],
        [
          count(deployed, (row) => thisYear(row) && ofPacs(row) && is("dip_confirmed", "No")(row)),
          count(deployed, (row) => thisYear(row) && ofPacs(row)),
        ],
        // PACS of X01 goes live in 2008.
        [1, none],
        // X02 plans 97%.
        [2, 3],
      ],
    ],
    [
      "k7_4",
      [
        [
          count(
            deployed,
            (row) => thisYear(row) && !ofPas(row) && !ofPacs(row) && is("supplier_kind", "LSP")(row),
          ),
          count(deployed, (row) => thisYear(row) && !ofPas(row) && !ofPacs(row)),
        ],
        [
          count(
            deployed,
            (row) => thisYear(row) && !ofPas(row) && !ofPacs(row) && is("dip_confirmed", "No")(row),
          ),
          count(deployed, (row) => thisYear(row) && !ofPas(row) && !ofPacs(row)),
        ],
      ],
    ],
    [
      "k8_2",
      [
        [inMarch("booking.planned[mar]").filter((share) => share >= 0.9).length, 2],
        [Math.min(...inMarch("booking.planned[mar]")), none],
        [Math.max(...inMarch("booking.planned[mar]")), none],
        [1, none],
      ],
    ],
    [
      "k9_4",
      [
        [practices("eps_plan.r1_practices"), practices("practice_it.practices")],
        [practices("eps_plan.r1_practices_2008"), practices("practice_it.practices")],
        [Math.min(...inMarch("eps.r1_planned[mar]")), none],
        [Math.max(...inMarch("eps.r1_planned[mar]")), none],
        [practices("smartcards.registered"), practices("smartcards.pharmacists")],
      ],
    ],
  ])("%s", (line, expected) => {
    expect(shown(line)).toEqual(expected);
  });

  test("no line is left out", () => {
    const lines = summary.assurance!.sections.flatMap((section) => section.lines.map(({ id }) => id));
    expect(lines).toHaveLength(24);
    expect(lines.every((line) => shown(line).length > 0)).toBe(true);
  });

  test("and the answer to 2.3 at a glance has them", () => {
    const says = rowsOf(layout, "Assurance")
      .flatMap(values)
      .find((value) => typeof value === "string" && value.startsWith("Net planned spend of 2007/08 is"));
    const plan = net(all, "plan").toLocaleString("en-GB");
    const above = (net(all, "plan") - net(all, "forecast")).toLocaleString("en-GB");
    const short = Math.abs(differences.reduce((so, one) => so + one, 0)).toLocaleString("en-GB");
    expect(says).toContain(`is ${plan}, ${above} above the forecast of 2006/07 (£000).`);
    expect(says).toContain(`that is ${short} `);
    expect(says).toContain("2 of 3 providers with such income fall short.");
    expect(says).toContain("These figures cover 3 of 5 provider and 2 of 2 commissioner returns.");
  });
});
