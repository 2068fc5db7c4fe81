/** What the pane shows of a return: worked out from what was found in the workbook, as plain data that its parts draw. */
export * from "./reading";
export { readingOf } from "./reading-of";
