/** The task pane. So far its shell: it says what it is, and that it can build the returns that came with it. */
import "./pane.css";

import { shippedYear, shippedYears } from "./shipped-years";

const years = shippedYears();
const pane = document.getElementById("pane");

function say(...sentences: readonly string[]): void {
  pane?.replaceChildren(
    ...sentences.map((sentence) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = sentence;
      return paragraph;
    }),
  );
}

const notDone = "This pane is not made yet: it can't read or change the workbook.";
say(notDone, `It knows the returns of ${years.map(({ label }) => label).join(", ")}.`);

const usual = years.find((year) => year.usual) ?? years.at(-1);
const [role] = usual?.roles ?? [];
if (usual && role) {
  shippedYear(usual, role.id).then(
    ({ label }) => say(notDone, `Ready: ${label}, ${role.label}.`),
    () => say(notDone, "The returns could not be loaded. Close this pane and open it again."),
  );
}
