import type { RawValue } from "../../src/cells";
import { makeRegister } from "../../src/register";
import { organisationOf } from "../../src/return";

import { findingsWith, foundIn, placeOf, workbookWith } from "./provider";
import { registerOf } from "./registers";

type Changes = Readonly<Record<string, RawValue>>;

describe("a code that Excel made a number of", () => {
  const HEAD = "code,name,type,sha\n";
  const FELLSIDE = "5E1,Fellside Hospitals NHS Trust,Acute trust,Q30\n";
  const KNOWN = registerOf(`${HEAD}${FELLSIDE}X02,Lowmoor NHS Trust,Acute trust,Q30\n`);
  const against = (changes: Changes, register = KNOWN) => ({
    of: organisationOf(foundIn(workbookWith(changes)), register)?.code ?? null,
    findings: findingsWith(changes, { register, fileName: null, day: null }),
  });
  const AS_NUMBER: Changes = { "cover.org_code": 50, "cover.org_name": "Fellside Hospitals NHS Trust" };

  test("is proposed from the register, and the organisation is found where the name is its own", () => {
    const { of, findings } = against(AS_NUMBER);
    expect(of).toBe("5E1");
    expect(findings).toMatchObject([
      { code: "ID11", level: "fix", sheet: "Cover", cells: [placeOf("cover.org_code").cell] },
    ]);
    expect(findings[0]!.message).toBe(
      "Organisation code holds 50: Excel turned the code into a number. By the register it was 5E1 (Fellside Hospitals NHS Trust).",
    );
  });

  test.each(["50", "5E+01", "5.00E+01"])("and has become the text “%s” since, is too", (text) => {
    const { of, findings } = against({ ...AS_NUMBER, "cover.org_code": text });
    expect([of, ...findings.map(({ code }) => code)]).toEqual(["5E1", "ID11"]);
  });

  test("is found where the name is blank or nearly its own", () => {
    expect(against({ ...AS_NUMBER, "cover.org_name": null }).of).toBe("5E1");
    expect(against({ ...AS_NUMBER, "cover.org_name": "Fellside Hospitals" }).of).toBe("5E1");
  });

  test("is not found where the name is another's, though it is still proposed", () => {
    const { of, findings } = against({ ...AS_NUMBER, "cover.org_name": "Lowmoor NHS Trust" });
    expect(of).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(["ID11"]);
  });

  test("is not found where two codes fit, and both are proposed", () => {
    const two = registerOf(`${HEAD}${FELLSIDE}50E0,Harrow Hill NHS Trust,Acute trust,Q30\n`);
    const { of, findings } = against(AS_NUMBER, two);
    expect(of).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(["ID11"]);
    expect(findings[0]!.message).toContain(
      "it was 5E1 (Fellside Hospitals NHS Trust) or 50E0 (Harrow Hill NHS Trust).",
    );
  });

  test("is not taken for a registered code that reads like the number, where another fits too", () => {
    const [fellside] = KNOWN.organisations;
    const fifty = { ...fellside!, code: "50", name: "Harrow Hill NHS Trust" };
    const { of, findings } = against(AS_NUMBER, makeRegister([fellside!, fifty]));
    expect(of).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(["ID11"]);
  });

  test("of which the register has none is a number where a text should be", () => {
    const { of, findings } = against({ ...AS_NUMBER, "cover.org_code": 51 });
    expect([of, ...findings.map(({ code }) => code)]).toEqual([null, "ID02"]);
  });

  test("a code as it should be is never taken for another", () => {
    const { of, findings } = against({ ...AS_NUMBER, "cover.org_code": " 5e1 " });
    expect([of, findings]).toEqual(["5E1", []]);
  });
});
