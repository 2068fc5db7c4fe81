import type { Obligation } from "./obligations";
import type { DefinitionProblem, LocatedSource, Path } from "./source";
import type {
  AssuranceDefinition,
  AssuranceFigureDefinition,
  AssuranceLineDefinition,
  OwnSpendDefinition,
} from "./summary-assurance-shape";
import { typeOf } from "./summary-columns";
import { checkReference, type SummaryGround } from "./summary-ground";
import { understood } from "./summary-references";
import type {
  AssuranceFigure,
  AssuranceLine,
  AssuranceSection,
  OwnSpend,
  OwnSpendLine,
  SummaryAssurance,
  SummaryExpression,
} from "./summary-template";
import { readWords } from "./summary-words";

/** What an assurance is read with: where its file is, what its formulas may name, what it may serve. */
interface Reading {
  readonly source: LocatedSource;
  readonly ground: SummaryGround;
  /** The year's obligations by id; null where the year lists none. */
  readonly obligations: ReadonlyMap<string, Obligation> | null;
  readonly problems: DefinitionProblem[];
}

/** Reads what an authority assures itself of; every table, check, day and obligation that it names has to exist. */
export function readAssurance(written: AssuranceDefinition, reading: Reading): SummaryAssurance {
  const base: Path = ["assurance"];
  const names = new Set<string>();
  const sections = written.sections.map((section, at): AssuranceSection => {
    const path: Path = [...base, "sections", at];
    const lines = Object.entries(section.lines).map(([id, line]): AssuranceLine => {
      const place: Path = [...path, "lines", id];
      if (names.has(id))
        reading.problems.push(reading.source.problem(place, `The line ${id} is there twice.`));
      names.add(id);
      return readLine(id, line, place, reading);
    });
    const says = section.says === undefined ? [] : readWords(section.says, [...path, "says"], reading);
    return { title: section.title, says, lines };
  });
  const { own_spend: own } = written;
  const ownSpend = own ? readOwnSpend(own, [...base, "own_spend"], reading) : null;
  return { intro: written.intro ?? null, sections, ownSpend };
}

function readLine(id: string, line: AssuranceLineDefinition, path: Path, reading: Reading): AssuranceLine {
  const { source, problems, obligations, ground } = reading;
  line.serves.forEach((one, at) => {
    if (obligations?.has(one) === false)
      problems.push(source.problem([...path, "serves", at], `There is no obligation ${one} in this year.`));
  });
  const [template] = ground.templates.values();
  const named = line.by === undefined ? null : (template?.dates.get(line.by) ?? null);
  if (line.by !== undefined && named === null)
    problems.push(source.problem([...path, "by"], `There is no day ${line.by} among the year's dates.`));
  const due = line.serves.flatMap((one) => obligations?.get(one)?.due ?? []);
  const by = named ?? (due.length > 0 ? Math.min(...due) : null);
  const shows = line.shows.flatMap((one, at) => readFigure(one, [...path, "shows", at], reading));
  return { id, serves: line.serves, question: line.question, by, shows };
}

function readFigure(
  figure: AssuranceFigureDefinition,
  path: Path,
  reading: Reading,
): readonly AssuranceFigure[] {
  const expression = formula(figure.is, [...path, "is"], reading);
  const of = figure.of === undefined ? null : formula(figure.of, [...path, "of"], reading);
  if (!expression || of === undefined) return [];
  const type = typeOf(figure.type, figure.decimals);
  const { label, word = "of", open = false } = figure;
  return [{ label, type, expression, of, word, open }];
}

function formula(text: string, path: Path, reading: Reading): SummaryExpression | undefined {
  return understood(text, reading.source, path, reading.problems, (reference) => {
    checkReference(reference, reading.ground);
  });
}

function readOwnSpend(written: OwnSpendDefinition, path: Path, reading: Reading): OwnSpend {
  const { source, problems } = reading;
  const columns = Object.entries(written.columns).map(([id, { label }]) => ({ id, label }));
  const lines = Object.entries(written.lines).map(([id, line]): OwnSpendLine => {
    const at: Path = [...path, "lines", id];
    for (const one of line.sums ?? []) {
      const summed = written.lines[one];
      if (!summed || summed.sums)
        problems.push(source.problem([...at, "sums"], `There is no line ${one} that is entered.`));
    }
    const returns = new Map<string, SummaryExpression>();
    for (const { id: column } of columns) {
      const text = line.returns[column];
      if (text === undefined)
        problems.push(
          source.problem([...at, "returns"], `The figure of the returns for ${column} is missing.`),
        );
      const read = text === undefined ? undefined : formula(text, [...at, "returns", column], reading);
      if (read) returns.set(column, read);
    }
    for (const column of Object.keys(line.returns)) {
      if (written.columns[column]) continue;
      problems.push(source.problem([...at, "returns", column], `There is no column ${column} here.`));
    }
    return {
      id,
      label: line.label,
      type: typeOf(line.type ?? "money", line.decimals),
      sums: line.sums ?? null,
      returns,
    };
  });
  const { title, head, intro = null } = written;
  return { title, intro, head, columns, lines };
}
