import type { ReturnFile } from "../../../src/summary";
import { registerOf } from "../../return/registers";
import { writtenReturn } from "../../support/honest";
import { planningYear } from "../../support/shipped";
import { only, outOf, type Assured, type Shown } from "../authority";
import { senderOf } from "../sent";
import { day } from "../unmet";

const year = planningYear("2005-06");

export const REGISTER = registerOf(`code,name,type,sha
Q12,West Yorkshire Strategic Health Authority,SHA,
RXX,Lowmoor Hospitals NHS Trust,Acute trust,Q12
5XX,Lowmoor Primary Care Trust,PCT,Q12
`);

const sent = senderOf(year, REGISTER);
const provider = writtenReturn("honest-provider-2005", year.templates.get("provider")!);
const commissioner = writtenReturn("honest-commissioner-2005", year.templates.get("commissioner")!);

/** A trust and the PCT that leads its community, as they are; and the same where something is missing, late or moved. */
export const MET: readonly ReturnFile[] = [
  sent("provider", "RXX", provider),
  sent("commissioner", "5XX", commissioner),
];
export const UNMET_RETURNS: readonly ReturnFile[] = [
  sent("provider", "RXX", provider, {
    "isip.signed_on": null,
    "isip.signed_by": null,
    "systems.pacs[decision]": "Not committed",
    "systems.pacs[order]": null,
    "systems.pacs[taken_by]": null,
    "systems.pacs[agreed_on]": null,
    "systems.n3[live_on]": day("2005-08-01"),
  }),
  sent("commissioner", "5XX", commissioner, {
    "isip.sha_signed_on": null,
    "isip.reviewed_on": day("2006-04-03"),
    "signatures.r02[signed_on]": null,
    "signatures.r03[signed_on]": day("2005-10-14"),
    "systems.booking[previous]": day("2006-06-30"),
    "systems.transfer[taken_by]": day("2008-06-30"),
  }),
];

const row = (id: string, line: string, label: string, met: Shown, unmet: Shown): Assured => ({
  id,
  line,
  label,
  met,
  unmet,
});

/** Worked out by hand from the entries. */
export const ASSURED: readonly Assured[] = [
  row("0506-2", "signed_off", "Organisations that have signed", outOf(3, 3), outOf(2, 3)),
  row("0506-2", "signed_off", "Organisations that have not signed", only(0), only(1)),
  row("0506-2", "signed_off", "Organisations that signed after the day", only(0), only(1)),
  row("0506-2", "signed_off", "Plans that the authority has signed off", outOf(1, 1), outOf(0, 1)),
  row("0506-2", "signed_off", "Providers that have not signed, not settled", only(0), only(1)),
  row("0506-2", "signed_off", "Reviews that are missing or late, not settled", only(0), only(1)),
  // Mail, booking, images and the care record of the trust; network, booking, prescriptions and transfers of the PCT.
  row("0506-7", "adoption", "Commitments made", only(8), only(7)),
  row("0506-7", "adoption", "Systems not committed", only(0), only(1)),
  row("0506-7", "adoption", "Returns with a system not committed, not settled", only(0), only(1)),
  row(
    "0506-7",
    "adoption",
    "Returns with a day that has slipped or passed, or was missed, not settled",
    only(0),
    only(2),
  ),
  row(
    "0506-7",
    "adoption",
    "Returns with a commitment beyond the three years, not settled",
    only(0),
    only(1),
  ),
];
