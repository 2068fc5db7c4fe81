export const OFFICE: Readonly<
  Record<"hosted" | "local", { readonly OFFICE: string; readonly RULES: string }>
>;
