import { byLevel, type Finding } from "../../return";

import type { Collection } from "../collection";
import type { ReturnFile, ReturnedFile } from "../returned-file";
import { communityLacks } from "./community-lacks";
import { late } from "./late";
import { listedOnce } from "./listed-once";
import type { CrossCheck } from "./raised";
import { rowDiffers } from "./row-differs";
import { rowOfNobody } from "./row-of-nobody";
import { sameFigures } from "./same-figures";
import { sameFile } from "./same-file";
import { sameInTwoRoles } from "./same-in-two-roles";
import { saysOtherwise } from "./says-otherwise";
import { vouchedFor } from "./vouched-for";

const CHECKS: readonly CrossCheck[] = [
  sameFigures,
  sameInTwoRoles,
  sameFile,
  rowDiffers,
  rowOfNobody,
  listedOnce,
  saysOtherwise,
  vouchedFor,
  communityLacks,
  late,
];

/** The collection with what shows only where returns lie side by side added to the findings of the returns concerned. */
export function crossChecked(collection: Collection): Collection {
  const more = new Map<ReturnedFile, Finding[]>();
  for (const { file, finding } of CHECKS.flatMap((check) => check(collection)))
    more.set(file, [...(more.get(file) ?? []), finding]);
  const withMore = (file: ReturnFile): ReturnFile => {
    const added = more.get(file);
    if (!added) return file;
    const { reading } = file;
    return { ...file, reading: { ...reading, findings: byLevel([...reading.findings, ...added]) } };
  };
  return {
    ...collection,
    rows: collection.rows.map((row) => ({ ...row, counted: row.counted && withMore(row.counted) })),
    strangers: collection.strangers.map(withMore),
  };
}
