import { guidePage } from "../../src/guide";
import { LISTED } from "../template/small-obligations";
import { TWO_ROLES, templateIn, yearOf, type Change } from "../template/small-year";
import { all, byId, directly, parsed, textOf } from "./html";

function guide(role: string, ...changes: readonly Change[]) {
  const year = yearOf(...changes);
  const html = guidePage(year, templateIn(year, role));
  return { html, page: parsed(html) };
}

const cells = (...args: Parameters<typeof byId>) => {
  const row = byId(...args);
  return [...directly(row, "th"), ...directly(row, "td")].map(textOf);
};

describe("the guide to a small return", () => {
  const { page } = guide("provider", ...LISTED);
  const payer = guide("payer", TWO_ROLES).page;

  test("shows a form answer by answer: what goes in, whether it is due, where a value comes from", () => {
    expect(cells(page, "cover.org_code")).toEqual(["Code Three characters. cover.org_code", "code", "due"]);
    expect(cells(page, "cover.status")).toEqual(["Status cover.status", "one of: Draft · Final", "due"]);
    expect(cells(page, "cover.signed")).toEqual(["Signed cover.signed Serves G-2.1", "date", "optional"]);
    expect(cells(page, "cover.year")).toEqual(["Year cover.year", "2001/02", "given"]);
    expect(cells(page, "cover.sha_name")).toEqual([
      "Authority cover.sha_name",
      "Looked up by cover.sha_code: Q30 North East · Q36 London",
      "worked out",
    ]);
  });

  test("shows a table as it stands on its sheet, each cell with its kind", () => {
    expect(cells(page, "line-spend.staff")).toEqual(["100 IM&T staff staff", "£000", "£000", "=", "(text)"]);
    expect(cells(page, "line-spend.support").slice(1)).toEqual(["£000", "nothing to enter", "=", "(text)"]);
    expect(cells(page, "line-spend.rate").slice(1, 3)).toEqual(["0.3%", "0.1%"]);
    expect(byId(page, "spend.support[capital]").attributes["class"]).toBe("cell closed");
    expect(byId(page, "spend.staff[revenue]").attributes["class"]).toBe("cell entered");
    const [head] = all(byId(page, "block-spend"), "thead");
    expect(
      all(head!, "th").map((th) => [textOf(th), th.attributes["scope"], th.attributes["colspan"]]),
    ).toEqual([
      ["Line", "col", undefined],
      ["Plan", "colgroup", "3"],
      ["Note", "col", undefined],
      ["Revenue", "col", undefined],
      ["Capital", "col", undefined],
      ["Total", "col", undefined],
    ]);
  });

  test("says what columns take as a rule once for those that take the same, and where a line differs", () => {
    const usual = all(byId(page, "block-spend"), "table").find(
      (table) => table.attributes["class"] === "columns usual",
    )!;
    expect(
      all(usual, "tr")
        .slice(1)
        .map((row) => [...directly(row, "th"), ...directly(row, "td")].map(textOf)),
    ).toEqual([
      ["Plan revenue revenue, Plan capital capital", "£000, 0 or more", "due"],
      ["Plan total total", "worked out", ""],
      ["Note note", "text up to 250 characters", "optional"],
    ]);
    expect(cells(page, "line-spend.income")[0]).toBe(
      "210 Income income Plan revenue and Plan capital: £000, 0 or less, due.",
    );
  });

  test("shows how totals come about, those that come about alike together", () => {
    const workings = all(byId(page, "block-spend"), "table").find(
      (table) => table.attributes["class"] === "workings",
    )!;
    const rows = all(workings, "tr")
      .slice(1)
      .map((row) => [...directly(row, "th"), ...directly(row, "td")].map(textOf));
    expect(rows).toContainEqual([
      "200 Gross spend Plan revenue and Plan capital",
      "=SUM(spend.staff..other[@])",
    ]);
    expect(rows).toContainEqual(["every line Plan total", "=SUM([@revenue],[@capital])"]);
  });

  test("shows a list once, whatever its rows", () => {
    const block = byId(payer, "block-bodies");
    expect(textOf(all(block, "p")[0]!)).toBe("List of up to 3 rows, filled as needed bodies · £000");
    expect(cells(payer, "bodies[spent]")).toEqual(["Spent bodies[spent]", "£000, 0 or more", "due"]);
    expect(cells(payer, "bodies[twice]")).toEqual(["Twice bodies[twice]", "worked out", ""]);
    expect(textOf(block)).toContain("=2*[@spent]");
    expect(textOf(block)).toContain("Rows can be put in from the provider returns");
    expect(all(block).filter(({ attributes }) => attributes["id"] === "bodies[spent]")).toHaveLength(1);
  });

  test("tells a rule in words and as it is written", () => {
    const rule = byId(page, "rule-AA01");
    expect(textOf(directly(rule, "h4")[0]!)).toBe("▲ Explain AA01 Each line has more revenue than capital");
    const parts = all(rule, "div").map((one) => textOf(one));
    expect(parts).toEqual([
      "When For each line of Spend by kind with something to enter there, where ‘Plan capital’ is above 0.",
      "Says the line: capital is Plan capital, revenue Plan revenue.",
      "What to do Correct the figures, or explain.",
      "Marks [@capital]",
      "When =[@capital]>0",
      "Must be true =[@revenue]>=[@capital]",
    ]);
    expect(textOf(all(rule, "p")[0]!)).toBe("Source: Our own test");
  });

  test("leads from a rule to those that silence it, to its fields and to what it serves", () => {
    const rule = byId(page, "rule-AA02");
    expect(textOf(all(rule, "div")[0]!)).toBe("When Always; not while AA03 stands.");
    const links = all(rule, "a").map((link) => [textOf(link), link.attributes["href"]]);
    expect(links).toContainEqual(["AA03", "#rule-AA03"]);
    expect(links).toContainEqual(["spend.net[total]", "#spend.net[total]"]);
    expect(links).toContainEqual(["G-3", "#obligation-G-3"]);
  });

  test("lists what is asked, by when, and where it is served: whole lines by their name", () => {
    const row = byId(page, "obligation-G-3");
    expect(cells(page, "obligation-G-3").slice(1)).toEqual([
      "Spend shows the uplift. The guidance, s3",
      "–",
      "amounts, percentages",
      "Spend by kind: Uplift; check AA02",
    ]);
    expect(all(row, "a").map(({ attributes }) => attributes["href"])).toEqual([
      "#line-spend.uplift",
      "#rule-AA02",
    ]);
    expect(cells(page, "obligation-G-1")[2]).toBe("31 Mar 2002");
    expect(all(byId(page, "days"), "tr").map((tr) => textOf(tr))).toEqual([
      "By Point What",
      "31 Mar 2002 G-1 Spend is planned.",
      "30 Jun 2002 G-2.1 The plan is signed.",
    ]);
  });

  test("says nothing of obligations or days where the year lists none", () => {
    const plain = guide("provider").page;
    const ids = all(plain).map(({ attributes }) => attributes["id"]);
    expect(ids).not.toContain("obligations");
    expect(ids).not.toContain("days");
    const links = all(plain, "a").map(({ attributes }) => attributes["href"]!.slice(1));
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
  });

  test("says in all how much is to be answered and checked", () => {
    const table = all(byId(payer, "about"), "table")[0]!;
    const rows = all(table, "tr").map((row) => [...directly(row, "th"), ...directly(row, "td")].map(textOf));
    // Bodies: name, code, spent and remark are entered in every row; share and twice are worked out.
    expect(rows.find(([name]) => name === "Bodies")!.slice(2)).toEqual(["3", "1", "1", "1", "–"]);
    // Due: 3 on the cover, 7 figures of spend, 3 of a body. Optional: 2, 8 notes, 1, a reason for each of two rules.
    expect(rows.at(-1)).toEqual(["In all", "13", "13", "2", "2", "1"]);
  });
});

