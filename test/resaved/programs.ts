import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

import { python } from "../support/openpyxl";

const LOAD_AND_SAVE = [
  "import json, os, sys, openpyxl",
  "files, folder = json.load(sys.stdin)",
  "saved = [os.path.join(folder, os.path.basename(file)) for file in files]",
  "for file, to in zip(files, saved): openpyxl.load_workbook(file).save(to)",
  "print(json.dumps(saved))",
].join("\n");

/** The workbooks loaded and saved by openpyxl, which keeps formulas and drops their results. */
export async function byOpenpyxl(files: readonly string[], folder: string): Promise<readonly string[]> {
  const saved = await python(LOAD_AND_SAVE, [files, folder], 120_000);
  return saved as readonly string[];
}

/** What Google's sheets are known to change: a sheet is at most hidden, and truth values are written as calls. */
export function asGoogle(files: readonly string[], folder: string): readonly string[] {
  return files.map((file) => {
    const parts = Object.entries(unzipSync(readFileSync(file))).map(([name, bytes]) => {
      if (name === "xl/workbook.xml") return [name, edited(bytes, shownMore)] as const;
      return [name, name.startsWith("xl/worksheets/sheet") ? edited(bytes, truthsCalled) : bytes] as const;
    });
    const to = join(folder, basename(file));
    writeFileSync(to, zipSync(Object.fromEntries(parts)));
    return to;
  });
}

function edited(bytes: Uint8Array, edit: (xml: string) => string): Uint8Array {
  return strToU8(edit(strFromU8(bytes)));
}

function shownMore(xml: string): string {
  return xml.replaceAll('state="veryHidden"', 'state="hidden"');
}

/** TRUE and FALSE in formulas become TRUE() and FALSE(); texts between quotes stay as they are. */
function truthsCalled(xml: string): string {
  return xml.replaceAll(/(<f[^>]*>)([^<]*)(<\/f>)/g, (_, start: string, formula: string, end: string) => {
    const pieces = formula.split(/("(?:[^"]|"")*"|&quot;(?:(?!&quot;).)*&quot;)/);
    const called = pieces.map((piece, at) =>
      at % 2 === 0 ? piece.replaceAll(/\b(TRUE|FALSE)\b(?!\()/g, "$1()") : piece,
    );
    return start + called.join("") + end;
  });
}
