/** A fictional SHA: organisations, their figures and their faults, all told by a definition and drawn with a fixed seed. */
export { makeDemo, type Demo, type DemoEntry, type DemoFile, type DemoResult } from "./demo";
