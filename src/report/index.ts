/** The summary of an authority as one page of HTML, to read and for a board paper: drawn from its sheets, so that no figure is worked out again. */
export { reportPage, type ReportOf } from "./page";
