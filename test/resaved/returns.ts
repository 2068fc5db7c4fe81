import { formatAddress, type RawValue } from "../../src/cells";
import { calculated, layoutTemplate, planTemplate, type Layout, type LayoutCell } from "../../src/layout";
import { widened, type Template } from "../../src/template";
import { COMMUNITY, communityEntries, communityKey, communityRow } from "../support/commissioner-return";
import { ACUTE, spendEntries } from "../support/provider-return";
import { firstPart } from "../support/shipped";

export const year = firstPart();
const provider = year.templates.get("provider")!;
const commissioner = year.templates.get("commissioner")!;

type Entries = Readonly<Record<string, RawValue>>;

/** A return as it is sent, before any other program saves it. */
export interface Sent {
  readonly name: string;
  readonly layout: Layout;
  /** Every code that is said of it, so that nobody compares nothing with nothing. */
  readonly codes: readonly string[];
}

const SIGNED: Entries = {
  "filing.status": "Final",
  "filing.prepared_by": "A. Person, 01632 960 001\nand B. Person — “finance”, 5% < 6% & more",
  "filing.fd_name": "A. Person",
  "filing.fd_date": 39_172,
  "filing.ce_name": "B. Person",
  "filing.ce_date": 39_173,
};

const PROVIDER_FAULTS: Entries = {
  ...SIGNED,
  "filing.status": "final",
  "filing.fd_date": "31 March 2007",
  "filing.ce_date": null,
  "spend.staff[plan_revenue]": " £1,749k ",
  "spend.staff[note]": "  five blanks     within, two before",
  "spend.agency[forecast_revenue]": "148",
  "spend.agency[plan_revenue]": "tbc",
  "spend.agency[note]": "=see the annex",
  "spend.hardware[plan_capital]": null,
  "spend.software[forecast_revenue]": 889 / 3,
  "spend.telecoms[plan_revenue]": -190,
  "spend.training[plan_capital]": 4,
  "spend.gross[plan_revenue]": 3_300,
  "spend.recharges[plan_revenue]": "(20)",
  "spend.other[note]": "N/A",
  "context.wte[plan]": 0.1 + 0.2,
};

const COMMISSIONER_FAULTS: Entries = {
  ...SIGNED,
  "cover.org_code": 50,
  "mergers.predecessors": "5KA, 5KB",
  "spend.practices[plan_revenue]": "1,60",
  "spend.net[plan_total]": 1,
  "community.r01[in_contract]": "No",
  "community.r01[agreed]": "Yes.",
  "community.r02[plan_revenue]": "1.47m",
  "community.r02[commitments]": null,
  "community.r02[predecessors]": "5E1",
  "community.r03[rise]": 61,
  "community.r03[code]": "X01",
  "community.r07[name]": "Begun, with a gap before it",
  "health_community.capital[planned]": 1_131,
};

