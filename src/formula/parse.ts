import { isFunction, parse as parseTokens, tokenize, type AstExpression } from "@borgar/fx";

import type { BinaryOperator, Expression } from "./expression";
import { FUNCTIONS } from "./functions";

/** A formula as it was understood, or one sentence on why it was not. */
export type Parsed<R> =
  | { readonly kind: "formula"; readonly expression: Expression<R> }
  | { readonly kind: "refused"; readonly message: string };

/** A reference as it was understood, or one sentence on why it was not. */
export type ReferenceReading<R> =
  { readonly kind: "reference"; readonly to: R } | { readonly kind: "refused"; readonly message: string };

/** How the fx library sorts the references that it sees. */
export type ReferenceShape = "name" | "range" | "beam" | "table";

class Refusal extends Error {}

const OPERATORS = new Set<string>(["+", "-", "*", "/", "&", "=", "<>", "<", "<=", ">", ">="]);

/** Some programs write TRUE() where Excel writes TRUE. */
const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ["TRUE", true],
  ["FALSE", false],
]);

function isKnown(name: string): boolean {
  return FUNCTIONS.has(name) || TRUTHS.has(name);
}

function isOperator(text: string): text is BinaryOperator {
  return OPERATORS.has(text);
}

/** Reads an Excel formula (with its equals sign). `understand` says what a reference means. */
export function parseFormula<R>(
  text: string,
  understand: (reference: string, shape: ReferenceShape) => ReferenceReading<R>,
): Parsed<R> {
  if (!text.startsWith("=")) return { kind: "refused", message: `The formula ${text} has to begin with =.` };
  const address = /(?<![\w.])([A-Za-z]{1,3}[0-9]{1,7})\[/.exec(text.replace(/"[^"]*"/g, '""'));
  if (address) {
    return {
      kind: "refused",
      message: `${address[1]} reads as the address of a cell: give the key another name.`,
    };
  }
  try {
    const tokens = tokenize(text);
    const unknown = tokens.find((token) => isFunction(token) && !isKnown(token.value.toUpperCase()));
    if (unknown) throw new Refusal(`${unknown.value} is no function that a formula may use here.`);
    const tree = parseTokens(tokens);
    return { kind: "formula", expression: build(tree, understand) };
  } catch (problem) {
    if (problem instanceof Refusal) return { kind: "refused", message: problem.message };
    const reason = problem instanceof Error ? problem.message : String(problem);
    return { kind: "refused", message: `The formula ${text} can't be read: ${reason}.` };
  }
}

function build<R>(
  node: AstExpression,
  understand: (reference: string, shape: ReferenceShape) => ReferenceReading<R>,
): Expression<R> {
  switch (node.type) {
    case "Literal":
      if (typeof node.value === "number") return { kind: "number", value: node.value };
      if (typeof node.value === "boolean") return { kind: "truth", value: node.value };
      return { kind: "text", value: node.value };
    case "ReferenceIdentifier": {
      const reading = understand(node.value, node.kind);
      if (reading.kind === "refused") throw new Refusal(reading.message);
      return { kind: "reference", to: reading.to };
    }
    case "UnaryExpression": {
      const [of] = node.arguments;
      if (node.operator === "-" && of) return { kind: "negate", of: build(of, understand) };
      if (node.operator === "%" && of) return { kind: "percent", of: build(of, understand) };
      throw new Refusal(`${node.operator} can't be used here.`);
    }
    case "BinaryExpression": {
      const [left, right] = node.arguments;
      if (!isOperator(node.operator) || !left || !right) {
        throw new Refusal(`${node.operator.trim() || "A blank between two references"} can't be used here.`);
      }
      return {
        kind: "binary",
        operator: node.operator,
        left: build(left, understand),
        right: build(right, understand),
      };
    }
    case "CallExpression":
      return call(node.callee.name.toUpperCase(), node.arguments, understand);
    default:
      throw new Refusal(
        "It holds something that can't be used here, such as an error value or a list in braces.",
      );
  }
}

function call<R>(
  name: string,
  args: readonly (AstExpression | null)[],
  understand: (reference: string, shape: ReferenceShape) => ReferenceReading<R>,
): Expression<R> {
  const truth = TRUTHS.get(name);
  if (truth !== undefined && args.length === 0) return { kind: "truth", value: truth };
  const known = FUNCTIONS.get(name);
  if (!known) throw new Refusal(`${name} is no function that a formula may use here.`);
  if (args.length < known.least || args.length > known.most) {
    const wanted = known.least === known.most ? `${known.least}` : `${known.least} to ${known.most}`;
    throw new Refusal(`${name} takes ${wanted} parts in its brackets, not ${args.length}.`);
  }
  const read = args.map((arg) => {
    if (!arg) throw new Refusal(`A part in the brackets of ${name} is empty.`);
    return build(arg, understand);
  });
  return (name === "SUMPRODUCT" ? sameCells(read) : undefined) ?? { kind: "call", name, args: read };
}

/** SUMPRODUCT((cells=value)*1) and SUMPRODUCT((cells=value)*1,amounts), the ways in which COUNTSAME and SUMSAME are written for Excel. */
function sameCells<R>([product, amounts, ...more]: readonly Expression<R>[]): Expression<R> | undefined {
  if (product?.kind !== "binary" || product.operator !== "*" || more.length > 0) return undefined;
  const { left, right } = product;
  const once = right.kind === "number" && right.value === 1;
  if (!once || left.kind !== "binary" || left.operator !== "=" || left.left.kind !== "reference")
    return undefined;
  if (amounts === undefined) return { kind: "call", name: "COUNTSAME", args: [left.left, left.right] };
  return amounts.kind === "reference"
    ? { kind: "call", name: "SUMSAME", args: [amounts, left.left, left.right] }
    : undefined;
}
