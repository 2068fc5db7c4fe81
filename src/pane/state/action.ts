import type { Reading } from "../reading";
import type { YearHead } from "../shipped-years";

import type {
  CheckView,
  Chosen,
  Failure,
  Obstacle,
  Refusal,
  PuttingIn,
  RegisterState,
  Said,
  Tab,
} from "./state";

/** What happened: a person did something, or something was found out. */
export type Action =
  | { readonly kind: "opening" }
  | { readonly kind: "checking"; readonly title: string; readonly done: number }
  | { readonly kind: "not_possible"; readonly obstacle: Obstacle }
  | { readonly kind: "no_return"; readonly years: readonly YearHead[] }
  | { readonly kind: "register"; readonly register: RegisterState }
  | { readonly kind: "year"; readonly year: string }
  | { readonly kind: "chosen"; readonly chosen: Chosen }
  | { readonly kind: "role"; readonly role: string }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | ({ readonly kind: "putting_in" } & PuttingIn)
  | { readonly kind: "read"; readonly reading: Reading; readonly tab: Tab }
  | { readonly kind: "unreadable"; readonly why: string }
  | { readonly kind: "tab"; readonly tab: Tab }
  | { readonly kind: "view"; readonly view: Partial<CheckView> }
  | { readonly kind: "said"; readonly said: Said | null }
  | { readonly kind: "failed"; readonly failure: Failure }
  /** From a failure to what had been chosen before. */
  | { readonly kind: "back" };
