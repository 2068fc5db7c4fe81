import { collected, payer, placeIn, told, trust } from "./payers";

const KIND = "community_lacks";

describe("a list that has to hold every provider of the community", () => {
  test("is asked about once, with everybody whom it lacks and their files", () => {
    const stranger = payer("P01", [{ code: "T03" }]);
    expect(told(collected(trust("T01"), stranger), KIND)).toEqual([
      [
        "P01 payer.xlsx",
        placeIn(stranger, "bodies.r01[code]"),
        "Vale has, and Bodies that we pay lacks: Ashmere Trust (T01; its return is the file T01 trust.xlsx); Wend Trust (T02; no return yet).",
      ],
    ]);
  });

  test("is in order once all of them stand in it, in whatever row and case", () => {
    expect(told(collected(payer("P01", [{ code: "T02" }, { code: "t01" }])), KIND)).toEqual([]);
  });

  test("is asked about where nothing stands in it", () => {
    expect(told(collected(payer("P01", [])), KIND)).toHaveLength(1);
  });

  test("is not asked about where the register does not say to which community the payer belongs", () => {
    expect(told(collected(payer("P02", [])), KIND)).toEqual([]);
  });

  test("is held against the register alone: no provider is asked why it stands in no such list", () => {
    expect(told(collected(trust("T01"), payer("P01", [])), "listed_once")).toEqual([]);
  });
});
