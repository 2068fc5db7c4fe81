/** The check of a return while somebody fills it in: what a change touches is worked out anew, and nothing else. */
export { LiveReturn, type LiveState } from "./live-return";
