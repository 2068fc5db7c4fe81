import { isName, type DefinedName } from "../model/names";
import type { Sheet } from "../model/sheet";
import { formatArea, sheetPrefix } from "../model/area";
import { cellsNamed } from "../model/structure";
import { text, textOr, truth } from "../protocol/arguments";
import { alreadyExists, invalidArgument, itemNotFound } from "../protocol/errors";
import { hostObject, selfOf, type HostObject, type Kind } from "../protocol/host-object";
import { Cells, type Host } from "./cells";
import { RANGE_KIND } from "./range";
import { WORKSHEET_KIND } from "./worksheet";

interface NameOf {
  readonly host: Host;
  readonly name: DefinedName;
}

/** The names of a workbook (no sheet), or those of a sheet. */
export interface NamesOf {
  readonly host: Host;
  readonly sheet: Sheet | null;
}

function cellsOf({ host, name }: NameOf): Cells | null {
  const found = cellsNamed(host.book, name.formula, name.scope);
  return found && new Cells(host, found.sheet, [found.area]);
}

function changed({ host }: NameOf): void {
  host.book.namesChanged();
}

const NAME_KIND: Kind<NameOf> = {
  type: "NamedItem",
  properties: {
    Name: { get: ({ name }) => name.name },
    _Id: { get: ({ name }) => name.name },
    Type: {
      get: (self) => {
        if (cellsOf(self)) return "Range";
        return /#REF!/.test(self.name.formula)
          ? "Error"
          : /^="/.test(self.name.formula)
            ? "String"
            : "Double";
      },
    },
    Value: {
      get: (self) => {
        const cells = cellsOf(self);
        if (cells) return sheetPrefix(cells.sheet.name) + formatArea(cells.area);
        return /#REF!/.test(self.name.formula) ? "#REF!" : self.name.formula.slice(1);
      },
    },
    Formula: {
      get: ({ name }) => name.formula,
      set: (self, value) => {
        const formula = text(value);
        checkFormula(self.host, formula);
        self.name.formula = formula;
        changed(self);
      },
    },
    Comment: {
      get: ({ name }) => name.comment,
      set: (self, value) => {
        self.name.comment = text(value);
        changed(self);
      },
    },
    Visible: {
      get: ({ name }) => name.visible,
      set: (self, value) => {
        self.name.visible = truth(value);
        changed(self);
      },
    },
    Scope: { get: ({ name }) => (name.scope ? "Worksheet" : "Workbook") },
  },
  objects: {
    Worksheet: ({ host, name }) => {
      if (!name.scope) throw itemNotFound();
      return hostObject(WORKSHEET_KIND, { host, sheet: name.scope });
    },
    WorksheetOrNullObject: ({ host, name }) =>
      name.scope && hostObject(WORKSHEET_KIND, { host, sheet: name.scope }),
  },
  methods: {
    Delete: (self) => {
      const { names } = self.host.book;
      names.splice(names.indexOf(self.name), 1);
      changed(self);
    },
    GetRange: (self) => {
      const cells = cellsOf(self);
      if (!cells) throw itemNotFound("The name is not that of a range.");
      return hostObject(RANGE_KIND, cells);
    },
  },
};

function checkFormula(host: Host, formula: string): void {
  const [first] = host.book.sheets;
  if (!formula.startsWith("=") || !first) throw invalidArgument("A formula begins with =.");
  host.book.calculation.formula(formula, first, 1, 1);
}

function namesOf({ host, sheet }: NamesOf): readonly DefinedName[] {
  return host.book.names.filter(({ scope }) => scope === sheet);
}

export const NAMES_KIND: Kind<NamesOf> = {
  type: "NamedItemCollection",
  children: (self) => namesOf(self).map((name) => hostObject(NAME_KIND, { host: self.host, name })),
  child: (self, key): HostObject | null => {
    const wanted = text(key).toLowerCase();
    const name = namesOf(self).find((one) => one.name.toLowerCase() === wanted);
    return name ? hostObject(NAME_KIND, { host: self.host, name }) : null;
  },
  methods: {
    Add: (self, given, reference, comment) => {
      const { host, sheet } = self;
      const called = text(given);
      if (!isName(called)) throw invalidArgument(`${called} can't be a name.`);
      if (namesOf(self).some((one) => one.name.toLowerCase() === called.toLowerCase())) throw alreadyExists();
      const range = selfOf(RANGE_KIND, reference);
      const formula = range
        ? `=${sheetPrefix(range.sheet.name)}${fixed(formatArea(range.area))}`
        : text(reference);
      checkFormula(host, formula);
      const name: DefinedName = {
        name: called,
        formula,
        comment: textOr(comment, ""),
        visible: true,
        scope: sheet,
      };
      host.book.names.push(name);
      host.book.namesChanged();
      return hostObject(NAME_KIND, { host, name });
    },
  },
};

/** "B4:C9" → "$B$4:$C$9". */
function fixed(address: string): string {
  return address.replace(
    /([A-Z]+)?([0-9]+)?/g,
    (_, letters?: string, digits?: string) => `${letters ? `$${letters}` : ""}${digits ? `$${digits}` : ""}`,
  );
}
