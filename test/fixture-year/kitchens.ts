import type { RawValue } from "../../src/cells";

export type Entries = ReadonlyMap<string, RawValue>;

const RIGHT: Readonly<Record<string, RawValue>> = {
  "front.unit_code": "K01",
  "front.unit_name": "Ashmere General",
  "front.unit_kind": "Large kitchen",
  "front.region": "Y01",
  "front.stage": "Agreed",
  "front.round": 1,
  "meals.patients[served]": 90_000,
  "meals.patients[wasted]": 4_500,
  "meals.patients[food]": 140_000,
  "meals.patients[staff]": 110_000,
  "meals.visitors[served]": 20_000,
  "meals.visitors[food]": 40_000,
  "meals.visitors[staff]": 25_000,
  "meals.wards[served]": 1_000,
  "meals.wards[food]": 900,
  "meals.wards[staff]": 100,
};

/** A kitchen's entries, all right but for the changes. */
function kitchen(code: string, name: string, changes: Readonly<Record<string, RawValue>> = {}): Entries {
  const all: Readonly<Record<string, RawValue>> = {
    ...RIGHT,
    "front.unit_code": code,
    "front.unit_name": name,
    ...changes,
  };
  return new Map(Object.entries(all).filter(([, value]) => value !== null));
}

/** Filled in throughout, with nothing wrong. */
export const RIGHT_KITCHEN = kitchen("K01", "Ashmere General");

/** 81,000 meals for £405,000: £5.00 each. One line wastes more than it serves; one figure is missing; one cell is closed. */
export const DEAR_KITCHEN = kitchen("K02", "Wend Valley", {
  "front.stage": "Provisional",
  "front.inspected": 36_250,
  "meals.patients[served]": 60_000,
  "meals.patients[food]": 200_000,
  "meals.patients[staff]": 160_000,
  "meals.visitors[served]": 20_000,
  "meals.visitors[wasted]": 20_001,
  "meals.visitors[food]": 24_000,
  "meals.visitors[staff]": 20_000,
  "meals.wards[wasted]": 7,
  "meals.wards[staff]": 100,
});

/** 81,000 meals in a kitchen that calls itself small, which silences what a meal costs; a total typed over, a reason given. */
export const SMALL_KITCHEN = kitchen("K03", "Fellside", {
  "front.unit_kind": "Small kitchen",
  "meals.patients[served]": 60_000,
  "meals.patients[food]": 300_000,
  "meals.all[food]": 1,
  "reasons.km02[why]": "Meals come by road.",
});

/** 10,000 meals, and no cost given for wards. */
export const UNFINISHED_KITCHEN = kitchen("K04", "Lowmoor", {
  "meals.patients[served]": 9_000,
  "meals.patients[wasted]": null,
  "meals.visitors[served]": 1_000,
  "meals.wards[served]": 0,
  "meals.wards[food]": null,
  "meals.wards[staff]": "n/a",
});

export const REGISTER = `code,name,type,sha
Y01,Northern and Yorkshire,Region,
K01,Ashmere General,Large kitchen,Y01
K02,Wend Valley,Large kitchen,Y01
K03,Fellside,Small kitchen,Y01
K05,Harrow Hill,Small kitchen,Y01
K06,Laundry of the North,Laundry,Y01
`;
