import type { WorkbookCells } from "../../src/cells";
import { layoutTemplate, prefilledWith } from "../../src/layout";
import { entriesFor, findingsOf, takenEntries } from "../../src/return";
import { RETURN_FAULTS } from "../../src/template";
import { communityEntries } from "../support/commissioner-return";
import { layoutCells } from "../support/layout-cells";

import { findingsIn, template as commissioner, workbookWith as commissionerWith } from "./commissioner";
import { edited, put } from "./edits";
import { ALONE, foundIn, template as provider, rightWorkbook, workbookWith, year } from "./provider";
import { registerOf } from "./registers";

const KNOWN = registerOf(`code,name,type,sha,predecessors
X01,Example Hospital NHS Trust,Acute trust,Q30,
X50,Example Primary Care Trust,PCT,Q30,5KA;5KB
`);
const [trust, pct] = ["X01", "X50"].map((code) => KNOWN.find(code)!);

describe("a workbook that nobody tampered with", () => {
  const bodies = [{ organisation: trust!, found: foundIn(rightWorkbook) }];
  const taken = takenEntries(commissioner, provider, bodies);
  const own = entriesFor(taken.template, pct!);
  const blank = (role: string) => layoutCells(layoutTemplate(year.templates.get(role)!));
  const cases: readonly (readonly [string, WorkbookCells, readonly string[]])[] = [
    ["a blank provider's", blank("provider"), ["CV00"]],
    ["a blank commissioner's", blank("commissioner"), ["CV00"]],
    ["a right provider's", rightWorkbook, []],
    ["a right provider's that nothing ever calculated", workbookWith({}, "none"), []],
    ["a right commissioner's", commissionerWith(), []],
    [
      "a provider's made for an organisation",
      layoutCells(layoutTemplate(provider, prefilledWith(entriesFor(provider, trust!), "X01"))),
      ["CV00"],
    ],
    [
      "a commissioner's made for an organisation, with rows of its community",
      layoutCells(layoutTemplate(taken.template, prefilledWith(new Map([...own, ...taken.entries]), "X50"))),
      ["CV00"],
    ],
  ];

  test.each(cases)("%s says nothing of tampering", (_, workbook, said) => {
    const found = foundIn(workbook);
    expect(found.noticed).toEqual([]);
    expect(found.lost).toEqual([]);
    const structure = new Set(RETURN_FAULTS.map((kind) => found.template.standing.get(kind)!.code));
    const codes = findingsOf(found, ALONE).map(({ code }) => code);
    // What is blank in a prefilled list is due, whatever else was begun.
    expect(codes.filter((code) => structure.has(code))).toEqual(said);
  });

  test("every field is found where it was drawn, those of a list among them", () => {
    const found = foundIn(commissionerWith());
    expect([...found.fields.keys()]).toEqual([...commissioner.fields.keys()]);
    for (const [key, value] of communityEntries()) expect(found.fields.get(key)!.value).toEqual(value);
  });

  test("what somebody wrote that reads like a hidden mark is an entry like any other", () => {
    const notes = edited(
      commissionerWith(),
      put("IM&T spend", "L11", { value: "spend.staff" }),
      put("IM&T spend", "L13", { value: "#community" }),
      put("Community", "C19", { value: "plan_revenue" }),
    );
    expect(findingsIn(notes)).toEqual([]);
  });
});
