import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

import { compiledYear, yearHead } from "../../scripts/webpack/compiled-year.cjs";
import { toEnd } from "../../src/in-turn";
import { yearFromCompiled, type CompiledYear } from "../../src/template";
import { planningYear, TEMPLATES } from "../support/shipped";

const YEARS = readdirSync(TEMPLATES).filter((name) => existsSync(join(TEMPLATES, name, "year.yaml")));

const built = (compiled: CompiledYear, role: string) => toEnd(yearFromCompiled(compiled, role));

/** As the pane gets it: written into a file of the bundle as JSON, and read again. */
const bundled = (year: string) =>
  JSON.parse(JSON.stringify(compiledYear(TEMPLATES, year).compiled)) as CompiledYear;

describe.each(YEARS)("%s in the pane", (year) => {
  const command = planningYear(year);
  const compiled = bundled(year);

  test("has the very templates that the command has", () => {
    expect(command.templates.size).toBeGreaterThan(0);
    // Jest's own comparison takes ten seconds for a whole plan.
    for (const [role, template] of command.templates)
      expect(isDeepStrictEqual(built(compiled, role).templates.get(role), template)).toBe(true);
  });

  test("carries no definition that its returns are not made of", () => {
    const roles = [...command.templates.values()];
    const sheets = new Set(roles.flatMap(({ sheets: all }) => all.map(({ name }) => name)));
    const files = [...Object.values(compiled.sheets), ...Object.values(compiled.common)];
    const named = files.map(({ content }) => (content as { readonly sheet: string }).sheet);
    expect(new Set(named)).toEqual(sheets);
  });

  test("says what the guidance asks for, as the command does", () => {
    const [role] = command.templates.keys();
    expect(built(compiled, role!).obligations).toEqual(command.obligations);
  });

  test("is named before it is loaded", () => {
    const { head } = yearHead(TEMPLATES, year);
    expect(head).toEqual({
      id: command.id,
      label: command.label,
      usual: command.usual,
      roles: [...command.templates].map(([id, { roleLabel, title, files }]) => ({
        id,
        label: roleLabel,
        title,
        files,
      })),
    });
  });
});

test("a definition that turns out wrong in the pane is a fault of the program, told by its file", () => {
  const [year] = YEARS;
  const compiled = bundled(year!);
  const broken = { ...compiled, year: { name: "the year", content: {} } };
  expect(() => built(compiled, "nobody")).toThrow("has no role nobody");
  expect(() => built(broken, "any")).toThrow(/^the year: /);
});
