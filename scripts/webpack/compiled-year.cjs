// What the pane needs of a planning year's definitions, as plain data: read here, so that the pane needs no parser of YAML.
const { existsSync, readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");
const { parseDocument } = require("yaml");

const COMMON = "common";
/** What lies among the definitions of the sheets and is none. */
const NO_SHEETS = ["year.yaml", "summary.yaml", "demo.yaml", "obligations.yaml"];

function content(path) {
  const document = parseDocument(readFileSync(path, "utf8"), { strict: true });
  const [fault] = document.errors;
  if (fault) throw new Error(`${path}: ${fault.message}`);
  return document.toJS();
}

/** The definitions of a planning year, as CompiledYear of src/template has it, and the files that they were read from. */
function compiledYear(templates, year) {
  const read = [];
  const file = (...parts) => {
    const path = join(templates, ...parts);
    read.push(path);
    return { name: parts.join("/"), content: content(path) };
  };
  const sheets = (folder, wanted) =>
    Object.fromEntries(
      readdirSync(join(templates, folder))
        .filter((name) => name.endsWith(".yaml") && !NO_SHEETS.includes(name))
        .map((name) => [name.slice(0, -".yaml".length), name])
        .filter(([sheet]) => wanted.has(sheet))
        .map(([sheet, name]) => [sheet, file(folder, name)]),
    );
  const head = file(year, "year.yaml");
  const named = new Set(Object.values(head.content.roles).flatMap((role) => role.sheets));
  const own = sheets(year, named);
  const missing = new Set([...named].filter((sheet) => !Object.hasOwn(own, sheet)));
  const common = existsSync(join(templates, COMMON)) ? sheets(COMMON, missing) : {};
  const obligations = existsSync(join(templates, year, "obligations.yaml"))
    ? file(year, "obligations.yaml")
    : null;
  return { compiled: { checks: file("checks.yaml"), year: head, sheets: own, common, obligations }, read };
}

/** What a list of planning years says of one, as YearHead of src/pane has it. */
function yearHead(templates, year) {
  const path = join(templates, year, "year.yaml");
  const { year: id, label, usual = false, roles } = content(path);
  const named = Object.entries(roles).map(([role, { label: name, title, files }]) => ({
    id: role,
    label: name,
    title,
    files,
  }));
  return { head: { id, label, usual, roles: named }, read: [path] };
}

module.exports = { compiledYear, yearHead };
