import { FILES } from "../summary/assurance/wards-in-order";
import { sent } from "../summary/wards";
import { CONTACTS, collectionOf, lettersTo, withVerdicts } from "./regions";
import type { ReturnedFile } from "../../src/summary";

const refused = (file: string): ReturnedFile => ({
  file,
  sha256: `digest of ${file}`,
  modified: null,
  reading: { kind: "refused", code: "no_return", message: "It is a picture." },
});
const FINAL = { "cover.status": "Agreed" };
/** As a cover is saved when nobody has filled anything in: code, name and region were put there. */
const BLANK = Object.fromEntries(
  ["status"]
    .map((field) => [`cover.${field}`, null])
    .concat(
      ["staff", "drugs"].flatMap((line) =>
        ["last", "next"].map((column) => [`money.${line}[${column}]`, null]),
      ),
      ["name", "state", "number", "cost"].map((column) => [`beds.r01[${column}]`, null]),
    ),
) as Record<string, null>;

describe("a letter to each organisation", () => {
  const letters = lettersTo(collectionOf(FILES));

  test("is one, whatever it files, in the order of the register", () => {
    expect([...letters.keys()]).toEqual(["W01", "W02", "W03", "W04", "W05"]);
    expect(letters.get("W03")!.returns.map(({ heading }) => heading)).toEqual([
      "The ward of 2001/02",
      "The office of 2001/02",
    ]);
    expect(letters.get("W03")!.opening).toEqual([
      "Fellside House, ward and office returns, 2001/02, until 20 June 2001.",
    ]);
  });

  test("asks for what is open: to put right before to explain, and no notes", () => {
    const [ward, office] = letters.get("W03")!.returns;
    expect(ward!.sections.map(({ title, points }) => [title, points.map(({ code }) => code)])).toEqual([
      ["Mend", ["WD02"]],
      ["Explain", ["WD01"]],
    ]);
    expect(office!.sections.map(({ title }) => title)).toEqual(["Explain"]);
    expect(letters.get("W03")!.counts).toEqual({ fix: 1, explain: 2, query: 0 });
    expect(ward!.states).toEqual([
      "W03 ward.xlsx is Provisional: one to mend and one to explain.",
      "It is no more than a draft.",
    ]);
  });

  test("says where, what and how to mend it, and where an explanation goes", () => {
    const [ward] = letters.get("W03")!.returns;
    const point = ward!.sections[1]!.points[0]!;
    const reason = ward!.points.find(({ code }) => code === "WD01")!;
    expect([point.sheet, point.labels]).toEqual(["Money", ["3 All money, next year"]]);
    expect(point.found).toBe("Money goes from 90 to 80.");
    expect(point.mend).toMatch(/^Correct the figures, or explain the fall\. Into Reasons [A-Z]+\d+\.$/);
    expect(reason.mend).toBe(point.mend);
  });

  test("an explanation that was given is not asked for again", () => {
    // WD01 has a reason; the hall with more beds than fit has none.
    expect(letters.get("W02")!.returns[0]!.points.map(({ code }) => code)).toEqual(["WD03"]);
  });

  test("a draft with nothing open still asks; a final return with nothing open is thanked for", () => {
    expect(letters.get("W01")!.kind).toBe("asks");
    const agreed = lettersTo(collectionOf([sent("W01", "ward", FINAL)])).get("W01")!;
    expect([agreed.kind, agreed.subject, agreed.opening]).toEqual([
      "thanks",
      "Thanks to W01",
      ["All is well, says Northern Region."],
    ]);
    expect(agreed.returns[0]!.states).toEqual(["W01 ward.xlsx is Agreed: nothing open."]);
  });

  test("reminds those of whom nothing came, or nothing that can be used; a foundation trust is invited", () => {
    const others = lettersTo(collectionOf([refused("W01 ward.xls"), sent("W02", "ward", BLANK)]));
    expect([...others].map(([code, { kind }]) => [code, kind])).toEqual([
      ["W01", "reminder"],
      ["W02", "reminder"],
      ["W03", "reminder"],
      ["W04", "reminder"],
      ["W05", "invitation"],
    ]);
    expect(others.get("W01")!.returns[0]!.states).toEqual(["W01 ward.xls was not read. It is a picture."]);
    expect(others.get("W02")!.returns[0]!.states).toEqual(["W02 ward.xlsx is blank."]);
    expect(others.get("W02")!.returns[0]!.points).toEqual([]);
    expect(others.get("W04")!.opening).toEqual([
      "Your ward return: Answers were due on 31 March 2001. Send until 20 June 2001.",
    ]);
    expect(others.get("W05")!.returns[0]!.states).toEqual(["Not here, and need not be."]);
  });

  test("tells of files beside the one that counts, by their bare names", () => {
    const files = [
      sent("W01", "ward", FINAL),
      sent("W01", "ward", {}, "north/W01 ward draft.xlsx"),
      refused("W01 ward scan.xls"),
    ];
    expect(lettersTo(collectionOf(files)).get("W01")!.returns[0]!.states.slice(1)).toEqual([
      "W01 ward draft.xlsx does not count. A final return counts before a draft.",
      "W01 ward scan.xls was not read. It is a picture.",
    ]);
  });

  test("once the day of an answer has passed, other words ask for it; on the day itself they do not", () => {
    const at = (day: string) => lettersTo(collectionOf(FILES), day).get("W01")!.opening[0];
    expect(at("2001-06-20")).toContain("until 20 June 2001");
    expect(at("2001-06-21")).toContain("at once (20 June 2001 has passed)");
  });

  test("says what the register does not know of whom to write to", () => {
    const said = new Map([...letters].map(([code, one]) => [code, one.unknownContact]));
    expect([...said]).toEqual([
      ["W01", null],
      ["W02", "Not known: mail."],
      ["W03", "Nobody is known."],
      ["W04", "Not known: phone."],
      ["W05", null],
    ]);
    expect([letters.get("W03")!.salutation, letters.get("W03")!.farewell]).toEqual(["Hello", "Goodbye"]);
    expect([letters.get("W01")!.salutation, letters.get("W01")!.farewell]).toEqual([
      "Hello A. Person",
      "Yours",
    ]);
    expect(letters.get("W01")!.closing).toEqual(["Ask R. Desk, 01632 960100, desk@y01.example.org."]);
    expect(CONTACTS.find("W02")!.email).toBeNull();
  });
});

