/**
 * node test/build.mjs
 *
 * Holds what npm run build made against what the pane needs: its pages, the files that they and the manifest name, and what
 * they may load. Ends with 1 where something is wrong.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PANE = join(ROOT, "dist", "pane");
const FIRST_LOAD = 80_000;

const faults = [];
const expect = (holds, fault) => holds || faults.push(fault);
const read = (name) => readFileSync(join(PANE, name), "utf8");

if (!existsSync(join(PANE, "taskpane.html"))) {
  console.error("There is no dist/pane: npm run build makes it.");
  process.exit(1);
}

const page = read("taskpane.html");
expect(!/%[A-Z]+%/.test(page + read("help.html")), "A place in a page was not filled in.");
const scripts = [...page.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)].map(([, attributes, text]) => ({
  source: /\bsrc="([^"]+)"/.exec(attributes)?.[1],
  text,
}));
const styles = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, name]) => name);
expect(scripts.length >= 2, "The page loads no program.");
expect(/office\.js$/.test(scripts[0]?.source ?? ""), "Office.js is not the first program of the page.");
expect(
  scripts.every(({ source, text }) => source !== undefined && text === ""),
  "There is a program in the page itself.",
);
const own = [...scripts.slice(1).map(({ source }) => source), ...styles];
for (const name of own) {
  expect(existsSync(join(PANE, name)), `${name} is not there.`);
  expect(/\.[0-9a-f]{10}\.(js|css)$/.test(name), `${name} does not change its name with what is in it.`);
}
const first = own.reduce((size, name) => size + gzipSync(read(name), { level: 9 }).length, 0);
expect(first <= FIRST_LOAD, `The page loads ${first} bytes packed at first, and may load ${FIRST_LOAD}.`);

const programs = readdirSync(PANE).filter((name) => name.endsWith(".js"));
const years = readdirSync(join(ROOT, "templates")).filter((name) =>
  existsSync(join(ROOT, "templates", name, "year.yaml")),
);
for (const year of years) {
  const parts = programs.filter((name) => name.startsWith(year));
  expect(parts.length === 1, `${year} has ${parts.length} files of definitions.`);
  expect(!own.includes(parts[0]), `The definitions of ${year} are loaded with the first page.`);
}
for (const name of programs) {
  expect(!read(name).includes("tag:yaml.org"), `${name} has a parser of YAML in it.`);
  expect(
    !/\beval\(|new Function\(/.test(read(name)),
    `${name} makes programs out of text, which the page's rules refuse.`,
  );
}

const away = mkdtempSync(join(tmpdir(), "build-"));
const [site, file] = ["https://intranet.example/imt/", join(away, "manifest.xml")];
const command = [join(ROOT, "dist", "imt.js"), "manifest", "--site", site, "--out", file];
const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
expect(status === 0, `imt manifest did not work: ${stderr}`);
if (status === 0) {
  const addresses = [...readFileSync(file, "utf8").matchAll(/DefaultValue="(https:[^"]+)"/g)].map(
    ([, one]) => one,
  );
  expect(addresses.length > 20, "The manifest names nothing.");
  for (const address of addresses) {
    const { pathname } = new URL(address);
    const name = pathname.slice(new URL(site).pathname.length);
    expect(
      address.startsWith(site) && existsSync(join(PANE, name)),
      `The manifest names ${address}, which is not there.`,
    );
  }
}
rmSync(away, { recursive: true });

for (const fault of faults) console.error(fault);
if (faults.length === 0)
  console.log(`The pane is built as it should be; its page loads ${first} bytes packed at first.`);
process.exitCode = faults.length === 0 ? 0 : 1;
