import { refuses } from "./refused";
import { problemsOf } from "./small-year";

/** A formula of a line, one of a rule for the whole return, and where a rule points. */
const OF_LINE = { file: "spend.yaml", old: '"=ROUND(spend.rate[@]*spend.gross[@],0)"' } as const;
const OF_RULE = { file: "spend.yaml", old: '"=spend.net[total]>=spend.uplift[total]"' } as const;
const AT = { file: "spend.yaml", old: "at: spend.net[total]" } as const;

describe("a formula is refused with", () => {
  refuses({
    "a function that is not known": { ...OF_LINE, by: '"=ROUNDUP(1,0)"', says: "ROUNDUP is no function" },
    "a function that is not known, in a rule": { ...OF_RULE, by: '"=NOW()>1"', says: "NOW is no function" },
    "a bracket that is not closed": { ...OF_RULE, by: '"=(1>0"', says: "can't be read" },
    "a block that does not exist": {
      ...OF_RULE,
      by: '"=spent.net[total]>0"',
      says: "There is no block spent in this return.",
    },
    "a line that does not exist": {
      ...OF_RULE,
      by: '"=spend.nett[total]>0"',
      says: "There is no spend.nett[total] in this return.",
    },
    "a column that does not exist": {
      ...OF_RULE,
      by: '"=spend.net[totals]>0"',
      says: "There is no spend.net[totals] in this return.",
    },
    "a field of a form that does not exist": {
      ...OF_RULE,
      by: '"=cover.nmae=1"',
      says: "There is no cover.nmae in this return.",
    },
    "a cell's column left out": { ...OF_RULE, by: '"=spend.net>0"', says: "spend.net needs a column." },
    "a block name that reads as a cell": {
      ...OF_RULE,
      by: '"=q1[plan]>0"',
      says: "q1 reads as the address of a cell",
    },
    "the address of a cell": { ...OF_RULE, by: '"=D14>0"', says: "D14 reads as the address of a cell" },
    "the addresses of cells": { ...OF_RULE, by: '"=SUM(A1:B2)>0"', says: "A1:B2 reads as the address" },
    "a cell of another sheet": { ...OF_RULE, by: '"=Spend!A1>0"', says: "Spend!A1 reads as the address" },
    "an address by row and column": { ...OF_RULE, by: '"=R1C1>0"', says: "R1C1 reads as the address" },
    "a bare name": { ...OF_RULE, by: '"=total>0"', says: "total is no key" },
    "its own line where there is none": {
      ...OF_RULE,
      by: '"=[@total]>0"',
      says: "[@total] has no line of its own here.",
    },
    "its own column where there is none": {
      ...OF_RULE,
      by: '"=spend.net[@]>0"',
      says: "spend.net[@] has no column of its own here.",
    },
    "several cells outside of SUM": {
      ...OF_RULE,
      by: '"=spend.staff..other[revenue]>0"',
      says: "Several cells can stand only in SUM, MIN, MAX, COUNT, COUNTA, COUNTSAME, SUMSAME.",
    },
    "a whole column outside of SUM": { ...OF_RULE, by: '"=ABS(spend[revenue])>0"', says: "Several cells" },
    "several cells in a part of SUM": { ...OF_RULE, by: '"=SUM(-spend[revenue])>0"', says: "Several cells" },
    "lines without a column": {
      ...OF_RULE,
      by: '"=SUM(spend.staff..other)>0"',
      says: "spend.staff..other needs a column, unless it stands in EVERY or ANY.",
    },
    "a whole column that does not exist": {
      ...OF_RULE,
      by: '"=SUM(spend[revenues])>0"',
      says: "There is no spend.staff[revenues] in this return.",
    },
    "lines that begin nowhere": {
      ...OF_RULE,
      by: '"=SUM(spend.stuff..other[revenue])>0"',
      says: "spend has no line stuff.",
    },
    "lines that end nowhere": {
      ...OF_RULE,
      by: '"=SUM(spend.staff..others[revenue])>0"',
      says: "spend has no line others.",
    },
    "lines the wrong way round": {
      ...OF_RULE,
      by: '"=SUM(spend.other..staff[revenue])>0"',
      says: "In spend, line staff stands before other.",
    },
    "EVERY over no lines": {
      ...OF_RULE,
      by: '"=EVERY(spend[revenue],TRUE)"',
      says: "EVERY and ANY take lines",
    },
    "EVERY over lines that hold no entries": {
      ...OF_RULE,
      by: '"=EVERY(sums.all..all,[@plan]>0)"',
      says: "No line from all to all of sums has an entry.",
      with: [
        {
          file: "spend.yaml",
          old: "\nrules:\n",
          by:
            "\n  - table: sums\n    title: Sums\n    columns:\n      plan: { label: Plan, type: money, is: '=1' }\n" +
            "    lines:\n      all: { label: All }\nrules:\n",
        },
      ],
    },
    "ISBLANK of a total": {
      ...OF_RULE,
      by: '"=NOT(ISBLANK(spend.net[total]))"',
      says: "ISBLANK asks about spend.net[total], which is worked out and never blank.",
    },
    "COUNT of a total": { ...OF_RULE, by: '"=COUNT(spend.net[total])=1"', says: "COUNT asks about" },
    "ISBLANK of a constant": {
      ...OF_RULE,
      by: '"=ISBLANK(spend.rate[revenue])"',
      says: "ISBLANK asks about spend.rate[revenue]",
    },
  });
});

