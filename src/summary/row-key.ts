import type { Organisation } from "../register";
import type { Template } from "../template";

/** What a row of the collection is about, as one text: an organisation in a role. */
export function rowKey({ code }: Pick<Organisation, "code">, { role }: Pick<Template, "role">): string {
  return `${code} ${role}`;
}
