import { refuses } from "./refused";
import { problemsOf } from "./small-year";

const SAYS = { file: "spend.yaml", old: "says: Nothing is planned." } as const;
const SOURCE = { file: "spend.yaml", old: "source: guidance s2" } as const;

describe("a rule is refused where", () => {
  refuses({
    "its source is not in the year's list": {
      ...SOURCE,
      by: "source: gidance s2",
      says: "The source “gidance s2” is not among the sources of the year.",
    },
    "its code is another rule's": {
      file: "spend.yaml",
      old: 'code: "AA02"',
      by: 'code: "AA01" # again',
      says: "The code AA01 is used twice in this return.",
    },
    "its code is a standing check's": {
      file: "checks.yaml",
      old: 'code: "ZZ03"',
      by: 'code: "AA01"',
      says: "The code AA01 is used twice.",
    },
    "it is for each line and stands outside a table": {
      file: "spend.yaml",
      old: '  - code: "AA03"\n',
      by: '  - code: "AA03"\n    each: line\n',
      at: "    each: line\n    level: note",
      says: "A rule for each line stands under the table whose lines it is for.",
    },
    "unless names no rule": {
      file: "spend.yaml",
      old: "unless: [AA03]",
      by: "unless: [AA04]",
      says: "There is no rule AA04 in this return.",
    },
    "unless names itself": {
      file: "spend.yaml",
      old: "unless: [AA03]",
      by: "unless: [AA02]",
      says: "AA02 would be silenced by itself",
    },
    "its fix has a hole": {
      file: "spend.yaml",
      old: "fix: Correct the spend.",
      by: 'fix: "Correct {spend.net[total]}."',
      says: "{spend.net[total]} is not filled in here",
    },
    "it compares a share with an amount": {
      file: "spend.yaml",
      old: 'code: "AA02"',
      by: 'code: "AA02"\n    compares: { expected: "=spend.rate[revenue]", planned: "=spend.net[total]" }',
      at: "    compares:",
      says: "=spend.rate[revenue] is no whole amount",
    },
    "it compares what does not exist": {
      file: "spend.yaml",
      old: 'code: "AA02"',
      by: 'code: "AA02"\n    compares: { expected: "=spend.nett[total]", planned: "=spend.net[total]" }',
      at: "    compares:",
      says: "There is no spend.nett[total] in this return.",
    },
    "it compares figures for each line": {
      file: "spend.yaml",
      old: 'code: "AA01"',
      by: 'code: "AA01"\n        compares: { expected: "=spend.uplift[total]", planned: "=spend.net[total]" }',
      at: "        compares:",
      says: "A rule for each line compares no two figures of the return.",
    },
  });

  test("unless goes in a circle, told of each rule in it", () => {
    const problems = problemsOf({
      file: "spend.yaml",
      old: 'code: "AA03"',
      by: 'code: "AA03"\n    unless: [AA02]',
    });
    expect(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
      "spend.yaml:36 AA02 would be silenced by itself: its unless goes in a circle.",
      "spend.yaml:44 AA03 would be silenced by itself: its unless goes in a circle.",
    ]);
  });
});

describe("a message is refused with", () => {
  refuses({
    "an empty hole": { ...SAYS, by: 'says: "Nothing: {}."', says: "A hole {} names no key." },
    "a blank hole": { ...SAYS, by: 'says: "Nothing: { }."', says: "A hole {} names no key." },
    "a hole that names a key that does not exist": {
      ...SAYS,
      by: 'says: "Nothing: {no.such[key]}."',
      says: "There is no block no in this return.",
    },
    "a hole that names a line that does not exist": {
      ...SAYS,
      by: 'says: "Nothing: {spend.nett[total]}."',
      says: "There is no spend.nett[total] in this return.",
    },
    "a hole that names no key": {
      ...SAYS,
      by: 'says: "Nothing: {spend}."',
      says: "spend is no key by itself; only COUNTROWS takes a list by its name.",
    },
    "a hole that names a cell": {
      ...SAYS,
      by: 'says: "Nothing: {D14}."',
      says: "{D14} names nothing that can be shown: D14 reads as the address of a cell",
    },
    "a hole of several cells": { ...SAYS, by: 'says: "Nothing: {spend[revenue]}."', says: "Several cells" },
    "a hole that is never closed": {
      ...SAYS,
      by: 'says: "Nothing: {spend.net[total]"',
      says: "A brace { is never closed.",
    },
    "a brace in a quoted text that is never closed": {
      ...SAYS,
      by: "says: 'Nothing: {spend.net[total]&\"}'",
      says: "A brace { is never closed.",
    },
    "a hole in a format that is not known": {
      ...SAYS,
      by: 'says: "Nothing: {spend.net[total]|0.000}."',
      says: "{spend.net[total]|0.000} asks for the format 0.000; there are 0, 0.0,",
    },
    "{line} where there is no line": {
      ...SAYS,
      by: 'says: "{line}: nothing."',
      says: "{line} stands only in a rule for each line.",
    },
    "a stretch that is too long for Excel": {
      ...SAYS,
      by: `says: "${"x".repeat(256)}{spend.net[total]}"`,
      says: "A stretch of the message has 256 characters; Excel takes 255 in a formula.",
    },
    "a stretch that is too long behind a hole": {
      ...SAYS,
      by: `says: "{spend.net[total]}${"x".repeat(300)}"`,
      says: "A stretch of the message has 300 characters",
    },
    "a hole without a key in its short words": {
      file: "spend.yaml",
      old: "short: nothing planned",
      by: 'short: "{} planned"',
      says: "A hole {} names no key.",
    },
  });

  test("nothing of the kind, where each of two stretches is as long as Excel takes", () => {
    const long = "x".repeat(255);
    expect(problemsOf({ ...SAYS, by: `says: "${long}{spend.net[total]}${long}"` })).toEqual([]);
  });
});
