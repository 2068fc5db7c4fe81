/** What webpack puts in the place of these when it bundles the pane. */
declare module "*.css";

interface ImportMeta {
  /** Modules of a folder by their path in it: `sync` all at hand, `lazy` each in a part of its own. */
  webpackContext(
    folder: string,
    options: {
      readonly recursive: true;
      readonly regExp: RegExp;
      readonly mode: "sync" | "lazy";
      readonly chunkName?: string;
    },
  ): { (path: string): unknown; keys(): string[] };
}
