// Where the pane has Office.js from, and what its rules on content have to allow for that.
const { dirname } = require("node:path");

const HOSTED = "https://appsforoffice.microsoft.com";

/**
 * Everything is refused but what is named. Office.js, as Microsoft serves it today, writes styles into the page in Excel on the web;
 * programs in the page are never allowed.
 */
const rules = ({ scripts = "", styles = "" }) =>
  [
    "default-src 'none'",
    `script-src 'self'${scripts}`,
    `style-src 'self'${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** Words of the pane's pages, by where Office.js comes from. */
const OFFICE = {
  hosted: {
    OFFICE: `${HOSTED}/lib/1/hosted/office.js`,
    RULES: rules({ scripts: ` ${HOSTED}`, styles: " 'unsafe-inline'" }),
  },
  local: { OFFICE: "office/office.js", RULES: rules({}) },
};

/** What Office.js needs of its package in Excel on Windows, Mac and the web, in English. Its licence goes with it. */
const FILES = [
  "LICENSE.md",
  "dist/office.js",
  "dist/excel-{web,mac}-16.00.js",
  "dist/excel-win32-16.01.js",
  "dist/{en-gb,en-us}/office_strings.js",
  "dist/o15apptofilemappingtable.js",
  "dist/telemetry/oteljs_agave.js",
];

/** What is to be copied beside the pane. */
function officeFiles(office) {
  if (office !== OFFICE.local) return [];
  const context = dirname(require.resolve("@microsoft/office-js/package.json"));
  return FILES.map((from) => ({
    from,
    context,
    to: ({ absoluteFilename }) =>
      `office/${absoluteFilename
        .slice(context.length + 1)
        .replaceAll("\\", "/")
        .replace(/^dist\//, "")}`,
    info: { minimized: true },
  }));
}

module.exports = { OFFICE, officeFiles };
