import type { Path } from "../template";

import { readFill } from "./assignments";
import { isChange, readChange } from "./changes";
import { HAPPENING_SHAPES } from "./happening-shapes";
import { isOperation, readOperation, type HappeningReading } from "./operations";
import type { Sending } from "./script";

const FILING_NAMES = [
  "lists",
  "took",
  "version",
  "arrived",
  "not_returned",
  "spoiled",
  "twice",
  "also_sent",
] as const;
type FilingName = (typeof FILING_NAMES)[number];

const AS_IT_IS: Omit<Sending, "path"> = {
  operations: [],
  changes: [],
  lists: null,
  took: new Map(),
  version: null,
  arrived: null,
  file: { kind: "workbook" },
  twice: null,
  also: null,
};

/** What happened to an organisation's return, in the order in which it is told. */
export function readSending(
  does: readonly Readonly<Record<string, unknown>>[],
  path: Path,
  reading: HappeningReading,
): Sending {
  let sending: Sending = { ...AS_IT_IS, path };
  does.forEach((written, at) => {
    const [name = "", more] = Object.keys(written);
    const step = [...path, at];
    const tell = (message: string) => reading.problems.push(reading.source.problem(step, message));
    if (more !== undefined) tell(`One thing stands here at a time, not ${name} and ${more}.`);
    else if (isOperation(name)) {
      const operation = readOperation(name, written[name], [...step, name], reading);
      if (operation) sending = { ...sending, operations: [...sending.operations, operation] };
    } else if (isChange(name)) {
      const read = readChange(name, written[name], [...step, name], reading);
      sending = {
        ...sending,
        operations: [...sending.operations, ...read.operations],
        changes: [...sending.changes, ...read.changes],
      };
    } else if (isFiling(name)) {
      sending = { ...sending, ...readFiling(name, written[name], [...step, name], reading) };
    } else {
      tell(`Nothing called ${name} can happen; what can is ${Object.keys(HAPPENING_SHAPES).join(", ")}.`);
    }
  });
  return sending;
}

function isFiling(name: string): name is FilingName {
  return (FILING_NAMES as readonly string[]).includes(name);
}

/** What becomes of the rows of lists, and of the file itself. */
function readFiling(
  name: FilingName,
  part: unknown,
  path: Path,
  reading: HappeningReading,
): Partial<Sending> {
  const { source, problems, template } = reading;
  switch (name) {
    case "lists": {
      const lists = source.partAs(part, path, HAPPENING_SHAPES.lists, problems);
      return lists ? { lists: readCodes(lists, path, reading) } : {};
    }
    case "took": {
      const took = source.partAs(part, path, HAPPENING_SHAPES.took, problems) ?? {};
      for (const code of Object.keys(took)) readCode(code, [...path, code], reading);
      return { took: new Map(Object.entries(took)) };
    }
    case "version":
      return { version: source.partAs(part, path, HAPPENING_SHAPES.version, problems) ?? null };
    case "arrived":
      return { arrived: source.partAs(part, path, HAPPENING_SHAPES.arrived, problems) ?? null };
    case "not_returned":
      source.partAs(part, path, HAPPENING_SHAPES.not_returned, problems);
      return { file: { kind: "nothing" } };
    case "spoiled":
      return {
        file: { kind: "text", text: source.partAs(part, path, HAPPENING_SHAPES.spoiled, problems) ?? "" },
      };
    case "twice":
      return { twice: source.partAs(part, path, HAPPENING_SHAPES.twice, problems) ?? null };
    case "also_sent": {
      const sent = source.partAs(part, path, HAPPENING_SHAPES.also_sent, problems);
      if (!sent) return {};
      const also = readSending(sent.does ?? [], [...path, "does"], reading);
      const { submission } = template.identity;
      const number = submission === null ? {} : { [submission]: sent.submission };
      const assignments = readFill(number, path, reading);
      const operations = [{ kind: "fill", assignments } as const, ...also.operations];
      return { also: { called: sent.called, sending: { ...also, operations } } };
    }
  }
}

/** Those of the codes that are of organisations of the demo; any other is a problem. */
export function readCodes(
  codes: readonly string[],
  path: Path,
  reading: HappeningReading,
): readonly string[] {
  return codes.filter((code, at) => readCode(code, [...path, at], reading));
}

function readCode(code: string, path: Path, { filing, source, problems }: HappeningReading): boolean {
  if (filing.has(code)) return true;
  problems.push(source.problem(path, `There is no organisation ${code}.`));
  return false;
}
