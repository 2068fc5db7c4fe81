import { drawing } from "./random";

/** Who is named in returns: whoever answers questions about them, and the two who sign. Formulas know them by these names. */
export const PEOPLE = ["contact", "finance_director", "chief_executive"] as const;
/** Under this name formulas know the local health community: the code of the PCT that leads it. */
export const COMMUNITY = "community";
export type Person = (typeof PEOPLE)[number];

/** The people of one organisation, each with an initial and another surname. */
export function peopleOf(
  seed: number,
  code: string,
  surnames: readonly string[],
): ReadonlyMap<Person, string> {
  const draw = drawing(seed, `${code} people`);
  const left = [...surnames];
  return new Map(
    PEOPLE.map((person) => {
      const initial = String.fromCharCode(65 + Math.floor(draw() * 26));
      const [surname = ""] = left.splice(Math.floor(draw() * left.length), 1);
      return [person, `${initial}. ${surname}`];
    }),
  );
}
