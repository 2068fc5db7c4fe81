/** Why a file was not read. */
export type ReadRefusalKind =
  /** No bytes at all. */
  | "empty"
  /** An OLE container (.xls up to Excel 2003, or a workbook locked with a password) or a bare old .xls. */
  | "old_excel_or_encrypted"
  /** Plain text such as CSV under the name of a workbook. */
  | "text_file"
  /** A web page under the name of a workbook. */
  | "web_page"
  /** Any other bytes that are no zip. */
  | "not_a_zip"
  /** A zip that is cut off, damaged or built to mislead. */
  | "broken_zip"
  /** A zip with a password on its entries. */
  | "locked_zip"
  /** A zip that holds something else, such as a Word document. */
  | "not_a_workbook"
  /** A spreadsheet of another format (.ods, .fods, Excel 2003 XML). */
  | "other_spreadsheet"
  /** An Excel binary workbook (.xlsb). */
  | "binary_workbook"
  /** More than the budget: file, entries, unpacked size, cells. */
  | "too_large"
  /** A part that is not well-formed XML, or not in a character set that can be read. */
  | "broken_xml"
  /** A part that declares a document type, which Excel never writes and attacks rely on. */
  | "doctype"
  /** A part that the workbook names and the file lacks. */
  | "missing_part"
  /** Cells refer to the shared list of texts and there is none. */
  | "missing_strings"
  /** A cell whose address or content cannot be true. */
  | "broken_cell"
  /** The workbook lists no sheet at all. */
  | "no_sheets"
  /** A sheet without a name. */
  | "nameless_sheet"
  /** Two sheets of the same name. */
  | "duplicate_sheet";

/** Why a file was not read, in words for the person who sent or received it. */
export interface ReadRefusal {
  readonly kind: ReadRefusalKind;
  readonly message: string;
}

const SAVE_AS = "Open it in Excel and save it as an Excel Workbook (.xlsx).";
const REPAIR =
  "Open it in Excel, check it and save it there; if Excel cannot open it either, ask for another copy.";
const RIGHT_FILE = "Please check that the right file was sent.";

/** What to say of each kind; `what` names the place or the measure where there is one. */
const MESSAGES: Readonly<Record<ReadRefusalKind, (what: string) => string>> = {
  empty: () => "The file is empty. Please ask for another copy.",
  old_excel_or_encrypted: (what) =>
    what === "password"
      ? "The workbook can only be opened with a password. Open it in Excel, take the password off (File, Info, Protect Workbook) and save it again."
      : "This is an old Excel file (.xls) or one with a password. Open it in Excel, take off any password and save it as an Excel Workbook (.xlsx).",
  text_file: () =>
    "This is a plain text file, such as a CSV, under the name of a workbook. Please ask for the Excel workbook itself.",
  web_page: () =>
    "This is a web page under the name of a workbook, perhaps a sign-in page saved by mistake. Please ask for the Excel workbook itself.",
  not_a_zip: (what) => `This is ${what || "not an Excel workbook"}. ${RIGHT_FILE}`,
  broken_zip: () => `The file is damaged, perhaps cut off on the way, and cannot be read safely. ${REPAIR}`,
  locked_zip: () => "The file was packed with a password. Please ask for the Excel workbook without one.",
  not_a_workbook: (what) => `This is ${what || "not an Excel workbook"}. ${RIGHT_FILE}`,
  other_spreadsheet: (what) => `This is ${what}. ${SAVE_AS}`,
  binary_workbook: () => `This is an Excel Binary Workbook (.xlsb). ${SAVE_AS}`,
  too_large: (what) =>
    `The file is too large to read safely: ${what}. Please check that the right file was sent, without added sheets or pictures.`,
  broken_xml: (what) => `The file is damaged: ${what} cannot be read. ${REPAIR}`,
  doctype: (what) =>
    `The file was not read, for safety: ${what} has a declaration in it that Excel never writes. ${REPAIR}`,
  missing_part: (what) => `The file is incomplete: ${what} is missing. ${REPAIR}`,
  missing_strings: () => `The file is incomplete: the list of its texts is missing. ${REPAIR}`,
  broken_cell: (what) => `The file is damaged: ${what}. ${REPAIR}`,
  no_sheets: () => `The workbook has no sheets. ${RIGHT_FILE}`,
  nameless_sheet: () => `The file is damaged: one of its sheets has no name. ${REPAIR}`,
  duplicate_sheet: (what) => `The file is damaged: it has two sheets called ${what}. ${REPAIR}`,
};

/** Thrown inside this room only; the face turns it into a result. */
export class Refusal extends Error {
  constructor(
    readonly kind: ReadRefusalKind,
    what = "",
  ) {
    super(MESSAGES[kind](what));
  }
}

/** A sheet's name as a message may show it: Excel's own 31 characters at most, and nothing that is not text. */
export function quoteName(name: string): string {
  const shown = name.replace(/\p{C}/gu, " ");
  return `"${shown.length > 31 ? `${shown.slice(0, 30)}…` : shown}"`;
}
