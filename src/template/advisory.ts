import type { Level, Rule } from "./template";

type Graded = Pick<Rule, "level" | "advisoryUntil">;

/** How grave it is on a day, as Excel counts them, when a rule fails: until its advisory time is over it is only noted. */
export function levelOn({ level, advisoryUntil }: Graded, day: number | null): Level {
  return advisoryUntil !== null && day !== null && day <= advisoryUntil ? "note" : level;
}

/** How a workbook grades a rule: it knows no day, so one that began as advisory asks for nothing there and says until when. */
export function levelInWorkbook({ level, advisoryUntil }: Graded): Level {
  return advisoryUntil === null ? level : "note";
}