export function returnsSent(): readonly Sent[] {
  const longer = widened(commissioner, "community", 17);
  const [, second] = COMMUNITY;
  const beyond = [...communityRow(second!)].map(
    ([column, value]) => [communityKey(17, column), column === "code" ? "X17" : value] as const,
  );
  const faulty = filled(longer, {
    ...entriesOf(communityEntries()),
    ...COMMISSIONER_FAULTS,
    ...Object.fromEntries(beyond),
  });
  return [
    { name: "provider-blank", layout: layoutTemplate(provider), codes: ["CV00"] },
    {
      name: "provider-right",
      layout: filled(provider, { ...entriesOf(spendEntries(ACUTE)), ...SIGNED }),
      codes: [],
    },
    {
      name: "provider-faults",
      layout: hidden(
        withFormula(
          filled(provider, {
            ...entriesOf(spendEntries(ACUTE)),
            ...PROVIDER_FAULTS,
            [reasonKey(provider, "TF01")]: "See the board's paper of 1 March.",
          }),
          provider,
          "spend.services[plan_revenue]",
          "100+27",
        ),
        "Explanations",
      ),
      codes: "CV01 TD01 SG02 TD02 SG05 SG01 AR06 AR05 SO01 TM05 TM02 TD06".split(" "),
    },
    {
      name: "provider-errors",
      layout: filled(provider, {
        ...entriesOf(spendEntries(ACUTE)),
        "spend.telecoms[plan_capital]": { error: "#REF!" },
        "filing.prepared_by": { error: "#N/A" },
      }),
      codes: ["SG03"],
    },
    {
      name: "provider-other-formula",
      layout: withFormula(
        filled(provider, entriesOf(spendEntries(ACUTE))),
        provider,
        "spend.gross[plan_revenue]",
        "SUM(G10:G17)",
      ),
      codes: ["AR07", "TM01"],
    },
    { name: "commissioner-blank", layout: layoutTemplate(commissioner), codes: ["CV00"] },
    {
      name: "commissioner-right",
      layout: filled(commissioner, { ...entriesOf(communityEntries()), ...SIGNED }),
      codes: [],
    },
    {
      name: "commissioner-faults",
      layout: withRowBelow(faulty, longer),
      codes: "CV01 SG02 TD01 TD04 ID02 AR05 AR07 CM01 MG02 CM02 MG01 TM14 TD06".split(" "),
    },
  ];
}

const entriesOf = (entries: ReadonlyMap<string, RawValue>): Entries => Object.fromEntries(entries);

function filled(template: Template, given: Entries): Layout {
  const entries = new Map(Object.entries(given).filter(([, value]) => value !== null));
  return layoutTemplate(template, { entries, prefilled: new Set(), organisation: null });
}

/** The key of the explanation that is asked for by a rule. */
function reasonKey({ sheets }: Template, code: string): string {
  const blocks = sheets.flatMap(({ blocks: all }) => all);
  for (const block of blocks) {
    const line = block.kind === "explanations" ? block.lines.find(({ about }) => about === code) : undefined;
    if (line) return `${block.id}.${line.id}[reason]`;
  }
  throw new Error(`no explanation is asked for by ${code}`);
}

/** The same workbook with other cells, worked out anew as the program did in which somebody changed them. */
function changed(layout: Layout, sheet: string, cells: ReadonlyMap<string, Partial<LayoutCell>>): Layout {
  const sheets = layout.sheets.map((one) => {
    if (one.name !== sheet) return one;
    const all = new Map(one.cells);
    for (const [at, cell] of cells)
      all.set(at, { value: null, formula: null, role: "input", format: "general", ...all.get(at), ...cell });
    return { ...one, cells: all };
  });
  return calculated({ ...layout, sheets });
}

/** A formula that somebody typed into an entry, or over that of a total. */
function withFormula(layout: Layout, template: Template, key: string, formula: string): Layout {
  const { sheet, address } = planTemplate(template).placeOf.get(key)!;
  return changed(layout, sheet, new Map([[formatAddress(address), { formula }]]));
}

/** A provider typed below the last row of the list, where no hidden key stands. */
function withRowBelow(layout: Layout, template: Template): Layout {
  const [, , third] = COMMUNITY;
  const { placeOf } = planTemplate(template);
  const cells = new Map<string, Partial<LayoutCell>>();
  let sheet = "";
  for (const [column, value] of communityRow({ ...third!, code: "X18", name: "Typed below the list" })) {
    const last = placeOf.get(communityKey(17, column))!;
    sheet = last.sheet;
    cells.set(formatAddress({ ...last.address, row: last.address.row + 1 }), { value });
  }
  return changed(layout, sheet, cells);
}

function hidden(layout: Layout, name: string): Layout {
  return {
    ...layout,
    sheets: layout.sheets.map((sheet) =>
      sheet.name === name ? { ...sheet, visibility: "veryHidden" } : sheet,
    ),
  };
}
