import { formatAddress } from "../../../src/cells";
import { choices } from "../model/allowed";
import { sheetPrefix } from "../model/area";
import { shown } from "../model/number-format";
import type { Workbook } from "../model/workbook";
import type { Outcome, Person } from "../user";
import { step, type Grid } from "./grid";

/** What the parts of the page tell each other. */
export interface Page {
  readonly book: Workbook;
  readonly user: Person;
  readonly grid: Grid;
  readonly place: HTMLElement;
  readonly formula: HTMLInputElement;
  /** Says something in the line below, such as why an entry was refused. */
  say(words: string): void;
}

/** The active cell's address for the user: "'IM&T spend'!B4". */
export function activePlace(book: Workbook): string {
  const { name, selection } = book.active;
  return sheetPrefix(name) + formatAddress({ row: selection.top, column: selection.left });
}

/** What would be edited in the active cell: its formula, or its value as it would be typed. */
export function editable(book: Workbook): string {
  const sheet = book.active;
  const { top, left } = sheet.selection;
  const formula = sheet.cell(top, left)?.formula?.text;
  if (formula !== undefined) return formula;
  const value = sheet.value(top, left);
  const { numberFormat } = sheet.format(top, left);
  const isDay = /[dy]/i.test(numberFormat.replace(/"[^"]*"|\[[^\]]*\]/g, ""));
  return typeof value === "number" && isDay ? shown(value, "dd/mm/yyyy") : shown(value, "General");
}

/** Enters what was typed, and goes on to the next cell unless it was refused. */
export async function commit(page: Page, typed: string, rows: number, columns: number): Promise<void> {
  if (told(page, await page.user.types(activePlace(page.book), typed))) await go(page, rows, columns);
}

export async function go(page: Page, rows: number, columns: number): Promise<void> {
  const sheet = page.book.active;
  const to = step(sheet, sheet.selection, rows, columns);
  await page.user.selects(sheetPrefix(sheet.name) + formatAddress(to));
  page.grid.cell(to.row, to.column)?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

export function told(page: Page, outcome: Outcome): boolean {
  page.say(outcome.kind === "refused" ? `${outcome.title}: ${outcome.message}` : "");
  return outcome.kind === "done";
}

/** Opens a field over the active cell; `first` is the sign that was typed, or nothing to edit what stands there. */
export function edit(page: Page, first: string | null): void {
  const { selection } = page.book.active;
  const cell = page.grid.cell(selection.top, selection.left);
  if (!cell) return;
  const field = document.createElement("input");
  field.id = "editor";
  field.setAttribute("aria-label", "Entry");
  field.value = first ?? editable(page.book);
  place(page, field, cell);
  let isDone = false;
  const close = (enter: boolean, rows = 0, columns = 0) => {
    if (isDone) return;
    isDone = true;
    const isLeft = document.activeElement !== field;
    field.remove();
    // Whoever clicked elsewhere stays there.
    if (!isLeft) page.place.focus();
    if (enter) void commit(page, field.value, rows, columns);
  };
  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") close(true, event.shiftKey ? -1 : 1);
    else if (event.key === "Tab") {
      event.preventDefault();
      close(true, 0, event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") close(false);
  });
  field.addEventListener("blur", () => close(true));
  field.focus();
}

/** Opens the list of a cell whose validation has one. */
export function openChoices(page: Page): void {
  const sheet = page.book.active;
  const { top, left } = sheet.selection;
  const rule = sheet.validations.at(top, left)?.rule;
  const cell = page.grid.cell(top, left);
  if (rule?.kind !== "list" || !cell) return;
  const list = document.createElement("select");
  list.id = "choices";
  list.setAttribute("aria-label", "Choices");
  const offered = choices(page.book, sheet, rule.source).map(String);
  for (const choice of offered) list.add(new Option(choice, choice));
  list.size = Math.min(8, Math.max(2, offered.length));
  place(page, list, cell, true);
  let isOpen = true;
  const close = (back = true) => {
    // Taking it away blurs it, which closes it too.
    if (!isOpen) return;
    isOpen = false;
    list.remove();
    if (back) page.place.focus();
  };
  const pick = async () => {
    const choice = list.value;
    close();
    if (choice !== "") told(page, await page.user.picks(activePlace(page.book), choice));
  };
  list.addEventListener("click", () => void pick());
  list.addEventListener("blur", () => close(false));
  list.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") void pick();
    else if (event.key === "Escape") close();
  });
  list.focus();
}

/** Puts something over a cell, or right below it. */
export function place(page: Page, over: HTMLElement, cell: HTMLElement, below = false): void {
  const [outer, inner] = [page.place.getBoundingClientRect(), cell.getBoundingClientRect()];
  over.style.left = `${inner.left - outer.left + page.place.scrollLeft}px`;
  over.style.top = `${(below ? inner.bottom : inner.top) - outer.top + page.place.scrollTop}px`;
  if (!below)
    Object.assign(over.style, { width: `${Math.max(80, inner.width)}px`, height: `${inner.height}px` });
  page.place.append(over);
}
