import { organisationOf } from "../../return";

import type { Collection } from "../collection";
import { firstWord, type ReturnFile } from "../returned-file";
import { listed, raised, returnsToCompare, type CrossCheck } from "./raised";

/** One file that came under several names: for the same organisation a note, for different ones something to explain. */
export const sameFile: CrossCheck = (collection) => {
  const { register } = collection;
  const names = namesByDigest(collection);
  return returnsToCompare(collection).flatMap((file, at, files) => {
    const all = names.get(file.sha256) ?? [];
    // It is said once, of the one that counts.
    if (all.length < 2 || files.findIndex(({ sha256 }) => sha256 === file.sha256) < at) return [];
    const own = organisationOf(file.reading.found, register);
    const bodies = new Set(all.flatMap((name) => register.find(firstWord(name))?.code ?? []));
    const facts = { found: listed(all), expected: own ? `${own.name} (${own.code})` : "nobody" };
    const forTwo = [...bodies].some((code) => code !== own?.code);
    return [raised(file, forTwo ? "sent_for_two" : "sent_twice", facts)];
  });
};

function namesByDigest({ rows, strangers }: Collection): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  const all: readonly ReturnFile[] = [
    ...rows.flatMap(({ counted, superseded }) => [
      ...(counted ? [counted] : []),
      ...superseded.map(({ file }) => file),
    ]),
    ...strangers,
  ];
  for (const { sha256, file } of all) names.set(sha256, [...(names.get(sha256) ?? []), file]);
  return names;
}
