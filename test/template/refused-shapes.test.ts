import { refuses } from "./refused";
import { problemsOf, SMALL_YEAR } from "./small-year";

describe("a file is refused that can't be read", () => {
  refuses({
    "a quotation mark is not closed": {
      file: "checks-sheet.yaml",
      old: "title: Checks\n",
      by: 'title: "Checks',
      says: "This can't be read: ",
    },
    "lines stand at different depths": {
      file: "cover.yaml",
      old: "    title: Organisation",
      by: "   title: Organisation",
      at: "title: Organisation",
      says: "This can't be read: ",
    },
    "a key stands twice in one place": {
      file: "cover.yaml",
      old: "org_name: {",
      by: "org_code: {",
      at: "label: Name",
      says: "This key is used twice in the same place",
    },
    "something is named that was never given": {
      file: "cover.yaml",
      old: "title: Organisation",
      by: "title: *nothing",
      says: "*nothing can't be used here: write the value itself.",
    },
  });
});

describe("a shape is refused where", () => {
  refuses({
    "a field has a property that is not known": {
      file: "cover.yaml",
      old: "help: Three characters.",
      by: "colour: red",
      says: "“colour” is not known here.",
    },
    "a line has a property that is not known": {
      file: "spend.yaml",
      old: "closed: [capital]",
      by: "close: [capital]",
      says: "“close” is not known here.",
    },
    "a rule has no source": {
      file: "spend.yaml",
      old: "    source: guidance s2\n",
      by: "",
      at: '- code: "AA02"',
      says: "“source” is missing.",
    },
    "a rule's source is empty": {
      file: "spend.yaml",
      old: "source: guidance s2",
      by: 'source: ""',
      says: "“source”: a rule needs its source.",
    },
    "a rule's level is another": {
      file: "spend.yaml",
      old: "level: note",
      by: "level: error",
      says: "“level”: the level is fix, explain or note.",
    },
    "a rule's code is a number": {
      file: "spend.yaml",
      old: 'code: "AA02"',
      by: "code: 5E1",
      says: "“code”: a code is wanted here, in quotes.",
    },
    "a rule's code has another form": {
      file: "spend.yaml",
      old: 'code: "AA02"',
      by: 'code: "AA2"',
      says: "a code is two capital letters and two digits",
    },
    "each is another word than line": {
      file: "spend.yaml",
      old: "each: line",
      by: "each: column",
      says: "“each”: each can only be line.",
    },
    "a type is not known": {
      file: "cover.yaml",
      old: "type: date",
      by: "type: day",
      says: "“type”: the type is one of money, count, percent, date, text, code, choice.",
    },
    "an answer is not known": {
      file: "cover.yaml",
      old: "type: code, answer: optional",
      by: "type: code, answer: maybe",
      says: "the answer is due, optional or zero",
    },
    "a bound is a text": {
      file: "spend.yaml",
      old: "label: IM&T staff, least: 0",
      by: 'label: IM&T staff, least: "0"',
      says: "“least”: a number is wanted here.",
    },
    "a text's length is a text": {
      file: "cover.yaml",
      old: "most: 120",
      by: "most: many",
      says: "“most”: a number is wanted here.",
    },
    "decimals are no whole number": {
      file: "spend.yaml",
      old: "decimals: 1",
      by: "decimals: 1.5",
      says: "“decimals”: this is not what is wanted here.",
    },
    "a line's number is a text": {
      file: "spend.yaml",
      old: "number: 110",
      by: 'number: "110"',
      says: "“number”: this is not what is wanted here.",
    },
    "a label is a number": {
      file: "spend.yaml",
      old: "label: Support",
      by: "label: 17",
      says: "“label”: a text is wanted here.",
    },
    "a formula has no equals sign": {
      file: "spend.yaml",
      old: 'is: "=ROUND(spend.rate[@]*spend.gross[@],0)"',
      by: 'is: "spend.gross[@]"',
      says: "“is”: a formula begins with =.",
    },
    "a test has no equals sign": {
      file: "spend.yaml",
      old: 'holds: "=SUM(spend[revenue])>0"',
      by: "holds: SUM(spend[revenue])>0",
      says: "“holds”: a formula begins with =.",
    },
    "a key has a capital letter": {
      file: "spend.yaml",
      old: "other: { label: Other",
      by: "Other: { label: Other",
      says: "a name has small letters, digits and _ only",
    },
    "a sheet's name is longer than Excel takes": {
      file: "spend.yaml",
      old: "sheet: Spend",
      by: "sheet: Spend of the organisation by kind",
      says: "a sheet's name has 31 characters at most",
    },
    "a sheet's name has a sign that Excel refuses": {
      file: "spend.yaml",
      old: "sheet: Spend",
      by: 'sheet: "Spend: plan"',
      says: "a sheet's name can't hold",
    },
    "a block begins with another word": {
      file: "checks-sheet.yaml",
      old: "- checks: checks",
      by: "- chart: checks",
      says: "A block begins with form, table, months, list, explanations, nothing or checks.",
    },
    "the year is a number": {
      file: "year.yaml",
      old: 'year: "2001-02"',
      by: "year: 2001",
      says: "“year”: the year is a text, in quotes.",
    },
    "the year has another form": {
      file: "year.yaml",
      old: 'year: "2001-02"',
      by: 'year: "2001/02"',
      says: "a planning year is four digits, a hyphen, two digits",
    },
    "the version is a number": {
      file: "year.yaml",
      old: 'version: "1.0"',
      by: "version: 1.0",
      says: "“version”: a version is a text, in quotes.",
    },
    "a standing check has no source": {
      file: "checks.yaml",
      old: "    fix: Mend blank.\n    source: shape\n",
      by: "    fix: Mend blank.\n",
      at: "  blank:",
      says: "“source” is missing.",
    },
  });
});

test.each(["", "# nothing", "words"])("a file that holds %j is refused", (text) => {
  const old = SMALL_YEAR["checks-sheet.yaml"];
  expect(problemsOf({ file: "checks-sheet.yaml", old, by: text })).toEqual([
    { file: "checks-sheet.yaml", line: 1, message: "“the file”: this is not what is wanted here." },
  ]);
});

test.each(["a:b", "a\\b", "a/b", "a?b", "a*b", "a[b", "a]b"])("a sheet can't be named %s", (name) => {
  const by = `sheet: '${name}'`;
  expect(problemsOf({ file: "spend.yaml", old: "sheet: Spend", by })).toEqual([
    expect.objectContaining({ file: "spend.yaml", line: 1 }),
  ]);
});

test("several faults are told at once, each by its file and line", () => {
  const problems = problemsOf(
    { file: "cover.yaml", old: "type: date", by: "type: day" },
    { file: "spend.yaml", old: "number: 110", by: "number: x" },
    { file: "spend.yaml", old: "level: explain", by: "level: warning" },
  );
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
    "cover.yaml:11",
    "spend.yaml:13",
    "spend.yaml:22",
  ]);
});