describe("a key is refused that does not exist", () => {
  refuses({
    "where a rule points": { ...AT, by: "at: spend.nett[total]", says: "There is no spend.nett[total]" },
    "where a rule points at several": {
      ...AT,
      by: 'at: ["spend.gross[total]", "spend.gross[totals]"]',
      says: "There is no spend.gross[totals]",
    },
    "where a rule points at more than a cell": { ...AT, by: "at: spend[total]", says: "Several cells" },
    "where a rule points at what is closed": {
      ...AT,
      by: "at: spend.support[capital]",
      says: "spend.support[capital] is no cell of this return.",
    },
    "where a rule points at a sum of cells": {
      ...AT,
      by: "at: spend.net[total]+1",
      says: "is no cell of this return.",
    },
    "as a closed column": {
      file: "spend.yaml",
      old: "closed: [capital]",
      by: "closed: [capitals]",
      says: "There is no column capitals in this table.",
    },
    "as a constant's column": {
      file: "spend.yaml",
      old: "capital: 0.001",
      by: "capitol: 0.001",
      says: "There is no column capitol in this table.",
    },
    "as the column of a line's formula": {
      file: "spend.yaml",
      old: 'is: "=ROUND(spend.rate[@]*spend.gross[@],0)"',
      by: 'is: { capitals: "=1" }',
      says: "There is no column capitals in this table.",
    },
    "as the line of a column's formula": {
      file: "spend.yaml",
      old: 'is: "=SUM([@revenue],[@capital])"',
      by: 'is: { stuff: "=1" }',
      says: "There is no line stuff in this table.",
    },
    "as who files the return": {
      file: "year.yaml",
      old: "code: cover.org_code",
      by: "code: cover.code",
      says: "cover.code is no field of this return that can be filled in.",
    },
    "as who files the return, being worked out": {
      file: "year.yaml",
      old: "name: cover.org_name",
      by: "name: cover.sha_name",
      says: "cover.sha_name is no field of this return that can be filled in.",
    },
    "as what a look-up goes by": {
      file: "cover.yaml",
      old: "of: cover.sha_code",
      by: "of: cover.sha",
      says: "There is no cover.sha in this return.",
    },
    "as the table of a look-up": {
      file: "cover.yaml",
      old: "among: shas",
      by: "among: authorities",
      says: "There is no table authorities in this year.",
    },
    "as what a look-up gives": {
      file: "cover.yaml",
      old: "gives: name",
      by: "gives: region",
      says: "The table shas has no region.",
    },
    "as the list of a choice": {
      file: "cover.yaml",
      old: "list: status",
      by: "list: states",
      says: "There is no list states in this year.",
    },
    "as a sheet of a role": {
      file: "year.yaml",
      old: "sheets: [cover, spend, explanations, checks]",
      by: "sheets: [cover, spend, tariff, explanations, checks]",
      says: "There is no file tariff.yaml for this sheet.",
    },
  });
});

test("a line is refused that a sum names and no line is, for each column", () => {
  const problems = problemsOf({
    file: "spend.yaml",
    old: "sums: [gross, income]",
    by: "sums: [gross, incomes]",
  });
  expect(problems).toEqual(
    ["revenue", "capital"].map((column) => ({
      file: "spend.yaml",
      line: 17,
      message: `There is no spend.incomes[${column}] in this return.`,
    })),
  );
});
