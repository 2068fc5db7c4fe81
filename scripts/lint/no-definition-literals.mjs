/**
 * What a definition says is said in templates/ alone: no planning year, code or key of one stands in the program. Which codes
 * and keys there are is read from the definitions themselves.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { parse } from "yaml";

const TEMPLATES = fileURLToPath(new URL("../../templates", import.meta.url));

/** How a definition names the kinds of its blocks; the name of the block follows. */
const BLOCK_KINDS = ["form", "table", "list", "months", "checks", "explanations", "nothing"];

const YEAR = /(?<![0-9])20[0-9]{2}[-/][0-9]{2}(?![0-9])/;
const ADDRESS = /\bhttps?:\/\/\S+/g;
const KEY = /(?<![\w.])([a-z][a-z0-9_]*)(?:\.([a-z][a-z0-9_]*))?(?:\[@?([a-z][a-z0-9_]*)?\])?/g;
/** The codes of strategic health authorities look like nothing else, so they are refused wherever they stand. */
const AUTHORITY = /^Q3[0-9]$/;
/** Those of trusts and PCTs look like many an abbreviation, so they are refused only where they stand alone. */
const ORGANISATION = /^(?:5[A-Z][A-Z0-9]|[RT][A-Z0-9]{2})$/;

/** What a check or an organisation may have for a code; anything shorter would be refused in every second text. */
const CODE = /^(?=.*[A-Z])[A-Z0-9]{3,}$/;

const rule = {
  meta: {
    type: "problem",
    docs: { description: "What a definition says stands in templates/ and nowhere in the program." },
    schema: [{ type: "object", properties: { templates: { type: "string" } }, additionalProperties: false }],
    messages: {
      year: "“{{found}}” is of one planning year. It belongs in templates/; take it from the template.",
      code: "{{found}} is the code of one check. It belongs in templates/; take it from the template.",
      key: "{{found}} is the key of one template. It belongs in templates/: let the definition say what it is for.",
      organisation:
        "{{found}} is the code of an organisation. It belongs in templates/ or in a register; hand it in.",
    },
  },

  create(context) {
    const words = definitionWords(context.options[0]?.templates ?? TEMPLATES);

    function check(node, text, whole) {
      const fault = faultOf(text, whole, words);
      if (fault) context.report({ node, messageId: fault.kind, data: { found: fault.found } });
    }

    /** A name in code can be a code too: formatters take the quotes from `{ "XY01": … }`. */
    function checkName(node) {
      if (node.type !== "Identifier") return;
      const kind = words.codes.get(node.name);
      if (kind) context.report({ node, messageId: kind, data: { found: node.name } });
    }

    return {
      Literal: (node) => typeof node.value === "string" && check(node, node.value, true),
      TemplateElement: (node) =>
        check(node, node.value.cooked ?? node.value.raw, node.parent.expressions?.length === 0),
      ":matches(Property, PropertyDefinition, TSPropertySignature)[computed=false]": (node) =>
        checkName(node.key),
      "MemberExpression[computed=false]": (node) => checkName(node.property),
      TSEnumMember: (node) => checkName(node.id),
    };
  },
};

/** The first thing in a text that belongs in a definition, and what it is. `whole`: nothing stands before or after the text. */
function faultOf(text, whole, { codes, blocks }) {
  // Names of Microsoft's file formats are addresses with years and months in them.
  const [year] = YEAR.exec(text.replace(ADDRESS, "")) ?? [];
  if (year) return { kind: "year", found: year };
  if (whole && ORGANISATION.test(text)) return { kind: "organisation", found: text };
  for (const [word] of text.matchAll(/[A-Za-z0-9]+/g)) {
    const kind = AUTHORITY.test(word) ? "organisation" : codes.get(word);
    if (kind) return { kind, found: word };
  }
  for (const [key, name, member, column] of text.matchAll(KEY)) {
    const block = blocks.get(name);
    // A row of a list has a number for its name, so its column alone tells that it is a key.
    if (block && (block.members.has(member) || block.columns.has(column))) return { kind: "key", found: key };
  }
  return undefined;
}

const read = new Map();

/** The codes and the blocks of every definition below a folder. */
function definitionWords(folder) {
  const before = read.get(folder);
  if (before) return before;
  const words = { codes: new Map(), blocks: new Map() };
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    if (!/\.ya?ml$/.test(name)) continue;
    const path = join(folder, name);
    const shown = join("templates", relative(folder, path));
    let definition;
    try {
      definition = parse(readFileSync(path, "utf8"));
    } catch (fault) {
      throw new Error(`${shown} can't be read, so the program can't be held against it: ${fault.message}`);
    }
    collectCodes(definition, "code", words.codes);
    for (const block of definition?.blocks ?? []) collectBlock(block, shown, words.blocks);
  }
  read.set(folder, words);
  return words;
}

/** Every `code:` below a part of a definition; in its tables they are of organisations, else of checks. */
function collectCodes(part, kind, codes) {
  if (typeof part !== "object" || part === null) return;
  for (const [name, value] of Object.entries(part)) {
    if (name === "code" && typeof value === "string" && CODE.test(value)) codes.set(value, kind);
    collectCodes(value, name === "tables" ? "organisation" : kind, codes);
  }
}

/** The fields, lines and columns of a block; sheets of several years may have blocks of the same name. */
function collectBlock(block, file, blocks) {
  const kind = BLOCK_KINDS.find((each) => typeof block?.[each] === "string");
  if (!kind)
    throw new Error(
      `${file} has a block of a kind that scripts/lint/no-definition-literals.mjs does not know.`,
    );
  const known = blocks.get(block[kind]) ?? { members: new Set(), columns: new Set() };
  for (const part of [block.fields, block.lines]) {
    for (const name of Object.keys(part ?? {})) known.members.add(name);
  }
  for (const name of Object.keys(block.columns ?? {})) known.columns.add(name);
  blocks.set(block[kind], known);
}

export default rule;
