import { writeFileSync } from "node:fs";
import { join } from "node:path";

import type { RawValue } from "../../src/cells";
import { layoutTemplate } from "../../src/layout";
import { findingsOf, foundValue, ruleOutcomes, statusOf, type Return } from "../../src/return";
import { imtHere, registerIn } from "../cli/imt";
import { registerOf } from "../return/registers";
import { enteredReturn } from "../support/entered-return";
import { writtenLines, writtenReturn } from "../support/honest";
import { made } from "../support/made";
import { cellsIn, returnIn, saved } from "../support/saved";
import { planningYear } from "../support/shipped";

const REGISTER = `code,name,type,sha
Q31,North West Strategic Health Authority,SHA,
X01,Example Hospital NHS Trust,Acute trust,Q31
X50,Example Primary Care Trust,PCT,Q31
Q12,West Yorkshire Strategic Health Authority,SHA,
Q32,Yorkshire and the Humber Strategic Health Authority,SHA,
RXA,Lowmoor Hospitals NHS Trust,Acute trust,Q32
5XA,Lowmoor Primary Care Trust,PCT,Q32
RXX,Lowmoor Hospitals NHS Trust,Acute trust,Q12
5XX,Lowmoor Primary Care Trust,PCT,Q12
`;
const WITH_REGISTER = { register: registerOf(REGISTER), fileName: null, day: null };

interface Honest {
  readonly planned: string;
  /** The folder in which it is written down. */
  readonly name: string;
  readonly role: string;
  readonly code: string;
  /** What is left to explain: code, rows, and why an honest return has it. */
  readonly explained: readonly (readonly [code: string, rows: readonly string[], why: string])[];
}

const HONEST: readonly Honest[] = [
  {
    planned: "2007-08",
    name: "honest-provider",
    role: "provider",
    code: "X01",
    explained: [
      [
        "SY03",
        ["systems.r09[contract_end]"],
        "prescribing is three years off; nobody extends a contract yet",
      ],
      ["DP06", ["deployments.r01[go_live]"], "the building was late, so the second hospital's PACS is"],
      [
        "DP15",
        ["deployments.r04[wte_secured]", "deployments.r08[wte_secured]"],
        "posts are advertised when a plan is made, not all filled",
      ],
      ["OL10", ["requirements.r01[met]"], "a need that no supplier meets yet; to leave it out would hide it"],
    ],
  },
  {
    planned: "2007-08",
    name: "honest-commissioner",
    role: "commissioner",
    code: "X50",
    explained: [
      ["PP07", ["plans.r02[aligned]"], "one provider's dates differ from the PCT's, which is what was asked"],
      ["DP15", ["deployments.r02[wte_secured]"], "a post is paid for only from when it is needed"],
    ],
  },
  { planned: "2008-09", name: "honest-provider-2008", role: "provider", code: "RXA", explained: [] },
  { planned: "2008-09", name: "honest-commissioner-2008", role: "commissioner", code: "5XA", explained: [] },
  { planned: "2005-06", name: "honest-provider-2005", role: "provider", code: "RXX", explained: [] },
  { planned: "2005-06", name: "honest-commissioner-2005", role: "commissioner", code: "5XX", explained: [] },
];

const folder = made("honest");

describe.each(HONEST)(
  "the honest return of a $role for $planned",
  ({ planned, name, role, code, explained }) => {
    const year = planningYear(planned);
    const template = year.templates.get(role)!;
    const entries = writtenReturn(name, template);
    let found: Return;

    beforeAll(async () => {
      const filling = { entries, prefilled: new Set<string>(), organisation: null };
      const file = await saved(layoutTemplate(template, filling), folder, `${code} ${role}`);
      found = returnIn(cellsIn(file), year);
    }, 180_000);

    const told = (of: Return) =>
      findingsOf(of, WITH_REGISTER).map(({ code: found, level, cells, reason }) => [
        found,
        level,
        cells.join(" "),
        reason,
      ]);

    test("comes back from its workbook as it was entered, and is final", () => {
      const back = [...entries.keys()].map((key) => [key, foundValue(found, key)]);
      expect(back).toEqual([...entries]);
      expect(statusOf(found)).toBe("final");
    });

    test("has nothing to put right, and what is left to explain is explained", () => {
      const cellOf = (key: string) => found.fields.get(key)?.place.cell;
      const expected = explained.flatMap(([rule, rows]) =>
        rows.map((key) => [
          rule,
          "explain",
          cellOf(key),
          entries.get(`explanations.${rule.toLowerCase()}[reason]`),
        ]),
      );
      expect(told(found)).toEqual(expected);
      for (const [rule, , , reason] of told(found)) expect([rule, typeof reason]).toEqual([rule, "string"]);
    });

    test("gives no reason for a check that asks for none", () => {
      const reasons = [...entries.keys()].filter((key) => template.fields.get(key)!.block === "explanations");
      expect(reasons.sort()).toEqual(
        explained.map(([rule]) => `explanations.${rule.toLowerCase()}[reason]`).sort(),
      );
    });

    test("keeps no rule waiting", () => {
      const outcomes = ruleOutcomes(template, (key) => foundValue(found, key)).values();
      const waiting = [...outcomes]
        .filter(({ cases }) => cases.includes("waits"))
        .map(({ rule }) => rule.code);
      expect(waiting).toEqual([]);
    });

    test("is the same where it is made without a workbook, as other tests do", () => {
      expect(told(enteredReturn(template, entries))).toEqual(told(found));
    });

    test("goes through imt fill, every line of it, into a workbook made for the organisation, and imt check finds it settled", async () => {
      const register = registerIn(folder, REGISTER);
      const [blank, filled] = [`${code} blank.xlsx`, `${code} filled.xlsx`].map((file) => join(folder, file));
      const values = join(folder, `${name}.csv`);
      const lines = writtenLines(name).map(([key, text]) => `${key},"${text.replaceAll('"', '""')}"`);
      writeFileSync(values, ["key,value", ...lines, ""].join("\n"));
      const args = ["--year", planned, "--role", role, "--org", code, "--register", register];
      expect((await imtHere("template", ...args, "--out", blank!)).code).toBe(0);
      const ran = await imtHere("fill", blank!, "--values", values, "--out", filled!);
      expect([ran.code, ran.remarked]).toEqual([0, []]);
      expect(ran.said[0]).toContain(`Put in ${lines.length} values: `);
      const back = returnIn(cellsIn(filled!), year);
      const read = new Map<string, RawValue>([...entries.keys()].map((key) => [key, foundValue(back, key)]));
      expect(read).toEqual(entries);

      const checked = await imtHere("check", filled!, "--register", register);
      expect([checked.code, checked.said[2]]).toEqual([
        0,
        explained.length === 0
          ? "  ✔ Nothing to put right or to explain."
          : `  0 to put right, 0 to explain, ${told(found).length} explained, 0 to note`,
      ]);
    }, 240_000);
  },
);
