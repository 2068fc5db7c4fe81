import { made } from "./made";
import { openpyxl, python } from "./openpyxl";
import { describeWith } from "./skipping";
import { writeSample } from "./workbook-sample";

describeWith(openpyxl, "running Python with openpyxl", () => {
  test("gives JSON to the script and back", async () => {
    const script = "import json, sys; print(json.dumps(json.load(sys.stdin)))";
    const value = { text: "Ashmère £ 🏥", list: [1, null, true] };
    expect(await python(script, value)).toEqual(value);
  });

  test("reads a workbook", async () => {
    const file = await writeSample(made("support-openpyxl"), "sample.xlsx");
    const script = [
      "import json, sys, openpyxl",
      "book = openpyxl.load_workbook(json.load(sys.stdin))",
      "print(json.dumps([book.sheetnames, book['Spend']['A3'].value]))",
    ].join("\n");
    expect(await python(script, file)).toEqual([["Spend"], "=A1+A2"]);
  });

  test("says why a script failed", async () => {
    await expect(python("raise ValueError('no such sheet')")).rejects.toThrow(/ValueError: no such sheet/);
    await expect(python("print('hello')")).rejects.toThrow(/did not print JSON but: hello/);
    await expect(python("import time; time.sleep(60)", null, 300)).rejects.toThrow(/took longer/);
  });
});
