/** The workbook that is open in Excel, through Office.js. The only room that uses `Office` and `Excel`. */
export { ExcelWorkbook } from "./excel-workbook";
export { faultOf, type Fault } from "./fault";
export { excelReady, type Ready } from "./ready";
