import { grouped } from "../../return";

import type { Collection } from "../collection";
import { LEVEL_WORDS, VERDICT_WORDS, toDoWords } from "../levels";
import type { FindingChange, ReturnChange } from "./changes";
import { returnKey, type PreviousSummary } from "./previous-summary";

/** How many findings have come and gone in all, and how many of them with returns that are new or gone. */
export interface FindingCounts {
  readonly come: number;
  readonly comeWithNew: number;
  readonly gone: number;
  readonly goneWithGone: number;
}

interface FindingChanges {
  readonly findings: readonly FindingChange[];
  readonly counts: FindingCounts;
}

/** What is found under one code on one sheet of a return. */
interface Found {
  readonly code: string;
  readonly sheet: string;
  readonly toDo: string;
  /** The same without what the authority made of it; unknown of an earlier summary that shows a verdict. */
  readonly byReturn: string | null;
  readonly cells: readonly string[];
  readonly message: string;
}

/**
 * Findings that have come or gone in returns that were there before. Those of a new return are no news one by one, and notes ask for
 * nothing.
 */
export function findingChanges(
  { findings }: PreviousSummary,
  returns: readonly ReturnChange[],
  collection: Collection,
): FindingChanges {
  if (!findings) return { findings: [], counts: { come: 0, comeWithNew: 0, gone: 0, goneWithGone: 0 } };
  const then = new Map<string, Found[]>();
  for (const one of findings) {
    const at = returnKey(one.org, one.role);
    const byReturn = isVerdict(one.toDo) ? null : one.toDo;
    then.set(at, [...(then.get(at) ?? []), { ...one, byReturn }]);
  }
  const now = new Map(
    collection.rows.map((row) => [
      returnKey(row.organisation.code, row.template.role),
      grouped(row.counted?.reading.findings ?? []).map((one): Found => ({
        ...one,
        toDo: toDoWords(one),
        byReturn: toDoWords({ level: one.level, reason: one.reason }),
      })),
    ]),
  );
  const counts = { come: 0, comeWithNew: 0, gone: 0, goneWithGone: 0 };
  const all = returns.flatMap((one) => {
    const at = returnKey(one.org, one.role);
    const [before, after] = [together(then.get(at) ?? []), together(now.get(at) ?? [])];
    const come = [...after.keys()].filter((key) => !before.has(key)).length;
    const gone = [...before.keys()].filter((key) => !after.has(key)).length;
    counts.come += come;
    counts.gone += gone;
    if (one.state === "new") counts.comeWithNew += come;
    if (one.state === "gone") counts.goneWithGone += gone;
    return one.state === "new" || one.state === "gone" ? [] : changesOf(one, before, after);
  });
  const order: readonly FindingChange["kind"][] = ["come", "more", "otherwise", "fewer", "gone"];
  return { findings: [...all].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)), counts };
}

function isVerdict(words: string): boolean {
  return Object.values(VERDICT_WORDS).some((one) => one === words);
}

/** What stands under a code on a sheet as one, whatever rows it took; notes are left out. */
function together(findings: readonly Found[]): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const one of findings) {
    if (one.toDo === LEVEL_WORDS.note) continue;
    const key = JSON.stringify([one.code, one.sheet]);
    const known = found.get(key);
    found.set(
      key,
      known
        ? { ...known, cells: [...known.cells, ...one.cells], message: `${known.message} ${one.message}` }
        : one,
    );
  }
  return found;
}

function changesOf(
  { org, name, roleLabel }: ReturnChange,
  before: ReadonlyMap<string, Found>,
  after: ReadonlyMap<string, Found>,
): readonly FindingChange[] {
  const change = (
    kind: FindingChange["kind"],
    { code, sheet, message }: Found,
    cells: readonly string[],
    [then, now]: readonly [Found | undefined, Found | undefined],
  ): FindingChange => ({
    ...{ kind, org, name, roleLabel, code, sheet, cells, message },
    toDoThen: then?.toDo ?? null,
    toDoNow: now?.toDo ?? null,
  });
  const keys = new Set([...after.keys(), ...before.keys()]);
  return [...keys].flatMap((key): readonly FindingChange[] => {
    const [then, now] = [before.get(key), after.get(key)];
    if (now && !then) return [change("come", now, now.cells, [then, now])];
    if (then && !now) return [change("gone", then, then.cells, [then, now])];
    if (!then || !now) return [];
    // Where the same words are said, rows were only put in above.
    const come = then.message === now.message ? [] : now.cells.filter((cell) => !then.cells.includes(cell));
    const gone = then.message === now.message ? [] : then.cells.filter((cell) => !now.cells.includes(cell));
    return [
      ...(come.length > 0 ? [change("more", now, come, [then, now])] : []),
      ...(gone.length > 0 ? [change("fewer", then, gone, [then, now])] : []),
      // What the authority entered itself is no news to it.
      ...(then.byReturn !== null && then.byReturn !== now.byReturn
        ? [change("otherwise", now, now.cells, [then, now])]
        : []),
    ];
  });
}
