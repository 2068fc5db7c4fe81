import type { Said } from "../state";

import { LevelIcon } from "./icons";

/** How the last thing that was asked for went. Always there, so that it is heard when words come into it. */
export function SaidBar({ said }: { readonly said: Said | null }) {
  return (
    <div class="foot" role="status">
      {said && said.sentence !== "" && (
        <p class={`said ${said.tone}`}>
          <LevelIcon level={said.tone === "done" ? "good" : "explain"} />
          <span>{said.sentence}</span>
        </p>
      )}
    </div>
  );
}
