import type { Session } from "../session/session";

/** There is a return in the workbook that this pane does not know. */
export function Unreadable({ why, session }: { readonly why: string; readonly session: Session }) {
  return (
    <div class="stack">
      <h1 class="top" tabIndex={-1}>
        This return can’t be read here
      </h1>
      <p>{why}</p>
      <p>
        Ask the people who look after the add-in for its newest version. The workbook says beside each row
        what is to be put right, without the pane.
      </p>
      <div>
        <button type="button" class="button primary" onClick={() => void session.begin()}>
          Try again
        </button>
      </div>
    </div>
  );
}
