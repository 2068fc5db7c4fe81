import { isMissing, word } from "../protocol/arguments";
import type { Kind } from "../protocol/host-object";
import type { Host } from "./cells";
import { truth } from "../protocol/arguments";

const MODES = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

export const APPLICATION_KIND: Kind<Host> = {
  type: "Application",
  properties: {
    CalculationMode: {
      get: ({ book }) => book.calculationMode,
      set: ({ book }, value) => {
        book.calculationMode = word(value, MODES);
        book.calculation.setManual(book.calculationMode === "Manual");
        book.touch();
        book.emitCalculated();
      },
    },
    CalculationState: { get: () => "Done" },
    DecimalSeparator: { get: () => "." },
    ThousandsSeparator: { get: () => "," },
    UseSystemSeparators: { get: () => true },
  },
  methods: {
    Calculate: ({ book }, type) => {
      if (!isMissing(type)) word(type, ["Recalculate", "Full", "FullRebuild"]);
      book.calculation.calculate();
      book.emitCalculated();
    },
    // Nothing is drawn or worked out before it is looked at, so there is nothing to hold back.
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

export const RUNTIME_KIND: Kind<Host> = {
  type: "Runtime",
  properties: {
    EnableEvents: {
      get: ({ runtime }) => runtime.enableEvents,
      set: ({ runtime }, value) => {
        runtime.enableEvents = truth(value);
      },
    },
  },
};
