import { python } from "./openpyxl";

/** How many totals were held against the facts, as each role, and those that are another figure: sheet, title, key, total, sum of facts. */
export interface SumsOfFacts {
  readonly found: Readonly<Record<"provider" | "commissioner", number>>;
  readonly wrong: readonly unknown[];
}

/**
 * openpyxl holds every total of a summary, or of the national workbook, that is of one value of the returns against the facts of a planning
 * year that count, from one or several files of them. A table's role is told by its sheet and title, its columns by the hidden row of keys
 * under its heads.
 */
export async function sumsOfFacts(given: {
  readonly workbook: string;
  readonly facts: readonly string[];
  readonly year: string;
}): Promise<SumsOfFacts> {
  return (await python(SUM_FACTS, given, 300_000)) as SumsOfFacts;
}

const SUM_FACTS = `
import csv, json, re, sys, openpyxl
given = json.load(sys.stdin)
sums = {}
for path in given["facts"]:
    with open(path, newline="", encoding="utf8") as file:
        for fact in csv.DictReader(file):
            if fact["counts"] == "yes" and fact["year"] == given["year"]:
                at = (fact["role"], fact["key"])
                sums[at] = sums.get(at, 0) + float(fact["value"])
found = {"provider": 0, "commissioner": 0}
wrong = []
for sheet in openpyxl.load_workbook(given["workbook"], data_only=True, read_only=True):
    if sheet.title in ("Facts", "Findings"):
        continue
    title, keys = "", None
    for row in sheet.iter_rows(values_only=True):
        if isinstance(row[0], str) and not any(row[1:]):
            title, keys = row[0], None
        elif row[1] == "Key on the sheet Facts":
            keys = row
        elif keys and isinstance(row[1], str) and row[1].startswith("Total of") and "received" in row[1]:
            of_pcts = sheet.title in ("PCT spend", "PCT programme") or title.startswith("PCTs")
            role = "commissioner" if of_pcts else "provider"
            for key, total in list(zip(keys, row))[3:]:
                if not re.fullmatch(r"[a-z0-9_]+\\.[a-z0-9_]+(\\[[a-z0-9_]+\\])?", str(key)) or total is None:
                    continue
                found[role] += 1
                if abs(total - sums.get((role, key), 0)) > 1e-6:
                    wrong.append([sheet.title, title, key, total, sums.get((role, key))])
json.dump({"found": found, "wrong": wrong}, sys.stdout)
`;
