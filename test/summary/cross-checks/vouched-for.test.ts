import { collected, payer, placeIn, told, trust } from "./payers";

const KIND = "vouched_for";
const good = payer("P01", [{ code: "T02" }, { code: "T01", view: "Good" }]);

describe("a provider whose plan is rated as in order", () => {
  test("is asked about where its own return has something to put right, with the places", () => {
    const own = trust("T01", { "spend.staff[revenue]": null, "spend.income[revenue]": 7 });
    expect(told(collected(own, good), KIND)).toEqual([
      [
        "P01 payer.xlsx",
        placeIn(good, "bodies.r02[view]"),
        `Ashmere Trust is Good, and T01 trust.xlsx has 2 things wrong: ${placeIn(own, "spend.staff[revenue]")} (No blank); ${placeIn(own, "spend.income[revenue]")} (No above_most).`,
      ],
    ]);
  });

  test("one thing is one thing, and of many three are named", () => {
    const one = trust("T01", { "spend.staff[revenue]": null });
    expect(told(collected(one, good), KIND)[0]![2]).toContain("has one thing wrong: ");
    const many = trust("T01", {
      "spend.staff[revenue]": null,
      "spend.support[revenue]": "lots",
      "spend.other[revenue]": 0.5,
      "spend.other[capital]": null,
      "spend.income[revenue]": 7,
      "cover.status": null,
    });
    const [, , message] = told(collected(many, good), KIND)[0]!;
    expect(message).toContain("has 6 things wrong: ");
    expect(message).toMatch(/; and more on [^;]*\.$/);
  });

  test("is in order where nothing in its return has to be put right, or where it is not rated so", () => {
    expect(told(collected(trust("T01"), good), KIND)).toEqual([]);
    const wrong = trust("T01", { "spend.staff[revenue]": null });
    expect(told(collected(wrong, payer("P01", [{ code: "T01", view: "Poor" }])), KIND)).toEqual([]);
  });

  test("is not asked about while its return is missing", () => {
    expect(told(collected(good), KIND)).toEqual([]);
  });
});
