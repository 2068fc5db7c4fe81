import * as fastCheck from "fast-check";

/**
 * fast-check, with draws that are the same each time: whether a change is taken does not hang on chance. `npm run test:laws` draws
 * anew, and many times as much; a law that it finds broken is mended, and its figures become a test of their own.
 */
export * from "fast-check";

const { LAWS_SEED = "20070331", LAWS_TIMES = "1" } = process.env;

interface Amount {
  readonly numRuns?: number;
}

export function assert<Drawn>(law: fastCheck.IAsyncProperty<Drawn>, amount?: Amount): Promise<void>;
export function assert<Drawn>(law: fastCheck.IProperty<Drawn>, amount?: Amount): void;
export function assert<Drawn>(law: fastCheck.IRawProperty<Drawn>, { numRuns = 100 }: Amount = {}) {
  return fastCheck.assert(law, { seed: Number(LAWS_SEED), numRuns: Number(LAWS_TIMES) * numRuns });
}
