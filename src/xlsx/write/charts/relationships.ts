import { HEAD, VOCABULARY } from "./markup";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A part that another one names. */
export interface Related {
  readonly id: string;
  readonly kind: "drawing" | "chart";
  readonly target: string;
}

/** The relationships of a part, those that it has had among them. */
export function relationships(of: readonly Related[], before = ""): string {
  const [, kept = ""] = /<Relationships[^>]*>(.*)<\/Relationships>/s.exec(before) ?? [];
  const added = of.map(
    ({ id, kind, target }) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${VOCABULARY.relationships}">${kept}${added.join("")}</Relationships>`;
}

const CONTENT = {
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
} as const;

/** The list of what each part is, with these parts added at its end. */
export function withContent(
  types: string,
  parts: readonly { readonly name: string; readonly kind: keyof typeof CONTENT }[],
): string {
  const added = parts.map(
    ({ name, kind }) => `<Override PartName="/${name}" ContentType="${CONTENT[kind]}"/>`,
  );
  return types.replace("</Types>", `${added.join("")}</Types>`);
}
