import { h, joined, written } from "../../src/html";
import { parsed, textOf } from "../guide/html";

describe("markup", () => {
  test("escapes every text and every attribute", () => {
    const hostile = `<script>alert("x")</script> & 'y' ]]> --> &lt;`;
    const page = written(h("p", { title: hostile }, hostile));
    expect(page).not.toContain("<script");
    const read = parsed(page);
    expect(read.children).toEqual([hostile]);
    expect(read.attributes).toEqual({ title: hostile });
  });

  test("replaces what no markup may hold, and keeps what it may", () => {
    const page = written(h("p", {}, "a\u0000b\u0008c\ud800d\uffffe £ ✖ 𝄞\n"));
    expect(textOf(parsed(page))).toBe("a\ufffdb\ufffdc\ufffdd\ufffde £ ✖ 𝄞");
  });

  test("ends elements that have no content as both HTML and XML do", () => {
    expect(written(h("br", {}))).toBe("<br />");
    expect(written(h("td", {}))).toBe("<td></td>");
  });

  test("leaves out an attribute and a child that is null", () => {
    expect(written(h("b", { id: null, class: "a", tabindex: 0 }, null, ["x", [1, null]]))).toBe(
      '<b class="a" tabindex="0">x1</b>',
    );
  });

  test("puts something between pieces only", () => {
    expect(written(joined(["a", h("i", {}, "b"), "c"], " & "))).toBe("a &amp; <i>b</i> &amp; c");
    expect(joined([], ", ")).toEqual([]);
  });
});
