import { readFileSync } from "node:fs";
import { join } from "node:path";

import { makeDemo, type Demo } from "../../src/demo";
import type { Layout } from "../../src/layout";
import { findingsOf, isOpen, statusOf } from "../../src/return";
import { collect, layoutSummary, type ReturnedFile } from "../../src/summary";
import type { PlanningYear } from "../../src/template";
import { writeWorkbook } from "../../src/xlsx/write";
import { cellsIn, returnIn } from "../support/saved";
import { planningYear } from "../support/shipped";
import { placed, registerOf } from "./read-back";
import { COMMON } from "./shipped-demo";

/** What a return leads to, each finding by its code and keys. */
export interface Shows {
  readonly status: string;
  readonly fix: readonly string[];
  readonly explain: readonly string[];
  readonly explained: readonly string[];
  readonly note: readonly string[];
}

/** A year's demo, drawn, read back and consolidated. */
export interface CollectedDemo {
  readonly demo: Demo;
  readonly shows: ReadonlyMap<string, Shows>;
  readonly summary: Layout;
}

export function demoOfYear(id: string): { readonly demo: Demo; readonly year: PlanningYear } {
  const name = `${id}/demo.yaml`;
  const text = readFileSync(join(__dirname, "..", "..", "templates", name), "utf8");
  const year = planningYear(id);
  const result = makeDemo({ name, text }, year, COMMON);
  if (result.kind === "demo") return { demo: result.demo, year };
  throw new Error(result.problems.map((p) => `${p.file}:${p.line} ${p.message}`).join("\n"));
}

export async function collectedDemo(id: string): Promise<CollectedDemo> {
  const { demo, year } = demoOfYear(id);
  const register = registerOf(demo);
  const files: ReturnedFile[] = [];
  for (const { name, content } of demo.returns) {
    if (content.kind === "text") throw new Error(`${name} is no workbook`);
    const found = returnIn(cellsIn(await writeWorkbook(content.layout())), year);
    const file = name.split("/").at(-1)!;
    const findings = findingsOf(found, { register, fileName: file, day: null });
    files.push({ file, sha256: file, modified: null, reading: { kind: "return", found, findings } });
  }
  const received = new Map(
    demo.receivedCsv
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",") as [string, string]),
  );
  const collection = collect(files, register, demo.sha.code, year, { due: demo.due, received });
  const { layout } = layoutSummary(collection, year.summary!);
  const all = collection.rows.flatMap(({ counted, superseded }) => [
    ...(counted ? [counted] : []),
    ...superseded.map((one) => one.file),
  ]);
  const shows = all.map(({ file, reading: { found, findings } }): [string, Shows] => {
    const at = (wanted: readonly (typeof findings)[number][]) => wanted.map((one) => placed(one, found));
    const explain = findings.filter(({ level }) => level === "explain");
    return [
      file,
      {
        status: statusOf(found),
        fix: at(findings.filter(({ level }) => level === "fix")),
        explain: at(explain.filter(isOpen)),
        explained: at(explain.filter((one) => !isOpen(one))),
        note: at(findings.filter(({ level }) => level === "note")),
      },
    ];
  });
  return { demo, shows: new Map(shows), summary: layout };
}
