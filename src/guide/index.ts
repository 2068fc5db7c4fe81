/** The printed guide: everything that a return asks for and checks, as one page of HTML, from its definition alone. */
export { guidePage } from "./page";
export { h, Markup, written, type Child } from "./markup";
export { answerWords, boundsWords, decimalsWords, typeWord, unitWords } from "./field-words";
