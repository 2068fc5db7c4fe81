import "./styles/tokens.css";
import "./styles/page.css";
import "./styles/controls.css";
import "./styles/work.css";
import "./styles/fill.css";
import "./styles/check.css";

import { render } from "preact";

import { Pane } from "./parts/pane";
import { Session } from "./session/session";
import { Store } from "./session/store";
import type { Surroundings } from "./surroundings";

/** Shows the pane in an element of the page. */
export async function openPane(element: Element, surroundings: Surroundings): Promise<void> {
  // The button of the ribbon that checks opens the same page by another address.
  const wanted = new URLSearchParams(window.location.search).get("do");
  const store = new Store();
  const session = new Session(store, surroundings, wanted === "check" ? "check" : "fill");
  element.replaceChildren();
  render(<Pane store={store} session={session} />, element);
  window.addEventListener("focus", () => void session.refresh());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void session.refresh();
  });
  await session.begin();
}
