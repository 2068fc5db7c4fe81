/** A figure of the summary's assurance and the words beside it: where an obligation of the authority is met, and where it is not. */
export interface Assured {
  readonly id: string;
  /** The line of the assurance that serves it, and the figure by its label. */
  readonly line: string;
  readonly label: string;
  readonly met: Shown;
  readonly unmet: Shown;
}

export type Shown = readonly [figure: number, beside: string | null];

export const only = (figure: number): Shown => [figure, null];
export const outOf = (figure: number, all: number): Shown => [figure, `of ${all}`];

function row(id: string, line: string, label: string, met: Shown, unmet: Shown): Assured {
  return { id: `0708-${id}`, line, label, met, unmet };
}

/**
 * Figures of the two collections of assured-returns.ts, worked out by hand from the entries: a trust and a PCT that are honest and
 * have done it, the same two that have not, with the return of the PCT's provider side missing.
 */
export const ASSURED: readonly Assured[] = [
  row("A3", "a3", "Provider plans approved by the board in time", outOf(2, 2), outOf(0, 1)),
  row(
    "A3",
    "a3",
    "Provider plans quality assured by the PCT in time, as providers say",
    outOf(2, 2),
    outOf(0, 1),
  ),
  row("A3", "a3", "Provider plans quality assured by the authority", outOf(2, 2), outOf(0, 1)),
  // The trust's PACS, N3, order communications and NHSmail; the PCT's first practices, booking and prescriptions.
  row("A3", "a3", "NPfIT commitments entered in the national database in time", outOf(7, 7), outOf(6, 7)),
  row("A4", "a4", "Returns received, to be gone through", outOf(3, 3), outOf(2, 3)),
  row(
    "T1",
    "t1",
    "Providers whose spend did not rise by it, where the year before is given",
    only(0),
    only(1),
  ),
  // A rise of 310 against 172, and against 320.
  row("T2", "s2", "Rise less uplift; below 0, spend does not show it", only(138), only(-10)),
  row("S2", "s2", "Providers that fall short", outOf(0, 1), outOf(1, 1)),
  row("S2", "s2", "of these not explained, or not to the authority's satisfaction", only(0), only(1)),
  row("S1", "s1", "300 Completing what was begun in 2006/07", [400, "needs 360"], [260, "needs 360"]),
  row("S1", "s1", "Deployments for 18 weeks: cost in 2007/08, providers and PCTs", only(140), only(0)),
  // Three posts of the trust and one of the PCT; then four of the service desk too.
  row("H1", "h1", "of which still to be found", only(4), only(8)),
  row("H1", "h1", "of which not funded yet", only(0), only(6)),
  row("G2", "g2", "IM&T staff of providers in 2007/08 less those of 2006/07, WTE", only(3.5), only(-2)),
  row("G2", "g2", "Programmes of PCTs: people still to be found, WTE", only(1.5), only(4)),
  row("H2", "h2", "PCTs whose chief executive is the senior responsible owner", outOf(1, 1), outOf(0, 1)),
  row("H2", "h2", "Providers' plans that PCTs have quality assured", outOf(4, 4), outOf(3, 4)),
  row("H2", "h2", "PCTs with a plan not assured and not explained", only(0), only(1)),
  row("H3", "h3", "Deployments of 2006/07 and 2007/08 from the LSP", outOf(2, 7), outOf(1, 7)),
  row("H3", "h3", "Deployments of low confidence", only(3), only(4)),
  // 319 of the trust and 130 of the PCT; then 62 less, and nothing of the PCT.
  row("H4", "h4", "Cash released in a full year", only(449), only(257)),
  row("H4", "h4", "Measures of benefit, providers and PCTs", only(20), only(13)),
  row("H5", "h5", "PCTs with a gap in the months of actual booking, not explained", only(0), only(1)),
  row("H5", "h5", "Returns with a high risk that has no action or owner", only(0), only(1)),
  row("H6", "h6", "Providers' plans that fit in full, as PCTs see them", outOf(3, 4), outOf(2, 4)),
  row("H6", "h6", "PCTs with planned spend outside a contract, not explained", only(0), only(1)),
  // Thirteen points of the trust and two of the PCT's provider side.
  row("H7", "h7", "Providers: points not started", outOf(0, 15), outOf(2, 13)),
  row(
    "H7",
    "h7",
    "Providers with an acute setting that plan level VI for March 2011",
    outOf(1, 1),
    outOf(0, 1),
  ),
  row("H8", "h8", "Emerging requirements listed by providers", only(4), only(0)),
  row("H8", "h8", "Cost of all of them until March 2011", only(610), only(0)),
  row("H9", "h9", "Returns still missing from what can be talked over", outOf(0, 3), outOf(1, 3)),
  row("K0.1", "k0_1", "Returns with deployments and no benefit at all", only(0), only(1)),
  row(
    "K2.7",
    "k2_7",
    "Providers with people to cleanse data in place or planned (2.1)",
    outOf(2, 2),
    outOf(0, 1),
  ),
  row("K2.7", "k2_7", "Practices whose data quality is benchmarked (2.3)", outOf(36, 36), outOf(20, 36)),
  row("K2.7", "k2_7", "Contracts that ask for data cleansing (2.6)", outOf(4, 4), outOf(3, 4)),
  row("K4.5", "k4_5", "Connecting for Health capital that PCTs count on in 2007/08", only(130), only(0)),
  row("K4.6", "k4_6", "in March 2008, as planned", outOf(10, 36), outOf(0, 36)),
  row("K5.4", "k5_4", "Deployments of 2006/07 and 2007/08 from the LSP", outOf(1, 1), outOf(0, 1)),
  row(
    "K5.4",
    "k5_4",
    "Deployments not confirmed against their implementation plan",
    outOf(0, 1),
    outOf(1, 1),
  ),
  row(
    "K6.5",
    "k6_5",
    "Deployments not confirmed against their implementation plan",
    outOf(0, 1),
    outOf(1, 1),
  ),
  row("K6.5", "k6_5", "Providers that plan all new images digital in March 2008", outOf(1, 1), outOf(0, 1)),
  row(
    "K7.4",
    "k7_4",
    "Deployments not confirmed against their implementation plan",
    outOf(0, 5),
    outOf(1, 5),
  ),
  row("K8.2", "k8_2", "PCTs that plan 90% or more of GP referrals in March 2008", outOf(1, 1), outOf(0, 1)),
  row("K8.2", "k8_2", "PCTs below 90% that have not explained it", only(0), only(1)),
  row("K9.4", "k9_4", "Practices that use release 1 in March 2008, as planned", outOf(26, 36), outOf(11, 36)),
  row("K9.4", "k9_4", "Community pharmacists with a smartcard", outOf(61, 84), outOf(40, 84)),
];
