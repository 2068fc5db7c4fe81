import type { InTurn } from "../in-turn";
import type { CompiledYear, PlanningYear } from "../template";

/** What can be said of a planning year before its definitions are loaded. */
export interface YearHead {
  readonly id: string;
  readonly label: string;
  /** The year that is meant where nobody says one. */
  readonly usual: boolean;
  readonly roles: readonly RoleHead[];
}

/** The return of one role, before its definition is loaded. */
export interface RoleHead {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  /** Types of organisation, as a register names them, that file it. */
  readonly files: readonly string[];
}

interface Loaded<Value> {
  readonly default: Value;
}

const heads = import.meta.webpackContext("../../templates?head", {
  recursive: true,
  regExp: /^\.\/[^/]+\/year\.yaml$/,
  mode: "sync",
});

const definitions = import.meta.webpackContext("../../templates", {
  recursive: true,
  regExp: /^\.\/[^/]+\/year\.yaml$/,
  mode: "lazy",
  chunkName: "[request]",
});

/** The planning years that came with the pane, in their order. */
export function shippedYears(): readonly YearHead[] {
  return heads.keys().map((path) => (heads(path) as Loaded<YearHead>).default);
}

/** What builds a planning year with the return of one role; its definitions, and the part that builds a year of them, are loaded the first time. */
export async function shippedYear({ id }: Pick<YearHead, "id">, role: string): Promise<InTurn<PlanningYear>> {
  const loading = definitions(`./${id}/year.yaml`) as Promise<Loaded<CompiledYear>>;
  const [{ yearFromCompiled }, { default: compiled }] = await Promise.all([
    import(/* webpackChunkName: "year-builder" */ "./year-builder"),
    loading,
  ]);
  return yearFromCompiled(compiled, role);
}
