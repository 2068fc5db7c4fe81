import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { calculate, libreOffice, pdfPages, pdfText, poppler, toPdf, toPng } from "./libreoffice";
import { made } from "./made";
import { scratch } from "./scratch";
import { describeWith } from "./skipping";
import { writeSample } from "./workbook-sample";
import { cellAt, readXlsx } from "./xlsx";

jest.setTimeout(120_000);

describeWith(libreOffice, "calculating with LibreOffice", () => {
  const folder = made("support-libreoffice");
  const out = scratch();

  test("works out every formula anew, whatever result was cached, for many files in one run", async () => {
    const files = [await writeSample(folder, "first.xlsx"), await writeSample(folder, "the second.xlsx", 50)];
    expect(cellAt(await readXlsx(files[0]!), "Spend", "A3").value).toBe(999);

    const results = await calculate(files, out);
    expect(results.map((file) => basename(file))).toEqual(["first.xlsx", "the second.xlsx"]);
    const [first, second] = await Promise.all(results.map(readXlsx));
    expect(cellAt(first!, "Spend", "A3")).toEqual({ value: 42, formula: "A1+A2" });
    expect(cellAt(second!, "Spend", "A3")).toEqual({ value: 52, formula: "A1+A2" });
    expect(cellAt(first!, "Spend", "C3").value).toEqual({ error: "#DIV/0!" });
  });

  test("runs side by side do not disturb each other", async () => {
    const files = [await writeSample(folder, "left.xlsx", 1), await writeSample(folder, "right.xlsx", 2)];
    const results = await Promise.all(files.map((file) => calculate([file], out)));
    const sums = await Promise.all(
      results.map(async ([file]) => cellAt(await readXlsx(file!), "Spend", "A3").value),
    );
    expect(sums).toEqual([3, 4]);
  });

  test("names what could not be opened, and does not take an older result for a new one", async () => {
    const broken = join(out, "broken.xlsx");
    writeFileSync(broken, "PK\u0003\u0004 no workbook");
    const results = join(out, "results");
    await calculate([await writeSample(folder, "whole.xlsx")], results);
    writeFileSync(join(results, "broken.xlsx"), "older");
    await expect(calculate([broken], results)).rejects.toThrow(/did not make: broken\.xlsx/);
    expect(readFileSync(join(results, "broken.xlsx"), "utf8")).toBe("older");
  });

  test("is stopped where it takes too long", async () => {
    const file = await writeSample(folder, "late.xlsx");
    await expect(calculate([file], out, { timeout: 50 })).rejects.toThrow(/took longer than 0.05 s/);
  });
});

describe("files that would be mixed up", () => {
  const folder = scratch();

  test("are refused before LibreOffice is started", async () => {
    const file = await writeSample(folder, "one.xlsx");
    await expect(calculate([file, file], join(folder, "out"))).rejects.toThrow(
      /two files would become one\.xlsx/,
    );
    await expect(calculate([file], folder)).rejects.toThrow(/would be overwritten/);
    await expect(calculate([join(folder, "none.xlsx")], folder)).rejects.toThrow(/there is no file/);
    expect(await calculate([], join(folder, "out"))).toEqual([]);
    expect(readdirSync(folder)).toEqual(["one.xlsx"]);
  });
});

const printing = { available: libreOffice.available && poppler.available, name: "LibreOffice or Poppler" };

describeWith(printing, "printing with LibreOffice", () => {
  const folder = made("support-printing");
  const out = scratch();

  test("gives pages, their text and their pictures", async () => {
    const [pdf] = await toPdf([await writeSample(folder, "print.xlsx")], out);
    expect(await pdfPages(pdf!)).toBe(1);
    const [page, ...others] = await pdfText(pdf!);
    expect(page).toContain("Ashmere PCT");
    expect(page).toMatch(/\b42\b/);
    expect(others).toEqual([]);
    const pictures = await toPng(pdf!, join(out, "pictures"), 50);
    expect(pictures).toEqual([join(out, "pictures", "print-1.png")]);
    expect(existsSync(pictures[0]!)).toBe(true);
  });
});
