import { foundText } from "../../return";

import type { ReturnFile } from "../returned-file";
import { TOO_MANY_FOR_CHANCE, notNothing, ownAmounts } from "./amounts";
import { fileAndBody, listed, raised, returnsToCompare, type CrossCheck } from "./raised";

/** Two organisations whose returns hold the same amounts: one of them may have sent the other's. */
export const sameFigures: CrossCheck = (collection) => {
  const alike = new Map<string, { readonly file: ReturnFile; readonly count: number }[]>();
  for (const file of returnsToCompare(collection)) {
    const amounts = ownAmounts(file);
    const count = notNothing(amounts.values());
    if (count < TOO_MANY_FOR_CHANCE) continue;
    const { role } = file.reading.found.template;
    const signature = JSON.stringify([role, ...[...amounts].map(([key, { value }]) => [key, value])]);
    alike.set(signature, [...(alike.get(signature) ?? []), { file, count }]);
  }
  return [...alike.values()].flatMap((group) =>
    group.flatMap(({ file, count }) => {
      const others = group.filter((other) => codeOn(other.file) !== codeOn(file));
      if (others.length === 0) return [];
      const found = listed(others.map((other) => fileAndBody(other.file)));
      return [raised(file, "same_figures", { file: file.file, found, count: String(count) })];
    }),
  );
};

function codeOn({ reading }: ReturnFile): string | null {
  return foundText(reading.found, reading.found.template.identity.code)?.toUpperCase() ?? null;
}
