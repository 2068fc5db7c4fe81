/** What the user may take back. Below ExcelApi 1.19 whatever an add-in writes empties it. */
export class UndoStack {
  private steps: (() => void)[] = [];

  get depth(): number {
    return this.steps.length;
  }

  /** `back` undoes what was just done. */
  push(back: () => void): void {
    this.steps.push(back);
  }

  /** Takes the last step back; false where there is none. */
  undo(): boolean {
    const back = this.steps.pop();
    back?.();
    return back !== undefined;
  }

  clear(): void {
    this.steps = [];
  }
}
