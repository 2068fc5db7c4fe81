/** Pages of HTML that need no other file and run nothing: pieces in which every text is escaped, and what all such pages look like. */
export { h, joined, Markup, written, type Attributes, type Child } from "./markup";
export { headRow, wide } from "./tables";
export { counted, listed } from "./words";
export { wholePage, type WholePage } from "./whole-page";
export { quotedInStyle } from "./quoted-in-style";
