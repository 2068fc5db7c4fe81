/** The rule language: Excel formulas as trees that are read, worked out and written. It knows neither keys nor sheets. */
export { parseSheetFormula, type CellReference } from "./cell-reference";
export * from "./evaluate";
export * from "./expression";
export { FUNCTIONS } from "./functions";
export { type SheetFunction } from "./sheet-function";
export { parseFormula, type Parsed, type ReferenceReading, type ReferenceShape } from "./parse";
export { TEXT_FORMATS, formatText } from "./text-format";
export { textOf, to15, type Area, type Operand, type Scalar } from "./value";
export * from "./write";
