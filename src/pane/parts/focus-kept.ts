import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

/**
 * Keeps the focus in a list whose entries go when they are put right: where the button that had it is gone, the next one in its
 * place has it, so that nobody who works by keys begins at the top again.
 */
export function useFocusKept(list: RefObject<HTMLElement | null>, shown: unknown): void {
  const last = useRef<{ readonly element: Element; readonly at: number } | null>(null);
  useEffect(() => {
    const area = list.current;
    if (!area) return;
    const note = ({ target }: FocusEvent) => {
      if (target instanceof Element) last.current = { element: target, at: buttons(area).indexOf(target) };
    };
    // Left of one's own will, and not because the button went.
    const leave = ({ target, relatedTarget }: FocusEvent) => {
      const gone = target instanceof Element && !target.isConnected;
      if (relatedTarget !== null && !gone) last.current = null;
    };
    area.addEventListener("focusin", note);
    area.addEventListener("focusout", leave);
    return () => {
      area.removeEventListener("focusin", note);
      area.removeEventListener("focusout", leave);
    };
  });
  useLayoutEffect(() => {
    const area = list.current;
    const before = last.current;
    if (!before || before.element.isConnected || document.activeElement !== document.body) return;
    last.current = null;
    const left = area ? buttons(area) : [];
    const next = left[Math.min(before.at, left.length - 1)];
    if (next instanceof HTMLElement) next.focus();
    // Nothing is left: the heading of the pane says where one is.
    else document.querySelector<HTMLElement>("h1")?.focus();
  }, [shown]);
}

function buttons(area: Element): readonly Element[] {
  return [...area.querySelectorAll("button, textarea")];
}
