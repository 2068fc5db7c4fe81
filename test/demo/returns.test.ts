import { foundValue, isOpen, statusOf, type Finding } from "../../src/return";
import { readWorkbook } from "../../src/xlsx/read";
import { allReadBack, PCTS, placed, registerOf, TRUSTS, type ReadBack } from "./read-back";
import { commissionedBy, demoOf, entriesOf, fileOf } from "./shipped-demo";

const demo = demoOf();
let all: ReadonlyMap<string, ReadBack> = new Map();

beforeAll(async () => {
  all = await allReadBack(registerOf(demo));
}, 600_000);

/** The file that is no workbook, whatever its name says. */
const SPOILED = commissionedBy("9E1").replace(/xlsx$/, "xls");

/** While the authority has not spoken, every final return notes it. */
const TO_COME = "AP06 approval.sha_date";
/** What the checklist asks of few, and is noted of the others. */
const NO_IMAGES = ["CL08 checklist.k6_1[status]", "CL08 checklist.k6_2[status]"];
const NO_PATIENT_SYSTEMS = [
  "CL08 checklist.k2_1[status]",
  "CL08 checklist.k5_0[status]",
  "CL08 checklist.k5_1[status]",
];

/** Notes that come of what an organisation is, and of its return being final. */
function usualNotes(file: string, status: string): readonly string[] {
  const [, org = "", role = ""] = /returns\/(\w+) (\w+)/.exec(file) ?? [];
  const makesNoImages = role === "provider" && (PCTS.includes(org) || ["X04", "X08"].includes(org));
  return [
    ...(status === "final" ? [TO_COME] : []),
    ...(makesNoImages ? NO_IMAGES : []),
    ...(org === "X04" ? NO_PATIENT_SYSTEMS : []),
  ];
}

interface Rest {
  readonly explained?: readonly string[];
  readonly noted?: readonly string[];
}

