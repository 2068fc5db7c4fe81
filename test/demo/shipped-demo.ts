import { readFileSync } from "node:fs";
import { join } from "node:path";

import { makeDemo, type Demo, type DemoEntry } from "../../src/demo";
import type { DefinitionProblem, PlanningYear } from "../../src/template";
import { planningYear } from "../support/shipped";

export const YEAR: PlanningYear = planningYear("2007-08");
export const DEMO_NAME = "2007-08/demo.yaml";
const definition = (name: string) => ({
  name,
  text: readFileSync(join(__dirname, "..", "..", "templates", name), "utf8"),
});
export const DEMO_TEXT = definition(DEMO_NAME).text;
/** What the demos of several years have alike. */
export const COMMON = definition("common/demo.yaml");

/** A piece of the definition and what stands there instead. */
export type Change = readonly [old: string, by: string];

export function changedText(...changes: readonly Change[]): string {
  return changes.reduce((text, [old, by]) => {
    if (text.split(old).length !== 2) throw new Error(`the demo does not hold ${old} once`);
    return text.replace(old, () => by);
  }, DEMO_TEXT);
}

/** The demo after these changes, which have to be right. */
export function demoOf(...changes: readonly Change[]): Demo {
  const result = makeDemo({ name: DEMO_NAME, text: changedText(...changes) }, YEAR, COMMON);
  if (result.kind === "demo") return result.demo;
  throw new Error(result.problems.map((p) => `${p.file}:${p.line} ${p.message}`).join("\n"));
}

/** What is wrong with the demo after these changes. */
export function problemsOf(...changes: readonly Change[]): readonly DefinitionProblem[] {
  const result = makeDemo({ name: DEMO_NAME, text: changedText(...changes) }, YEAR, COMMON);
  return result.kind === "refused" ? result.problems : [];
}

/** The return of an organisation that was sent as usual, or under a name of its own. */
export function fileOf(org: string, called = "", role = "provider"): string {
  return `returns/${org} ${role} 2007-08${called}.xlsx`;
}

/** What a PCT sent as a commissioner. */
export function commissionedBy(org: string): string {
  return fileOf(org, "", "commissioner");
}

/** Reads numbers of one file by key; a blank or a text is no number and fails. */
export function figuresOf(demo: Demo, file: string): (key: string) => number {
  const ofFile = new Map(entriesOf(demo, file).map((entry) => [entry.key, entry.value]));
  return (key) => {
    const value = ofFile.get(key);
    if (typeof value !== "number") throw new Error(`${file} has no number under ${key}`);
    return value;
  };
}

export function entriesOf(demo: Demo, file: string): readonly DemoEntry[] {
  return demo.entries.filter((entry) => entry.file === file);
}
