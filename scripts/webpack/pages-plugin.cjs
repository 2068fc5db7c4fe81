// Writes the pane's pages, with the names that webpack gave their files, and holds what is loaded first to its budget.
const { readFileSync } = require("node:fs");
const { basename } = require("node:path");
const { gzipSync } = require("node:zlib");

const PLACE = /%([A-Z]+)%/g;
const isProgram = (name) => name.endsWith(".js");
const isStyle = (name) => name.endsWith(".css");

/**
 * `pages`: files of HTML, in which %SCRIPTS%, %STYLES% and the names of `words` are replaced. `budget`: how many bytes a page may
 * load at first, packed, with its program and its styles.
 */
class PagesPlugin {
  constructor({ pages, words, budget }) {
    Object.assign(this, { pages, words, budget });
  }

  apply(compiler) {
    const { Compilation, WebpackError, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("PagesPlugin", (compilation) => {
      const { PROCESS_ASSETS_STAGE_SUMMARIZE: late } = Compilation;
      for (const page of this.pages) compilation.fileDependencies.add(page);
      compilation.hooks.processAssets.tap({ name: "PagesPlugin", stage: late }, (assets) => {
        const files = [...compilation.entrypoints.values()].flatMap((entry) => entry.getFiles());
        const words = {
          ...this.words,
          SCRIPTS: tags(files.filter(isProgram), (name) => `<script defer src="${name}"></script>`),
          STYLES: tags(files.filter(isStyle), (name) => `<link rel="stylesheet" href="${name}" />`),
        };
        for (const page of this.pages) {
          const html = readFileSync(page, "utf8").replace(PLACE, (place, name) => words[name] ?? place);
          compilation.emitAsset(basename(page), new sources.RawSource(html), { minimized: true });
        }
        if (compiler.options.mode !== "production") return;
        const loaded = files.filter((name) => isProgram(name) || isStyle(name));
        const size = loaded.reduce((sum, name) => sum + gzipSync(assets[name].buffer()).length, 0);
        if (size > this.budget)
          compilation.errors.push(
            new WebpackError(
              `What the pane loads first has ${size} bytes packed, and may have ${this.budget}: ${loaded.join(", ")}. ` +
                "Load with import() what the first page does not show.",
            ),
          );
      });
    });
  }
}

const tags = (names, tag) => names.map(tag).join("\n    ");

module.exports = { PagesPlugin };
