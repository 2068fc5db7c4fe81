import type { Failure } from "../state";

/** An error as it may be told: its message is left out, because it may quote what stands in the workbook. */
export function failureOf(sentence: string, advice: string, error: unknown): Failure {
  const { name, stack, code } =
    error instanceof Error ? (error as Error & { readonly code?: unknown }) : NO_ERROR;
  const steps = (stack ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("at "));
  return {
    sentence,
    advice,
    error: { name, code: typeof code === "string" || typeof code === "number" ? String(code) : null, steps },
  };
}

const NO_ERROR = { name: "Error", stack: "", code: undefined };
