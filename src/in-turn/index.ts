/** Long work in steps, so that whoever shows a page meanwhile can see to it in between. */
export { each, part, toEnd, type InTurn } from "./in-turn";
