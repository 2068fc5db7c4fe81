/** Until it is known where the pane is and what is in the workbook. */
export function Opening() {
  return (
    <p role="status" class="top">
      The return is being read …
    </p>
  );
}
