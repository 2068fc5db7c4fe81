/** Role → column of the net line → the sum over all bodies (£000). */
export type Totals = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * Adds up line 220 of every workbook in a folder with openpyxl alone: the row by its number and words, the columns by the heads
 * above it, as a person would find them.
 */
export const SUM_RETURNS = `
import json, os, sys, openpyxl
folder = json.load(sys.stdin)
sums = {}
for name in sorted(os.listdir(folder)):
    book = openpyxl.load_workbook(os.path.join(folder, name), data_only=True)
    role = book["Cover"]["A1"].value.split("|")[2]
    rows = list(book["IM&T spend"].iter_rows(values_only=True))
    heads = next(at for at, row in enumerate(rows) if "Revenue\\n£000" in row)
    groups, group = [], None
    for text in rows[heads - 1]:
        group = text or group
        groups.append(group)
    net = next(row for row in rows if row[1] == 220 and str(row[2]).startswith("Net IM&T spend"))
    of = sums.setdefault(role, {})
    for at, head in enumerate(rows[heads]):
        what = str(head).split("\\n")[0]
        if what in ("Revenue", "Capital", "Total") and str(groups[at])[:4].isdigit():
            key = groups[at] + " " + what
            of[key] = of.get(key, 0) + net[at]
json.dump(sums, sys.stdout)
`;

/** The totals of net spend that the summary shows, by the same names. */
export const FIND_TOTALS = `
import json, sys, openpyxl
book = openpyxl.load_workbook(json.load(sys.stdin), data_only=True)
found = {}
for sheet, role in (("Spend", "provider"), ("PCT spend", "commissioner")):
    rows = list(book[sheet].iter_rows(values_only=True))
    title = next(at for at, row in enumerate(rows) if str(row[0]).startswith("Net "))
    head = next(at for at in range(title, len(rows)) if rows[at][0] == "Code")
    groups, group = [], None
    for text in rows[head - 1]:
        group = text or group
        groups.append(group)
    total = next(row for row in rows[head:] if str(row[1]).startswith("Total of") and "received" in row[1])
    found[role] = {
        groups[at] + " " + str(what): total[at]
        for at, what in enumerate(rows[head])
        if what in ("Revenue", "Capital", "Total") and str(groups[at])[:4].isdigit()
    }
json.dump(found, sys.stdout)
`;
