import { heldAgainstContracts, readQuarter, type Contracted } from "../../../src/summary";
import { quarterOf, quarterWords } from "../../../src/summary/reconciled/quarter";
import { collected, day, sent, summary, type Work } from "./works";

const part = summary.contracts!;

const agreed = (lsp: string, product: string, quarter: string, contracted: number): Contracted => ({
  lsp,
  product,
  quarter: readQuarter(quarter)!,
  contracted,
});
const work = (product: string, who: string, done: string | null, kind = "Contractor"): Work => [
  `${product} ${done ?? ""}`,
  product,
  kind,
  who,
  "No",
  null,
  done,
];

/** What is said of each line: LSP, product, quarter, contracted, planned by whom, and its state. */
function told(contracts: readonly Contracted[], works: Readonly<Record<string, readonly Work[]>>) {
  const collection = collected(Object.entries(works).map(([code, those]) => sent(code, those)));
  return heldAgainstContracts(collection, part, contracts).map((line) => [
    line.lsp,
    line.product,
    line.quarter && quarterWords(line.quarter),
    line.contracted,
    line.planned.map(({ by }) => by.organisation.code).join(" "),
    line.state,
  ]);
}

describe("quarters of a financial year", () => {
  test.each([
    ["2002-03-31", "2001/02 Q4"],
    ["2002-04-01", "2002/03 Q1"],
    ["2002-06-30", "2002/03 Q1"],
    ["2002-07-01", "2002/03 Q2"],
    ["2002-09-30", "2002/03 Q2"],
    ["2002-10-01", "2002/03 Q3"],
    ["2002-12-31", "2002/03 Q3"],
    ["2003-01-01", "2002/03 Q4"],
    ["1999-12-31", "1999/00 Q3"],
  ])("%s falls in %s", (iso, words) => {
    expect(quarterWords(quarterOf(day(iso))!)).toBe(words);
    expect(readQuarter(words)).toEqual(quarterOf(day(iso)));
  });

  test.each(["", "2002 Q1", "2002/03", "2002/03 Q0", "2002/03 Q5", "2002/04 Q1", "2002-03 Q1", "02/03 Q1"])(
    "%j is none",
    (text) => {
      expect(readQuarter(text)).toBeUndefined();
    },
  );
});

describe("deployments of the plans beside what is contracted", () => {
  test("are counted by LSP, product and quarter over all organisations", () => {
    const contracts = [
      agreed("BT", "Records", "2002/03 Q1", 3),
      agreed("BT", "Records", "2002/03 Q2", 1),
      agreed("BT", "Images", "2002/03 Q1", 0),
      agreed("CSC", "Images", "2002/03 Q4", 2),
    ];
    const works = {
      W01: [
        work("Records", "BT", "2002-04-01"),
        work("Records", "BT", "2002-06-30"),
        work("Images", "CSC", "2003-03-31"),
      ],
      W02: [
        work("Records", "BT", "2002-05-15"),
        work("Records", "BT", "2002-07-01"),
        work("Records", "BT", "2002-09-30"),
      ],
    };
    expect(told(contracts, works)).toEqual([
      ["BT", "Images", "2002/03 Q1", 0, "", "as_contracted"],
      ["BT", "Records", "2002/03 Q1", 3, "W01 W01 W02", "as_contracted"],
      ["BT", "Records", "2002/03 Q2", 1, "W02 W02", "more"],
      ["CSC", "Images", "2002/03 Q4", 2, "W01", "fewer"],
    ]);
  });

  test("are shown too where nothing is contracted, or where it is not known when they go live", () => {
    const works = { W01: [work("Records", "BT", "2002-04-01"), work("Records", "BT", null)] };
    const contracts = [agreed("BT", "Records", "2002/03 Q2", 1), agreed("CSC", "Images", "2002/03 Q1", 0)];
    expect(told(contracts, works)).toEqual([
      ["BT", "Records", "2002/03 Q1", null, "W01", "not_contracted"],
      ["BT", "Records", "2002/03 Q2", 1, "", "fewer"],
      ["BT", "Records", null, null, "W01", "no_date"],
      ["CSC", "Images", "2002/03 Q1", 0, "", "as_contracted"],
    ]);
  });

  test("are outside of the contracts before the first and after the last quarter of which these say anything", () => {
    const works = {
      W01: ["2002-03-31", "2002-04-01", "2002-12-31", "2003-01-01"].map((iso) => work("Images", "BT", iso)),
    };
    const contracts = [agreed("BT", "Records", "2002/03 Q1", 0), agreed("BT", "Records", "2002/03 Q3", 0)];
    expect(told(contracts, works).filter(([, product]) => product === "Images")).toEqual([
      ["BT", "Images", "2001/02 Q4", null, "W01", "outside"],
      ["BT", "Images", "2002/03 Q1", null, "W01", "not_contracted"],
      ["BT", "Images", "2002/03 Q3", null, "W01", "not_contracted"],
      ["BT", "Images", "2002/03 Q4", null, "W01", "outside"],
    ]);
  });

  test("are the same in any writing of the LSP's name, which is shown as the contracts have it", () => {
    const works = {
      W01: [work("Records", "b.t.", "2002-04-01")],
      W02: [work("Records", " bt ", "2002-04-02")],
    };
    expect(told([agreed("BT", "Records", "2002/03 Q1", 1)], works)).toEqual([
      ["BT", "Records", "2002/03 Q1", 1, "W02", "as_contracted"],
      ["b.t.", "Records", "2002/03 Q1", null, "W01", "not_contracted"],
    ]);
  });

  test("are those of LSPs alone, in the returns that count", () => {
    const works = {
      W01: [work("Records", "BT", "2002-04-01", "Own")],
      W02: [],
      V01: [work("Records", "BT", "2002-04-01")],
    };
    expect(told([agreed("BT", "Records", "2002/03 Q1", 1)], works)).toEqual([
      ["BT", "Records", "2002/03 Q1", 1, "", "fewer"],
    ]);
  });
});
