import { mkdirSync } from "node:fs";
import { readPaper } from "./paper";
import { toPdf } from "../support/libreoffice";
import { asInExcel } from "./as-in-excel";
import { cutTexts, errorsIn, widthFaults } from "./cut";
import { blank, faulty, longest, summary } from "./workbooks";
test("geo", async () => {
  const out = process.env["LOOK"]!;
  mkdirSync(out, { recursive: true });
  const layouts = { blank: blank(), faulty: faulty(), longest: longest(), summary: await summary() };
  const files = [];
  for (const [name, layout] of Object.entries(layouts)) files.push(await asInExcel(layout, out, name));
  await toPdf(files, out + "/pdf");
  for (const [name, layout] of Object.entries(layouts)) {
    const pages = await readPaper(out + `/pdf/${name}.pdf`);
    console.log(
      name,
      pages.length,
      JSON.stringify([errorsIn(pages), widthFaults(layout, pages)]),
      "\n" +
        cutTexts(layout, pages)
          .slice(0, 70)
          .map((x) => x.slice(0, 140))
          .join("\n"),
    );
  }
}, 200000);
