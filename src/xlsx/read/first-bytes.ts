import { Refusal } from "./refusal";

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP_STARTS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
/** How Excel 2 to 4 began a file, before the OLE container. */
const BARE_XLS = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08, 0x08, 0x00],
  [0x09, 0x08, 0x10, 0x00],
];
const ENCRYPTED_STREAM = Array.from("EncryptedPackage").flatMap((letter) => [letter.charCodeAt(0), 0]);
/** An OLE directory names its streams in whole 128-byte records. */
const OLE_RECORD = 128;

/** Refuses by the first bytes whatever cannot be a zip, saying what it is instead. */
export function checkFirstBytes(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Refusal("empty");
  if (startsWith(bytes, OLE)) {
    throw new Refusal("old_excel_or_encrypted", holdsEncryptedStream(bytes) ? "password" : "");
  }
  if (ZIP_STARTS.some((start) => startsWith(bytes, start))) return;
  if (BARE_XLS.some((start) => startsWith(bytes, start))) throw new Refusal("old_excel_or_encrypted");
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw new Refusal("not_a_zip", "a PDF, not an Excel workbook");
  refuseText(bytes.subarray(0, 4096));
  throw new Refusal("not_a_zip");
}

function startsWith(bytes: Uint8Array, start: readonly number[], at = 0): boolean {
  return start.every((byte, i) => bytes[at + i] === byte);
}

function holdsEncryptedStream(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += OLE_RECORD) {
    if (startsWith(bytes, ENCRYPTED_STREAM, at)) return true;
  }
  return false;
}

/** Looks at the beginning of a text file and refuses it as what it is. */
function refuseText(bytes: Uint8Array): void {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const text = new TextDecoder(wide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(bytes);
  if (/<!doctype html|<html|<table/i.test(text)) throw new Refusal("web_page");
  if (/opendocument/.test(text))
    throw new Refusal("other_spreadsheet", "an OpenDocument spreadsheet (.fods), not an Excel workbook");
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(text)) {
    throw new Refusal("other_spreadsheet", "a spreadsheet in the XML format of Excel 2003");
  }
  // Control characters other than tab and line ends mean that this is no text at all.
  // eslint-disable-next-line no-control-regex
  if (!/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) throw new Refusal("text_file");
}
