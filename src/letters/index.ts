/** What an authority writes to each organisation about its returns: what is open in them, or what has not come. */
export { hasPoints, type Letter, type LetterKind } from "./letter";
export { lettersFor } from "./letters-for";
export { letterList } from "./list";
export { letterPage } from "./page";
