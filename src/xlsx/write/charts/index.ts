/** Native charts: what a layout draws of its cells, put into the parts of the workbook that exceljs has written. */
export { withCharts } from "./with-charts";
