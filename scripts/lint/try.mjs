/**
 * node scripts/lint/try.mjs RULE [OPTIONS]
 *
 * Holds pieces of code against one rule of this folder, for its tests: Jest can't load a module of this kind itself. Takes a
 * list of { file, code } as JSON on its input and prints, for each, the list of what the rule says. OPTIONS are JSON too.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { Linter } from "eslint";
import { parser } from "typescript-eslint";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const [name, options] = process.argv.slice(2);
const { default: rule } = await import(new URL(`${name}.mjs`, import.meta.url));
const linter = new Linter({ cwd: ROOT });
const config = {
  files: ["**/*.ts"],
  languageOptions: { parser },
  plugins: { local: { rules: { [name]: rule } } },
  rules: { [`local/${name}`]: ["error", ...(options ? [JSON.parse(options)] : [])] },
};
const cases = JSON.parse(readFileSync(0, "utf8"));
const said = cases.map(({ file, code }) =>
  linter
    .verify(code, config, fileURLToPath(new URL(`../../${file}`, import.meta.url)))
    .map((each) => each.message),
);
process.stdout.write(JSON.stringify(said));