describe("a hostile definition", () => {
  const HOSTILE = `<script>alert("x")</script>&amp;'<b>`;
  const quoted = JSON.stringify(HOSTILE);
  const { html, page } = guide(
    "provider",
    ...LISTED,
    { file: "spend.yaml", old: "title: Spend by kind", by: `title: ${quoted}` },
    {
      file: "spend.yaml",
      old: "other: { label: Other, least: 0 }",
      by: `other: { label: ${quoted}, help: ${quoted}, least: 0 }`,
    },
    {
      file: "spend.yaml",
      old: "revenue: { label: Revenue, group: Plan",
      by: `revenue: { label: ${quoted}, group: ${quoted}`,
    },
    { file: "spend.yaml", old: "says: Nothing is planned.", by: `says: ${quoted}` },
    { file: "spend.yaml", old: "title: Something is planned", by: `title: ${quoted}` },
    { file: "spend.yaml", old: "fix: Enter what is planned.", by: `fix: ${quoted}` },
    {
      file: "spend.yaml",
      old: 'holds: "=SUM(spend[revenue])>0"',
      by: `holds: '=cover.org_name<>"<script>"'`,
    },
    { file: "year.yaml", old: "title: Small return", by: `title: ${quoted}` },
    { file: "year.yaml", old: "ours: Our own test", by: `ours: ${quoted}` },
    { file: "year.yaml", old: "status: [Draft, Final]", by: "status: [Draft, Final, <script>]" },
    { file: "cover.yaml", old: "constant: 2001/02", by: `constant: ${quoted}` },
    { file: "obligations.yaml", old: "what: Spend is planned.", by: `what: ${quoted}` },
  );

  test("makes no element and ends none: it is shown as it is written", () => {
    expect(html).not.toContain("<script");
    expect(all(page, "script")).toEqual([]);
    expect(textOf(all(page, "h1")[0]!)).toBe(HOSTILE);
    expect(textOf(all(page, "title")[0]!)).toContain(HOSTILE);
    expect(textOf(byId(page, "line-spend.other"))).toContain(`${HOSTILE} other ${HOSTILE}`);
    expect(textOf(byId(page, "rule-AA03"))).toContain(`Says ${HOSTILE}`);
    expect(textOf(byId(page, "rule-AA03"))).toContain('=cover.org_name<>"<script>"');
    expect(textOf(byId(page, "cover.status"))).toContain("<script>");
    expect(textOf(byId(page, "cover.year"))).toContain(HOSTILE);
    expect(textOf(byId(page, "obligation-G-1"))).toContain(HOSTILE);
    expect(byId(page, "spend.other[revenue]").attributes["title"]).toContain(HOSTILE);
  });
});
