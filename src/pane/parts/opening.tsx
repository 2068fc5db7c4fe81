import type { Opening as Progress } from "../state";

import { UnderWay } from "./under-way";

/** Until it is known where the pane is and what there is to say about the workbook; the page says the same before there is a program. */
export function Opening({ opening }: { readonly opening: Progress }) {
  if (opening.stage === "reading") {
    return (
      <div class="top">
        <h1 tabIndex={-1}>IM&amp;T return</h1>
        <p role="status">Reading the workbook …</p>
      </div>
    );
  }
  return (
    <UnderWay
      heading="IM&amp;T return"
      of={[opening.title]}
      words="Checking the return …"
      label="Return checked"
      done={100 * opening.done}
    />
  );
}
