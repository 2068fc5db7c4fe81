/** Layouts as .xlsx files. The only room that imports exceljs. */
export { writeWorkbook, type WriteOptions } from "./write";
