import { letterPage } from "../../src/letters";
import { all, parsed } from "../guide/html";
import { FILES } from "../summary/assurance/wards-in-order";
import { WORDS, collectionOf, lettersTo } from "./regions";

const letters = lettersTo(collectionOf(FILES));
const page = (code: string, list: string | null = "L.xlsx") => letterPage(letters.get(code)!, WORDS, list);
const textOf = (element: ReturnType<typeof parsed>): string =>
  element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
const withoutDoctype = (html: string) => html.replace(/^<!DOCTYPE html>\n/, "");

describe("a letter as a page", () => {
  test("holds everything in its order, and nothing that runs or is fetched", () => {
    const root = parsed(withoutDoctype(page("W03")));
    const text = textOf(all(root, "main")[0]!).replace(/\s+/g, " ");
    const order = [
      "Northern Region",
      "1 May 2001",
      "Fellside House",
      "Asked of W03",
      "Hello",
      "The ward of 2001/02",
      "Mend",
      "WD02",
      "Explain",
      "WD01",
      "The office of 2001/02",
      "See L.xlsx.",
      "That is all.",
      "Nobody is known.",
      "Goodbye",
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect([all(root, "script"), all(root, "img"), all(root, "link")]).toEqual([[], [], []]);
  });

  test("what comes from a register is text and never markup; an e-mail address begins a message", () => {
    const html = page("W01", null);
    expect(html).toContain("Ashmere &amp; Sons &lt;Hospital&gt;");
    const [link] = all(parsed(withoutDoctype(html)), "a");
    expect(link!.attributes["href"]).toBe("mailto:a@w01.example.org?subject=Asked%20of%20W01");
  });

  test("mentions no list where nothing is listed", () => {
    expect(page("W01", null)).not.toContain("See ");
    expect(page("W01", "L.xlsx")).not.toContain("See ");
  });

  test("points of a sheet stand under its name, each with cells, line, code, what was found and what to do", () => {
    const [table] = all(parsed(withoutDoctype(page("W03"))), "table");
    const rows = all(table!, "tr").map((row) =>
      row.children.map((cell) => (typeof cell === "string" ? cell : textOf(cell)).trim()).filter(Boolean),
    );
    const { cells } = letters.get("W03")!.returns[0]!.sections[0]!.points[0]!;
    expect(rows).toEqual([
      ["Where", "Found", "Do"],
      ["Money"],
      [`${cells[0]!}1 Staff, next yearWD02`, "Nothing is planned for staff.", "Enter what staff cost."],
    ]);
  });
});
