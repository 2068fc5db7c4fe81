/** The organisations that a return is expected from, and how their names compare. */
export { readCode, type CodeResult } from "./code";
export * from "./decode";
export * from "./name";
export * from "./read";
export * from "./register";
