/** A page that plays Excel on the web: a grid over the simulated workbook, and the add-in's pane in a frame beside it. */
import { formatAddress } from "../../../src/cells";
import { ExcelHost } from "../excel-host";
import { parseArea, splitSheet } from "../model/area";
import { Workbook } from "../model/workbook";
import { USUAL_SETS } from "../office";
import { openCells } from "../open-cells";
import { surfaceOf } from "../protocol/surface";
import {
  attachPostMessage,
  frameName,
  WEB_PLATFORM,
  type PostMessageOptions,
} from "../transports/post-message";
import { Person } from "../user";
import { activePlace, commit, editable, openChoices, place as placeOver, type Page } from "./entry";
import { Grid } from "./grid";
import { listenToKeys } from "./keys";
import type { WorkbenchExcel } from "./workbench-excel";
import { readSheets } from "./written-cells";

function found<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`);
  return element;
}

const query = new URLSearchParams(location.search);
const options: PostMessageOptions = {
  origin: location.origin,
  conversation: "workbench-conversation",
  addin: "workbench-addin",
  sets: { ...USUAL_SETS, ...(query.has("sets") ? { ExcelApi: query.get("sets") ?? "" } : {}) },
  language: query.get("language") ?? "en-GB",
  leavesPane: () => document.getElementById("grid")?.focus(),
};

const book = new Workbook("Book1.xlsx", ["Sheet1"]);
const pane = document.createElement("iframe");
const host = new ExcelHost(
  book,
  () => {
    // Office.js has put it there before the add-in asks for anything.
    const excel: unknown = pane.contentWindow && Reflect.get(pane.contentWindow, "Excel");
    if (typeof excel !== "object" || excel === null) throw new Error("the pane has no Excel");
    return surfaceOf(excel);
  },
  WEB_PLATFORM,
);
const traffic = attachPostMessage(
  {
    post: (text) => pane.contentWindow?.postMessage(text, "*"),
    listen: (take) =>
      window.addEventListener("message", (event) => {
        if (event.source === pane.contentWindow && typeof event.data === "string") take(event.data);
      }),
  },
  host,
  options,
);
// Whoever types fast must find the next cell selected: nothing waits for the add-in.
const settle = () => {
  traffic.flush();
  return Promise.resolve();
};
const [user, another] = [new Person(host, "user", settle), new Person(host, "another", settle)];

const place = found("grid", HTMLDivElement);
const said = found("said", HTMLDivElement);
const formula = found("formula", HTMLInputElement);
const address = found("place", HTMLInputElement);
const tabs = found("tabs", HTMLDivElement);
const grid = new Grid(place, book);
const page: Page = { book, user, grid, place, formula, say: (words) => (said.textContent = words) };
place.style.position = "relative";

function draw(): void {
  grid.draw();
  address.value = activePlace(book).split("!").at(-1) ?? "";
  if (document.activeElement !== formula) formula.value = editable(book);
  drawTabs();
  drawHelp();
}

function drawTabs(): void {
  tabs.replaceChildren(
    ...book.sheets
      .filter(({ visibility }) => visibility === "Visible")
      .map((sheet) => {
        const tab = document.createElement("button");
        tab.type = "button";
        tab.role = "tab";
        tab.textContent = sheet.name;
        tab.ariaSelected = String(sheet === book.active);
        if (sheet.tabColour !== "") tab.style.borderBottomColor = sheet.tabColour;
        tab.addEventListener("click", () => void user.activates(sheet.name));
        return tab;
      }),
  );
}

/** The prompt of the active cell, and the arrow of its list. */
function drawHelp(): void {
  document.getElementById("prompt")?.remove();
  const { top, left } = book.active.selection;
  const validation = book.active.validations.at(top, left);
  const cell = grid.cell(top, left);
  if (!validation || !cell) return;
  if (validation.prompt.show && validation.prompt.message !== "") {
    const box = document.createElement("div");
    box.id = "prompt";
    const title = document.createElement("b");
    title.textContent = validation.prompt.title;
    box.append(title, document.createElement("br"), validation.prompt.message);
    placeOver(page, box, cell, true);
  }
  if (validation.rule?.kind !== "list" || !validation.rule.dropDown) return;
  const arrow = document.createElement("button");
  arrow.type = "button";
  arrow.className = "list";
  arrow.textContent = "▾";
  arrow.ariaLabel = "Open the list";
  arrow.tabIndex = -1;
  arrow.addEventListener("mousedown", (event) => {
    event.preventDefault();
    event.stopPropagation();
    openChoices(page);
  });
  cell.append(arrow);
}

let isDrawingDue = false;
book.onChange(() => {
  if (isDrawingDue) return;
  isDrawingDue = true;
  // Once for all that is done before the screen is drawn: what is drawn has to be calculated.
  requestAnimationFrame(() => {
    isDrawingDue = false;
    draw();
  });
});
formula.addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    const { value } = formula;
    place.focus();
    void commit(page, value, 1, 0);
  } else if (event.key === "Escape") {
    place.focus();
    draw();
  }
});
listenToKeys(page);
// Ctrl+F6 goes to the pane, and Office.js says when it leads back.
window.addEventListener("keydown", (event) => {
  if (event.key !== "F6") return;
  event.preventDefault();
  traffic.focusPane();
});
draw();

function openPane(address: string): void {
  // Office.js looks at the name of its window when it starts, so the frame has it before it is on the page.
  pane.id = "pane";
  pane.title = "Add-in";
  pane.name = frameName(options);
  pane.src = address;
  document.body.append(pane);
}

function valueAt(at: string) {
  const { sheet, rest } = splitSheet(at);
  const area = parseArea(rest);
  const found = sheet === null ? book.active : book.sheetNamed(sheet);
  if (!found || !area) throw new Error(`there is no ${at}`);
  return found.value(area.top, area.left);
}

/** A workbook's bytes as a text that every way out of the page takes. */
async function file(): Promise<string> {
  // Whoever saves nothing need not load what writes files.
  const { toXlsx } = await import(/* webpackChunkName: "to-xlsx" */ "../to-xlsx");
  return btoa(Array.from(await toXlsx(book), (byte) => String.fromCharCode(byte)).join(""));
}

/** For tests and for whoever looks into the page: excel.user.types("Sheet1!B4", 12), excel.another …, excel.workbook. */
const excel: WorkbenchExcel = {
  workbook: book,
  user,
  another,
  requests: host.requests,
  opens: (sheets) => openCells(book, { sheets: readSheets(sheets), date1904: false }),
  openPane,
  pressRibbon: (name) => traffic.pressRibbon(name),
  refuses: (refusal) => (host.refusals = refusal === null ? [] : [...host.refusals, refusal]),
  holds: (after) => host.holds(after),
  letsGo: () => host.letsGo(),
  held: () => host.held,
  selected: () => {
    const { name, selection } = book.active;
    return { sheet: name, cell: formatAddress({ row: selection.top, column: selection.left }) };
  },
  value: valueAt,
  file,
};
Object.assign(window, { excel });

document.documentElement.style.setProperty("--pane", `${query.get("width") ?? "350"}px`);
if (!query.has("later")) openPane(query.get("pane") ?? "/pane/pane.html");
