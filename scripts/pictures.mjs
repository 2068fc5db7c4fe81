// Draws the pictures of docs/pictures anew: the demo's workbooks, printed by LibreOffice, and its report and a letter in a browser.
// Needs soffice, pdftoppm and chromium.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, "docs", "pictures");
const work = mkdtempSync(join(tmpdir(), "pictures-"));
const run = (command, ...args) =>
  execFileSync(command, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });

/** The sheets of which workbook become pictures, each its first page, named by what stands before and the sheet's name. */
const WORKBOOKS = [
  [/^templates\/X01/, "blank", ["Cover", "IM&T spend"]],
  [/^returns\/X10/, "faults", ["IM&T spend", "Checks"]],
  [/^returns\/X01/, "provider", null],
  [/^returns\/X5A commissioner/, "commissioner", null],
  [/^summary/, "summary", null],
];

/** The first page of each sheet, by the foot of the page: "Sheet · page 3 of 60". */
function pagesOf(pdf) {
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const pages = new Map();
  text.split("\f").forEach((page, at) => {
    const [, sheet] = /(\S(?:(?! {2,}).)*) · page \d+ of \d+\s*$/.exec(page) ?? [];
    if (sheet && !pages.has(sheet)) pages.set(sheet, at + 1);
  });
  return pages;
}

run(process.execPath, join(root, "scripts", "imt.mjs"), "demo", "--out", join(work, "demo"));
mkdirSync(out, { recursive: true });
const files = ["templates", "returns", "."].flatMap((folder) =>
  readdirSync(join(work, "demo", folder))
    .filter((name) => name.endsWith(".xlsx"))
    .map((name) => (folder === "." ? name : `${folder}/${name}`)),
);
for (const old of readdirSync(out)) if (old.endsWith(".png")) rmSync(join(out, old));
let drawn = 0;
for (const [which, prefix, wanted] of WORKBOOKS) {
  const file = files.find((one) => which.test(one));
  if (!file) throw new Error(`There is no ${which} in the demo.`);
  const profile = `-env:UserInstallation=file://${work}/profile`;
  run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", work, join(work, "demo", file));
  const pdf = join(work, file.replace(/^.*\//, "").replace(/xlsx$/, "pdf"));
  const pages = pagesOf(pdf);
  for (const sheet of wanted ?? pages.keys()) {
    const page = String(pages.get(sheet));
    const name = `${prefix}-${sheet.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
    run("pdftoppm", "-r", "75", "-png", "-f", page, "-l", page, "-singlefile", pdf, join(work, name));
    renameSync(join(work, `${name}.png`), join(out, `${name}.png`));
    drawn += 1;
  }
}
/** A page of HTML as a browser shows it, as far down as it is worth a picture. */
function pagePicture(file, name, height) {
  const shot = join(out, `${name}.png`);
  const size = [`--window-size=1200,${height}`, "--hide-scrollbars"];
  run("chromium", "--headless", "--no-sandbox", ...size, `--screenshot=${shot}`, pathToFileURL(file).href);
  drawn += 1;
}
// Something is left to put right in the demo's returns, which its exit code says.
spawnSync(
  process.execPath,
  [
    ...[join(root, "dist", "imt.js"), "consolidate", join(work, "demo", "returns"), "--sha", "X90"],
    ...["--register", join(work, "demo", "register.csv"), "--out", join(work, "again.xlsx")],
    ...["--letters", join(work, "letters"), "--on", "2007-04-02"],
  ],
  { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
);
const letters = readdirSync(join(work, "letters")).filter((name) => name.endsWith(".html"));
const letter = letters.find((name) => name.startsWith("X5C"));
if (letter === undefined) throw new Error("There is no letter to X5C.");
pagePicture(join(work, "demo", "report.html"), "report", 1500);
pagePicture(join(work, "letters", letter), "letter", 1400);
rmSync(work, { recursive: true });
process.stdout.write(`${drawn} pictures in docs/pictures\n`);
