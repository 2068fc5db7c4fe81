import { decodeText } from "../../src/register";
import * as fc from "../support/laws";

const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return little ? bytes : bytes.swap16();
};

describe("the text of a file", () => {
  test("is read as UTF-8, with a byte order mark or without", () => {
    expect(decodeText(Buffer.from("Ashmère’s"))).toBe("Ashmère’s");
    expect(decodeText(Buffer.from("\uFEFFAshmère’s"))).toBe("Ashmère’s");
    expect(decodeText(new Uint8Array())).toBe("");
  });

  test("is read as windows-1252 where it is no UTF-8", () => {
    const bytes = [0x41, 0x92, 0x73, 0x20, 0xe8, 0x20, 0x80, 0x85, 0x96, 0x9f, 0xa3];
    expect(decodeText(Uint8Array.from(bytes))).toBe("A’s è €…–Ÿ£");
  });

  test("is whatever was written in UTF-8 or UTF-16", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.boolean(), (text, little) => {
        fc.pre(!text.startsWith("\uFEFF"));
        expect(decodeText(new TextEncoder().encode(text))).toBe(text);
        expect(decodeText(utf16(text, little))).toBe(text);
      }),
    );
  });
});
