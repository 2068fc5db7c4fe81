import { parseDefinitionFormula } from "./key";
import { resolve, Unresolved, type Known, type Origin } from "./resolve";
import { toLeaves } from "./rules";
import type { Field, FieldExpression, Template, ValueBlock } from "./template";

/** A formula over the values of a whole return, or one sentence on why it can't be read. */
export type OverReturn =
  | { readonly kind: "formula"; readonly expression: FieldExpression }
  | { readonly kind: "refused"; readonly message: string };

/** Reads a formula over keys of a return that is built already, such as one that a summary works out for each return. */
export function formulaOverReturn(text: string, template: Template): OverReturn {
  const parsed = parseDefinitionFormula(text);
  if (parsed.kind === "refused") return parsed;
  try {
    const whole = { block: null, line: null, column: null };
    const resolved = resolve(parsed.expression, whole, knownOf(template));
    return { kind: "formula", expression: toLeaves(resolved, template.fields) };
  } catch (problem) {
    if (!(problem instanceof Unresolved)) throw problem;
    return { kind: "refused", message: problem.message };
  }
}

/** A summary asks a hundred formulas of one template. */
const ofTemplates = new WeakMap<Template, Known>();

function knownOf(template: Template): Known {
  const before = ofTemplates.get(template);
  if (before) return before;
  const now = made(template);
  ofTemplates.set(template, now);
  return now;
}

function made({ sheets, fields, dates }: Template): Known {
  const blocks = sheets
    .flatMap((sheet) => sheet.blocks)
    .filter((block): block is ValueBlock => block.kind !== "checks");
  const origins = new Map<string, Origin>(
    [...fields].map(([key, { source }]: [string, Field]) => [key, source.kind]),
  );
  return { blocks: new Map(blocks.map((block) => [block.id, block])), origins, dates };
}
