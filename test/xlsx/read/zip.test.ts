import { deflateSync } from "fflate";
import { readWorkbook, USUAL_BUDGET } from "../../../src/xlsx/read";
import { parts, read, refusal, sheetXml, zipped, type Parts } from "./hand-workbook";
import { bombOf, bytesOf, handZip, type HandEntry } from "./hand-zip";

const ROWS = `<row r="1"><c r="A1"><v>7</v></c></row>`;
const SHEET = "xl/worksheets/sheet1.xml";

function stored(
  from: Parts,
  changes: ReadonlyMap<string, Partial<HandEntry>> = new Map(),
): readonly HandEntry[] {
  return Object.entries(from).flatMap(([name, part]) =>
    typeof part === "string" ? [{ name, packed: bytesOf(part), ...changes.get(name) }] : [],
  );
}

function sheetWith(change: Partial<HandEntry>): Uint8Array {
  return handZip(stored(parts(ROWS), new Map([[SHEET, change]])));
}

describe("a sound zip", () => {
  it("is read whether its entries are stored, deflated or described by zip64", () => {
    const whole = handZip(stored(parts(ROWS)));
    const zip64 = handZip(stored(parts(ROWS)).map((entry) => ({ ...entry, zip64: true })));
    for (const bytes of [whole, zip64, zipped(parts(ROWS))]) {
      expect(read(bytes).sheets[0]?.cells.get("A1")).toEqual({ value: 7, formula: null });
    }
  });

  it("is read from the middle of a larger buffer", () => {
    const bytes = zipped(parts(ROWS));
    const larger = new Uint8Array(bytes.length + 100).fill(0x50);
    larger.set(bytes, 60);
    expect(read(larger.subarray(60, 60 + bytes.length)).sheets).toHaveLength(1);
  });

  it("may turn its slashes round and change the case of its names", () => {
    const turned = stored(parts(ROWS)).map((entry) => ({
      ...entry,
      name: entry.name.replaceAll("/", "\\").replace("xl", "XL"),
    }));
    expect(read(handZip(turned)).sheets).toHaveLength(1);
  });

  it("gives the same cells however small the pieces it inflates to", () => {
    const text = Array.from(
      { length: 40_000 },
      (_, i) => `<row><c><v>${(i * 7919) % 10_007}</v></c></row>`,
    ).join("");
    const cells = read(parts(text)).sheets[0]?.cells;
    expect(cells?.size).toBe(40_000);
    expect(cells?.get("A40000")?.value).toBe((39_999 * 7919) % 10_007);
  });
});

describe("a broken zip", () => {
  it("is refused when it was cut off anywhere", () => {
    const bytes = zipped(parts(ROWS));
    for (let length = 4; length < bytes.length; length += 7) {
      expect(refusal(bytes.subarray(0, length)).kind).toBe("broken_zip");
    }
  });

  it("is refused in plain words or reads as before when any one of its bytes was changed", () => {
    const bytes = zipped(parts(ROWS));
    let refused = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x5a;
      const result = readWorkbook(changed);
      if (result.kind === "refused") refused += 1;
      else expect(result.workbook.sheets[0]?.cells.get("A1")?.value).toBe(7);
    }
    expect(refused).toBeGreaterThan(bytes.length / 2);
  });

  it("is refused for a wrong checksum, an unknown method or a size that is not true", () => {
    expect(refusal(sheetWith({ crc: 1 })).kind).toBe("broken_zip");
    expect(refusal(sheetWith({ method: 9 })).kind).toBe("broken_zip");
    const xml = bytesOf(sheetXml(ROWS));
    for (const size of [xml.length - 1, xml.length + 1]) {
      expect(refusal(sheetWith({ size })).kind).toBe("broken_zip");
      expect(refusal(sheetWith({ size, method: 8, packed: deflateSync(xml) })).kind).toBe("broken_zip");
    }
  });

  it("is refused for two entries of one name, even when they differ by case", () => {
    const twice = (name: string) =>
      handZip([...stored(parts(ROWS)), { name, packed: bytesOf(sheetXml("")) }]);
    expect(refusal(twice(SHEET)).kind).toBe("broken_zip");
    expect(refusal(twice("XL/Worksheets/SHEET1.xml")).kind).toBe("broken_zip");
  });

  it("is refused for entries that share their bytes", () => {
    const [first, ...rest] = stored(parts(ROWS));
    const sharing = { name: first?.name.toUpperCase() ?? "", packed: new Uint8Array(0), header: 0 };
    expect(refusal(handZip([...(first ? [first] : []), ...rest, sharing])).kind).toBe("broken_zip");
    expect(refusal(sheetWith({ packedSize: 5_000, size: 5_000 })).kind).toBe("broken_zip");
  });

  it("is refused for entries that the count hides and for names that differ in the two headers", () => {
    expect(refusal(handZip(stored(parts(ROWS)), { count: 3 })).kind).toBe("broken_zip");
    expect(refusal(sheetWith({ localName: "xl/worksheets/sheet2.xml" })).kind).toBe("broken_zip");
  });

  it("is refused as locked for a password on an entry", () => {
    expect(refusal(sheetWith({ flags: 1 })).kind).toBe("locked_zip");
  });
});

