import type { RawValue } from "../../../src/cells";
import { findingsOf, valuesOf, type Return } from "../../../src/return";
import { collect, type ReturnFile } from "../../../src/summary";
import { registerOf } from "../../return/registers";
import { commissionerEntries } from "../../support/commissioner-return";
import { enteredReturn } from "../../support/entered-return";
import { ACUTE, providerEntries } from "../../support/provider-return";
import { planningYear } from "../../support/shipped";

const year = planningYear("2007-08");
const REGISTER = registerOf(`code,name,type,sha,lhc
Q30,North East Strategic Health Authority,SHA,,
X01,Example Hospital NHS Trust,Acute trust,Q30,Example
X02,Lowmoor NHS Trust,Acute trust,Q30,Example
X03,Third Acre Ambulance Service NHS Trust,Acute trust,Q30,Example
X04,Harrow Hill NHS Trust,Acute trust,Q30,Example
X50,Example Primary Care Trust,PCT,Q30,Example
`);

type Changes = Readonly<Record<string, RawValue>>;

function sent(role: "provider" | "commissioner", code: string, changes: Changes = {}): ReturnFile {
  const file = `${code} ${role}.xlsx`;
  const all = new Map([
    ...(role === "provider" ? providerEntries(ACUTE) : commissionerEntries()),
    ["cover.org_code", code] as const,
    ["cover.org_name", REGISTER.find(code)!.name] as const,
    ...Object.entries(changes),
  ]);
  const entries = new Map([...all].filter(([, value]) => value !== null));
  const found = withTotals(enteredReturn(year.templates.get(role)!, entries));
  const findings = findingsOf(found, { register: REGISTER, fileName: file, day: null });
  return { file, sha256: `digest of ${file}`, modified: null, reading: { kind: "return", found, findings } };
}

/** The return with the results of its formulas, as a workbook that was saved has them. */
function withTotals(found: Return): Return {
  const fields = new Map(found.fields);
  for (const { key, field, value } of valuesOf(found)) {
    const there = found.fields.get(key)!;
    if (field.source.kind !== "entered") fields.set(key, { ...there, raw: value, value, counts: value });
  }
  return { ...found, fields };
}

/** What is said under a code of the PCT's return beside those of providers: place and message. */
function told(code: string, pct: Changes, ...providers: readonly ReturnFile[]) {
  const files = [...providers, sent("commissioner", "X50", pct)];
  return collect(files, REGISTER, "Q30", year).rows.flatMap(({ counted }) =>
    (counted?.reading.findings ?? [])
      .filter((finding) => finding.code === code)
      .map(({ sheet, cells, level, message }) => [counted!.file, level, sheet, cells.join(" "), message]),
  );
}

const place = (file: ReturnFile, key: string) => {
  const { sheet, cell } = file.reading.found.fields.get(key)!.place;
  return `${sheet} ${cell}`;
};
const cellOf = (key: string) => sent("commissioner", "X50").reading.found.fields.get(key)!.place.cell;
const own = sent("provider", "X01");

describe("what a PCT says of its providers' plans", () => {
  test("agrees with the written returns as they are", () => {
    for (const code of ["XR01", "XR04", "XR05"]) expect([code, told(code, {}, own)]).toEqual([code, []]);
  });

  test("the board's date is the provider's", () => {
    const says = `Example Hospital NHS Trust: plan board approved on 21 Mar 2007, the provider's own return says 22 Mar 2007 (${place(own, "approval.board_date")}). Its own return is the file X01 provider.xlsx.`;
    expect(told("XR01", { "plans.r01[board_date]": 39_162 }, own)).toEqual([
      ["X50 commissioner.xlsx", "explain", "Providers' plans", cellOf("plans.r01[board_date]"), says],
    ]);
  });

  test("the day of the quality assurance is the one that the provider names, if it names one", () => {
    const silent = sent("provider", "X01", { "approval.pct_date": null });
    const cell = cellOf("plans.r01[qa_date]");
    const there = place(own, "approval.pct_date");
    expect(told("XR04", { "plans.r01[qa_date]": 39_169 }, own)).toEqual([
      [
        "X50 commissioner.xlsx",
        "explain",
        "Providers' plans",
        cell,
        `Example Hospital NHS Trust: plan quality assured on 28 Mar 2007, the provider's own return says 29 Mar 2007 (${there}). Its own return is the file X01 provider.xlsx.`,
      ],
    ]);
    expect(told("XR04", {}, silent).map(([, , , at, message]) => [at, message])).toEqual([
      [
        cell,
        `Example Hospital NHS Trust: plan quality assured on 29 Mar 2007, the provider's own return says nothing of it (${there}). Its own return is the file X01 provider.xlsx.`,
      ],
    ]);
  });

  test("a provider that is rated green has nothing to put right; one rated amber may", () => {
    const wrong = sent("provider", "X01", { "spend.staff[plan_revenue]": null });
    const at = place(wrong, "spend.staff[plan_revenue]");
    expect(told("XR05", {}, wrong)).toEqual([
      [
        "X50 commissioner.xlsx",
        "explain",
        "Providers' plans",
        cellOf("plans.r01[rating]"),
        expect.stringContaining(
          "Example Hospital NHS Trust is rated Green, and its own return, the file X01 provider.xlsx, has ",
        ),
      ],
    ]);
    expect(told("XR05", {}, wrong)[0]![4]).toContain(`${at} (Every answer that is due is given)`);
    expect(told("XR05", { "plans.r01[rating]": "Amber" }, wrong)).toEqual([]);
  });

  test("every provider that the register has in its community stands among them, its own provider side too", () => {
    expect(told("XR06", {}, own)).toEqual([
      [
        "X50 commissioner.xlsx",
        "explain",
        "Providers' plans",
        cellOf("plans.r01[code]"),
        "By the register these belong to the local health community Example and are not listed under “Plans of the community's providers”: Harrow Hill NHS Trust (X04; no return yet); Example Primary Care Trust (X50; no return yet).",
      ],
    ]);
  });
});
