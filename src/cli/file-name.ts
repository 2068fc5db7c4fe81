import type { Organisation } from "../register";
import type { Template } from "../template";

const LONGEST_NAME = 60;

/** A workbook's file name: the code, the organisation's name in short, the role and the year. Fit for Windows too. */
export function workbookName({ code, name }: Organisation, { roleLabel, year }: Template): string {
  return `${[code, shortName(name), roleLabel, year]
    .map(fit)
    .filter((part) => part !== "")
    .join(" ")}.xlsx`;
}

/** The name of an organisation without what all of them have in theirs, and not over sixty characters. */
export function shortName(name: string): string {
  const plain = fit(name)
    .replace(/\bprimary care trust\b/gi, "PCT")
    .replace(/[\s,]+NHS( Foundation)? Trust$/i, "");
  return cut(plain);
}

/** Without what Windows takes in no file name: signs of its own, control characters, dots and blanks at the end. */
function fit(text: string): string {
  return (
    text
      .normalize("NFC")
      // eslint-disable-next-line no-control-regex
      .replace(/[\\/:*?"<>|\u0000-\u001f\u007f-\u009f]/g, " ")
      .replace(/\s+/g, " ")
      .trim()
      .replace(/[. ]+$/, "")
  );
}

/** Cut at the end of a word where there is one. */
function cut(text: string): string {
  const letters = [...text];
  if (letters.length <= LONGEST_NAME) return text;
  const start = letters.slice(0, LONGEST_NAME).join("");
  const whole = letters[LONGEST_NAME] === " " ? start : start.replace(/\s\S*$/, "");
  return fit(whole);
}
