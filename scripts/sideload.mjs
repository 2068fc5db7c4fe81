// npm run sideload: lets Excel on this machine know the add-in that npm start serves, and opens Excel. With --remove, takes it away.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

import { ID, MANIFEST, PAGE, VERSION } from "./development.mjs";

const { sideloadWorkbook } = createRequire(import.meta.url)("./sideload-workbook.cjs");

const say = (line) => process.stdout.write(`${line}\n`);
const run = (command, ...args) => execFileSync(command, args, { stdio: ["ignore", "ignore", "pipe"] });
const remove = process.argv.includes("--remove");

/** Where Excel on Windows looks for the add-ins of developers: the name of a value is an Id, its text the path of a manifest. */
const REGISTRY = "HKCU\\Software\\Microsoft\\Office\\16.0\\Wef\\Developer";
/** And Excel on a Mac. */
const FOLDER = join(homedir(), "Library", "Containers", "com.microsoft.Excel", "Data", "Documents", "wef");

function onWindows() {
  if (remove) {
    run("reg", "delete", REGISTRY, "/v", ID, "/f");
    return;
  }
  run("reg", "add", REGISTRY, "/v", ID, "/t", "REG_SZ", "/d", MANIFEST, "/f");
  const workbook = join(tmpdir(), `imt-return-${process.pid}.xlsx`);
  writeFileSync(workbook, sideloadWorkbook(ID, VERSION));
  run("cmd", "/c", "start", "", workbook);
}

function onMac() {
  const copy = join(FOLDER, `${ID}.manifest.xml`);
  if (remove) {
    rmSync(copy, { force: true });
    return;
  }
  if (!existsSync(join(FOLDER, "..")))
    throw new Error("Excel was never opened by you on this Mac: open it once, close it, and run this again.");
  mkdirSync(FOLDER, { recursive: true });
  copyFileSync(MANIFEST, copy);
  run("open", "-a", "Microsoft Excel");
}

const PLACES = { win32: onWindows, darwin: onMac };
const place = PLACES[process.platform];
if (!place) {
  say(
    "There is no Excel for this kind of machine. To try the add-in in Excel on the web, while npm start runs here:",
  );
  say("  1. Open a workbook at https://excel.cloud.microsoft in a browser of this machine.");
  say("  2. Home, Add-ins, More Settings, Upload My Add-in.");
  say(`  3. Choose ${MANIFEST}`);
  process.exit(2);
}
try {
  place();
} catch (problem) {
  say(`That did not work: ${problem.stderr?.toString().trim() || problem.message}`);
  process.exit(2);
}
if (remove) say("Excel knows the add-in no longer, once it is opened anew.");
else {
  say(`Excel knows the add-in. Its pane comes from ${PAGE.origin}: npm start has to run.`);
  say(
    "Where the group IM&T return is not on the Home tab: Home, Add-ins, then the add-in under Developer Add-ins.",
  );
}
