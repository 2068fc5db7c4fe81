/** Words over the columns of the sheet of findings by which they are found again in an earlier summary. */
export const FINDING_HEADS = {
  org: "Code",
  return: "Return",
  toDo: "To do",
  code: "Ref",
  sheet: "Sheet",
  cells: "Cells",
  found: "What was found",
} as const;
