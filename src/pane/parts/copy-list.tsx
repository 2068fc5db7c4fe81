import { useEffect, useRef, useState } from "preact/hooks";

import type { Session } from "../session/session";

interface CopyListProps {
  readonly text: () => string;
  readonly session: Session;
}

/** Copies the list that is shown; where the clipboard is closed to the pane, the text is there to be taken by hand. */
export function CopyList({ text, session }: CopyListProps) {
  const [byHand, setByHand] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.select(), [byHand]);
  const copy = async () => {
    const list = text();
    setByHand((await session.copy(list, "The list is copied.")) ? null : list);
  };
  return (
    <>
      <button type="button" class="button" onClick={() => void copy()}>
        Copy the list
      </button>
      {byHand !== null && (
        <div class="field">
          <label for="list-text">Copy this text with Ctrl+C</label>
          <textarea ref={area} class="input" id="list-text" rows={6} readOnly value={byHand} />
        </div>
      )}
    </>
  );
}
