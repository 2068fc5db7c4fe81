import type { Rule, Template } from "../../template";

/** These rules of a template, and those that can silence them: so few of them can be worked out by themselves. */
export function withSilencers(rules: readonly Rule[], template: Template): Template {
  const byCode = new Map(template.rules.map((rule) => [rule.code, rule]));
  const wanted = new Set<string>();
  const want = (code: string) => {
    if (wanted.has(code)) return;
    wanted.add(code);
    for (const other of byCode.get(code)?.unless ?? []) want(other);
  };
  for (const { code } of rules) want(code);
  return { ...template, rules: template.rules.filter(({ code }) => wanted.has(code)) };
}
