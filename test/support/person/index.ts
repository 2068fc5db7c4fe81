/** Workbooks edited in LibreOffice as a person would edit them. */
export type { Content, Edit, RangeEdit } from "./edit";
export { editWorkbooks, person, type EditJob, type EditOptions } from "./edit-workbooks";
