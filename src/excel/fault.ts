/** What went wrong between the add-in and Excel, for people. */
export interface Fault {
  /** Excel's own word for it, for whoever is asked for help. */
  readonly code: string;
  readonly sentence: string;
}

const BUSY = "Excel is busy. Finish the cell that you are editing (press Enter or Esc), then try again.";
const PROTECTED =
  "The workbook or one of its sheets is protected against this. Take the protection off (Review, Unprotect), then try again.";
const TOO_MUCH =
  "There is too much in this workbook for Excel to hand over at once. Move the return into a workbook of its own, then try again.";
const UNREACHED = "Excel did not answer. Check that you are connected, then try again.";
const TOO_OLD =
  "This version of Excel can't do this. It needs Excel 2021, Microsoft 365 or Excel on the web.";
const GONE = "A sheet or cell is no longer there. Check the workbook again to see what it holds now.";
const UNKNOWN =
  "Excel could not do this. Try again; if it happens a second time, save the workbook, close it and open it again.";

const SENTENCES: ReadonlyMap<string, string> = new Map([
  ["InvalidOperationInCellEditMode", BUSY],
  ["HostIsBusy", BUSY],
  ["ActivityLimitReached", BUSY],
  ["RequestAborted", BUSY],
  ["AccessDenied", PROTECTED],
  ["ReadOnly", "The workbook is open for reading only. Open it for editing, or save a copy, then try again."],
  ["RequestPayloadSizeLimitExceeded", TOO_MUCH],
  ["ResponsePayloadSizeLimitExceeded", TOO_MUCH],
  ["RangeExceedsLimit", TOO_MUCH],
  ["OperationCellsExceedLimit", TOO_MUCH],
  ["ConnectionFailure", UNREACHED],
  ["ApiNotFound", TOO_OLD],
  ["NotImplemented", TOO_OLD],
  ["UnsupportedOperation", TOO_OLD],
  ["UnsupportedFeature", TOO_OLD],
  ["ItemNotFound", GONE],
  ["InvalidReference", GONE],
  ["InvalidObjectPath", GONE],
  ["ItemAlreadyExists", "There is a sheet of this name already. Rename or delete it, then try again."],
  [
    "InvalidOperation",
    "Excel does not allow this here. Check that the workbook's structure is not protected, then try again.",
  ],
  ["InactiveWorkbook", "Another workbook is in front. Go back to this one, then try again."],
]);

/** Excel's code for what was thrown; undefined where it was not Excel that threw it. */
export function codeOf(problem: unknown): string | undefined {
  if (typeof problem !== "object" || problem === null || !("code" in problem)) return undefined;
  return typeof problem.code === "string" ? problem.code : undefined;
}

/** What to say about something that was thrown. */
export function faultOf(problem: unknown): Fault {
  const code = codeOf(problem) ?? "Unknown";
  return { code, sentence: SENTENCES.get(code) ?? UNKNOWN };
}
