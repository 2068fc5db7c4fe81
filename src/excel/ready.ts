/** What the add-in finds itself in. */
export type Ready =
  | {
      readonly kind: "excel";
      /** The name of the workbook's file, without its folder; null where it was not saved yet. */
      readonly fileName: string | null;
      /** Whether Office is dark; null where it does not say, as on the web. */
      readonly dark: boolean | null;
      /** "Excel, PC, 16.0.17328": for error reports. */
      readonly program: string;
    }
  /** Excel, but without what sheets are put in and watched by. */
  | { readonly kind: "old_excel" }
  | { readonly kind: "tablet" }
  | { readonly kind: "no_excel" };

const NEEDED = "1.14";

/** Waits until Office is ready, and says what it is. */
export async function excelReady(): Promise<Ready> {
  // Where Office.js did not load, there is no Office to wait for.
  if (!("Office" in globalThis)) return { kind: "no_excel" };
  const { host, platform } = await Office.onReady();
  if (String(host) !== "Excel") return { kind: "no_excel" };
  if (String(platform) === "iOS" || String(platform) === "Android") return { kind: "tablet" };
  const { context } = Office;
  if (!context.requirements.isSetSupported("ExcelApi", NEEDED)) return { kind: "old_excel" };
  return {
    kind: "excel",
    fileName: fileNameOf(context.document.url),
    dark: (context.officeTheme as Office.OfficeTheme | undefined)?.isDarkTheme ?? null,
    program: [host, platform, context.diagnostics.version].join(", "),
  };
}

/** The last part of a path of Windows, of a Mac or of the web. */
function fileNameOf(address: string | null | undefined): string | null {
  const name = (address ?? "").split(/[\\/]/).at(-1)?.split(/[?#]/)[0] ?? "";
  if (!/\.xls\w$/i.test(name)) return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
