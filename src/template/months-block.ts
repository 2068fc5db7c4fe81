import type { MonthsDefinition, TableDefinition } from "./definition";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Room for "Apr 2007" in two lines, and for 100%. */
const MONTH_WIDTH = 7.5;

/** The table that a block of months stands for: its columns are called apr, may and so on in every year. */
export function tableOfMonths({ months, from, each, ...rest }: MonthsDefinition): TableDefinition {
  const [year = "", first = ""] = from.split("-");
  const columns = Object.fromEntries(
    MONTHS.map((_, at) => {
      const month = Number(first) - 1 + at;
      const name = MONTHS[month % MONTHS.length] ?? "";
      const label = `${name} ${Number(year) + Math.floor(month / MONTHS.length)}`;
      return [name.toLowerCase(), { label, width: MONTH_WIDTH, ...each }];
    }),
  );
  return { table: months, columns, ...rest };
}
