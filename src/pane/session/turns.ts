/** For how long work may hold the page before it has its turn, in milliseconds: a frame and a half. */
const LONGEST = 25;
/** A page that is not in sight draws no frame. */
const NO_FRAME = 50;

/** Does work that comes in steps, telling each; the page has its turn in between, so that what was told is seen and what is pressed is heard. */
export async function inTurns<Step, Result>(
  work: Iterator<Step, Result>,
  tell: (step: Step) => void,
): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < LONGEST) continue;
    tell(step.value);
    await turn();
    since = performance.now();
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    const later = setTimeout(resolve, NO_FRAME);
    requestAnimationFrame(() => {
      clearTimeout(later);
      setTimeout(resolve, 0);
    });
  });
}
