import { h, type Child, type Markup } from "../../html";

/** Sizes of letters in a chart. */
export const SIZE = { label: 12, value: 11 } as const;
export const LINE_HEIGHT = 14;

/** A drawing and how high it came out. */
export interface Drawn {
  readonly height: number;
  readonly marks: Child;
}

/** Rounded, so that the file does not fill with digits that nobody sees. */
export function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}

export type Anchor = "start" | "middle" | "end";

/** Words of which the first line stands on this height. */
export function words(
  text: string | readonly string[],
  x: number,
  y: number,
  anchor: Anchor,
  kind: string,
): Markup {
  const lines = typeof text === "string" ? [text] : text;
  const attributes = { class: kind, x: rounded(x), y: rounded(y), "text-anchor": anchor };
  const [only, ...more] = lines;
  if (more.length === 0) return h("text", attributes, only ?? "");
  return h(
    "text",
    attributes,
    lines.map((line, at) => h("tspan", { x: rounded(x), dy: at === 0 ? null : LINE_HEIGHT }, line)),
  );
}

export function rule(x1: number, y1: number, x2: number, y2: number, kind: string): Markup {
  const [a, b, c, d] = [x1, y1, x2, y2].map(rounded);
  return h("path", { class: kind, d: `M${a ?? 0} ${b ?? 0}L${c ?? 0} ${d ?? 0}` });
}

/** A bar between two places, whichever comes first. */
export function bar(x: number, y: number, width: number, height: number, kind: string): Markup {
  return h("rect", {
    class: kind,
    x: rounded(Math.min(x, x + width)),
    y: rounded(Math.min(y, y + height)),
    width: rounded(Math.abs(width)),
    height: rounded(Math.abs(height)),
  });
}
