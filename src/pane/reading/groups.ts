import { formatRectangle, parseAddress, rectangles } from "../../cells";
import { alike, explanationKey, type Finding, type Return } from "../../return";

import { Mends } from "./mends";
import type { Explanation, FindingGroup } from "./reading";

/** Findings together that are of the same thing on one sheet: in the order of the sheets, the gravest first on each. */
export function groupsOf(
  found: Return,
  findings: readonly Finding[],
  sheetOrder: readonly string[],
): readonly FindingGroup[] {
  const mends = new Mends(found);
  const groups = alike(findings).map((group) => groupOf(found, group, mends));
  const place = new Map(sheetOrder.map((name, at) => [name, at]));
  const at = ({ sheet }: FindingGroup) => place.get(sheet) ?? sheetOrder.length;
  // Findings come in the order of their levels, which sorting keeps within a sheet.
  return groups.sort((a, b) => at(a) - at(b));
}

function groupOf(found: Return, group: readonly Finding[], mends: Mends): FindingGroup {
  const [first] = group;
  if (!first) throw new Error("groupOf: a group of nothing");
  const { code, level, sheet, title, fix, source } = first;
  return {
    id: [sheet, code, level].join("|"),
    level,
    title,
    sheet,
    fix,
    source,
    places: group.map((finding) => ({
      cell: finding.cells[0] ?? null,
      where: whereOf(finding.cells),
      label: finding.labels.length === 1 ? (finding.labels[0] ?? "") : "",
      message: finding.message,
      mends: mends.of(finding),
    })),
    explanation: level === "explain" ? explanationOf(found, first) : null,
  };
}

function whereOf(cells: readonly string[]): string {
  const addresses = cells.flatMap((cell) => parseAddress(cell) ?? []);
  return rectangles(addresses).map(formatRectangle).join(", ");
}

function explanationOf({ template, fields }: Return, { code, reason }: Finding): Explanation | null {
  const key = explanationKey(template, code);
  const there = key === null ? undefined : fields.get(key);
  const type = key === null ? undefined : template.fields.get(key)?.type;
  if (!there || type?.kind !== "text") return null;
  return { place: there.place, text: reason, most: type.most };
}
