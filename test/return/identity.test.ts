import type { RawValue } from "../../src/cells";
import { entriesFor, findingsOf, organisationOf, type Finding } from "../../src/return";
import { edited, reworded } from "./edits";
import { ALONE, findingsWith, foundIn, placeOf, rightWorkbook, template, workbookWith } from "./provider";
import { registerOf } from "./registers";

const KNOWN = registerOf(`code,name,type,sha
Q30,North East Strategic Health Authority,SHA,
X01,Example Hospital NHS Trust,Acute trust,Q30
X02,Lowmoor Primary Care Trust,PCT,Q30
X03,Ashmere & Wend Valley Hospitals NHS Trust,Acute trust,Q31
X04,Northern Shared Services,Shared service,Q30
5E1,Fellside PCT,PCT,Q30
`);

const against = (changes: Readonly<Record<string, RawValue>>, fileName: string | null = null) =>
  findingsWith(changes, { register: KNOWN, fileName, day: null });
const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

describe("who files a return, held against a register", () => {
  test("the organisation as it is registered gives no finding", () => {
    expect(against({})).toEqual([]);
    expect(
      against({
        "cover.org_code": "x01",
        "cover.org_name": "EXAMPLE HOSPITAL N.H.S. TRUST".replaceAll(".", ""),
      }),
    ).toEqual([]);
  });

  test("without a register nothing is said of it", () => {
    expect(findingsWith({ "cover.org_code": "Z99", "cover.org_name": "Nobody" }, ALONE)).toEqual([]);
  });

  test("a code that the register does not have is named at its cell", () => {
    const [only, ...more] = against({ "cover.org_code": "Z99" });
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      code: "ID01",
      level: "fix",
      sheet: placeOf("cover.org_code").sheet,
      cells: [placeOf("cover.org_code").cell],
      message: "Organisation code is “Z99”, and the register has no such organisation.",
    });
  });

  test("another organisation's name is to put right, with the name that the register has", () => {
    const [only, ...more] = against({ "cover.org_name": "Lowmoor Primary Care Trust" });
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "ID03", level: "fix", cells: [placeOf("cover.org_name").cell] });
    expect(only!.message).toBe(
      "Organisation name is “Lowmoor Primary Care Trust”, and the register has Example Hospital NHS Trust under the code X01.",
    );
  });

  test("a name that is nearly the registered one is a note", () => {
    const [only, ...more] = against({ "cover.org_name": "The Example Hospital" });
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "ID10", level: "note" });
    expect(only!.message).toContain("the register writes Example Hospital NHS Trust");
  });

  test("& for and is the same name", () => {
    const name = "Ashmere and Wend Valley Hospitals NHS Trust";
    expect(against({ "cover.org_code": "X03", "cover.org_name": name, "cover.sha_code": "Q31" })).toEqual([]);
  });

  test("another authority is to put right", () => {
    const findings = against({ "cover.sha_code": "Q31" });
    expect(codes(findings)).toEqual(["ID04"]);
    expect(findings[0]!.message).toContain("is “Q31”, and the register has Q30");
    expect(findings[0]!.cells).toEqual([placeOf("cover.sha_code").cell]);
  });

  test("a body whose type does not file the return is told so", () => {
    const findings = against({ "cover.org_code": "X04", "cover.org_name": "Northern Shared Services" });
    expect(codes(findings)).toEqual(["ID06"]);
    expect(findings[0]!.message).toBe(
      "Northern Shared Services is registered as “Shared service”, which does not file the provider return.",
    );
  });

  test("a file that bears another registered code is to explain; any other name of a file says nothing", () => {
    const findings = against({}, "X02 Example Hospital.xlsx");
    expect(codes(findings)).toEqual(["ID09"]);
    expect(findings[0]).toMatchObject({ level: "explain", cells: [placeOf("cover.org_code").cell] });
    expect(findings[0]!.message).toBe("The file's name begins with X02, and its cover says X01.");
    for (const name of ["X01 plan.xlsx", "x01-plan.xlsx", "Plan for X02.xlsx", "X025.xlsx", "Z99.xlsx", ""])
      expect(against({}, name)).toEqual([]);
  });

  test("a code that Excel made a number of is said to be one, not to be unknown", () => {
    const changes = { "cover.org_code": 50, "cover.org_name": "Fellside PCT", "cover.org_type": "PCT" };
    expect(codes(against(changes))).toEqual(["ID11"]);
    // No code of the register becomes 70, so all that is known is that a code is text.
    expect(codes(against({ ...changes, "cover.org_code": 70 }))).toEqual(["ID02"]);
    expect(codes(findingsWith(changes))).toEqual(["ID02"]);
  });

  test("a blank code is a blank, not an unknown organisation", () => {
    expect(codes(against({ "cover.org_code": null }, "X02.xlsx"))).toEqual(["CV01"]);
  });

  test("a workbook of another version is told, with both versions", () => {
    const other = edited(rightWorkbook, reworded("imt|2007-08|provider|1.0", "imt|2007-08|provider|0.9"));
    const findings = findingsOf(foundIn(other), ALONE);
    expect(codes(findings)).toEqual(["ID07"]);
    expect(findings[0]!.message).toBe(
      "The workbook is version 0.9 of the provider return; the current version is 1.0.",
    );
  });

  test("the organisation of a return is found by its code in any case, with blanks around it", () => {
    const of = (code: RawValue) =>
      organisationOf(foundIn(workbookWith({ "cover.org_code": code })), KNOWN)?.code ?? null;
    expect([of("X01"), of(" x01 "), of("Z99"), of(null)]).toEqual(["X01", "X01", null, null]);
    expect(organisationOf(foundIn(rightWorkbook), null)).toBeNull();
  });
});

describe("what a register knows of an organisation", () => {
  test("becomes entries of the cover: code, name, type and authority", () => {
    expect([...entriesFor(template, KNOWN.find("X03")!)]).toEqual([
      ["cover.org_code", "X03"],
      ["cover.org_name", "Ashmere & Wend Valley Hospitals NHS Trust"],
      ["cover.org_type", "Acute trust"],
      ["cover.sha_code", "Q31"],
    ]);
  });

  test("what it does not know is left to be entered", () => {
    const entries = entriesFor(template, KNOWN.find("Q30")!);
    expect(entries.has("cover.sha_code")).toBe(false);
  });
});
