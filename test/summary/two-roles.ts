import type { RawValue } from "../../src/cells";
import {
  collect,
  type Arrivals,
  type Collection,
  type ReturnFile,
  type ReturnedFile,
} from "../../src/summary";
import { COMMUNITY, commissionerEntries, type CommunityRow } from "../support/commissioner-return";
import { ACUTE, providerEntries, type ProviderFigures } from "../support/provider-return";
import { FAR, SMALL, readAs, registerOf, template, year } from "./returns";

/** Three trusts and two PCTs, which file as providers and as commissioners. */
export const REGISTER = registerOf(`code,name,type,sha,ft
Q30,North East Strategic Health Authority,SHA,,
X01,Example Hospital NHS Trust,Acute trust,Q30,no
X02,Lowmoor NHS Trust,Acute trust,Q30,no
X03,Third Acre Ambulance Service NHS Trust,Acute trust,Q30,no
X50,Example Primary Care Trust,PCT,Q30,
X51,Fellside Primary Care Trust,PCT,Q30,
Z01,Far Away NHS Trust,Acute trust,Q36,no
`);

/** The provider side of the PCTs, without income at the tariff's uplift. */
const SIDE: ProviderFigures = {
  type: "PCT",
  turnover: [40_000, 41_000],
  programme: [900, 950],
  forecast: { revenue: 610, capital: 120, recharges: 0 },
  plan: { revenue: 640, capital: 130, recharges: 0 },
  income: [0, 0],
  pbr: [0, 0],
};
const SIDE_OF_X51: ProviderFigures = { ...SIDE, plan: { revenue: 655, capital: 131, recharges: 0 } };

export const FIGURES: Readonly<Record<string, ProviderFigures>> = {
  X01: ACUTE,
  X02: SMALL,
  X03: FAR,
  X50: SIDE,
  X51: SIDE_OF_X51,
  Z01: { ...FAR, plan: { revenue: 2_050, capital: 410, recharges: 0 } },
};

type Changes = Readonly<Record<string, RawValue>>;
interface Options {
  readonly sha256?: string;
  readonly modified?: string | null;
}

/** What a PCT should list of a provider: line 220 of its return and the uplift on its income. */
export function rowFor(code: string): CommunityRow {
  const { forecast, plan, income } = FIGURES[code]!;
  return {
    code,
    name: REGISTER.find(code)!.name,
    forecast: [forecast.revenue + forecast.recharges, forecast.capital],
    plan: [plan.revenue + plan.recharges, plan.capital],
    uplift: Math.round(income[1] / 1_000),
    commitments: 0,
  };
}

/** A provider's return; of an organisation of no register where the code is unknown. */
export function asProvider(
  code: string,
  changes: Changes = {},
  file = `${code} provider.xlsx`,
  more: Options = {},
) {
  return made(providerEntries(FIGURES[code] ?? ACUTE), code, changes, file, { ...more, made: template });
}

/** A PCT's return as commissioner, with these providers in its community. */
export function asCommissioner(
  code: string,
  community: readonly CommunityRow[] = COMMUNITY,
  changes: Changes = {},
  file = `${code} commissioner.xlsx`,
): ReturnFile {
  return made(commissionerEntries(community), code, changes, file, { made: commissioner });
}

export const commissioner = year.templates.get("commissioner")!;

function made(
  entries: ReadonlyMap<string, RawValue>,
  code: string,
  changes: Changes,
  file: string,
  options: Options & { readonly made: typeof template },
): ReturnFile {
  const all = new Map([
    ...entries,
    ["cover.org_code", code] as const,
    ["cover.org_name", REGISTER.find(code)?.name ?? "A body of no register"] as const,
    ...Object.entries(changes),
  ]);
  return readAs(file, all, { ...options, register: REGISTER });
}

export function collected(files: readonly ReturnedFile[], arrivals: Arrivals | null = null): Collection {
  return collect(files, REGISTER, "Q30", year, arrivals);
}

/** What was found under a code: file and message, in the order of the rows, then of bodies that no return is expected from. */
export function told(collection: Collection, code: string): readonly (readonly [string, string])[] {
  const files = [
    ...collection.rows.flatMap(({ counted }) => (counted ? [counted] : [])),
    ...collection.strangers,
  ];
  return files.flatMap(({ file, reading }) =>
    reading.findings
      .filter((finding) => finding.code === code)
      .map(({ message }) => [file, message] as const),
  );
}
