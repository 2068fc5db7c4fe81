import { foundText, grouped, type Finding } from "../../return";
import { fieldKey } from "../../template";

import { isFilled } from "../collection";
import { listedRows } from "../listed-rows";
import { raised, type CrossCheck, type Raised } from "./raised";

/** So many things are named; how many there are besides is said. */
const NAMED = 3;

/** Organisations whose return is said to be in order while something in it has to be put right. */
export const vouchedFor: CrossCheck = (collection) =>
  listedRows(collection).flatMap(({ by, list, line, name, of }) => {
    if (!of || !isFilled(of)) return [];
    const { counted } = of;
    const wrong = counted.reading.findings.filter(({ level }) => level === "fix");
    if (wrong.length === 0) return [];
    return [...list.takes.vouches].flatMap(([column, answers]): Raised[] => {
      const key = fieldKey(list, line.id, column);
      const answer = foundText(by.counted.reading.found, key);
      if (answer === null || !answers.includes(answer)) return [];
      const facts = {
        expected: name,
        right: answer,
        file: counted.file,
        count: wrong.length === 1 ? "one thing" : `${wrong.length} things`,
        found: inWords(wrong),
      };
      return [raised(by.counted, "vouched_for", facts, key)];
    });
  });

/** "IM&T spend G20, G21 (Totals are worked out, not typed); and more on Tariff" */
function inWords(wrong: readonly Finding[]): string {
  const groups = grouped(wrong);
  const named = groups.slice(0, NAMED).map(({ sheet, cells, title }) => {
    const some = cells.slice(0, NAMED).join(", ");
    return `${sheet}${some === "" ? "" : ` ${some}`}${cells.length > NAMED ? " …" : ""} (${title})`;
  });
  const sheets = [...new Set(groups.slice(NAMED).map(({ sheet }) => sheet))];
  return [...named, ...(sheets.length > 0 ? [`and more on ${sheets.join(", ")}`] : [])].join("; ");
}
