/** The plain shape of what was read from a workbook, and addresses. Nothing here interprets a value. */
export * from "./address";
export * from "./cells";
export * from "./date";
