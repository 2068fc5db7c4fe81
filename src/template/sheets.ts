import * as v from "valibot";

import {
  draftChecks,
  draftExplanations,
  draftForm,
  draftTable,
  type BlockDraft,
  type FieldDraft,
} from "./blocks";
import { BLOCK_SHAPES } from "./definition";
import type { RuleDefinition, SheetDefinition } from "./definition";
import { draftKey } from "./fields";
import { looksLikeAddress } from "./key";
import { draftList } from "./list-block";
import { tableOfMonths } from "./months-block";
import { checkTableNames } from "./names";
import { draftNothing } from "./nothing-block";
import type { RuleDraft } from "./rules";
import type { DefinitionProblem, LocatedSource, Path } from "./source";
import type { Block, Sheet, ValueBlock } from "./template";

/** A sheet's definition in its shape, and the file it stands in. */
export interface ReadSheet {
  /** The name of its file, by which the year knows it. */
  readonly name: string;
  readonly definition: SheetDefinition;
  readonly source: LocatedSource;
}

/** What blocks over the whole return have lines for: its rules and its sheets. */
export interface WholeReturn {
  readonly rules: readonly RuleDefinition[];
  readonly sheets: readonly ReadSheet[];
}

/** What the sheets of a return define, by key and code. */
export interface Gathered {
  readonly blocks: Map<string, ValueBlock>;
  readonly drafts: Map<string, FieldDraft>;
  readonly ruleDrafts: Map<string, RuleDraft>;
}

/** Rules of a sheet as they are written, before anything in them is understood. */
export function ruleDefinitions({ definition }: ReadSheet): readonly RuleDefinition[] {
  const rules = v.array(v.looseObject({ code: v.string(), level: v.string() }));
  const ofBlocks = definition.blocks.flatMap((block) => (v.is(rules, block["rules"]) ? block["rules"] : []));
  return [...ofBlocks, ...(definition.rules ?? [])] as readonly RuleDefinition[];
}

/** Reads the blocks of one sheet into drafts; fields and rules are gathered for the whole return. */
export function draftSheet(
  { definition, source }: ReadSheet,
  whole: WholeReturn,
  gathered: Gathered,
  problems: DefinitionProblem[],
): Sheet {
  const blocks: Block[] = [];
  definition.blocks.forEach((written, at) => {
    const path: Path = ["blocks", at];
    const draft = draftBlock(written, { sheet: definition.sheet, source, path }, whole, problems);
    if (!draft) return;
    const { block } = draft;
    if (block.kind !== "checks") checkUnder(block, blocks, source, path, problems);
    blocks.push(block);
    if (looksLikeAddress(block.id)) {
      problems.push(
        source.problem(path, `${block.id} reads as the address of a cell: give the block another name.`),
      );
    }
    if (block.kind !== "checks") {
      if (gathered.blocks.has(block.id))
        problems.push(source.problem(path, `The name ${block.id} is used twice in this return.`));
      gathered.blocks.set(block.id, block);
      for (const field of draft.fields) gathered.drafts.set(draftKey(field), field);
      gatherRules(
        written["rules"] as RuleDefinition[] | undefined,
        definition.sheet,
        block,
        source,
        path,
        gathered,
        problems,
      );
    }
  });
  gatherRules(definition.rules, definition.sheet, null, source, [], gathered, problems);
  return {
    name: definition.sheet,
    portrait: definition.portrait ?? false,
    intro: definition.intro ?? null,
    blocks,
  };
}

/** A column can stand only under one of an earlier block of its sheet. */
function checkUnder(
  block: ValueBlock,
  earlier: readonly Block[],
  source: LocatedSource,
  path: Path,
  problems: DefinitionProblem[],
): void {
  const there = new Set(
    earlier.flatMap((one) => (one.kind === "checks" ? [] : one.columns.map(({ id }) => id))),
  );
  for (const { id, under } of block.columns) {
    if (under === null || there.has(under)) continue;
    problems.push(
      source.problem(
        [...path, "columns", id, "under"],
        `No block above on this sheet has a column ${under}.`,
      ),
    );
  }
}

function gatherRules(
  rules: readonly RuleDefinition[] | undefined,
  sheet: string,
  block: ValueBlock | null,
  source: LocatedSource,
  base: Path,
  gathered: Gathered,
  problems: DefinitionProblem[],
): void {
  rules?.forEach((definition, at) => {
    const path: Path = [...base, "rules", at];
    if (gathered.ruleDrafts.has(definition.code)) {
      problems.push(
        source.problem([...path, "code"], `The code ${definition.code} is used twice in this return.`),
      );
    }
    gathered.ruleDrafts.set(definition.code, { definition, sheet, block, source, path });
  });
}

function draftBlock(
  written: Readonly<Record<string, unknown>>,
  place: { readonly sheet: string; readonly source: LocatedSource; readonly path: Path },
  { rules, sheets }: WholeReturn,
  problems: DefinitionProblem[],
): BlockDraft | undefined {
  const as = <S extends v.GenericSchema>(shape: S) =>
    place.source.partAs(written, place.path, shape, problems);
  if ("form" in written) {
    const form = as(BLOCK_SHAPES.form);
    return form && draftForm(form, place);
  }
  if ("table" in written) {
    const table = as(BLOCK_SHAPES.table);
    if (table) checkTableNames(table, place, problems);
    return table && draftTable(table, place);
  }
  if ("months" in written) {
    const months = as(BLOCK_SHAPES.months);
    const table = months && tableOfMonths(months);
    if (table) checkTableNames(table, place, problems);
    return table && draftTable(table, place);
  }
  if ("list" in written) {
    const list = as(BLOCK_SHAPES.list);
    return list && draftList(list, place, problems);
  }
  if ("explanations" in written) {
    const explanations = as(BLOCK_SHAPES.explanations);
    return explanations && draftExplanations(explanations, rules, place);
  }
  if ("nothing" in written) {
    const nothing = as(BLOCK_SHAPES.nothing);
    return nothing && draftNothing(nothing, sheets, place);
  }
  if ("checks" in written) {
    const checks = as(BLOCK_SHAPES.checks);
    return checks && draftChecks(checks);
  }
  problems.push(
    place.source.problem(
      place.path,
      "A block begins with form, table, months, list, explanations, nothing or checks.",
    ),
  );
  return undefined;
}
