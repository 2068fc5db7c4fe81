import { intersection } from "../model/area";
import { isAllowed } from "../model/allowed";
import {
  NO_VALIDATION,
  type Alert,
  type Limit,
  type Operator,
  type Validation,
  type ValidationRule,
} from "../model/validation";
import { isMissing, record, text, textOr, truth, truthOr, word } from "../protocol/arguments";
import { HostError, invalidArgument, itemNotFound, notImplemented } from "../protocol/errors";
import { hostObject, type Kind } from "../protocol/host-object";
import type { Wire } from "../protocol/wire";
import type { Cells } from "./cells";
import { guardSheet } from "./guard";
import { RANGE_AREAS_KIND } from "./range-areas";

const OPERATORS: readonly Operator[] = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
];
const COMPARED = ["wholeNumber", "decimal", "date", "time", "textLength"] as const;

/** Excel's limits for the words of a validation, and for a list that stands in it. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;
const LONGEST_LIST = 255;

function ruleOf(cells: Cells, given: Wire): ValidationRule {
  const [[kind, value] = [], more] = [...record(given)];
  if (kind === undefined || more) throw invalidArgument("A validation has one rule.");
  const members = record(value);
  if (kind === "list") {
    const source = text(members.get("source"));
    if (source.startsWith("=")) checkFormula(cells, source);
    else if (source === "" || source.length > LONGEST_LIST)
      throw invalidArgument(
        `A list of choices has ${source.length} characters, and a validation takes 1 to ${LONGEST_LIST}.`,
      );
    return { kind, source, dropDown: truthOr(members.get("inCellDropDown"), true) };
  }
  if (kind === "custom") {
    const formula = text(members.get("formula"));
    if (!formula.startsWith("=")) throw invalidArgument("A formula begins with =.");
    checkFormula(cells, formula);
    return { kind, formula };
  }
  const compared = COMPARED.find((one) => one === kind);
  if (!compared) throw notImplemented(`data validation by ${kind}`);
  const operator = isMissing(members.get("operator")) ? "Between" : word(members.get("operator"), OPERATORS);
  const formula1 = limitOf(cells, members.get("formula1"));
  const second = members.get("formula2");
  const needsTwo = operator === "Between" || operator === "NotBetween";
  if (formula1 === null || (needsTwo && isMissing(second))) throw invalidArgument("A limit is missing.");
  return { kind: compared, operator, formula1, formula2: needsTwo ? limitOf(cells, second) : null };
}

function limitOf(cells: Cells, given: Wire | undefined): Limit | null {
  if (isMissing(given)) return null;
  if (typeof given === "number") return given;
  const limit = text(given);
  if (limit.startsWith("=")) checkFormula(cells, limit);
  return limit;
}

function checkFormula({ host, sheet, area }: Cells, formula: string): void {
  host.book.calculation.formula(formula, sheet, area.top, area.left);
}

function ruleWire(rule: ValidationRule | null): Wire {
  if (!rule) return {};
  switch (rule.kind) {
    case "list":
      return { list: { inCellDropDown: rule.dropDown, source: rule.source } };
    case "custom":
      return { custom: { formula: rule.formula } };
    default:
      return {
        [rule.kind]: {
          formula1: rule.formula1,
          ...(rule.formula2 === null ? {} : { formula2: rule.formula2 }),
          operator: rule.operator,
        },
      };
  }
}

function words(members: ReadonlyMap<string, Wire>): { readonly title: string; readonly message: string } {
  const [title, message] = [textOr(members.get("title"), ""), textOr(members.get("message"), "")];
  if (title.length > LONGEST_TITLE)
    throw invalidArgument(`A title has ${title.length} characters, and Excel takes ${LONGEST_TITLE}.`);
  if (message.length > LONGEST_MESSAGE)
    throw invalidArgument(`A message has ${message.length} characters, and Excel takes ${LONGEST_MESSAGE}.`);
  return { title, message };
}

/** The validation of all these cells; where they differ, nothing can be changed about it but its rule. */
function current(cells: Cells): Omit<Validation, "areas"> | null {
  const found = cells.sheet.validations.of(cells.areas);
  return found === undefined ? NO_VALIDATION : found;
}

function change(cells: Cells, by: Partial<Omit<Validation, "areas">>): void {
  guardSheet(cells.sheet);
  const now = current(cells) ?? NO_VALIDATION;
  const { rule, ignoreBlanks, prompt, alert } = now;
  cells.sheet.validations.put(cells.areas, { rule, ignoreBlanks, prompt, alert, ...by });
  cells.host.book.emit({ kind: "look", sheet: cells.sheet });
}

const TYPES: Readonly<Record<ValidationRule["kind"], string>> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

function typeOf(cells: Cells): string {
  const now = current(cells);
  if (!now) return "MixedCriteria";
  return now.rule ? TYPES[now.rule.kind] : "None";
}

function invalidCells(cells: Cells): Cells {
  const { sheet, host } = cells;
  const invalid = cells.areas.flatMap((area) =>
    sheet.validations.list().flatMap((one) =>
      one.areas.flatMap((place) => {
        const both = intersection(area, place);
        if (!both) return [];
        const found = [];
        for (let row = both.top; row <= both.bottom; row += 1)
          for (let column = both.left; column <= both.right; column += 1)
            if (!isAllowed(host.book, sheet, row, column, sheet.value(row, column), one))
              found.push({ top: row, left: column, bottom: row, right: column });
        return found;
      }),
    ),
  );
  if (invalid.length === 0) throw itemNotFound("Every cell is valid.");
  return cells.with(...invalid);
}

export const VALIDATION_KIND: Kind<Cells> = {
  type: "DataValidation",
  properties: {
    Type: { get: typeOf },
    Rule: {
      get: (cells) => {
        const now = current(cells);
        return now && ruleWire(now.rule);
      },
      set: (cells, value) => change(cells, { rule: ruleOf(cells, value) }),
    },
    Prompt: {
      get: (cells) => {
        const prompt = current(cells)?.prompt;
        return prompt ? { showPrompt: prompt.show, title: prompt.title, message: prompt.message } : null;
      },
      set: (cells, value) => {
        const members = record(value);
        change(cells, { prompt: { show: truthOr(members.get("showPrompt"), true), ...words(members) } });
      },
    },
    ErrorAlert: {
      get: (cells) => {
        const alert = current(cells)?.alert;
        return alert
          ? { showAlert: alert.show, style: alert.style, title: alert.title, message: alert.message }
          : null;
      },
      set: (cells, value) => {
        const members = record(value);
        const style = members.get("style") ?? "Stop";
        const styles: readonly Alert["style"][] = ["Stop", "Warning", "Information"];
        change(cells, {
          alert: {
            show: truthOr(members.get("showAlert"), true),
            style: word(style, styles),
            ...words(members),
          },
        });
      },
    },
    IgnoreBlanks: {
      get: (cells) => current(cells)?.ignoreBlanks ?? null,
      set: (cells, value) => change(cells, { ignoreBlanks: truth(value) }),
    },
    Valid: {
      get: (cells) => {
        try {
          invalidCells(cells);
          return false;
        } catch (problem) {
          if (problem instanceof HostError && problem.code === "ItemNotFound") return true;
          throw problem;
        }
      },
    },
  },
  methods: {
    Clear: (cells) => {
      guardSheet(cells.sheet);
      cells.sheet.validations.put(cells.areas, null);
      cells.host.book.emit({ kind: "look", sheet: cells.sheet });
    },
    GetInvalidCells: (cells) => hostObject(RANGE_AREAS_KIND, invalidCells(cells)),
  },
};
