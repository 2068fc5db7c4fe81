import { useEffect, useRef, useState } from "preact/hooks";

import type { Session } from "../session/session";
import type { Store } from "../session/store";

import { Failed } from "./failed";
import { NotPossible } from "./not-possible";
import { Opening } from "./opening";
import { PuttingIn } from "./putting-in";
import { Start } from "./start";
import { Unreadable } from "./unreadable";
import { Work } from "./work";

/** The pane: the one part that fits what is the case. */
export function Pane({ store, session }: { readonly store: Store; readonly session: Session }) {
  const state = useStore(store);
  const area = useRef<HTMLDivElement>(null);
  const shown = useRef(state.kind);
  useEffect(() => {
    if (shown.current === state.kind) return;
    shown.current = state.kind;
    // What had the focus is gone, so it goes to what is there now; while the pane opens, nobody asked for that.
    if (document.hasFocus()) area.current?.querySelector<HTMLElement>("h1")?.focus();
  }, [state.kind]);
  const part = () => {
    switch (state.kind) {
      case "opening":
        return <Opening opening={state.opening} />;
      case "not_possible":
        return <NotPossible obstacle={state.obstacle} />;
      case "start":
        return <Start start={state.start} dispatch={(action) => store.dispatch(action)} session={session} />;
      case "putting_in":
        return <PuttingIn start={state.start} progress={state.progress} />;
      case "at_work":
        return <Work work={state.work} dispatch={(action) => store.dispatch(action)} session={session} />;
      case "unreadable":
        return <Unreadable why={state.why} session={session} />;
      case "failed":
        return (
          <Failed
            failure={state.failure}
            session={session}
            again={() => (state.start ? store.dispatch({ kind: "back" }) : void session.begin())}
          />
        );
    }
  };
  return (
    <div ref={area} data-state={state.kind}>
      {part()}
    </div>
  );
}

function useStore(store: Store) {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    setState(store.state);
    return store.subscribe(() => setState(store.state));
  }, [store]);
  return state;
}
