import type { Obstacle } from "../state";

const WORDS: Readonly<Record<Obstacle, { readonly title: string; readonly why: string }>> = {
  old_excel: {
    title: "This Excel is too old for the pane",
    why: "The pane needs Excel of Microsoft 365, Excel 2021 or later, or Excel on the web.",
  },
  tablet: {
    title: "The pane can’t work on a tablet",
    why: "Excel on a tablet lets no add-in build sheets. The pane needs Excel on Windows, on a Mac or on the web.",
  },
  no_excel: {
    title: "This page belongs in Excel",
    why: "It is the pane of an add-in: open it in Excel with the button IM&T return on the Home tab.",
  },
};

/** Where the pane can't work: why, and what to do instead. */
export function NotPossible({ obstacle }: { readonly obstacle: Obstacle }) {
  const { title, why } = WORDS[obstacle];
  return (
    <div class="stack">
      <h1 class="top" tabIndex={-1}>
        {title}
      </h1>
      <p>{why}</p>
      <section class="stack-small">
        <h2>What you can do instead</h2>
        <p>
          The return itself needs no add-in. Fill in the ready-made blank workbook that your strategic health
          authority gives out: beside each row it says what is to be put right.
        </p>
        <p>
          A workbook that is filled in can be checked on any machine by the command <code>imt check</code>,
          which gives the same list as this pane.
        </p>
      </section>
      <p>
        <a href="help.html">More about the add-in</a>
      </p>
    </div>
  );
}
