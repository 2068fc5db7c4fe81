import { fileURLToPath } from "node:url";

import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";
import tseslint from "typescript-eslint";

import noDefinitionLiterals from "./scripts/lint/no-definition-literals.mjs";
import rooms from "./scripts/lint/rooms.mjs";

export default defineConfig(
  globalIgnores(["dist/", "/demo/", ".made/", "node_modules/", "docs/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },

  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}"],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: fileURLToPath(new URL(".", import.meta.url)),
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-unused-vars": "error",
      // Numbers are read the same by everyone, in a text as beside one; all else is still refused there.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/restrict-plus-operands": ["error", { allowNumberAndString: true }],
      // `() => problems.push(…)` and the like are shorter than they would be with braces, and no less clear.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // Where a text is taken apart, code points are what is wanted.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
    },
  },

  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { local: { rules: { rooms, "no-definition-literals": noDefinitionLiterals } } },
    rules: {
      "local/rooms": "error",
      "local/no-definition-literals": "error",
      "max-lines": ["error", { max: 350, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      "no-restricted-exports": [
        "error",
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
    },
  },
  // A test that meets nothing where it asserts something fails, as it should.
  { files: ["test/**/*.ts"], rules: { "@typescript-eslint/no-non-null-assertion": "off" } },
  {
    files: ["test/**/*.ts"],
    ignores: ["test/support/laws.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { name: "fast-check", message: "Take it from support/laws, which draws the same each time." },
      ],
    },
  },
  // The command talks to its terminal.
  { files: ["src/cli/**/*.ts"], rules: { "no-console": "off" } },

  {
    files: ["**/*.mjs", "**/*.cjs", "**/*.js"],
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.node },
  },
  { files: ["**/*.js", "**/*.cjs"], languageOptions: { sourceType: "commonjs" } },
);
