import type { Condition } from "../model/conditional";
import type { Limit, Operator } from "../model/validation";
import { isMissing, record, text } from "../protocol/arguments";
import { invalidArgument } from "../protocol/errors";
import { hostObject, type Kind, type Property } from "../protocol/host-object";
import type { Wire } from "../protocol/wire";
import { change, formatOf, LOOK, type Placed } from "./conditional-look";

function setFormula(placed: Placed, value: Wire): void {
  const formula = text(value);
  if (!formula.startsWith("=")) throw invalidArgument("A formula begins with =.");
  const { cells } = placed;
  const [first] = formatOf(placed).areas;
  cells.host.book.calculation.formula(formula, cells.sheet, first?.top ?? 1, first?.left ?? 1);
  change(placed, (format) => ({ ...format, condition: { kind: "Custom", formula } }));
}

const formulaProperty: Property<Placed> = {
  get: (placed) => {
    const { condition } = formatOf(placed);
    return condition.kind === "Custom" ? condition.formula : "";
  },
  set: setFormula,
};

const RULE: Kind<Placed> = {
  type: "ConditionalFormatRule",
  properties: { Formula: formulaProperty, FormulaLocal: formulaProperty },
};

export const CUSTOM: Kind<Placed> = {
  type: "CustomConditionalFormat",
  objects: { Format: (placed) => hostObject(LOOK, placed), Rule: (placed) => hostObject(RULE, placed) },
};

/** Conditional formats leave out the To that validations have. */
const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ["Between", "Between"],
  ["NotBetween", "NotBetween"],
  ["EqualTo", "EqualTo"],
  ["NotEqualTo", "NotEqualTo"],
  ["GreaterThan", "GreaterThan"],
  ["LessThan", "LessThan"],
  ["GreaterThanOrEqual", "GreaterThanOrEqualTo"],
  ["LessThanOrEqual", "LessThanOrEqualTo"],
]);

export const CELL_VALUE: Kind<Placed> = {
  type: "CellValueConditionalFormat",
  properties: {
    Rule: {
      get: (placed) => {
        const { condition } = formatOf(placed);
        if (condition.kind !== "CellValue") return null;
        const { formula1, formula2, operator } = condition;
        return {
          formula1,
          ...(formula2 === null ? {} : { formula2 }),
          operator: operator.replace("OrEqualTo", "OrEqual"),
        };
      },
      set: (placed, value) => {
        const members = record(value);
        const limit = (name: string): Limit | null => {
          const given = members.get(name);
          if (isMissing(given)) return null;
          return typeof given === "number" ? given : text(given);
        };
        const operator = OPERATORS.get(text(members.get("operator")));
        if (!operator) throw invalidArgument("There is no such operator.");
        const condition: Condition = {
          kind: "CellValue",
          operator,
          formula1: limit("formula1") ?? "",
          formula2: limit("formula2"),
        };
        change(placed, (format) => ({ ...format, condition }));
      },
    },
  },
  objects: { Format: (placed) => hostObject(LOOK, placed) },
};
