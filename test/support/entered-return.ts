import { formatAddress, type RawValue } from "../../src/cells";
import { planTemplate, type Plan } from "../../src/layout";
import { workedOut, type FoundField, type Return } from "../../src/return";
import type { Field, Template } from "../../src/template";

const plans = new Map<Template, Plan>();

/**
 * The return that is found in a workbook with these entries, each in its place, without laying one out: for tests of many returns.
 * That a workbook gives the same is for the tests that write one.
 */
export function enteredReturn(template: Template, entries: ReadonlyMap<string, RawValue>): Return {
  const plan = plans.get(template) ?? planTemplate(template);
  plans.set(template, plan);
  const fields = new Map(
    [...plan.placeOf].map(([key, { sheet, address }]): [string, FoundField] => {
      const value = entries.get(key) ?? resultOf(template.fields.get(key)!, entries);
      const place = { sheet, cell: formatAddress(address) };
      return [key, { place, raw: value, value, formula: null, counts: value }];
    }),
  );
  return {
    template,
    version: template.version,
    current: template.version,
    fields,
    lost: [],
    added: new Set(),
    noticed: [],
  };
}

/** What stands in a cell that is not entered, as its formula gives it. */
function resultOf(field: Field, entries: ReadonlyMap<string, RawValue>): RawValue {
  if (field.source.kind === "constant") return field.source.value;
  if (field.source.kind !== "calculated") return null;
  return workedOut(field, (key) => entries.get(key) ?? null);
}
