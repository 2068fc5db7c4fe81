/**
 * node test/host/page/serve.mjs [--port 3443] [--pane FOLDER] [--page taskpane.html] [--register FILE]
 *
 * Serves the workbench: a simulated Excel with a grid beside the add-in's pane, over https with a certificate of its own. The pane
 * comes from a folder (dist/pane without --pane; the little pane of the tests where that is missing), Office.js from node_modules. A
 * register is served beside the pane under /listed/, so that /pane/ shows the pane without one.
 */
import { createServer } from "node:https";
import { createRequire } from "node:module";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { localCertificate } from "./certificate.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, "..", "..", "..");
const OFFICE = join(
  dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")),
  "dist",
);
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "3443" },
    pane: { type: "string" },
    page: { type: "string" },
    register: { type: "string" },
    // The folder of a bundle that was made before, by bundle.mjs.
    workbench: { type: "string" },
    // For tests: it ends with whoever started it.
    attached: { type: "boolean", default: false },
  },
});
const paneFolder = values.pane ?? join(ROOT, "dist", "pane");
const isThere = existsSync(paneFolder);
const pane = isThere ? resolve(paneFolder) : join(HERE, "pane");
const page = values.page ?? (isThere ? "taskpane.html" : "pane.html");
const under = values.register === undefined ? "pane" : "listed";

const made = values.workbench ?? mkdtempSync(join(tmpdir(), "workbench-"));
if (values.workbench === undefined) process.on("exit", () => rmSync(made, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));

if (values.attached) process.stdin.resume().on("end", () => process.exit(0));

if (values.workbench === undefined) {
  const { bundled, workbenchConfig } = await import("./bundle.mjs");
  await bundled(workbenchConfig(made));
}

const server = createServer(localCertificate(), (request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname);
  const file = fileFor(path);
  if (!file || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "cache-control": "no-store",
  });
  response.end(readFileSync(file));
});
server.listen(Number(values.port), "localhost", () => {
  const address = `https://localhost:${server.address().port}/?pane=${encodeURIComponent(`/${under}/${page}`)}`;
  console.log(`The workbench is at ${address}`);
});

/** The file behind a path, never outside of the folder that it belongs to. */
function fileFor(path) {
  if (path === "/") return join(HERE, "workbench.html");
  if (path === "/listed/register.csv") return values.register;
  for (const [prefix, folder] of [
    ["/office/", OFFICE],
    // A pane that was bundled with Office.js beside it needs no copy of it here.
    ["/pane/office/", OFFICE],
    ["/listed/office/", OFFICE],
    ["/pane/", pane],
    ["/listed/", pane],
    ["/workbench/", made],
  ]) {
    if (!path.startsWith(prefix)) continue;
    const file = normalize(join(folder, path.slice(prefix.length)));
    return file.startsWith(folder + sep) ? file : undefined;
  }
  return undefined;
}
