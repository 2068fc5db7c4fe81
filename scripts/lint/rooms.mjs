/**
 * The rooms of the program: what each may import, and what it may know of the world. The tables below are the one place where
 * this is written down for the program to be held against.
 */
import { isBuiltin } from "node:module";
import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

import globals from "globals";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The rooms that work on plain data alone: no file, no clock, no network, no page. */
const PURE = [
  "formula",
  "template",
  "register",
  "cells",
  "in-turn",
  "layout",
  "return",
  "summary",
  "html",
  "guide",
  "report",
  "letters",
  "workbook",
  "live",
];

/** Room → the rooms that it may import. A folder under src that is missing here is no room yet. */
const ROOMS = {
  cells: [],
  "in-turn": [],
  formula: ["cells"],
  template: ["formula", "cells", "in-turn"],
  register: [],
  layout: ["template", "formula", "cells", "in-turn"],
  return: ["template", "formula", "cells", "register", "in-turn"],
  summary: ["return", "layout", "register", "template", "formula", "cells"],
  html: ["layout"],
  guide: ["html", "template", "formula", "cells"],
  report: ["html", "summary", "layout", "template", "formula", "return", "cells"],
  letters: ["html", "summary", "return", "layout", "register", "template", "cells"],
  workbook: ["cells", "layout"],
  live: ["return", "workbook", "template", "formula", "cells", "register", "in-turn"],
  xlsx: ["workbook", "cells", "layout"],
  excel: ["workbook", "cells", "layout"],
  // The report's charts, and the libraries that they need, are none of the pane's.
  pane: [...PURE.filter((room) => room !== "report"), "xlsx", "excel"],
  demo: [...PURE, "xlsx", "cli"],
  cli: [...PURE, "xlsx", "demo"],
};

/** A room is entered by its index; these have several, each in a folder of its own. */
const FACES = { xlsx: ["read", "write"] };

/**
 * Package → where under src it may be imported. A package that is missing here is imported nowhere; so is Office.js, which the
 * pane's page loads and no bundle can hold.
 */
const PACKAGES = {
  exceljs: ["xlsx/write"],
  "@borgar/fx": ["formula", "xlsx/read"],
  fflate: ["xlsx"],
  pako: ["xlsx/write"],
  saxes: ["xlsx"],
  "js-yaml": ["template"],
  yaml: ["template", "demo"],
  valibot: ["template", "demo"],
  "csv-parse": ["register", "cli"],
  "csv-stringify": ["cli"],
  "hyparquet-writer": ["cli"],
  "@microsoft/office-js-helpers": ["pane/report"],
  preact: ["pane"],
  "d3-scale": ["report"],
  "d3-shape": ["report"],
};

/** Where Node's own modules may be imported. */
const NODE = ["cli"];

/** What lies outside src and may be bundled with the program, though into no pure room. */
const BUNDLED = ["templates", "package.json"];

/** Names of the host that only one room may use, types among them. */
const HOST = { Office: "excel", Excel: "excel", OfficeExtension: "excel" };

/** What browsers and Node both have, and gives the same answer each time. */
const STEADY = ["TextDecoder", "TextEncoder", "URL", "URLSearchParams", "structuredClone", "atob", "btoa"];

/** Names of the world around the program, which a pure room can't know: Node's, and those of a page. */
const WORLD = new Set([
  ..."process Buffer require module exports global globalThis __dirname __filename setImmediate clearImmediate".split(
    " ",
  ),
  ...Object.keys(globals.browser).filter((name) => !STEADY.includes(name) && !Object.hasOwn(HOST, name)),
]);

/** Members of names that are else free: a call of them gives another answer each time. */
const UNSTEADY = { Date: "now", Math: "random" };

