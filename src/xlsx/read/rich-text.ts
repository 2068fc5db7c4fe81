/**
 * Collects the text of a shared or inline string from its children: the plain text and the runs of rich text
 * joined, the phonetic guides of Japanese text left out. Depths count from the string's own element.
 */
export interface RichText {
  open(name: string, depth: number): void;
  text(text: string): void;
  close(): void;
  /** The text so far, and a fresh start. */
  take(): string;
}

export function startRichText(): RichText {
  let collected = "";
  let inRun = false;
  let inText = false;
  return {
    open(name, depth) {
      if (depth === 1) inRun = name === "r";
      inText = name === "t" && (depth === 1 || (depth === 2 && inRun));
    },
    text(text) {
      if (inText) collected += text;
    },
    close() {
      inText = false;
    },
    take() {
      const text = decodeEscapes(collected);
      collected = "";
      inRun = inText = false;
      return text;
    },
  };
}

/** Characters that XML cannot hold stand as _x000D_; an underscore that only looks so stands as _x005F_. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
