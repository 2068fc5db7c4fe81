import { formatAddress, type WorkbookCells } from "../../src/cells";
import { layoutTemplate, planTemplate } from "../../src/layout";
import type { Register } from "../../src/register";
import { findingsOf, organisationOf, valueOf, type Finding, type Return } from "../../src/return";
import { registerOf } from "../return/registers";
import { simulatedExcel } from "../host";
import { FIFTEEN_DIGITS, saysTheSame } from "../live/pane-and-check";
import { checksIn, codesIn } from "../support/checks-sheet";
import { calculate, libreOffice } from "../support/libreoffice";
import { made } from "../support/made";
import { cellsIn, returnIn, saved, valueAt } from "../support/saved";
import { scratch } from "../support/scratch";
import { planningYear } from "../support/shipped";
import { describeWith } from "../support/skipping";
import {
  CODE_AS_TEXT,
  CODE_BECAME_NUMBER,
  COMMUNITIES,
  type Community,
  type CommunityId,
} from "./communities";

const year = planningYear("2007-08");
const template = year.templates.get("commissioner")!;
const plan = planTemplate(template);
const ALONE = { register: null, fileName: null, day: null };

describeWith(
  libreOffice,
  "the worked examples of a commissioner, in workbooks that LibreOffice saved",
  () => {
    const ids = Object.keys(COMMUNITIES) as CommunityId[];
    const communities: Readonly<Record<CommunityId, Community>> = COMMUNITIES;
    const folder = made("worked-examples-commissioner");
    const out = scratch();
    const workbooks = new Map<string, WorkbookCells>();

    beforeAll(async () => {
      const all = new Map([
        ["number", CODE_BECAME_NUMBER],
        ["text", CODE_AS_TEXT],
        ...ids.map((id) => [id, communities[id].entries] as const),
      ]);
      const files: string[] = [];
      for (const [id, entries] of all) {
        const filling = { entries, prefilled: new Set<string>(), organisation: null };
        // Without results: what is read afterwards was worked out by LibreOffice, or is not there.
        files.push(
          await saved(layoutTemplate(template, filling), folder, `example-${id}`, { results: "none" }),
        );
      }
      const results = await calculate(files, out, { timeout: 600_000 });
      [...all.keys()].forEach((id, at) => workbooks.set(id, cellsIn(results[at]!)));
    }, 900_000);

    const workbook = (id: string): WorkbookCells => workbooks.get(id)!;
    const found = (id: string): Return => returnIn(workbook(id), year);
    const checks = (id: string) => checksIn(workbook(id), template);
    const at = (key: string) => formatAddress(plan.placeOf.get(key)!.address);
    /** What the workbook's own Check cell says beside a key. */
    const beside = (id: string, key: string) => {
      const { sheet, address } = plan.placeOf.get(key)!;
      const column = plan.sheets.find((one) => one.sheet.name === sheet)!.checkColumn;
      return valueAt(workbook(id), sheet, formatAddress({ row: address.row, column }));
    };

    test("each says the same in the pane as by imt check", async () => {
      const excel = await simulatedExcel();
      for (const id of ["number", "text", ...ids])
        await saysTheSame(excel, workbook(id), ALONE, FIFTEEN_DIGITS);
    });

    describe("example 12, the code 5E1 that Excel turned into the number 50", () => {
      const CODE = "cover.org_code";
      const PCT = "5E1,Ashmere Primary Care Trust,PCT,Q30";
      const with5e1 = registerWith(PCT);
      const said = (id: string, register: Register | null): readonly Finding[] =>
        findingsOf(found(id), { register, fileName: null, day: null });

      test("5E1 is proposed where the register has it, and nothing else is said", () => {
        const [first, ...more] = said("number", with5e1);
        expect(more).toEqual([]);
        expect(first).toMatchObject({
          code: "ID11",
          level: "fix",
          sheet: "Cover",
          cells: [at(CODE)],
          labels: ["Organisation code"],
          message:
            "Organisation code holds 50: Excel turned the code into a number. By the register it was 5E1 (Ashmere Primary Care Trust).",
        });
        expect(organisationOf(found("number"), with5e1)?.code).toBe("5E1");
      });

      test.each<readonly [string, Register | null]>([
        ["without a register", null],
        ["where the register has no such code", registerWith("X50,Example Primary Care Trust,PCT,Q30")],
      ])("%s, it is said to be a number, and nothing is proposed", (_, register) => {
        const [first, ...more] = said("number", register);
        expect(more).toEqual([]);
        expect(first).toMatchObject({ code: "ID02", level: "fix", sheet: "Cover", cells: [at(CODE)] });
        expect(first!.message).toContain("Organisation code holds the number 50.");
        expect(first!.message).not.toContain("By the register");
        expect(organisationOf(found("number"), register)).toBeNull();
      });

      test("both are proposed where the register has two such codes, and none is taken", () => {
        const two = registerWith(PCT, "50E0,Ashmere Hill Primary Care Trust,PCT,Q30");
        const [first, ...more] = said("number", two);
        expect(more).toEqual([]);
        expect(first!.message).toContain("it was 5E1 (Ashmere Primary Care Trust) or 50E0 (Ashmere Hill");
        expect(organisationOf(found("number"), two)).toBeNull();
      });

      test("the workbook says by itself that a code is text", () => {
        const { state, words, found: concerned } = checks("number").get("ID02")!;
        expect([state, words, concerned]).toEqual(["fails", "✖ Put right", "Cells concerned:  Cover (1)"]);
        expect(beside("number", CODE)).toBe("✖ holds a number; enter it as text");
        expect(codesIn(checks("number"), "fails")).toEqual(["ID02"]);
      });

      test("the same code kept as text has nothing wrong with it", () => {
        expect(said("text", with5e1)).toEqual([]);
        expect(said("text", null)).toEqual([]);
        expect(codesIn(checks("text"), "fails")).toEqual([]);
        expect(beside("text", CODE)).toBe("✔");
      });
    });

    describe.each(ids)("example 13, a community: %s", (id) => {
      const { name, short, rise, capital } = communities[id];
      const findings = () => findingsOf(found(id), ALONE);
      /** What the rows of the whole show, in the order of the sheet. */
      const WHOLE = ["planned", "wanted", "difference", "verdict"] as const;

      test(`${name}: provider 2 is named in each of the two tests, and the whole where it falls short`, () => {
        const whole = Object.keys(short).map((code) => {
          const line = code === "TF03" ? "rise" : "capital";
          return ["explain", code, [at(`health_community.${line}[difference]`)]];
        });
        expect(findings().map(({ level, code, cells }) => [level, code, cells])).toEqual([
          ...whole,
          ["note", "TF06", [at("community.r02[plan_revenue]")]],
          ["note", "TF07", [at("community.r02[plan_capital]")]],
        ]);
        expect(new Set(findings().map(({ sheet }) => sheet))).toEqual(new Set(["Community"]));
      });

      test("says them with their figures", () => {
        const message = (code: string) => findings().find((finding) => finding.code === code)!.message;
        expect(message("TF06")).toBe(
          "Lowmoor NHS Trust: net spend rises by 60 against an uplift of 96 (£000).",
        );
        expect(message("TF07")).toBe(
          "Lowmoor NHS Trust: planned capital of 260 is below the strategic capital commitments of 300 (£000).",
        );
        for (const [code, pieces] of Object.entries(short))
          for (const words of pieces) expect(message(code)).toContain(words);
      });

      test("the workbook's own Checks sheet fails the same checks and waits for none", () => {
        const all = checks(id);
        expect(codesIn(all, "fails")).toEqual(["TF06", "TF07", ...Object.keys(short)]);
        expect(codesIn(all, "waits")).toEqual([]);
        for (const code of ["TF06", "TF07"])
          expect([all.get(code)!.words, all.get(code)!.found]).toEqual([
            "● Note",
            "Rows concerned: 1, the first is number 2",
          ]);
        for (const code of ["TF03", "TF08"]) {
          const fails = code in short;
          expect([code, all.get(code)!.words]).toEqual([code, fails ? "▲ Explain" : "✔ In order"]);
          const message = findings().find((finding) => finding.code === code)?.message;
          expect(all.get(code)!.found ?? "").toBe(message ?? "");
        }
      });

      test("the Community sheet shows both tests beside each other, and its Check cells name whom they concern", () => {
        const shown = (line: string) =>
          WHOLE.map((column) =>
            valueAt(workbook(id), "Community", at(`health_community.${line}[${column}]`)),
          );
        expect(shown("rise")).toEqual(WHOLE.map((column) => rise[column]));
        expect(shown("capital")).toEqual(WHOLE.map((column) => capital[column]));
        const counted = (line: string) =>
          WHOLE.map((column) =>
            valueOf(found(id), template.fields.get(`health_community.${line}[${column}]`)!),
          );
        expect([counted("rise"), counted("capital")]).toEqual([shown("rise"), shown("capital")]);
        expect(beside(id, "community.r01[code]")).toBe("✔");
        expect(beside(id, "community.r02[code]")).toBe("● rises by 60, uplift 96");
        expect(beside(id, "community.r03[code]") ?? "").toBe("");
        expect(beside(id, "health_community.rise[planned]") ?? "").toBe(
          "TF03" in short ? "▲ short of the uplift by 1" : "",
        );
        expect(beside(id, "health_community.capital[planned]") ?? "").toBe(
          "TF08" in short ? "▲ short of the commitments by 1" : "",
        );
      });

      test("the two are never one sum", () => {
        const sums = [rise.planned + capital.planned, rise.wanted + capital.wanted].flatMap((sum) => [
          sum,
          -sum,
        ]);
        const sheets = workbook(id).sheets.filter((sheet) => ["Community", "Checks"].includes(sheet.name));
        const values = sheets.flatMap(({ cells }) => [...cells.values()].map(({ value }) => value));
        expect(values).toContain(rise.planned);
        expect(values.filter((value) => typeof value === "number" && sums.includes(value))).toEqual([]);
      });
    });
  },
);

/** A register of an authority and these organisations. */
function registerWith(...rows: readonly string[]): Register {
  return registerOf(`code,name,type,sha\nQ30,North East,SHA,\n${rows.join("\n")}\n`);
}
