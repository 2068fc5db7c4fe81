import { statusOf } from "../../src/return";
import { PCTS, readBack, registerOf, TRUSTS } from "./read-back";
import { demoOf, fileOf } from "./shipped-demo";

const demo = demoOf();
const register = registerOf(demo);

describe("the register", () => {
  test("holds the authority and 23 organisations of its own", () => {
    const { organisations } = register;
    expect(organisations.map(({ code }) => code)).toEqual(["X90", ...TRUSTS, ...PCTS]);
    expect(register.ofSha(demo.sha.code)).toEqual(organisations);
    expect(register.find(demo.sha.code)?.name).toBe(demo.sha.name);
    expect(demo.sha.name).toMatch(/fictional/);
  });

  test("has the kinds that the smallest authority had, three foundation trusts among them", () => {
    const bodies = register.organisations.slice(1);
    const kinds = new Map<string, number>();
    for (const { type } of bodies) kinds.set(type, (kinds.get(type) ?? 0) + 1);
    expect(Object.fromEntries(kinds)).toEqual({
      "Acute trust": 8,
      "Mental health/LD/community trust": 1,
      "Care trust (mental health)": 1,
      "Ambulance trust": 1,
      PCT: 11,
      "Care trust (PCT)": 1,
    });
    const foundations = bodies.filter(({ foundationTrust }) => foundationTrust);
    expect(foundations.map(({ code }) => code)).toEqual(["X02", "X11", "X13"]);
    const merged = bodies.filter(({ predecessors }) => predecessors !== null);
    expect(merged.map(({ code, predecessors }) => [code, predecessors])).toEqual([
      ["X5C", ["X1B", "X1C"]],
      ["X5F", ["X1F", "X1G"]],
    ]);
  });

  test("puts each in one of four communities, and each community under one of its PCTs", () => {
    const bodies = register.organisations.slice(1);
    expect([...new Set(bodies.map(({ lhc }) => lhc))].sort()).toEqual(["X5A", "X5D", "X5G", "X5L"]);
    for (const { lhc } of bodies) expect(register.find(lhc ?? "")).toMatchObject({ lhc, type: "PCT" });
  });

  test("says whom to ask, under an address that no one has", () => {
    for (const { contact, email } of register.organisations.slice(1)) {
      expect(contact).toMatch(/^[A-Z]\. [A-Z][a-z]+$/);
      expect(email).toMatch(/^imt@[a-z0-9]{3}\.example\.org$/);
    }
  });
});

describe("the blank workbooks", () => {
  test("are one for each return, under its code: 23 of providers, 12 of commissioners", () => {
    const wanted = [
      ...TRUSTS.map((code) => `${code} provider`),
      ...PCTS.flatMap((code) => [`${code} provider`, `${code} commissioner`]),
    ];
    expect(wanted).toHaveLength(35);
    expect(demo.blanks.map(({ name }) => name)).toEqual(
      wanted.map((name) => `templates/${name} 2007-08.xlsx`),
    );
  });

  test("say who each is for, and nothing more", async () => {
    const { entered, found, findings } = await blank("X04 provider");
    expect(entered).toEqual([
      ["cover.org_code", "X04"],
      ["cover.org_name", "Westmarch Ambulance Service NHS Trust"],
      ["cover.org_type", "Ambulance trust"],
      ["cover.sha_code", "X90"],
    ]);
    expect(statusOf(found)).toBe("blank");
    expect(findings.map(({ code }) => code)).toEqual(["CV00"]);
  }, 60_000);

  test("of a commissioner say too what it was made of, and whom to list", async () => {
    const { entered, found } = await blank("X5F commissioner");
    expect(entered).toEqual([
      ["cover.org_code", "X5F"],
      ["cover.org_name", "Cloudsbury and Dunnamere Primary Care Trust"],
      ["cover.org_type", "PCT"],
      ["cover.sha_code", "X90"],
      ["mergers.predecessors", "X1F, X1G"],
      ["community.r01[name]", "Cloudsbury and Dunnamere Primary Care Trust"],
      ["community.r01[code]", "X5F"],
      ["community.r02[name]", "Cloudsbury and Dunnamere Hospitals NHS Trust"],
      ["community.r02[code]", "X06"],
      ["plans.r01[name]", "Cloudsbury and Dunnamere Primary Care Trust"],
      ["plans.r01[code]", "X5F"],
      ["plans.r02[name]", "Cloudsbury and Dunnamere Hospitals NHS Trust"],
      ["plans.r02[code]", "X06"],
    ]);
    expect(statusOf(found)).toBe("blank");
  }, 60_000);
});

async function blank(name: string) {
  const read = await readBack(
    demo.blanks.find((file) => file.name === `templates/${name} 2007-08.xlsx`)!,
    register,
  );
  const { fields, template } = read.found;
  const entered = [...fields]
    .filter(([key, { value }]) => template.fields.get(key)?.source.kind === "entered" && value !== null)
    .map(([key, { value }]) => [key, value]);
  return { ...read, entered };
}

describe("the days on which returns came in", () => {
  const days = new Map(
    demo.receivedCsv
      .trim()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(",") as [string, string]),
  );

  test("are said of every file", () => {
    expect(demo.receivedCsv.startsWith("file,received\r\n")).toBe(true);
    expect([...days.keys()].map((name) => `returns/${name}`)).toEqual(demo.returns.map(({ name }) => name));
  });

  test("are working days, and two of them after the day on which returns were due", () => {
    expect(demo.due).toBe("2007-03-30");
    for (const day of days.values()) expect([1, 2, 3, 4, 5]).toContain(new Date(day).getUTCDay());
    const late = [...days].filter(([, day]) => day > demo.due).map(([name]) => name);
    expect(late).toEqual(["X08 provider 2007-08.xlsx", "X5K commissioner 2007-08.xlsx"]);
  });

  test("of a draft lie before the final return, but for the one that was sent after it", () => {
    const day = (name: string) => days.get(name.replace("returns/", "")) ?? "";
    expect(day(fileOf("X02", " first draft")) < day(fileOf("X02"))).toBe(true);
    expect(day(fileOf("X5B", " draft")) < day(fileOf("X5B"))).toBe(true);
    expect(day(fileOf("X5K", " old draft")) > day(fileOf("X5K"))).toBe(true);
  });
});
