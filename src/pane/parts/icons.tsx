import type { Level } from "../../template";

/** The signs of the levels, drawn so that they look alike everywhere. They stand beside a word and say nothing themselves. */
export function LevelIcon({ level }: { readonly level: Level | "good" }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {SHAPES[level]}
    </svg>
  );
}

const line = { fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-linecap": "round" } as const;

const SHAPES = {
  fix: <path d="M2.5 2.5l7 7m0-7l-7 7" {...line} />,
  explain: <path d="M6 1.2L11.4 10.8H.6z" fill="currentColor" />,
  note: <circle cx="6" cy="6" r="3.6" fill="currentColor" />,
  good: <path d="M2 6.5l2.8 2.8L10 3.4" {...line} />,
};
