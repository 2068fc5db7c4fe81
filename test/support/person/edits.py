"""The edits that a person can do in an open workbook, one method for each kind."""

import uno
from com.sun.star.table import CellAddress

LOGICAL = 1024
EXCEL_A1 = uno.getConstantByName("com.sun.star.sheet.AddressConvention.XL_OOX")


class Refused(Exception):
    """LibreOffice would not do an edit."""


class Person:
    """Does one edit after the other in an open workbook."""

    def __init__(self, document):
        self.document = document
        self.sheets = document.Sheets

    def do(self, edit):
        kind = edit["kind"]
        if kind == "moveSheet":
            self.move_sheet(edit["sheet"], edit["to"])
        elif kind == "copySheet":
            self.sheets.copyByName(edit["sheet"], edit["name"], edit["to"])
        elif kind == "removeSheet":
            self.remove_sheet(edit["sheet"])
        else:
            getattr(self, "do_" + kind)(edit, self.sheet(edit["sheet"]))

    def sheet(self, name):
        if not self.sheets.hasByName(name):
            raise Refused(f"there is no sheet {name}")
        return self.sheets.getByName(name)

    def move_sheet(self, name, to):
        names = list(self.sheets.ElementNames)
        # It counts the places while the sheet still stands in its own.
        self.sheets.moveByName(name, to if to <= names.index(name) else to + 1)
        if list(self.sheets.ElementNames).index(name) != to:
            raise Refused("the sheet did not move there")

    def remove_sheet(self, name):
        self.sheets.removeByName(name)
        if self.sheets.hasByName(name):
            raise Refused("the sheet was not removed")

    def do_rename(self, edit, sheet):
        sheet.setName(edit["name"])
        if sheet.Name != edit["name"]:
            raise Refused("the sheet was not renamed")

    def do_hide(self, _, sheet):
        front = self.document.CurrentController
        others = [other for other in self.sheets if other.IsVisible and other.Name != sheet.Name]
        # The sheet in front would be shown again when it is saved; to a person another one comes to the front.
        if front.ActiveSheet.Name == sheet.Name and others:
            front.setActiveSheet(others[0])
        sheet.IsVisible = False
        if sheet.IsVisible:
            raise Refused("the sheet is still shown")

    def do_show(self, _, sheet):
        sheet.IsVisible = True

    def do_unprotect(self, _, sheet):
        lift(sheet)

    def do_set(self, edit, sheet):
        with Unprotected(sheet):
            self.put(sheet.getCellRangeByName(edit["cell"]), edit["value"])

    def put(self, cell, value):
        if value is None:
            cell.setFormula("")
        elif isinstance(value, bool):
            formats = self.document.NumberFormats
            cell.setValue(1 if value else 0)
            cell.NumberFormat = formats.getStandardFormat(LOGICAL, uno.createUnoStruct("com.sun.star.lang.Locale"))
        elif isinstance(value, (int, float)):
            cell.setValue(value)
        elif value.startswith("="):
            parser = self.document.createInstance("com.sun.star.sheet.FormulaParser")
            parser.CompileEnglish = True
            parser.FormulaConvention = EXCEL_A1
            cell.setTokens(parser.parseFormula(value[1:], cell.CellAddress))
        else:
            cell.setString(value)

    def do_type(self, edit, sheet):
        with Unprotected(sheet):
            sheet.getCellRangeByName(edit["cell"]).FormulaLocal = edit["text"]

    def do_insertRows(self, edit, sheet):
        with Unprotected(sheet):
            sheet.Rows.insertByIndex(edit["at"] - 1, edit["count"])

    def do_deleteRows(self, edit, sheet):
        with Unprotected(sheet):
            sheet.Rows.removeByIndex(edit["at"] - 1, edit["count"])

    def do_insertColumns(self, edit, sheet):
        with Unprotected(sheet):
            sheet.Columns.insertByIndex(column(sheet, edit["at"]), edit["count"])

    def do_deleteColumns(self, edit, sheet):
        with Unprotected(sheet):
            sheet.Columns.removeByIndex(column(sheet, edit["at"]), edit["count"])

    def do_copyRow(self, edit, sheet):
        source, to = edit["from"], edit["to"]
        with Unprotected(sheet):
            if edit["into"] == "inserted":
                sheet.Rows.insertByIndex(to - 1, 1)
                source += 1 if source >= to else 0
            self.paste(sheet, f"{source}:{source}", sheet, f"A{to}", cut=False)

    def do_copy(self, edit, sheet):
        self.paste_between(edit, sheet, cut=False)

    def do_move(self, edit, sheet):
        self.paste_between(edit, sheet, cut=True)

    def paste_between(self, edit, sheet, cut):
        target = self.sheet(edit["toSheet"])
        with Unprotected(sheet), Unprotected(target):
            self.paste(sheet, edit["range"], target, edit["to"], cut)

    def paste(self, sheet, text, target, to, cut):
        """LibreOffice says nothing where it does not paste, over merged cells for example; so it is looked at."""
        source = sheet.getCellRangeByName(text).RangeAddress
        first = target.getCellRangeByName(to).RangeAddress
        place = CellAddress(Sheet=first.Sheet, Column=first.StartColumn, Row=first.StartRow)
        wanted = filled(sheet, source)
        if cut:
            target.moveRange(place, source)
        else:
            target.copyRange(place, source)
        down, right = place.Row - source.StartRow, place.Column - source.StartColumn
        for (row, at), content in wanted.items():
            if target.getCellByPosition(at + right, row + down).getFormula() != content:
                raise Refused("LibreOffice did not paste it")


def filled(sheet, address):
    """What is typed into the cells of a range, by place; formulas change when they are pasted and are left out."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    used = cursor.RangeAddress
    bottom, right = min(address.EndRow, used.EndRow), min(address.EndColumn, used.EndColumn)
    if bottom < address.StartRow or right < address.StartColumn:
        return {}
    area = sheet.getCellRangeByPosition(address.StartColumn, address.StartRow, right, bottom)
    return {
        (address.StartRow + down, address.StartColumn + along): content
        for down, row in enumerate(area.getFormulaArray())
        for along, content in enumerate(row)
        if content != "" and not content.startswith("=")
    }


def column(sheet, letters):
    return sheet.getCellRangeByName(letters + "1").RangeAddress.StartColumn


def lift(sheet):
    sheet.unprotect("")
    if sheet.isProtected():
        raise Refused(f"{sheet.Name} is protected with a password")


class Unprotected:
    """Lifts a sheet's protection for an edit and puts it back."""

    def __init__(self, sheet):
        self.sheet = sheet

    def __enter__(self):
        self.protected = self.sheet.isProtected()
        if self.protected:
            lift(self.sheet)

    def __exit__(self, *_):
        if self.protected:
            self.sheet.protect("")
