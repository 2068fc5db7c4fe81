/**
 * node test/judge.mjs FOLDER…
 *
 * Holds every .xlsx below the folders against the judge of workbooks, a Python script that stands outside this project: named by
 * EXCEL_JUDGE, or else shared/tools/excel_judge.py beside this project. Ends with 1 where a fault was found.
 */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const JUDGE = resolve(process.env.EXCEL_JUDGE || join(ROOT, "..", "shared", "tools", "excel_judge.py"));
const PYTHON = "/usr/bin/python3";
const BATCH = 50;

process.exitCode = await main(process.argv.slice(2));

async function main(folders) {
  if (folders.length === 0) {
    console.error("Usage: node test/judge.mjs FOLDER…");
    return 2;
  }
  if (!existsSync(JUDGE)) {
    console.log("The workbooks were NOT judged: the judging script is missing. Name it in EXCEL_JUDGE.");
    return 0;
  }
  const missing = folders.filter((folder) => !existsSync(folder) || !statSync(folder).isDirectory());
  for (const folder of missing) console.log(`${folder}: there is no such folder`);

  const files = [...new Set(folders.filter((each) => !missing.includes(each)).flatMap(workbooks))].sort();
  if (files.length === 0) console.log("No workbook was found.");
  let failed = missing.length;
  let passed = 0;
  for (const [file, faults] of await judged(files)) {
    if (faults.length === 0) passed += 1;
    else failed += 1;
    for (const fault of faults) console.log(`${relative(process.cwd(), file)}: ${fault}`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Every workbook below a folder; what begins with ~$ is Excel's mark that one is open. */
function workbooks(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = resolve(folder, entry.name);
    if (entry.isDirectory()) return workbooks(path);
    return /\.xlsx$/i.test(entry.name) && !entry.name.startsWith("~$") ? [path] : [];
  });
}

/** The faults of each file, in the order of the files: a batch at a time for each processor. */
async function judged(files) {
  const batches = [];
  for (let at = 0; at < files.length; at += BATCH) batches.push(files.slice(at, at + BATCH));
  const verdicts = batches.map(() => []);
  const next = batches.keys();
  const work = async () => {
    for (const at of next) verdicts[at] = await judge(batches[at]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return verdicts.flat();
}

/** The faults of each file, as sentences. A file that the script says nothing about has not passed. */
async function judge(files) {
  const run = await new Promise((done) => {
    execFile(
      PYTHON,
      ["-X", "utf8", JUDGE, ...files],
      { encoding: "utf8", maxBuffer: 1 << 28, timeout: 60_000 + 5_000 * files.length },
      (error, stdout, stderr) => done({ error, stdout, stderr }),
    );
  });
  const verdicts = new Map();
  for (const line of (run.stdout ?? "").split("\n")) {
    const verdict = parsed(line);
    if (typeof verdict?.file === "string") verdicts.set(resolve(verdict.file), verdict);
  }
  // The script's last words say more than that it ended with 1, as it does where a fault was found.
  const trouble = (run.stderr ?? "").trim().split("\n").at(-1) || run.error?.message.split("\n")[0];
  return files.map((file) => {
    const verdict = verdicts.get(file);
    if (!verdict) return [file, [`was not judged (${trouble || "the script said nothing of it"})`]];
    const faults = (verdict.faults ?? []).map(
      ({ rule, part, text }) => `${[rule, part].filter(Boolean).join(" in ")}: ${text}`,
    );
    return [
      file,
      faults.length > 0 || verdict.ok === true ? faults : ["is not in order, and no fault is named"],
    ];
  });
}

function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
