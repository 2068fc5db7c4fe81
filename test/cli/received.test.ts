import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { CommandProblem } from "../../src/cli/problem";
import { latenessOf, readDue, readReceived, receivedOn } from "../../src/cli/received";
import { scratch } from "../support/scratch";
import { imtHere, registerIn } from "./imt";

const away = scratch();
const file = join(away, "received.csv");

function read(text: string): ReadonlyMap<string, string> {
  writeFileSync(file, text);
  return readReceived(file);
}

/** The sentences that a person is told. */
function refusalOf(what: () => unknown): readonly string[] {
  try {
    what();
  } catch (problem) {
    if (problem instanceof CommandProblem) return problem.sentences;
    throw problem;
  }
  return [];
}

describe("the days on which files came in", () => {
  test("are read as ISO days, whichever way they are written; other columns are left alone", () => {
    const days = read(
      'received,file,by\r\n31/03/2007,X01.xlsx,post\r\n2007-04-02,"late/X02, second.xlsx",\r\n1/4/2007,.\\late\\X03.xlsx,\r\n',
    );
    expect([...days]).toEqual([
      ["X01.xlsx", "2007-03-31"],
      ["late/X02, second.xlsx", "2007-04-02"],
      ["late/X03.xlsx", "2007-04-01"],
    ]);
  });

  test("that can't be used are told by line, all of them", () => {
    const text =
      "file,received\nX01.xlsx,31/02/2007\nX02.xlsx,\n,2007-04-02\nX03.xlsx,2007-04-02\nx03.XLSX,2007-04-03\nX04.xlsx,2,April\n";
    expect(refusalOf(() => read(text))).toEqual([
      `${file} can't be used, and nothing was written.`,
      "Line 2: X01.xlsx came in on “31/02/2007”, which is no day. Give a day as dd/mm/yyyy or yyyy-mm-dd.",
      "Line 3: it does not say when X02.xlsx came in. Give a day as dd/mm/yyyy or yyyy-mm-dd, or remove the line.",
      "Line 4: the file is empty. Name the file, or remove the line.",
      "Line 6: x03.XLSX already stands in line 5. Keep one of the two.",
      "Line 7: there are 3 values under 2 headings. Put quotation marks around a value that has a comma inside it.",
    ]);
    expect(refusalOf(() => read("name,day\nX01.xlsx,2007-04-02\n"))).toEqual([
      `${file} has no column file and no column received. Its first line has to hold the headings file,received.`,
    ]);
  });

  test("are found by the path that consolidate shows, or by the file's bare name, in any case", () => {
    const days = read(
      "file,received\na/X01.xlsx,2007-04-01\nb/X01.xlsx,2007-04-02\nX02.xlsx,2007-04-03\nc/X03.xlsx,2007-04-04\n",
    );
    expect(receivedOn(days, "a/X01.xlsx")).toBe("2007-04-01");
    expect(receivedOn(days, "B/x01.XLSX")).toBe("2007-04-02");
    expect(receivedOn(days, "late/x02.xlsx")).toBe("2007-04-03");
    expect(receivedOn(days, "X03.xlsx")).toBe("2007-04-04");
  });

  test("are not guessed: another folder's file, one of several, or one that is not named, has none", () => {
    const days = read("file,received\na/X01.xlsx,2007-04-01\nb/X01.xlsx,2007-04-02\n");
    expect(receivedOn(days, "c/X01.xlsx")).toBeUndefined();
    expect(receivedOn(days, "X01.xlsx")).toBeUndefined();
    expect(receivedOn(days, "X02.xlsx")).toBeUndefined();
  });
});

describe("the day by which returns are due", () => {
  test.each([
    ["2007-03-31", "2007-03-31"],
    ["31/03/2007", "2007-03-31"],
    [" 1/4/2007 ", "2007-04-01"],
    ["29/02/2008", "2008-02-29"],
  ])("%j is %s", (text, day) => {
    expect(readDue(text)).toBe(day);
  });

  test.each(["", "tomorrow", "31/02/2007", "2007-13-01", "31/03/07", "2007/03/31"])("%j is none", (text) => {
    expect(refusalOf(() => readDue(text))).toEqual([
      `--due is “${text}”. Give a day as dd/mm/yyyy or yyyy-mm-dd.`,
    ]);
  });
});

describe("what is late", () => {
  const BOTH =
    "To say what came in late, both are needed: the days on which files came in, --received FILE.csv, and the day they were due, --due DATE.";

  test("is known where both are given, not asked for where neither is", () => {
    writeFileSync(file, "file,received\nX01.xlsx,2007-04-02\n");
    expect(latenessOf({ received: file, due: "31/03/2007" })).toEqual({
      due: "2007-03-31",
      received: new Map([["X01.xlsx", "2007-04-02"]]),
    });
    expect(latenessOf({ received: undefined, due: undefined })).toBeNull();
  });

  test("needs both: imt consolidate refuses one without the other, and either where it is wrong", async () => {
    const register = registerIn(away);
    const consolidate = async (...args: readonly string[]) => {
      const usual = [away, "--sha", "Q30", "--register", register, "--out", join(away, "s.xlsx")];
      const { code, said, remarked } = await imtHere("consolidate", ...usual, ...args);
      expect([code, said]).toEqual([2, []]);
      return remarked;
    };
    writeFileSync(file, "file,received\nX01.xlsx,soon\n");
    expect(await consolidate("--due", "31/03/2007")).toEqual([BOTH]);
    expect(await consolidate("--received", file)).toEqual([BOTH]);
    expect((await consolidate("--received", file, "--due", "31/03/2007"))[1]).toContain("Line 2: X01.xlsx");
    expect(await consolidate("--received", file, "--due", "soon")).toEqual([
      "--due is “soon”. Give a day as dd/mm/yyyy or yyyy-mm-dd.",
    ]);
  });
});