describe("the budget", () => {
  it("refuses by the file's size, its number of parts and its declared size before it unpacks anything", () => {
    const bytes = zipped(parts(ROWS));
    expect(refusal(bytes, { ...USUAL_BUDGET, fileBytes: bytes.length - 1 }).kind).toBe("too_large");
    expect(refusal(bytes, { ...USUAL_BUDGET, entries: 3 }).kind).toBe("too_large");
    expect(refusal(bytes, { ...USUAL_BUDGET, inflatedBytes: 500 }).kind).toBe("too_large");
    const claims = sheetWith({ size: 0x7fffffff, packed: bytesOf("no deflate stream"), method: 8 });
    expect(refusal(claims)).toEqual({
      kind: "too_large",
      message:
        "The file is too large to read safely: it unpacks to more than 64 MB. Please check that the right file was sent, without added sheets or pictures.",
    });
  });

  it("counts a part that nobody needs, too", () => {
    const picture = { name: "xl/media/image1.png", packed: bombOf("0", 1), method: 8, size: 0x7fffffff };
    expect(refusal(handZip([...stored(parts(ROWS)), picture])).kind).toBe("too_large");
  });

  it("refuses more filled cells than it allows, and does not count blank ones", () => {
    const budget = { ...USUAL_BUDGET, cells: 2 };
    const three = `<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>`;
    expect(refusal(parts(three), budget).kind).toBe("too_large");
    const blanks = `<row><c s="1"/><c s="1"/><c s="1"/><c><v>4</v></c></row>`;
    expect(() => refusal(parts(blanks), budget)).toThrow("read, though");
  });

  it("counts a part again each time that a sheet reads it", () => {
    const spaces = " ".repeat(30_000);
    const many = Array.from(
      { length: 50 },
      (_, i) => `<sheet name="S${i}" sheetId="${i + 1}" r:id="rId1"/>`,
    ).join("");
    const shared = parts(spaces);
    const workbook = (shared["xl/workbook.xml"] as string).replace(/<sheet .*?\/>/, many);
    const budget = { ...USUAL_BUDGET, inflatedBytes: 500_000 };
    expect(refusal({ ...shared, "xl/workbook.xml": workbook }, budget).kind).toBe("too_large");
  });
});

describe("a bomb", () => {
  it("that declares its true gigabyte is refused at once", () => {
    const started = Date.now();
    const bomb = sheetWith({ packed: bombOf(" ", 100), method: 8, size: 1024 ** 3 });
    const built = Date.now();
    expect(refusal(bomb).kind).toBe("too_large");
    expect(Date.now() - built).toBeLessThan(Math.max(200, built - started));
  });

  it("that declares a small size is refused after the first piece", () => {
    const bomb = sheetWith({ packed: bombOf(" ", 300), method: 8, size: 200_000 });
    const started = Date.now();
    const before = process.memoryUsage().arrayBuffers;
    expect(refusal(bomb).kind).toBe("broken_zip");
    expect(Date.now() - started).toBeLessThan(1_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024);
  });

  it("of sound XML that unpacks past its declared size is refused there", () => {
    const large = sheetWith({ packed: bombOf("<!-- -->", 60), method: 8, size: 5_000_000 });
    expect(refusal(large).kind).toBe("broken_zip");
  });

  it("of nested elements or of attributes is refused", () => {
    expect(refusal(parts("", { [SHEET]: "<a>".repeat(200_000) })).kind).toBe("broken_xml");
    const attributes = Array.from({ length: 5_000 }, (_, i) => `a${i}=""`).join(" ");
    expect(refusal(parts("", { [SHEET]: `<worksheet ${attributes}/>` })).kind).toBe("broken_xml");
  });

  it("of one endless text is refused, wherever the text stands", () => {
    const endless = "&amp;".repeat(300_000);
    for (const sheet of [
      `<worksheet><sheetData><row><c t="str"><v>${endless}</v></c></row></sheetData></worksheet>`,
      `<worksheet><!--${endless}--></worksheet>`,
      `<worksheet a="${endless}"/>`,
    ]) {
      expect(refusal(parts("", { [SHEET]: sheet })).kind).toBe("too_large");
    }
  });

  it("of one long formula shared by very many cells is refused", () => {
    const long = "A1+".repeat(2_700);
    const followers = Array.from(
      { length: 15_000 },
      () => `<row><c><f t="shared" si="0"/><v>1</v></c></row>`,
    );
    const rows = `<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A15001">${long}1</f><v>1</v></c></row>`;
    const budget = { ...USUAL_BUDGET, inflatedBytes: 10_000_000 };
    expect(refusal(parts(rows + followers.join("")), budget).kind).toBe("too_large");
  });
});
