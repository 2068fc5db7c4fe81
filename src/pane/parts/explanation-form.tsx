import { useEffect, useRef, useState } from "preact/hooks";

import type { Explanation } from "../reading";
import type { Session } from "../session/session";

interface ExplanationFormProps {
  /** Of the finding, for the names of the controls. */
  readonly id: string;
  readonly explanation: Explanation;
  readonly session: Session;
}

/** The reason for what is not as expected, typed beside it and kept on the sheet that the return has for it. */
export function ExplanationForm({ id, explanation, session }: ExplanationFormProps) {
  const { place, text, most } = explanation;
  const [draft, setDraft] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isOpen = draft !== null;
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);
  if (draft === null) {
    return (
      <div class="stack-small">
        {text !== null && <p class="reason">Explained: {text}</p>}
        <div>
          <button type="button" class="button small" onClick={() => setDraft(text ?? "")}>
            {text === null ? "Explain" : "Change the explanation"}
          </button>
        </div>
      </div>
    );
  }
  const left = most - draft.trim().length;
  const keep = async () => {
    if (left >= 0 && (await session.explain(place, draft))) setDraft(null);
  };
  return (
    <form
      class="stack-small"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <div class="field">
        <label for={`reason ${id}`}>Your explanation</label>
        <textarea
          ref={field}
          class="input"
          id={`reason ${id}`}
          value={draft}
          aria-describedby={`left ${id}`}
          aria-invalid={left < 0}
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
        <p class={left < 0 ? "fault" : "quiet"} id={`left ${id}`}>
          {left < 0
            ? `${-left} characters too many`
            : `Kept on ${place.sheet}, ${place.cell}. ${left} characters left.`}
        </p>
      </div>
      <div class="row">
        <button type="submit" class="button small">
          Keep the explanation
        </button>
        <button type="button" class="button small" onClick={() => setDraft(null)}>
          Cancel
        </button>
      </div>
    </form>
  );
}
