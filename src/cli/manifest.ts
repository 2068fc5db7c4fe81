/** The Id of the add-in on people's machines. The committed manifest has another, so that both can be on one machine. */
export const PRODUCTION_ID = "61001cdf-1bb3-4ae7-89f1-1bdfc499f4f9";

const DEVELOPMENT_SITE = "https://localhost:3000/";
const DEVELOPMENT_NAME = " (development)";
const ID = /<Id>([^<]*)<\/Id>/;
const COMMENT = /<!--[\s\S]*?-->\s*/g;

/** What a manifest is made for: the folder of a web server that the pane comes from, ending in a slash, and the add-in's Id. */
export interface ManifestFor {
  readonly site: string;
  readonly id: string;
}

/** The manifest for people's machines, from the one that the add-in is developed with. */
export function manifestFor({ site, id }: ManifestFor, development: string): string {
  const parts = [DEVELOPMENT_SITE, DEVELOPMENT_NAME, `<Id>${developmentId(development)}</Id>`];
  const missing = parts.find((part) => !development.includes(part));
  if (missing !== undefined) throw new Error(`The development manifest has no “${missing.trim()}”.`);
  return development
    .replace(COMMENT, "")
    .replace(ID, `<Id>${id}</Id>`)
    .replaceAll(DEVELOPMENT_NAME, "")
    .replaceAll(DEVELOPMENT_SITE, () => site.replaceAll("&", "&amp;").replaceAll("'", "&apos;"));
}

export function developmentId(development: string): string {
  return ID.exec(development)?.[1] ?? "";
}

export type SiteResult =
  { readonly kind: "site"; readonly site: string } | { readonly kind: "refused"; readonly why: string };

/** The folder of a web server that a person named, as a manifest names it. */
export function readSite(given: string): SiteResult {
  const refused = (why: string): SiteResult => ({ kind: "refused", why });
  if (!URL.canParse(given))
    return refused(`${given} is no address of a web server. It looks like https://intranet.example/imt/.`);
  const { protocol, username, search, hash, pathname, href } = new URL(given);
  if (protocol !== "https:")
    return refused(
      `Excel shows the pages of an add-in only over https; ${given} does not begin with https://.`,
    );
  if (username !== "") return refused(`Leave name and password out of ${given}: everybody could read them.`);
  if (search !== "" || hash !== "" || /\.html?$/i.test(pathname))
    return refused(`Name the folder that the pane is in, without the page: not ${given}.`);
  return { kind: "site", site: href.endsWith("/") ? href : `${href}/` };
}

/** Whether a text is an Id as manifests want it: 32 hexadecimal digits in five groups. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
