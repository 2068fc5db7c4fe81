import type { Path } from "../template";

import { readFill } from "./assignments";
import { HAPPENING_SHAPES } from "./definition";
import { isOperation, readOperation, type HappeningReading } from "./operations";
import type { Sending } from "./script";

const FILING_SHAPES = {
  version: HAPPENING_SHAPES.version,
  not_returned: HAPPENING_SHAPES.not_returned,
  spoiled: HAPPENING_SHAPES.spoiled,
  also_sent: HAPPENING_SHAPES.also_sent,
} as const;

const AS_IT_IS: Sending = { operations: [], version: null, file: { kind: "workbook" }, before: null };

/** What happened to an organisation's return, in the order in which it is told. */
export function readSending(
  does: readonly Readonly<Record<string, unknown>>[],
  path: Path,
  reading: HappeningReading,
): Sending {
  let sending = AS_IT_IS;
  does.forEach((written, at) => {
    const [name = "", more] = Object.keys(written);
    const step = [...path, at];
    const tell = (message: string) => reading.problems.push(reading.source.problem(step, message));
    if (more !== undefined) tell(`One thing stands here at a time, not ${name} and ${more}.`);
    else if (isOperation(name)) {
      const operation = readOperation(name, written[name], [...step, name], reading);
      if (operation) sending = { ...sending, operations: [...sending.operations, operation] };
    } else if (isFiling(name)) {
      sending = { ...sending, ...readFiling(name, written[name], [...step, name], reading) };
    } else {
      tell(`Nothing called ${name} can happen; what can is ${Object.keys(HAPPENING_SHAPES).join(", ")}.`);
    }
  });
  return sending;
}

type FilingName = keyof typeof FILING_SHAPES;

function isFiling(name: string): name is FilingName {
  return Object.hasOwn(FILING_SHAPES, name);
}

/** What becomes of the file itself. */
function readFiling(
  name: FilingName,
  part: unknown,
  path: Path,
  reading: HappeningReading,
): Partial<Sending> {
  const { source, problems, template } = reading;
  switch (name) {
    case "version":
      return { version: source.partAs(part, path, FILING_SHAPES.version, problems) ?? null };
    case "not_returned":
      source.partAs(part, path, FILING_SHAPES.not_returned, problems);
      return { file: { kind: "nothing" } };
    case "spoiled":
      return {
        file: { kind: "text", text: source.partAs(part, path, FILING_SHAPES.spoiled, problems) ?? "" },
      };
    case "also_sent": {
      const sent = source.partAs(part, path, FILING_SHAPES.also_sent, problems);
      if (!sent) return {};
      const before = readSending(sent.does ?? [], [...path, "does"], reading);
      const { submission } = template.identity;
      const number = submission === null ? {} : { [submission]: sent.submission };
      const assignments = readFill(number, path, reading);
      const operations = [{ kind: "fill", assignments } as const, ...before.operations];
      return { before: { called: sent.called, sending: { ...before, operations } } };
    }
  }
}
