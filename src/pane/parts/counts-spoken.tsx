import { useEffect, useState } from "preact/hooks";

import type { Counts } from "../reading";
import { countsInWords } from "../state";

/** How long nothing may have changed before the counts are told, in milliseconds: nobody wants to hear every keystroke. */
const PAUSE = 1500;

/** Tells those who listen how many findings are left, when that has changed and settled. */
export function CountsSpoken({ counts }: { readonly counts: Counts }) {
  const now = countsInWords(counts);
  const [told, setTold] = useState(now);
  useEffect(() => {
    const later = setTimeout(() => setTold(now), PAUSE);
    return () => clearTimeout(later);
  }, [now]);
  return (
    <p class="heard" role="status">
      {told}
    </p>
  );
}
