import { sameName } from "../../src/register";
import * as fc from "../support/laws";

describe("names of organisations", () => {
  test.each([
    ["ASHMERE  PCT", " Ashmere PCT "],
    ["King's Brook & Dale NHS Trust", "Kings Brook and Dale NHS Trust"],
    ["Queen´s Hospital", "Queen’s hospital"],
    ["Ashmere-on-Sea", "Ashmere on Sea"],
    ["St. Ashmère", "St Ashmere"],
    ["", " "],
  ])("%j and %j are the same", (a, b) => expect(sameName(a, b)).toBe("same"));

  test.each([
    ["Ashmere PCT", "Ashmere Primary Care Trust"],
    ["Ashmere NHS Trust", "Ashmere NHS Foundation Trust"],
    ["The Ashmere Hospitals NHS Trust", "Ashmere Hospitals"],
    ["Ashmere and the Dale PCT", "Ashmere & Dale PCT"],
    ["Mid SHA", "Mid Strategic Health Authority"],
  ])("%j and %j are nearly the same", (a, b) => expect(sameName(a, b)).toBe("nearly"));

  test.each([
    ["Ashmere PCT", "Brook PCT"],
    ["East Ashmere PCT", "Ashmere PCT"],
    ["NHS Trust", "PCT"],
    ["---", "***"],
    ["Theale PCT", "Ale PCT"],
    ["Ashmere", ""],
  ])("%j and %j are different", (a, b) => expect(sameName(a, b)).toBe("different"));

  test("the order of the two makes no difference, and a name is the same as itself", () => {
    const name = fc
      .array(fc.constantFrom("Ashmere", "the", "The", "NHS", "Trust", "PCT", "Foundation", "&", "and", "-"), {
        maxLength: 5,
      })
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(name, name, fc.string(), (a, b, any) => {
        expect(sameName(a, b)).toBe(sameName(b, a));
        expect(sameName(any, any)).toBe("same");
        expect(sameName(a, a.toUpperCase())).toBe("same");
      }),
    );
  });
});