const rule = {
  meta: {
    type: "problem",
    docs: { description: "Each room imports and knows only what its table allows." },
    schema: [],
    messages: {
      noRoom: "{{where}} lies in no room. Name the room in scripts/lint/rooms.mjs, with what it may import.",
      room: "{{room}} may not import {{other}}; it may import {{allowed}}.",
      inside: "{{room}} is entered by {{faces}} alone: export there what is wanted here.",
      outside: "The program does not import {{where}}, which lies outside src.",
      package: "{{name}} may be imported in {{allowed}} only.",
      node: "Node's own modules may be imported in {{allowed}} only; hand what is read from outside in as an argument.",
      unnamed: "Write the name of what is imported as plain text, so that it can be held against the table.",
      host: "{{name}} may be used in src/{{room}} only.",
      world: "{{room}} is pure and can't know {{name}}; hand in as an argument what it needs.",
    },
  },

  create(context) {
    const within = steps(relative(ROOT, context.filename));
    if (within[0] !== "src") return {};
    const path = within.slice(1);
    const room = path.length > 1 ? path[0] : undefined;
    if (room === undefined || !Object.hasOwn(ROOMS, room)) {
      return {
        Program: (node) => context.report({ node, messageId: "noRoom", data: { where: within.join("/") } }),
      };
    }
    const pure = PURE.includes(room);

    function checkImport(node) {
      const name = textOf(node);
      if (name === undefined) context.report({ node, messageId: "unnamed" });
      else if (/^\.{1,2}(\/|$)/.test(name)) checkFile(node, name);
      else checkPackage(node, name);
    }

    function checkFile(node, name) {
      const target = steps(relative(ROOT, resolve(dirname(context.filename), name)));
      if (target[0] !== "src") {
        if (!pure && BUNDLED.includes(target[0])) return;
        context.report({ node, messageId: "outside", data: { where: target.join("/") } });
        return;
      }
      const [, other = "", ...rest] = target;
      if (other === room) return;
      if (!ROOMS[room].includes(other)) {
        const allowed = listed(ROOMS[room].map((each) => `src/${each}`));
        context.report({
          node,
          messageId: "room",
          data: { room: `src/${room}`, other: target.join("/"), allowed },
        });
        return;
      }
      const face = rest.join("/").replace(/(^|\/)index(\.[a-z]+)?$/, "");
      const faces = FACES[other] ?? [""];
      if (faces.includes(face)) return;
      const paths = faces.map((each) => ["src", other, each].filter(Boolean).join("/"));
      context.report({
        node,
        messageId: "inside",
        data: { room: `src/${other}`, faces: listed(paths, "and") },
      });
    }

    function checkPackage(node, name) {
      if (isBuiltin(name)) {
        if (!allows(NODE, path)) context.report({ node, messageId: "node", data: { allowed: inSrc(NODE) } });
        return;
      }
      const parts = name.split("/");
      const owner = parts.slice(0, name.startsWith("@") ? 2 : 1).join("/");
      const allowed = Object.hasOwn(PACKAGES, owner) ? PACKAGES[owner] : [];
      if (allows(allowed, path)) return;
      context.report({ node, messageId: "package", data: { name: owner, allowed: inSrc(allowed) } });
    }

    function checkGlobal({ identifier: node }) {
      const { name } = node;
      if (Object.hasOwn(HOST, name) && HOST[name] !== room) {
        context.report({ node, messageId: "host", data: { name, room: HOST[name] } });
      }
      if (!pure) return;
      const used = WORLD.has(name) ? name : unsteady(node);
      if (used) context.report({ node, messageId: "world", data: { room: `src/${room}`, name: used } });
    }

    return {
      ImportDeclaration: (node) => checkImport(node.source),
      ExportAllDeclaration: (node) => checkImport(node.source),
      ExportNamedDeclaration: (node) => node.source && checkImport(node.source),
      ImportExpression: (node) => checkImport(node.source),
      TSImportType: (node) => checkImport(node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => checkImport(node.expression),
      'CallExpression[callee.name="require"]': (node) => node.arguments[0] && checkImport(node.arguments[0]),
      // `window.Office` and `globalThis.Excel` are the host by another way.
      MemberExpression(node) {
        const name = memberOf(node);
        const around = ["window", "globalThis", "self", "global"].includes(node.object.name);
        if (around && Object.hasOwn(HOST, name) && HOST[name] !== room) {
          context.report({ node, messageId: "host", data: { name, room: HOST[name] } });
        }
      },
      "Program:exit"() {
        const { globalScope } = context.sourceCode.scopeManager;
        // What no file declares: names unknown to ESLint, and names it knows from settings or type libraries.
        const known = globalScope.variables.filter((variable) => variable.defs.length === 0);
        const references = [...globalScope.through, ...known.flatMap((variable) => variable.references)];
        for (const reference of new Set(references)) checkGlobal(reference);
      },
    };
  },
};

/** How a use of Date or Math asks for the clock or for chance; undefined where it does not. */
function unsteady(node) {
  const { name, parent } = node;
  if (!Object.hasOwn(UNSTEADY, name)) return undefined;
  const member = UNSTEADY[name];
  if (parent.type === "MemberExpression" && parent.object === node) {
    return memberOf(parent) === member ? `${name}.${member}` : undefined;
  }
  if (parent.type === "VariableDeclarator" && parent.id.type === "ObjectPattern") {
    return parent.id.properties.some((each) => each.key?.name === member) ? `${name}.${member}` : undefined;
  }
  if (name !== "Date" || parent.callee !== node) return undefined;
  // Date called without `new` gives the time of day, whatever it is handed.
  if (parent.type === "CallExpression") return "Date()";
  return parent.arguments.length === 0 ? "new Date()" : undefined;
}

function memberOf(node) {
  return node.computed ? textOf(node.property) : node.property.name;
}

/** The text of a literal, or of a template without holes. */
function textOf(node) {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return undefined;
}

function steps(path) {
  return path.split(sep);
}

/** Whether a file under src lies in one of the places, each a room or a folder of it. */
function allows(places, path) {
  return places.some((place) => place.split("/").every((step, at) => path[at] === step));
}

function inSrc(places) {
  return listed(places.map((place) => `src/${place}`));
}

function listed(words, last = "or") {
  if (words.length === 0) return "no room";
  if (words.length === 1) return words[0];
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

export default rule;
