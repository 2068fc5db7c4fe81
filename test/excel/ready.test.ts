import { excelReady } from "../../src/excel";

/** What Office says of itself, as far as it is asked. */
function office(
  host: string | null,
  platform: string | null,
  { supports = true, url = "", dark }: { supports?: boolean; url?: string; dark?: boolean } = {},
) {
  const asked: string[] = [];
  Object.assign(globalThis, {
    Office: {
      onReady: () => Promise.resolve({ host, platform }),
      context: {
        requirements: {
          isSetSupported: (set: string, version: string) => {
            asked.push(`${set} ${version}`);
            return supports;
          },
        },
        document: { url },
        diagnostics: { version: "16.0.1" },
        ...(dark === undefined ? {} : { officeTheme: { isDarkTheme: dark } }),
      },
    },
  });
  return asked;
}

describe("what the add-in finds itself in", () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, "Office");
  });

  test("a page without Office, or with Office in a browser's tab, is no Excel", async () => {
    expect(await excelReady()).toEqual({ kind: "no_excel" });
    office(null, null);
    expect(await excelReady()).toEqual({ kind: "no_excel" });
  });

  test("Word is no Excel", async () => {
    office("Word", "PC");
    expect(await excelReady()).toEqual({ kind: "no_excel" });
  });

  test.each(["iOS", "Android"])(
    "Excel on a tablet (%s) is said to be one, whatever it supports",
    async (platform) => {
      office("Excel", platform);
      expect(await excelReady()).toEqual({ kind: "tablet" });
    },
  );

  test("an Excel without what sheets are put in by is old", async () => {
    const asked = office("Excel", "PC", { supports: false });
    expect(await excelReady()).toEqual({ kind: "old_excel" });
    expect(asked).toEqual(["ExcelApi 1.14"]);
  });

  test.each([
    ["C:\\Returns\\X01 plan.xlsx", "X01 plan.xlsx"],
    ["/Users/someone/X01 plan.xlsx", "X01 plan.xlsx"],
    ["https://intranet.example/sites/plans/X01%20plan.xlsx?web=1", "X01 plan.xlsx"],
    ["", null],
  ])("the name of the file is the last part of %s", async (url, fileName) => {
    office("Excel", "Mac", { url, dark: true });
    expect(await excelReady()).toEqual({
      kind: "excel",
      fileName,
      dark: true,
      program: "Excel, Mac, 16.0.1",
    });
  });

  test("where Office does not say whether it is dark, nothing is said", async () => {
    office("Excel", "OfficeOnline");
    expect(await excelReady()).toMatchObject({ kind: "excel", dark: null });
  });
});
