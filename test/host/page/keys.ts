import { formatAddress } from "../../../src/cells";
import { formatArea, sheetPrefix } from "../model/area";
import { shown } from "../model/number-format";
import { activePlace, edit, go, openChoices, told, type Page } from "./entry";

const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageDown: [20, 0],
  PageUp: [-20, 0],
};

/** Mouse, keyboard and clipboard of the grid. */
export function listenToKeys(page: Page): void {
  page.place.addEventListener("mousedown", (event) => {
    const address = cellUnder(event);
    if (address === undefined) return;
    event.preventDefault();
    page.place.focus();
    const { name, selection } = page.book.active;
    const first = formatAddress({ row: selection.top, column: selection.left });
    void page.user.selects(sheetPrefix(name) + (event.shiftKey ? `${first}:${address}` : address));
  });
  page.place.addEventListener("dblclick", (event) => {
    if (cellUnder(event) !== undefined) edit(page, null);
  });
  page.place.addEventListener("keydown", (event) => {
    if (event.target === page.place && take(page, event)) event.preventDefault();
  });
  page.place.addEventListener("copy", (event) => {
    event.clipboardData?.setData("text/plain", selectedText(page));
    event.preventDefault();
  });
  page.place.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const rows = text.replace(/\r?\n$/, "").split(/\r?\n/);
    event.preventDefault();
    void page.user
      .pastes(
        activePlace(page.book),
        rows.map((row) => row.split("\t")),
      )
      .then((outcome) => told(page, outcome));
  });
}

function cellUnder(event: Event): string | undefined {
  return event.target instanceof HTMLElement && event.target.tagName === "TD"
    ? event.target.dataset["cell"]
    : undefined;
}

/** Does what a key means; false where it means nothing here. */
function take(page: Page, event: KeyboardEvent): boolean {
  const { key } = event;
  const arrow = ARROWS[key];
  if (key === "ArrowDown" && event.altKey) openChoices(page);
  else if (arrow && event.shiftKey) extend(page, ...arrow);
  else if (arrow) void go(page, ...arrow);
  else if (key === "Enter") void go(page, event.shiftKey ? -1 : 1, 0);
  else if (key === "Tab") void go(page, 0, event.shiftKey ? -1 : 1);
  else if (key === "F2") edit(page, null);
  else if (key === "Delete" || key === "Backspace")
    void page.user.clears(selectedPlace(page)).then((outcome) => told(page, outcome));
  else if (key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey)) void page.user.undoes();
  else if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) edit(page, key);
  else return false;
  return true;
}

function selectedPlace({ book }: Page): string {
  return sheetPrefix(book.active.name) + formatArea(book.active.selection);
}

function extend(page: Page, rows: number, columns: number): void {
  const { name, selection } = page.book.active;
  const bottom = Math.max(selection.top, selection.bottom + rows);
  const right = Math.max(selection.left, selection.right + columns);
  void page.user.selects(sheetPrefix(name) + formatArea({ ...selection, bottom, right }));
}

/** What is selected as other programs take it: columns between tabs. */
function selectedText({ book }: Page): string {
  const sheet = book.active;
  const { top, left, bottom, right } = sheet.selection;
  const lines: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const texts: string[] = [];
    for (let column = left; column <= right; column += 1)
      texts.push(shown(sheet.value(row, column), sheet.format(row, column).numberFormat));
    lines.push(texts.join("\t"));
  }
  return lines.join("\n");
}
