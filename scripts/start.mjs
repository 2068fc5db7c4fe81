// npm start: builds the pane, builds it anew when a file changes, and serves it where the committed manifest looks for it.
// With --office=local, Office.js comes from this machine too.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:https";
import { createRequire } from "node:module";
import { extname, join, normalize, sep } from "node:path";

import { certificate } from "./certificate.mjs";
import { PAGE, ROOT } from "./development.mjs";

const require = createRequire(import.meta.url);
const webpack = require("webpack");
const configuration = require("../webpack.config.js");

const say = (line) => process.stdout.write(`${line}\n`);
const FOLDER = join(ROOT, "dist", "pane");
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
};

/** The file of the pane that is asked for; undefined where there is none, or where it would lie elsewhere. */
function fileAt(url) {
  let path;
  try {
    path = normalize(join(FOLDER, decodeURIComponent(new URL(url, PAGE).pathname)));
  } catch {
    return undefined;
  }
  return path.startsWith(FOLDER + sep) && existsSync(path) && statSync(path).isFile() ? path : undefined;
}

function answer({ method, url }, response) {
  const file = method === "GET" || method === "HEAD" ? fileAt(url) : undefined;
  if (file === undefined) {
    response
      .writeHead(404, { "Content-Type": "text/plain; charset=utf-8" })
      .end("The pane has no such file.\n");
    return;
  }
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  if (method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

const [, office] = /^--office=(.*)$/.exec(process.argv[2] ?? "") ?? [];
const [, pane] = configuration(office === undefined ? {} : { office }, { mode: "development" });
webpack({ ...pane, mode: "development" }).watch({}, (problem, stats) => {
  if (problem) throw problem;
  const { errors } = stats.toJson({ all: false, errors: true });
  for (const { message, moduleName } of errors) say(`${moduleName ?? "The pane"}: ${message}`);
  say(
    errors.length > 0
      ? "The pane was not built."
      : `${new Date().toLocaleTimeString("en-GB")} The pane is built.`,
  );
});

const server = createServer(certificate(say), answer);
server.on("error", (problem) => {
  if (problem.code !== "EADDRINUSE") throw problem;
  say(`Another program has ${PAGE.host}: end that first. manifest.xml names this port.`);
  process.exit(2);
});
// To this machine alone: nothing here is meant for others.
server.listen(Number(PAGE.port), "localhost", () => say(`${PAGE.href} is served; Ctrl+C ends it.`));