/** What each return leads to: what is still to be dealt with, what is explained, and what is only noted. */
const SHOWS: readonly (readonly [file: string, status: string, open: readonly string[], rest?: Rest])[] = [
  [fileOf("X01"), "final", []],
  [fileOf("X02"), "final", []],
  [fileOf("X02", " first draft"), "draft", ["CV01 purposes.benefits[plan_revenue]"]],
  [
    fileOf("X03"),
    "final",
    [
      "TF01 test.plan_all[difference]",
      "DP06 deployments.r01[go_live]",
      "BN07 benefits.r01[cash_y1]",
      "CL04 checklist.k1_3[status]",
    ],
  ],
  [
    fileOf("X04"),
    "final",
    [],
    { explained: ["TF01 test.plan_all[difference]", "DP06 deployments.r03[go_live]"] },
  ],
  [fileOf("X05"), "draft", ["UN01 spend.gross[forecast_total] spend.gross[plan_total]"]],
  [
    fileOf("X06"),
    "draft",
    ["UN03 spend.telecoms[plan_revenue]", "DP08 deployments.r03[entered_on] deployments.r03[npo_ref]"],
  ],
  [
    fileOf("X07"),
    "draft",
    ["AR05 spend.gross[plan_revenue]", "DP13 deployments.r06[name]", "DP14 deployments.r06[wte_needed]"],
  ],
  [fileOf("X08"), "draft", ["YR01 spend.net[plan_total]", "TF01 test.plan_all[difference]"]],
  [
    fileOf("X10"),
    "draft",
    [
      "CV01 spend.agency[forecast_capital]",
      "CV01 spend.agency[plan_capital]",
      "CV01 spend.other[plan_capital]",
      "TD01 spend.staff[forecast_revenue]",
      "TD01 spend.staff[plan_revenue]",
      "TD01 context.turnover[plan]",
      "SG09 benefits.r05[deployment]",
      "RK01 risks.r01[action]",
      "MN02 imaging.planned[mar]",
      "MM02 maturity.acute[goal]",
    ],
    {
      noted: [
        "TD06 spend.staff[forecast_total]",
        "TD06 spend.staff[plan_total]",
        "TD06 spend.gross[forecast_revenue]",
        "TD06 spend.gross[forecast_total]",
        "TD06 spend.gross[plan_revenue]",
        "TD06 spend.gross[plan_total]",
        "TD06 spend.net[forecast_revenue]",
        "TD06 spend.net[forecast_total]",
        "TD06 spend.net[plan_revenue]",
        "TD06 spend.net[plan_total]",
        "TD06 test.plan_all[rise]",
        "TD06 test.plan_all[difference]",
        "TD06 test.plan_pbr[rise]",
        "TD06 test.plan_pbr[difference]",
        "TD06 funding.left[total_y1]",
        "TD06 funding.spend[total_y1]",
      ],
    },
  ],
  [fileOf("X11"), "draft", ["RG03 spend.gross[plan_capital]", "MM05 maturity.acute[now]"]],
  [fileOf("X5A"), "final", []],
  [commissionedBy("X5A"), "final", [], { noted: ["TF06 community.r03[plan_revenue]"] }],
  [fileOf("X5B"), "final", []],
  [fileOf("X5B", " draft"), "draft", ["TF01 test.plan_all[difference]"]],
  [commissionedBy("X5B"), "final", []],
  [
    fileOf("X5C"),
    "draft",
    [
      "TD01 spend.other[plan_revenue]",
      "TD01 spend.recharges[forecast_revenue]",
      "TD01 spend.recharges[plan_revenue]",
      "SG01 spend.training[forecast_revenue]",
    ],
    {
      noted: [
        "TD06 spend.other[plan_total]",
        "TD06 spend.gross[plan_revenue]",
        "TD06 spend.gross[plan_total]",
        "TD06 spend.recharges[forecast_total]",
        "TD06 spend.recharges[plan_total]",
        "TD06 spend.net[forecast_revenue]",
        "TD06 spend.net[forecast_total]",
        "TD06 spend.net[plan_revenue]",
        "TD06 spend.net[plan_total]",
        "TD06 test.plan_all[rise]",
        "TD06 test.plan_all[difference]",
        "TD06 test.plan_pbr[rise]",
        "TD06 test.plan_pbr[difference]",
        "TD06 funding.left[total_y1]",
        "TD06 funding.spend[total_y1]",
      ],
    },
  ],
  [commissionedBy("X5C"), "final", [], { explained: ["GP15 cds.v5_date", "CL03 checklist.k2_4[due]"] }],
  [fileOf("X5D"), "final", ["TD02 filing.fd_date", "TD02 filing.ce_date"]],
  [
    commissionedBy("X5D"),
    "draft",
    [
      "CV01 community.r03[forecast_revenue]",
      "CV01 community.r03[forecast_capital]",
      "CV01 community.r03[plan_revenue]",
      "CV01 community.r03[plan_capital]",
      "CV01 community.r03[uplift]",
      "CM03 community.r02[agreed]",
      "PP03 plans.r03[rating]",
    ],
  ],
  [fileOf("X5E"), "draft", ["TM13", "AR07 spend.gross[forecast_revenue]", "AR07 spend.gross[plan_revenue]"]],
  [
    commissionedBy("X5E"),
    "draft",
    ["AR05 spend.net[plan_capital]", "UN09 community.r02[plan_revenue]", "PG01 programme.sro_chief"],
  ],
  [
    fileOf("X5F"),
    "final",
    [
      "ID05 cover.org_code",
      "FU03 funding.total[total_y2]",
      "FU04 funding.total[total_y3]",
      "FU05 funding.total[total_y4]",
      "FU06 funding.total[recurrent_y2]",
    ],
  ],
  [
    commissionedBy("X5F"),
    "final",
    ["MG02 mergers.costs", "UN09 community.r02[plan_revenue]"],
    {
      explained: ["CM02 community.r02[in_contract]", "PP06 plans.r02[rating]", "PP07 plans.r02[aligned]"],
    },
  ],
  [fileOf("X5G"), "draft", ["ID07", "IG01 governance.reviewed", "IG02 governance.review_date"]],
  [
    commissionedBy("X5G"),
    "draft",
    ["PP06 plans.r02[rating]", "GP22 eps_plan.r2_from", "MN16 eps.r2_planned[mar]", "MM02 maturity.gp[goal]"],
    { noted: ["TM04"] },
  ],
  [fileOf("X5H"), "final", []],
  [
    commissionedBy("X5H"),
    "draft",
    ["UN01 spend.gross[forecast_total] spend.gross[plan_total]", "GP09 gpsoc.level_now"],
  ],
  [fileOf("X5K"), "final", []],
  [fileOf("X5K", " old draft"), "draft", []],
  [
    commissionedBy("X5K"),
    "draft",
    ["MN09 booking.planned[mar]"],
    { noted: ["TM02 spend.software[plan_revenue]"] },
  ],
  [fileOf("X5L"), "final", []],
  [fileOf("X5L", " (1)"), "final", []],
  [
    commissionedBy("X5L"),
    "final",
    [],
    {
      explained: ["CM03 community.r02[agreed]", "PP03 plans.r04[rating]"],
      noted: ["TF06 community.r02[plan_revenue]"],
    },
  ],
  [
    fileOf("9E1"),
    "draft",
    [
      "ID11 cover.org_code",
      "DP15 deployments.r02[wte_secured]",
      "CP03 capability.closed_by",
      "WF07 workforce.r07[filled_by]",
    ],
  ],
];

