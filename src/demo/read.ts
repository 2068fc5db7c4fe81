import { LocatedSource, type DefinitionFile, type DefinitionProblem, type Path } from "../template";
import type { PlanningYear, Template } from "../template";

import { readFill, type Reading } from "./assignments";
import { demoDefinition, type DemoDefinition, type FillDefinition } from "./definition";
import { understood } from "./formula";
import { readOrganisation } from "./organisation";
import type { Assignment, Figure, Script } from "./script";

/** A demo's definition and where it stands in its file, so that what turns out wrong later can be told by line too. */
export interface ReadDemo {
  readonly script: Script;
  readonly source: LocatedSource;
}

/** Reads the definition of a demo; undefined where anything in it is wrong, which is told by line. */
export function readDemo(
  file: DefinitionFile,
  year: PlanningYear,
  problems: DefinitionProblem[],
): ReadDemo | undefined {
  const source = LocatedSource.read(file, problems);
  const written = source?.as(demoDefinition, problems);
  if (!source || !written) return undefined;
  const template = year.templates.get(written.role);
  if (!template) {
    problems.push(source.problem(["role"], `There is no role ${written.role} in this year.`));
    return undefined;
  }
  const drawn = namesOfDraws(written);
  const keys = Object.keys(written.entries);
  const start: Reading = { source, problems, template, names: drawn, later: new Set(keys) };
  const figures = readFigures(written, start);
  const names = new Set([...drawn, ...Object.keys(written.figures)]);
  const entries = keys.flatMap((key, at) =>
    // A formula may read what stands above it.
    readFill({ [key]: written.entries[key] ?? "" }, ["entries"], {
      ...start,
      names,
      later: new Set(keys.slice(at)),
    }),
  );
  tellMissing(written.entries, template, source, problems);
  const reading = { ...start, names, later: new Set<string>() };
  const sometimes = new Map(
    Object.entries(written.sometimes ?? {}).map(([name, fill]): readonly [string, readonly Assignment[]] => [
      name,
      readFill(fill, ["sometimes", name], reading),
    ]),
  );
  const organisations = written.organisations.map((organisation, at) =>
    readOrganisation(organisation, ["organisations", at], { ...reading, entries, sometimes, written }),
  );
  tellTwice(written, source, problems);
  if (problems.length > 0) return undefined;
  const { sha, seed } = written;
  return { script: { template, sha, seed, figures, entries, organisations }, source };
}

/** Draws that every organisation has, whatever its size. */
function namesOfDraws({ draws, sizes }: DemoDefinition): ReadonlySet<string> {
  const [first = {}, ...others] = Object.values(sizes);
  const everywhere = Object.keys(first).filter((name) => others.every((size) => Object.hasOwn(size, name)));
  return new Set([...Object.keys(draws), ...everywhere]);
}

function readFigures(written: DemoDefinition, reading: Reading): readonly Figure[] {
  const names = new Set(reading.names);
  return Object.entries(written.figures).flatMap(([name, text]): Figure[] => {
    const path: Path = ["figures", name];
    const tell = (message: string) => reading.problems.push(reading.source.problem(path, message));
    if (names.has(name)) tell(`${name} is drawn already; give the figure another name.`);
    const formula = understood(text, { ...reading, names: new Set(names) }, tell);
    names.add(name);
    return formula ? [{ name, formula, path }] : [];
  });
}

/** An answer that is due is filled in for everyone; what faults do to it comes after. */
function tellMissing(
  entries: FillDefinition,
  template: Template,
  source: LocatedSource,
  problems: DefinitionProblem[],
): void {
  const { code, name, type, sha } = template.identity;
  const known = new Set([code, name, type, sha, ...Object.keys(entries)]);
  for (const field of template.fields.values()) {
    if (field.source.kind !== "entered" || field.source.answer !== "due" || known.has(field.key)) continue;
    problems.push(source.problem(["entries"], `Nothing is said of ${field.key}, where an answer is due.`));
  }
}

function tellTwice(written: DemoDefinition, source: LocatedSource, problems: DefinitionProblem[]): void {
  const codes = [written.sha.code, ...written.organisations.map(({ code }) => code)];
  written.organisations.forEach(({ code }, at) => {
    if (codes.indexOf(code) > at) return;
    problems.push(source.problem(["organisations", at, "code"], `The code ${code} is used twice.`));
  });
}
