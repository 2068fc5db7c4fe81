// Draws the pictures of docs/pictures anew: the demo's workbooks, printed by LibreOffice. Needs soffice and pdftoppm.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, "docs", "pictures");
const work = mkdtempSync(join(tmpdir(), "pictures-"));
const run = (command, ...args) =>
  execFileSync(command, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });

/** Which page of which workbook becomes which picture. */
const PICTURES = [
  [/^templates\/X01/, 1, "blank-cover"],
  [/^templates\/X01/, 2, "blank-spend"],
  [/^returns\/X10/, 2, "spend-with-faults"],
  [/^returns\/X10/, 8, "checks-with-faults"],
  [/^returns\/X03/, 5, "tariff"],
  [/^returns\/X5A commissioner/, 3, "community"],
  [/^summary/, 1, "summary-overview"],
  [/^summary/, 4, "summary-spend"],
];

run(process.execPath, join(root, "scripts", "imt.mjs"), "demo", "--out", join(work, "demo"));
mkdirSync(out, { recursive: true });
const files = ["templates", "returns", "."].flatMap((folder) =>
  readdirSync(join(work, "demo", folder))
    .filter((name) => name.endsWith(".xlsx"))
    .map((name) => (folder === "." ? name : `${folder}/${name}`)),
);
for (const [which, page, name] of PICTURES) {
  const file = files.find((one) => which.test(one));
  if (!file) throw new Error(`There is no ${which} in the demo.`);
  run(
    "soffice",
    `-env:UserInstallation=file://${work}/profile`,
    "--headless",
    "--convert-to",
    "pdf",
    "--outdir",
    work,
    join(work, "demo", file),
  );
  const pdf = join(work, file.replace(/^.*\//, "").replace(/xlsx$/, "pdf"));
  run(
    "pdftoppm",
    "-r",
    "90",
    "-png",
    "-f",
    String(page),
    "-l",
    String(page),
    "-singlefile",
    pdf,
    join(work, name),
  );
  renameSync(join(work, `${name}.png`), join(out, `${name}.png`));
}
rmSync(work, { recursive: true });
process.stdout.write(`${PICTURES.length} pictures in docs/pictures\n`);
