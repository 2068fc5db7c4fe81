import { csvProblem, csvRows, quoted, type CsvFault } from "./csv-rows";
import { DAY_WANTED, isoDayOf } from "./day";
import { CommandProblem } from "./problem";

/** What has to be known to say which returns came late. */
export interface Lateness {
  /** The ISO day by which returns were due. */
  readonly due: string;
  /** File → the ISO day on which it came in, as `receivedOn` looks it up. */
  readonly received: ReadonlyMap<string, string>;
}

/** The days of --received and --due; null where neither was given. One without the other says nothing of what is late. */
export function latenessOf(options: {
  readonly received: string | undefined;
  readonly due: string | undefined;
}): Lateness | null {
  const { received, due } = options;
  if (received === undefined && due === undefined) return null;
  if (received === undefined || due === undefined) {
    throw new CommandProblem(
      "To say what came in late, both are needed: the days on which files came in, --received FILE.csv, and the day they were due, --due DATE.",
    );
  }
  return { due: readDue(due), received: readReceived(received) };
}

/** The ISO day of a date as a person writes it after --due. */
export function readDue(text: string): string {
  const day = isoDayOf(text);
  if (day === undefined) throw new CommandProblem(`--due is ${quoted(text)}. Give ${DAY_WANTED}.`);
  return day;
}

/** The days on which files came in, from a CSV with the columns file and received: file → ISO day. Broken lines are told by number. */
export function readReceived(path: string): ReadonlyMap<string, string> {
  const { rows, faults: broken } = csvRows(path, ["file", "received"]);
  const faults: CsvFault[] = [...broken];
  const days = new Map<string, string>();
  const lineOf = new Map<string, number>();
  for (const { line, under } of rows) {
    const refuse = (sentence: string) => faults.push({ line, sentence });
    const file = plainPath(under("file"));
    const day = isoDayOf(under("received"));
    const first = lineOf.get(file.toLowerCase());
    if (file === "") refuse("the file is empty. Name the file, or remove the line.");
    else if (first !== undefined) refuse(`${file} already stands in line ${first}. Keep one of the two.`);
    else if (under("received").trim() === "")
      refuse(`it does not say when ${file} came in. Give ${DAY_WANTED}, or remove the line.`);
    else if (day === undefined)
      refuse(`${file} came in on ${quoted(under("received"))}, which is no day. Give ${DAY_WANTED}.`);
    else days.set(file, day);
    if (file !== "" && first === undefined) lineOf.set(file.toLowerCase(), line);
  }
  if (faults.length > 0) throw csvProblem(path, faults);
  return days;
}

/**
 * The day on which a file came in, by its path as `consolidate` shows it, in any case; where one side gives the bare name of the
 * file, by that. Undefined where nothing is said of it, or several things that differ.
 */
export function receivedOn(received: ReadonlyMap<string, string>, fileName: string): string | undefined {
  const path = plainPath(fileName).toLowerCase();
  const entries = [...received].map(([file, day]) => ({ path: plainPath(file).toLowerCase(), day }));
  const same = entries.filter((entry) => entry.path === path);
  const alike = entries.filter(
    (entry) => bareName(entry.path) === bareName(path) && (!entry.path.includes("/") || !path.includes("/")),
  );
  const days = new Set((same.length > 0 ? same : alike).map(({ day }) => day));
  return days.size === 1 ? [...days][0] : undefined;
}

function plainPath(file: string): string {
  return file
    .trim()
    .replaceAll("\\", "/")
    .replace(/^(\.\/)+/, "");
}

function bareName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
