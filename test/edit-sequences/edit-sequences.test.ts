import { join } from "node:path";

import { made } from "../support/made";
import { editWorkbooks, person, type Edit } from "../support/person";
import { randomNumbers } from "../support/random-returns";
import { cellsIn, saved } from "../support/saved";
import { scratch } from "../support/scratch";
import { firstPart } from "../support/shipped";
import { describeWith } from "../support/skipping";

import { disagreements } from "./agreement";
import { byFirstPlace } from "./by-first-place";
import { disguise, readingOf, verdict, type Reading, type Verdict } from "./claim";
import { drawSequence, STEPS, type Sequence } from "./draw";
import { edited, type Model } from "./model";
import { startWith } from "./start";
import { totalFaults } from "./totals";

/** As many as show every step often; EDIT_SEQUENCES asks for more, which are the same and others after them. */
const SEQUENCES = Number(process.env["EDIT_SEQUENCES"] ?? 150);
const SEED = 20_070_401;
/** To look at one sequence again: its edits, as a failure prints them. */
const REPLAYED = process.env["EDIT_SEQUENCE"];

const start = startWith(firstPart());
const entered = start.tracked.filter(({ field }) => field.source.kind === "entered");

function sequences(): readonly Sequence[] {
  if (REPLAYED !== undefined) return [{ steps: [], edits: JSON.parse(REPLAYED) as readonly Edit[] }];
  const random = randomNumbers(SEED);
  return Array.from({ length: SEQUENCES }, () => drawSequence(start, random));
}

/** What became of a sequence. Its workbook is read once, and what is asked of it is worked out then: all of them at once fill the memory. */
interface Outcome {
  readonly sequence: Sequence;
  /** Where the model is not what was saved. */
  readonly disagreements: readonly string[];
  /** What is made of each entered value; null where the workbook is refused. */
  readonly verdicts: readonly Verdict[] | null;
  /** Totals that come out wrong. */
  readonly totals: readonly string[];
  readonly disguises: readonly string[];
  /** Whether two programs that are wrong are found out. */
  readonly betrays: { readonly firstPlace: boolean; readonly silent: boolean };
}

function outcomeOf(sequence: Sequence, model: Model, file: string): Outcome {
  const workbook = cellsIn(file);
  const reading = readingOf(workbook, start);
  const verdictsOf = (read: Reading) => entered.map((of) => verdict(of, model, workbook, read, start));
  const isWrong = (read: Reading) => verdictsOf(read).some(({ kind }) => kind === "wrong");
  return {
    sequence,
    disagreements: disagreements(model, workbook),
    verdicts: reading && verdictsOf(reading),
    totals: reading ? totalFaults(model, workbook, reading, start) : [],
    disguises: reading ? entered.flatMap((of) => disguise(of, model, reading, start) ?? []) : [],
    betrays: {
      firstPlace: isWrong(byFirstPlace(workbook, start)),
      silent: reading !== null && isWrong({ ...reading, findings: [] }),
    },
  };
}

describe("the return that is edited", () => {
  it("has an entry in every field, no two figures alike, and nothing is said of it", async () => {
    const file = await saved(start.layout, made("edit-sequences-start"), "start");
    const reading = readingOf(cellsIn(file), start)!;
    const values = entered.map(({ field }) => reading.value(field.key));
    expect(values).not.toContain(null);
    const money = entered
      .filter(({ field }) => field.type.kind === "money")
      .map(({ field }) => reading.value(field.key));
    expect(new Set(money).size).toBe(money.length);
    expect(reading.findings).toEqual([]);
  });
});

describeWith(person, `${SEQUENCES} random sequences of edits in LibreOffice`, () => {
  const drawn = sequences();
  const out = scratch();
  let outcomes: readonly Outcome[] = [];
  beforeAll(async () => {
    const from = await saved(start.layout, made("edit-sequences"), "start");
    const edits = drawn.map((sequence, at) => ({
      sequence,
      model: sequence.edits.reduce(edited, start.model),
      file: join(out, `sequence-${String(at).padStart(3, "0")}.xlsx`),
    }));
    const began = Date.now();
    await editWorkbooks(edits.map(({ file: to, sequence }) => ({ from, to, edits: sequence.edits })));
    process.stdout.write(
      `${drawn.length} sequences edited in ${Math.round((Date.now() - began) / 1000)} s\n`,
    );
    outcomes = edits.map(({ sequence, model, file }) => outcomeOf(sequence, model, file));
  }, 1_200_000);

  it("leave what the model says, so that the model can be believed", () => {
    const found = outcomes.flatMap(({ sequence, disagreements: differences }) =>
      differences.length === 0 ? [] : [failure(sequence, differences)],
    );
    expect(found).toEqual([]);
  });

  it("never make a value come out wrong of which nothing is said", () => {
    const counts = { followed: 0, named: 0, wrong: 0, refused: 0 };
    const by = new Map<string, number>();
    const found = outcomes.flatMap(({ sequence, verdicts, totals }) => {
      if (!verdicts) counts.refused += 1;
      const faults = (verdicts ?? []).flatMap((one) => {
        counts[one.kind] += 1;
        if (one.kind === "named") by.set(one.by.code, (by.get(one.by.code) ?? 0) + 1);
        return one.kind === "wrong" ? [one.says] : [];
      });
      const all = [...faults, ...totals];
      return all.length === 0 ? [] : [failure(sequence, all)];
    });
    process.stdout.write(
      [
        `${drawn.length} sequences, ${drawn.reduce((sum, { edits }) => sum + edits.length, 0)} edits`,
        ...tally(drawn.flatMap(({ edits }) => edits.map(({ kind }) => kind))),
        "steps",
        ...tally(drawn.flatMap(({ steps }) => steps)),
        `${counts.followed} values followed, ${counts.named} named, ${counts.wrong} wrong; ${counts.refused} workbooks refused`,
        `named by ${[...by].map(([code, count]) => `${code} ${count}`).join(", ")}`,
        "",
      ].join("\n"),
    );
    expect(found).toEqual([]);
  });

  it("never hide that a row which shows one line is read as another", () => {
    const found = outcomes.flatMap(({ sequence, disguises }) =>
      disguises.length === 0 ? [] : [failure(sequence, disguises)],
    );
    expect(found).toEqual([]);
  });

  const some = REPLAYED === undefined ? it : it.skip;
  some("take every step that there is", () => {
    expect(new Set(drawn.flatMap(({ steps }) => steps))).toEqual(new Set(STEPS));
  });

  some("would betray a program that reads each value where it first stood", () => {
    expect(outcomes.filter(({ betrays }) => betrays.firstPlace).length).toBeGreaterThan(SEQUENCES / 2);
  });

  some("would betray a program that says nothing of what was lost or stands twice", () => {
    expect(outcomes.filter(({ betrays }) => betrays.silent).length).toBeGreaterThan(SEQUENCES / 10);
  });
});

function failure({ edits }: Sequence, faults: readonly string[]): string {
  const shown = faults.length > 6 ? [...faults.slice(0, 6), `and ${faults.length - 6} more`] : faults;
  return [...shown, `after ${JSON.stringify(edits)}`].join("\n");
}

/** "  copy 12". */
function tally(kinds: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `  ${kind} ${count}`);
}