describe("the returns", () => {
  test("are those of 21 organisations, some twice, and a spoiled file", () => {
    expect(demo.returns.map(({ name }) => name).sort()).toEqual(
      [...SHOWS.map(([name]) => name), SPOILED].sort(),
    );
    const missing = [...TRUSTS, ...PCTS].filter(
      (code) => !demo.returns.some(({ name }) => name.startsWith(`returns/${code} `)),
    );
    expect(missing).toEqual(["X13", "X5M"]);
  });

  const cases = SHOWS.map(([name, status, open, rest = {}]) => ({ name, status, open, rest }));
  test.each(cases)(
    "$name: $status, to be dealt with $open, besides $rest",
    ({ name, status, open, rest }) => {
      const { found, findings } = all.get(name)!;
      const at = (finding: Finding) => placed(finding, found);
      expect(statusOf(found)).toBe(status);
      expect(findings.filter(isOpen).map(at)).toEqual(open);
      const closed = findings.filter((finding) => !isOpen(finding));
      expect(closed.filter(({ level }) => level === "explain").map(at)).toEqual(rest.explained ?? []);
      const noted = closed.filter(({ level }) => level === "note").map(at);
      expect(noted.sort()).toEqual([...(rest.noted ?? []), ...usualNotes(name, status)].sort());
    },
  );

  test("of one organisation are told apart by their numbers", () => {
    const number = (name: string) => foundValue(all.get(name)!.found, "filing.submission");
    expect([number(fileOf("X02", " first draft")), number(fileOf("X02"))]).toEqual([1, 2]);
    expect([number(fileOf("X5B", " draft")), number(fileOf("X5B"))]).toEqual([1, 2]);
    expect([number(fileOf("X5K", " old draft")), number(fileOf("X5K"))]).toEqual([1, 2]);
  });

  test("hold what went wrong as it went wrong", () => {
    const value = (org: string, key: string) => cellOf(fileOf(org), key);
    expect(value("X10", "spend.staff[plan_revenue]")).toMatch(/^\d,\d{3}k$/);
    expect(value("X10", "spend.staff[forecast_revenue]")).toMatch(/^£\d,\d{3}$/);
    expect(value("X10", "spend.agency[plan_capital]")).toBeNull();
    expect(value("X5C", "spend.other[plan_revenue]")).toMatch(/^\(\d+\)$/);
    expect(value("X5C", "spend.training[forecast_revenue]")).toBeLessThan(0);
    expect(value("X5D", "filing.fd_date")).toBe("12 March 2007");
    expect(value("9E1", "cover.org_code")).toBe(90);
    expect(value("X5F", "cover.org_code")).toBe("X1F");
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

  test("hold a formula where a figure is wanted, with its result", () => {
    const { fields } = all.get(commissionedBy("X5K"))!.found;
    expect(fields.get("spend.software[plan_revenue]")).toMatchObject({ value: 125, formula: "80+45" });
  });

  test("that came twice are the same file", () => {
    const [first, again] = ["", " (1)"].map((more) =>
      demo.returns.find(({ name }) => name === fileOf("X5L", more)),
    );
    expect(again?.content).toEqual(first?.content);
  });

  test("that were copied have the figures of another, under a cover of their own", () => {
    const figures = (file: string, of: RegExp) =>
      entriesOf(demo, file)
        .filter(({ key }) => of.test(key))
        .map(({ key, value }) => [key, value]);
    const all = /^(spend|purposes|context|tariff|funding)\./;
    expect(figures(fileOf("X5H"), all)).toEqual(figures(fileOf("X5B"), all));
    expect(cellOf(fileOf("X5H"), "cover.org_code")).toBe("X5H");
    const shared = /^(spend\.(?!practices)|context\.)/;
    expect(figures(commissionedBy("X5D"), shared)).toEqual(figures(fileOf("X5D"), shared));
  });

  test("under a spoiled file's name are no workbook", () => {
    const { content } = demo.returns.find(({ name }) => name === SPOILED)!;
    if (content.kind !== "text") throw new Error("it should be a text");
    expect(content.text).toMatch(/attachment/);
    expect(readWorkbook(new TextEncoder().encode(content.text)).kind).toBe("refused");
  });
});

/** What stands in the cell in which an entry was noted, else where the blank workbook has the field. */
function cellOf(file: string, key: string) {
  const { workbook, found } = all.get(file)!;
  const noted = entriesOf(demo, file).find((entry) => entry.key === key) ?? {
    sheet: found.fields.get(key)!.place.sheet,
    cell: found.fields.get(key)!.place.cell,
  };
  const sheet = workbook.sheets.find(({ name }) => name === noted.sheet);
  return sheet?.cells.get(noted.cell)?.value ?? null;
}

describe("the entries that were noted", () => {
  test("are those of every workbook that was sent, and of nothing else", () => {
    expect(new Set(demo.entries.map(({ file }) => file))).toEqual(new Set(all.keys()));
    for (const { org, role, file } of demo.entries)
      expect(file.startsWith(`returns/${org} ${role} `)).toBe(true);
  });

  test("stand in the files where it is said, and nothing is entered beside them", () => {
    for (const [name, { workbook, found }] of all) {
      const noted = entriesOf(demo, name);
      const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet.cells]));
      for (const { sheet, cell, value } of noted) expect(sheets.get(sheet)?.get(cell)?.value).toEqual(value);
      const entered = [...found.fields].flatMap(([key, { place }]) =>
        found.template.fields.get(key)?.source.kind === "entered" &&
        (sheets.get(place.sheet)?.get(place.cell)?.value ?? null) !== null
          ? [`${key} ${place.sheet} ${place.cell}`]
          : [],
      );
      expect(noted.map(({ key, sheet, cell }) => `${key} ${sheet} ${cell}`)).toEqual(entered);
    }
  });

  test("have their true cells below a row that was put in, and on a sheet that got another name", () => {
    const place = (file: string, key: string) => {
      const entry = entriesOf(demo, file).find((one) => one.key === key);
      return entry && `${entry.sheet}!${entry.cell}`;
    };
    const [key, above] = ["spend.training[plan_revenue]", "spend.services[plan_revenue]"];
    expect(place(fileOf("X5A"), key)).toBe("IM&T spend!G17");
    expect(place(fileOf("X5E"), key)).toBe("IM&T spend!G18");
    expect(place(fileOf("X5E"), above)).toBe(place(fileOf("X5A"), above));
    expect(place(commissionedBy("X5G"), key)).toBe("Spend of the PCT!G17");
  });
});
