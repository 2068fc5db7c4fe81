import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { writeWorkbook } from "../../src/xlsx/write";
import { madeOnce, PROGRAM } from "../support/made-once";
import { demoOf } from "./shipped-demo";

/** Everything that came back in the shipped demo, in files below this folder: drawing them takes a minute, so it is done once. */
export function drawnDemo(): Promise<string> {
  return madeOnce({
    name: "demo",
    from: [...PROGRAM, __filename, join(__dirname, "shipped-demo.ts")],
    make: async (folder) => {
      for (const { name, content } of demoOf().returns) {
        const path = join(folder, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content.kind === "text" ? content.text : await writeWorkbook(content.layout()));
      }
    },
  });
}
