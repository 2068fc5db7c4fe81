/** The state of the pane, and what changes it: pure, without a page. */
export type { Action } from "./action";
export { orderOf, type Order } from "./complete";
export { countsInWords, listAsText, refusalInWords } from "./in-words";
export { OPENING, reduce } from "./reducer";
export { chosenYear, meantRole, offeredRoles } from "./roles";
export { nextStop, shownGroups, stopsOf, type Stop } from "./shown-groups";
export type * from "./state";
export { suggestions } from "./suggestions";
