import { collect, type Collection, type ReturnedFile } from "../../src/summary";
import { REGISTER, refused, sent, sentBlank, year } from "./returns";
import * as fc from "../support/laws";

const collected = (files: readonly ReturnedFile[]) => collect(files, REGISTER, "Q30", year);
const rowOf = (collection: Collection, code: string) =>
  collection.rows.find(({ organisation }) => organisation.code === code)!;
const countedFile = (...files: readonly ReturnedFile[]) => rowOf(collected(files), "X01").counted!.file;

const final = { "filing.status": "Final" };
const submission = (number: number) => ({ "filing.submission": number });

describe("where each organisation stands", () => {
  const collection = collected([
    sent("X01", "one/X01.xlsx"),
    refused("X02 minutes of the meeting.xlsx"),
    sentBlank("X03", "X03.xlsx"),
    sent("Z01", "Z01.xlsx"),
    sent("X06", "X06.xlsx"),
    sent("K99", "unknown.xlsx"),
    refused("holiday.xlsx"),
  ]);

  test("every body of the authority that files the return has a row, in the register's order, and no other", () => {
    expect(collection.rows.map(({ organisation }) => organisation.code)).toEqual([
      "X01",
      "X02",
      "X03",
      "X04",
      "X05",
    ]);
  });

  test("received, refused by the name of its file, or not received", () => {
    const states = collection.rows.map(({ organisation, state, status }) => [
      organisation.code,
      state,
      status,
    ]);
    expect(states).toEqual([
      ["X01", "received", "draft"],
      ["X02", "refused", null],
      ["X03", "received", "blank"],
      ["X04", "not_received", null],
      ["X05", "not_received", null],
    ]);
    expect(rowOf(collection, "X01").counted!.file).toBe("one/X01.xlsx");
    expect(rowOf(collection, "X02").refused.map(({ file }) => file)).toEqual([
      "X02 minutes of the meeting.xlsx",
    ]);
  });

  test("returns of other authorities, of bodies that do not file and of nobody known are strangers", () => {
    expect(collection.strangers.map(({ file }) => file)).toEqual(["unknown.xlsx", "X06.xlsx", "Z01.xlsx"]);
  });

  test("a file that can't be read and is named for nobody is unread", () => {
    expect(collection.unread.map(({ file }) => file)).toEqual(["holiday.xlsx"]);
  });

  test("the authority is named as the register has it, or by its code", () => {
    expect(collection.sha).toEqual({ code: "Q30", name: "North East Strategic Health Authority" });
    expect(collect([], REGISTER, "Q36", year).sha).toEqual({ code: "Q36", name: "Q36" });
  });

  test("a refused file beside one that was read is kept, and does not unmake it", () => {
    const row = rowOf(collected([refused("x01-copy.xlsx"), sent("X01", "X01.xlsx")]), "X01");
    expect([row.state, row.counted!.file, row.refused.length]).toEqual(["received", "X01.xlsx", 1]);
  });

  test("a code in the middle of a name, or as a part of a word, names nobody", () => {
    const { unread } = collected([
      refused("minutes X02.xlsx"),
      refused("X025.xlsx"),
      refused("X02/plan.xlsx"),
    ]);
    expect(unread).toHaveLength(3);
  });

  test("the cover counts, whatever the file is called", () => {
    expect(rowOf(collected([sent("X01", "X02 plan.xlsx")]), "X01").state).toBe("received");
    expect(rowOf(collected([sent("X01", "X02 plan.xlsx")]), "X02").state).toBe("not_received");
  });
});

describe("which of several returns of an organisation counts", () => {
  const at = (modified: string) => ({ modified });
  const plain = sent("X01", "a.xlsx", {}, at("2007-05-02T10:00:00Z"));

  test("the final one before a draft, however late and however numbered the draft", () => {
    const draft = sent("X01", "b.xlsx", submission(9), at("2007-09-01T00:00:00Z"));
    expect(countedFile(draft, sent("X01", "final.xlsx", final))).toBe("final.xlsx");
  });

  test("a draft before a workbook with nothing in it", () => {
    expect(countedFile(sentBlank("X01", "blank.xlsx"), plain)).toBe("a.xlsx");
  });

  test("of one status the higher submission number, however late the other was saved", () => {
    const second = sent("X01", "second.xlsx", submission(2), at("2007-01-01T00:00:00Z"));
    expect(countedFile(plain, second)).toBe("second.xlsx");
  });

  test("of one submission the one that was saved later", () => {
    const later = sent("X01", "later.xlsx", {}, at("2007-05-02T10:00:01Z"));
    expect(countedFile(plain, later)).toBe("later.xlsx");
    expect(countedFile(plain, sent("X01", "undated.xlsx"))).toBe("a.xlsx");
  });

  test("of two alike the one with the smaller digest, never by name", () => {
    const [a, z] = [sent("X01", "a.xlsx", {}, { sha256: "ff" }), sent("X01", "z.xlsx", {}, { sha256: "0a" })];
    expect(countedFile(a, z)).toBe("z.xlsx");
  });

  test("the others are kept as superseded, the nearest first", () => {
    const row = rowOf(
      collected([
        sentBlank("X01", "0.xlsx"),
        plain,
        sent("X01", "2.xlsx", submission(2)),
        sent("X01", "f.xlsx", final),
      ]),
      "X01",
    );
    expect(row.counted!.file).toBe("f.xlsx");
    expect(row.superseded.map(({ file }) => file.file)).toEqual(["2.xlsx", "a.xlsx", "0.xlsx"]);
    expect(row.status).toBe("final");
  });

  test("any order of the files gives the same collection", () => {
    const files = [
      plain,
      sent("X01", "b.xlsx", {}, { ...at("2007-05-02T10:00:00Z"), sha256: "other" }),
      sent("X01", "c.xlsx", submission(2)),
      sent("X01", "d.xlsx", final),
      sent("X02", "e.xlsx"),
      sentBlank("X02", "f.xlsx"),
      refused("X03 a.xlsx"),
      sent("Z01", "g.xlsx"),
      refused("h.xlsx"),
    ];
    const told = ({ rows, strangers, unread }: Collection) => [
      rows.map(({ organisation, state, status, counted, superseded, refused: those }) => ({
        code: organisation.code,
        state,
        status,
        counted: counted?.file,
        superseded: superseded.map(({ file }) => file.file),
        refused: those.map(({ file }) => file),
      })),
      strangers.map(({ file }) => file),
      unread.map(({ file }) => file),
    ];
    const wanted = told(collected(files));
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (order) => {
        expect(told(collected(order))).toEqual(wanted);
      }),
    );
  });
});
