/** Lets a test keep the add-in waiting: requests that come while it is shut are answered, in their order, when it opens. */
export class Gate {
  private passing = Infinity;
  private waiting: (() => void)[] = [];

  /** Shuts behind so many requests that are still to come. */
  shut(after: number): void {
    this.passing = after;
  }

  /** Answers what waits, and everything that comes from now on. */
  open(): void {
    this.passing = Infinity;
    for (const answer of this.waiting.splice(0)) answer();
  }

  /** How many requests wait. */
  get held(): number {
    return this.waiting.length;
  }

  /** Answers a request, now or when the gate opens. */
  pass(answer: () => void): void {
    if (this.passing > 0) {
      this.passing -= 1;
      answer();
    } else this.waiting.push(answer);
  }
}
