import { collected, payer, placeIn, told, trust } from "./payers";

const KIND = "says_otherwise";
const own = trust("T01");
const there = placeIn(own, "cover.seen");
const here = (at: string) => placeIn(payer("P01", [{ code: "T01" }]), `bodies.r01[${at}]`);

describe("what a payer says of a provider's plan, beside the provider's own return", () => {
  test("another day is asked about at the payer's cell, with file, sheet and cell of the provider's", () => {
    const collection = collected(own, payer("P01", [{ code: "T01", seen: 36_961 }]));
    expect(told(collection, KIND)).toEqual([
      [
        "P01 payer.xlsx",
        here("seen"),
        `Ashmere Trust: plan seen on 11 Mar 2001, the provider's own return says 10 Mar 2001 (${there}). The file T01 trust.xlsx.`,
      ],
    ]);
  });

  test("a day of which the provider says nothing is asked about", () => {
    const collection = collected(trust("T01", { "cover.seen": null }), payer("P01", [{ code: "T01" }]));
    expect(told(collection, KIND).map(([, , message]) => message)).toEqual([
      `Ashmere Trust: plan seen on 10 Mar 2001, the provider's own return says nothing of it (${there}). The file T01 trust.xlsx.`,
    ]);
  });

  test("a day that only the provider names is asked about", () => {
    const collection = collected(own, payer("P01", [{ code: "T01", seen: null }]));
    expect(told(collection, KIND).map(([, , message]) => message)).toEqual([
      `Ashmere Trust: nothing is entered for plan seen on, the provider's own return says 10 Mar 2001 (${there}). The file T01 trust.xlsx.`,
    ]);
  });

  test("nothing on both sides, or the same day, agrees", () => {
    const silent = collected(
      trust("T01", { "cover.seen": null }),
      payer("P01", [{ code: "T01", seen: null }]),
    );
    expect(told(silent, KIND)).toEqual([]);
    expect(told(collected(own, payer("P01", [{ code: "T01" }])), KIND)).toEqual([]);
  });

  test("nothing is said while the provider's return is missing", () => {
    expect(told(collected(payer("P01", [{ code: "T01", seen: 1 }])), KIND)).toEqual([]);
  });
});

describe("a day that was put in from the provider's return", () => {
  test("is held against it like a figure", () => {
    const collection = collected(own, payer("P01", [{ code: "T01", due: 36_949, spent: 90 }]));
    const cells = ["spent", "due"].map((column) => here(column).split(" ")[1]);
    expect(told(collection, "row_differs")).toEqual([
      [
        "P01 payer.xlsx",
        `Bodies ${cells.join(", ")}`,
        `Ashmere Trust: plan spent 90, the provider's own return says 100 (${placeIn(own, "spend.net[total]")}); signed on 27 Feb 2001, the provider's own return says 28 Feb 2001 (${placeIn(own, "cover.signed")}). The file T01 trust.xlsx.`,
      ],
    ]);
  });

  test("is no finding where it is the same", () => {
    expect(told(collected(own, payer("P01", [{ code: "T01" }])), "row_differs")).toEqual([]);
  });
});
