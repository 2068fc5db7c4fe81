import type { Field, Line, Rule, RuleCase, Template } from "../template";

/** A rule that is about a cell, and its case that is. */
export interface About {
  readonly rule: Rule;
  readonly one: RuleCase;
}

/** What is looked up for each of thousands of cells while a workbook is drawn. */
export interface PlanIndex {
  /** The fields of a line of a block, from left to right. */
  readonly fieldsOf: (block: string, line: string) => readonly Field[];
  /** The rules that are about a field, in the order of the template, each with its first case that is. */
  readonly aboutOf: (key: string) => readonly About[];
  /** The case of a rule for a line. */
  readonly caseOf: (rule: Rule, line: string) => RuleCase | undefined;
  /** The line for the reason of a rule, by the rule's code. */
  readonly reasonLines: ReadonlyMap<string, { readonly block: string; readonly line: Line }>;
}

export function indexTemplate(template: Template): PlanIndex {
  const byLine = new Map<string, Field[]>();
  for (const field of template.fields.values()) {
    const line = `${field.block} ${field.line}`;
    const known = byLine.get(line);
    if (known) known.push(field);
    else byLine.set(line, [field]);
  }
  const abouts = new Map<string, About[]>();
  const cases = new Map<Rule, Map<string, RuleCase>>();
  for (const rule of template.rules) {
    const ofLines = new Map<string, RuleCase>();
    cases.set(rule, ofLines);
    for (const one of rule.cases) {
      if (one.line !== null) ofLines.set(one.line, one);
      for (const key of one.at) {
        const known = abouts.get(key) ?? [];
        if (known.at(-1)?.rule !== rule) abouts.set(key, [...known, { rule, one }]);
      }
    }
  }
  const reasonLines = new Map(
    template.sheets.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind !== "explanations"
          ? []
          : block.lines.flatMap((line) =>
              line.about === null ? [] : [[line.about, { block: block.id, line }] as const],
            ),
      ),
    ),
  );
  return {
    fieldsOf: (block, line) => byLine.get(`${block} ${line}`) ?? [],
    aboutOf: (key) => abouts.get(key) ?? [],
    caseOf: (rule, line) => cases.get(rule)?.get(line),
    reasonLines,
  };
}
