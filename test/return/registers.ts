import { readRegister, type Register } from "../../src/register";

/** A register that has to be right. */
export function registerOf(text: string): Register {
  const result = readRegister(text);
  if (result.kind === "register") return result.register;
  throw new Error(JSON.stringify(result.problems));
}