describe("what the authority made of an explanation", () => {
  const asked = (verdict: string, comment: string | null) => {
    const letter = lettersTo(
      withVerdicts([
        ["verdicts", "W02.ward.WD01", "verdict", verdict],
        ...(comment === null ? [] : ([["verdicts", "W02.ward.WD01", "comment", comment]] as const)),
      ]),
    ).get("W02")!;
    return letter.returns[0]!.sections.flatMap(({ title, points }) =>
      points.filter(({ code }) => code === "WD01").map(({ said }) => [title, said]),
    );
  };

  test("accepted: it is not asked for again", () => {
    expect(asked("Accepted", "Good.")).toEqual([]);
  });

  test("queried: it is asked about in the authority's own words, or in ours where it left none", () => {
    expect(asked("Queried", "Which hall?")).toEqual([
      ["Asked again", ["You said: A hall was given up.", "We say: Which hall?"]],
    ]);
    expect(asked("Queried", null)).toEqual([
      ["Asked again", ["You said: A hall was given up.", "Say more."]],
    ]);
  });

  test("accepted without an explanation: nothing is asked", () => {
    const letter = lettersTo(withVerdicts([["verdicts", "W03.ward.WD01", "verdict", "Accepted"]])).get(
      "W03",
    )!;
    expect(letter.returns[0]!.sections.map(({ title }) => title)).toEqual(["Mend"]);
  });
});
