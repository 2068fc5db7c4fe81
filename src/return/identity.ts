import { isCellError } from "../cells";
import { textOf } from "../formula";
import { sameName, type Organisation, type Register } from "../register";

import type { Finding } from "./finding";
import { likelyOrganisations, organisationOf, successorsOf } from "./organisation-of";
import { foundText, foundValue, type Return } from "./return";
import { standingFinding } from "./standing";

/** What is known around a return besides the workbook itself; null where it is not. */
export interface Circumstances {
  readonly register: Register | null;
  /** The name of the file, without its folder. */
  readonly fileName: string | null;
  /** The ISO day on which the return is checked: until then new rules may be advisory. */
  readonly day: string | null;
}

/** Says that the code became a number, and which it must have been; null where it did not, or where the register has none such. */
export function codeThatBecameNumber(found: Return, register: Register | null): Finding | null {
  if (!register) return null;
  const { code } = found.template.identity;
  const value = foundValue(found, code);
  if (typeof value === "string" && register.find(value.trim().toUpperCase())) return null;
  const likely = likelyOrganisations(found, register);
  if (likely.length === 0 || value === null || isCellError(value)) return null;
  const facts = {
    label: found.template.fields.get(code)?.label ?? "",
    found: textOf(value),
    expected: likely.map((one) => `${one.code} (${one.name})`).join(" or "),
  };
  return standingFinding(found, "code_became_number", facts, code);
}

/** Checks of who files the return: against the register, the role, the version and the file's own name. */
export function identityFindings(found: Return, { register, fileName }: Circumstances): readonly Finding[] {
  const { template } = found;
  const { identity } = template;
  const findings: Finding[] = [];
  const code = foundText(found, identity.code);
  const label = (key: string) => template.fields.get(key)?.label ?? "";
  if (found.version !== found.current) {
    const facts = { found: found.version, expected: found.current, role: template.roleLabel };
    // A version that was asked for earlier in the round is read by what it asked.
    const kind = found.version === template.version ? "older_version" : "other_version";
    findings.push(standingFinding(found, kind, facts, null));
  }
  if (!register) return findings;
  const organisation = organisationOf(found, register);
  // A code that is no text is told as such; what Excel made of it is in no register.
  const isText = typeof foundValue(found, identity.code) === "string";
  if (code !== null && isText && !register.find(code.toUpperCase())) {
    const [successor] = successorsOf(code, register);
    if (successor) {
      const facts = {
        label: label(identity.code),
        found: code,
        expected: successor.name,
        code: successor.code,
      };
      return [...findings, standingFinding(found, "merged_organisation", facts, identity.code)];
    }
    if (codeThatBecameNumber(found, register)) return findings;
    findings.push(
      standingFinding(
        found,
        "unknown_organisation",
        { label: label(identity.code), found: code },
        identity.code,
      ),
    );
  }
  if (organisation) findings.push(...againstRegister(found, organisation));
  const named = fileName === null ? null : organisationInName(fileName, register);
  const covered = organisation?.code ?? code?.toUpperCase();
  if (named !== null && covered !== undefined && named !== covered) {
    findings.push(
      standingFinding(found, "file_of_another", { found: named, expected: covered }, identity.code),
    );
  }
  return findings;
}

function againstRegister(found: Return, organisation: Organisation): readonly Finding[] {
  const { template } = found;
  const { name: nameKey, sha: shaKey } = template.identity;
  const findings: Finding[] = [];
  const label = (key: string) => template.fields.get(key)?.label ?? "";
  const name = foundText(found, nameKey);
  const likeness = name === null ? "same" : sameName(name, organisation.name);
  if (name !== null && likeness !== "same") {
    const facts = {
      label: label(nameKey),
      found: name,
      expected: organisation.name,
      code: organisation.code,
    };
    findings.push(
      standingFinding(found, likeness === "nearly" ? "name_varies" : "other_name", facts, nameKey),
    );
  }
  const sha = foundText(found, shaKey);
  if (
    shaKey !== null &&
    sha !== null &&
    organisation.sha !== null &&
    sha.toUpperCase() !== organisation.sha
  ) {
    const facts = { label: label(shaKey), found: sha, expected: organisation.sha };
    findings.push(standingFinding(found, "other_sha", facts, shaKey));
  }
  if (!template.files.includes(organisation.type)) {
    const facts = { expected: organisation.name, type: organisation.type, role: template.roleLabel };
    findings.push(standingFinding(found, "role_not_for_type", facts, template.identity.code));
  }
  return findings;
}

/** The code of a registered organisation with which a file's name begins, if it does. */
function organisationInName(fileName: string, register: Register): string | null {
  const [first = ""] = fileName.toUpperCase().split(/[^A-Z0-9]+/);
  return register.find(first)?.code ?? null;
}
