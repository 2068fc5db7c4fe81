import { strToU8, zipSync } from "fflate";
import { parts, refusal, relationships, zipped } from "./hand-workbook";
import { bytesOf } from "./hand-zip";

const OLE_START = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function oleWith(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set(OLE_START);
  [...stream].forEach((letter, i) => bytes.set([letter.charCodeAt(0), 0], 1024 + i * 2));
  return bytes;
}

describe("a file that is no xlsx", () => {
  it("is named for what it is by its first bytes", () => {
    expect(refusal(new Uint8Array(0)).kind).toBe("empty");
    expect(refusal(oleWith("Workbook")).kind).toBe("old_excel_or_encrypted");
    expect(refusal(Uint8Array.from([0x09, 0x08, 0x10, 0, 0, 6, 5, 0])).kind).toBe("old_excel_or_encrypted");
    expect(refusal(bytesOf("%PDF-1.7\n\u0001")).kind).toBe("not_a_zip");
    expect(refusal(bytesOf("%PDF-1.7\n")).message).toContain("PDF");
    expect(refusal(Uint8Array.from([1, 2, 3, 4, 5])).kind).toBe("not_a_zip");
  });

  it("says of a workbook with a password that it has one", () => {
    expect(refusal(oleWith("EncryptedPackage")).message).toContain("can only be opened with a password");
    expect(refusal(oleWith("Workbook")).message).toContain("old Excel file");
  });

  it("is told apart as text or a web page when it was renamed", () => {
    expect(refusal(bytesOf("Organisation,Spend\r\nRXX,£1,200\r\n")).kind).toBe("text_file");
    expect(refusal(bytesOf("\n<!DOCTYPE html>\n<html><body>Sign in</body></html>")).kind).toBe("web_page");
    expect(refusal(bytesOf('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>')).kind).toBe(
      "web_page",
    );
    const wide = Uint8Array.from([0xff, 0xfe, ...Array.from("a\tb").flatMap((c) => [c.charCodeAt(0), 0])]);
    expect(refusal(wide).kind).toBe("text_file");
  });

  it("is told apart as another spreadsheet format", () => {
    const excel2003 = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">';
    expect(refusal(bytesOf(excel2003)).kind).toBe("other_spreadsheet");
    const flat =
      '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">';
    expect(refusal(bytesOf(flat)).kind).toBe("other_spreadsheet");
    const ods = zipSync({
      mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }],
      "content.xml": strToU8("<x/>"),
      "META-INF/manifest.xml": strToU8("<x/>"),
    });
    expect(refusal(ods).kind).toBe("other_spreadsheet");
  });
});

describe("a package without a workbook", () => {
  it("is refused", () => {
    expect(refusal(zipSync({})).kind).toBe("not_a_workbook");
    expect(refusal(zipSync({ "photo.jpg": new Uint8Array(10) })).kind).toBe("not_a_workbook");
    expect(refusal(parts("", { "_rels/.rels": undefined })).kind).toBe("not_a_workbook");
    expect(refusal(parts("", { "xl/workbook.xml": "<document/>" })).kind).toBe("not_a_workbook");
  });

  it("is named when it is a Word document", () => {
    const word = zipped({
      "[Content_Types].xml":
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      "_rels/.rels": relationships([["rId1", "officeDocument", "word/document.xml"]]),
      "word/document.xml": "<document/>",
    });
    expect(refusal(word)).toEqual({
      kind: "not_a_workbook",
      message: "This is a Word document, not an Excel workbook. Please check that the right file was sent.",
    });
  });

  it("is refused with its format when it is a binary workbook, whatever its part is called", () => {
    const binary = parts("", {
      "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.bin"]]),
      "xl/workbook.bin": Uint8Array.from([0x83, 1, 0]),
    });
    expect(refusal(binary).kind).toBe("binary_workbook");
    const types = (what: string) =>
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${what}</Types>`;
    const type = 'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"';
    const override = types(`<Override PartName="/xl/workbook.xml" ${type}/>`);
    expect(refusal(parts("", { "[Content_Types].xml": override })).kind).toBe("binary_workbook");
  });

  it("is not taken for a binary workbook because of an ending that no part has", () => {
    const stray =
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>';
    expect(() => refusal(parts("", { "[Content_Types].xml": stray }))).toThrow("read, though");
  });
});
