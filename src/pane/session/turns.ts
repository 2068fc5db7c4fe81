/** For how long work may hold the page before it has its turn, in milliseconds: nobody notices such a pause. */
const LONGEST = 50;
/** More often nobody reads how far it is, and drawing that takes its time too. */
const TOLD_EVERY = 100;

/** Does work that comes in steps, telling how far it is; the page has its turn in between, so that what was told is seen and what is pressed is heard. */
export async function inTurns<Step, Result>(
  work: Iterator<Step, Result>,
  tell: (step: Step) => void = () => undefined,
): Promise<Result> {
  let [since, told] = [performance.now(), -Infinity];
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    const now = performance.now();
    if (now - since < LONGEST) continue;
    if (now - told >= TOLD_EVERY) {
      tell(step.value);
      told = now;
    }
    await turn();
    since = performance.now();
  }
}

/** Ends when the page had its turn. A page that is not in sight draws no frame, and its clocks stand still for a second at a time. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
