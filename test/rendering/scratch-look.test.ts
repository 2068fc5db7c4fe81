import { mkdirSync } from "node:fs";
import { toPdf } from "../support/libreoffice";
import { saved } from "../support/saved";
import { blank, faulty, longest, summary } from "./workbooks";
import { LONG_NAME } from "./workbooks";
test("look", async () => {
  expect(LONG_NAME.length).toBeLessThanOrEqual(120);
  const out = process.env["LOOK"]!;
  mkdirSync(out, { recursive: true });
  const files = [];
  for (const [name, make] of Object.entries({ blank, faulty, longest, summary }))
    files.push(await saved(await make(), out, name));
  await toPdf(files, out + "/pdf");
  console.log(LONG_NAME.length);
}, 200000);
