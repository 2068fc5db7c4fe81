import { isoDay } from "../cells";
import { CONDITIONAL_LOOKS, type ConditionalFormat, type LayoutSheet, type Validation } from "../layout";

import { part, type PutPart } from "./put-part";

/** What may be entered in cells, the words beside them, and the looks that follow from what stands there. */
export function guidanceOf({ validations, conditional }: LayoutSheet): readonly PutPart[] {
  return [
    ...validations.map(validationPart),
    // Excel puts a new one before all others.
    ...[...conditional].reverse().map(conditionalPart),
  ];
}

function validationPart({ range, test, promptTitle, prompt, error }: Validation): PutPart {
  return part(4, JSON.stringify([range, test, prompt, error]).length, (sheet) => {
    const { dataValidation } = sheet.getRange(range);
    const rule = ruleOf(test);
    if (rule) dataValidation.rule = rule;
    if (rule) dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "", message: error };
    if (prompt !== "") dataValidation.prompt = { showPrompt: true, title: promptTitle, message: prompt };
  });
}

function ruleOf(test: Validation["test"]): Excel.DataValidationRule | null {
  switch (test.kind) {
    case "any":
      return null;
    case "list":
      return { list: { inCellDropDown: true, source: test.choices.join(",") } };
    case "length":
      return { textLength: { formula1: test.most, operator: "LessThanOrEqualTo" } };
    case "whole":
      return { wholeNumber: { formula1: test.least, formula2: test.most, operator: "Between" } };
    case "decimal":
      return { decimal: { formula1: test.least, formula2: test.most, operator: "Between" } };
    case "date":
      return { date: { formula1: dayOf(test.least), formula2: dayOf(test.most), operator: "Between" } };
  }
}

function dayOf(serial: number): string {
  const day = isoDay(serial);
  if (day === undefined) throw new Error(`put: ${serial} is no day`);
  return day;
}

function conditionalPart({ range, formula, look }: ConditionalFormat): PutPart {
  return part(6, formula.length, (sheet) => {
    const { custom } = sheet.getRange(range).conditionalFormats.add("Custom");
    const { colour, fill, bold } = CONDITIONAL_LOOKS[look];
    custom.rule.formula = `=${formula}`;
    custom.format.font.color = `#${colour}`;
    custom.format.font.bold = bold;
    if (fill !== null) custom.format.fill.color = `#${fill}`;
  });
}
