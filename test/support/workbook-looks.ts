import { python } from "./openpyxl";

/**
 * What openpyxl sees of each workbook besides what stands in its cells: number formats, fonts, fills, lines, alignment, locks, validations
 * cell by cell, conditional formats, protection, sizes, panes and print. Prints where the first two differ.
 */
const SCRIPT = `
import json, sys, openpyxl
from openpyxl.utils import get_column_letter as letter

def colour(c, usual=None):
    if c is None or c.type != "rgb":
        return usual
    return c.rgb[-6:]

def line(side):
    return [side.style, colour(side.color)] if side is not None and side.style else None

def look(c):
    f, a, b, p = c.font, c.alignment, c.border, c.protection
    return {
        "number format": c.number_format,
        "font": [f.name, f.sz, bool(f.b), bool(f.i), f.u if f.u not in (None, "none") else None, colour(f.color, "000000")],
        "fill": colour(c.fill.fgColor) if c.fill.fill_type == "solid" else None,
        "lines": [line(b.top), line(b.bottom), line(b.left), line(b.right)],
        "alignment": [a.horizontal if a.horizontal != "general" else None, a.vertical or "bottom", bool(a.wrap_text), int(a.indent or 0)],
        "locked": p.locked is not False,
        "hidden": bool(p.hidden),
    }

def cells_of(sqref):
    return [letter(col) + str(row) for r in sqref.ranges for row in range(r.min_row, r.max_row + 1) for col in range(r.min_col, r.max_col + 1)]

def limit(formula):
    if formula is None:
        return None
    try:
        return float(formula)
    except ValueError:
        return str(formula)

def validation(v):
    operator = None if v.type in ("list", "custom", None, "none") else (v.operator or "between")
    kind = None if v.type in (None, "none", "any") else v.type
    return [kind, operator, limit(v.formula1), limit(v.formula2), bool(v.allow_blank) if kind else None, bool(v.showDropDown),
            (v.promptTitle or "", v.prompt or "") if v.showInputMessage else None,
            # What refuses nothing never says its error.
            (v.errorStyle or "stop", v.errorTitle or "", v.error or "") if v.showErrorMessage and kind else None]

def conditional(s):
    rules = []
    for r in s.conditional_formatting:
        for rule in r.rules:
            d = rule.dxf
            fill = None if d.fill is None else (colour(d.fill.bgColor) or colour(d.fill.fgColor))
            font = None if d.font is None else [colour(d.font.color), bool(d.font.b)]
            rules.append([rule.priority, sorted(str(x) for x in r.sqref.ranges), rule.type, rule.formula, fill, font, bool(rule.stopIfTrue)])
    return [rule[1:] for rule in sorted(rules, key=lambda rule: rule[0])]

def sizes(dimensions, attribute, number):
    out = {}
    for key, d in dimensions.items():
        first, last = (d.min, d.max) if attribute == "width" else (key, key)
        for at in range(first, last + 1):
            # Of what is hidden nobody sees the size.
            size = getattr(d, attribute) if number and not d.hidden else None
            out[at] = [None if size is None else float(size), bool(d.hidden)]
    return out

def sheet_of(s):
    p, setup, m, view = s.protection, s.page_setup, s.page_margins, s.sheet_view
    names = ["sheet", "objects", "scenarios", "formatCells", "formatColumns", "formatRows", "insertColumns", "insertRows",
             "insertHyperlinks", "deleteColumns", "deleteRows", "selectLockedCells", "selectUnlockedCells", "sort", "autoFilter", "pivotTables"]
    return {
        "state": s.sheet_state,
        "validations": {cell: validation(v) for v in s.data_validations.dataValidation for cell in cells_of(v.sqref)},
        "conditional": conditional(s),
        "protection": {name: bool(getattr(p, name)) for name in names},
        "merges": sorted(str(r) for r in s.merged_cells.ranges),
        "freeze": s.freeze_panes,
        "gridlines": bool(view.showGridLines),
        "filter": s.auto_filter.ref,
        "print": [setup.orientation, setup.paperSize, setup.scale if not s.sheet_properties.pageSetUpPr or not s.sheet_properties.pageSetUpPr.fitToPage else [setup.fitToWidth, setup.fitToHeight],
                  s.print_title_rows, s.print_title_cols, s.print_area or None],
        "margins": [round(x, 3) for x in (m.left, m.right, m.top, m.bottom, m.header, m.footer)],
        "footer": [s.oddFooter.left.text, s.oddFooter.center.text, s.oddFooter.right.text],
        "breaks": [sorted(b.id for b in s.row_breaks.brk), sorted(b.id for b in s.col_breaks.brk)],
    }

EMPTY_SIZE = [None, False]
found = []
def say(*words):
    found.append(" ".join(str(w) for w in words))

def compare(name, ours, theirs):
    for key in list(dict.fromkeys([*ours, *theirs])):
        a, b = ours.get(key), theirs.get(key)
        if isinstance(a, dict) and isinstance(b, dict):
            compare(f"{name} {key}", a, b)
        elif a != b:
            say(name, key, json.dumps(a), "and", json.dumps(b))

one, other = (openpyxl.load_workbook(path) for path in json.load(sys.stdin))
if one.sheetnames != other.sheetnames:
    say("sheets", one.sheetnames, other.sheetnames)
else:
    seen = 0
    for s in one.worksheets:
        t = other[s.title]
        compare(s.title, sheet_of(s), sheet_of(t))
        for attribute, a, b, near in (("width", s.column_dimensions, t.column_dimensions, 0.15), ("height", s.row_dimensions, t.row_dimensions, 0.01)):
            mine, theirs = sizes(a, attribute, True), sizes(b, attribute, True)
            for at in sorted({*mine, *theirs}):
                x, y = mine.get(at, EMPTY_SIZE), theirs.get(at, EMPTY_SIZE)
                differ = x[1] != y[1] or (x[0] is None) != (y[0] is None) or (x[0] is not None and abs(x[0] - y[0]) > near)
                if differ:
                    say(s.title, attribute, at, x, "and", y)
        coordinates = {c.coordinate for sheet in (s, t) for row in sheet.iter_rows() for c in row if c.value is not None or c.has_style}
        for coordinate in sorted(coordinates):
            # A hidden key is seen by nobody.
            if s.column_dimensions[letter(s[coordinate].column)].hidden and s[coordinate].protection.locked and t[coordinate].protection.locked:
                continue
            seen += 1
            x, y = look(s[coordinate]), look(t[coordinate])
            for what in x:
                if x[what] != y[what]:
                    say(s.title, coordinate, what, x[what], "and", y[what])
    if seen < 1000:
        say("only", seen, "cells were compared")
print(json.dumps(found[:40]))
`;

/** In what two workbooks differ besides what stands in their cells, in words; nothing where they look and guard alike. */
export async function differingLooks(one: string, other: string): Promise<readonly string[]> {
  return (await python(SCRIPT, [one, other], 240_000)) as readonly string[];
}
