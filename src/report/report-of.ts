/** What a report says of itself, beside what stands in the summary. */
export interface ReportOf {
  readonly sha: { readonly code: string; readonly name: string };
  /** "IM&T spend and plan summary" */
  readonly title: string;
  readonly yearLabel: string;
  /** The ISO day as of which the returns were checked. */
  readonly day: string;
  /** The name of the workbook that holds the same. */
  readonly workbook: string;
}
