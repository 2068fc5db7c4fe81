import { isLate, receivedDay } from "../collection";
import { dayWords } from "../day-words";
import { raised, returnsToCompare, type CrossCheck } from "./raised";

/** Returns that came in after the day they were due, by the days that were given: nothing here looks at a clock. */
export const late: CrossCheck = (collection) => {
  const { arrivals } = collection;
  if (!arrivals) return [];
  return returnsToCompare(collection)
    .filter((file) => isLate(collection, file))
    .map((file) => {
      const day = receivedDay(collection, file) ?? "";
      const facts = { file: file.file, found: dayWords(day), expected: dayWords(arrivals.due) };
      return raised(file, "late", facts);
    });
};
