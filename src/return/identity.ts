import { sameName, type Organisation, type Register } from "../register";

import type { Finding } from "./finding";
import { foundText, foundValue, type Return } from "./return";
import { standingFinding } from "./standing";

/** What is known around a return besides the workbook itself; null where it is not. */
export interface Circumstances {
  readonly register: Register | null;
  /** The name of the file, without its folder. */
  readonly fileName: string | null;
}

/** The organisation that the cover names, as the register has it. */
export function organisationOf(found: Return, register: Register | null): Organisation | null {
  const code = foundText(found, found.template.identity.code);
  return code === null ? null : (register?.find(code.toUpperCase()) ?? null);
}

/** Checks of who files the return: against the register, the role, the version and the file's own name. */
export function identityFindings(found: Return, { register, fileName }: Circumstances): readonly Finding[] {
  const { template } = found;
  const { identity } = template;
  const findings: Finding[] = [];
  const code = foundText(found, identity.code);
  const label = (key: string) => template.fields.get(key)?.label ?? "";
  if (found.version !== template.version) {
    const facts = { found: found.version, expected: template.version, role: template.roleLabel };
    findings.push(standingFinding(found, "other_version", facts, null));
  }
  if (!register) return findings;
  const organisation = organisationOf(found, register);
  // A code that is no text is told as such; what Excel made of it is in no register.
  if (code !== null && !organisation && typeof foundValue(found, identity.code) === "string") {
    const successor = register.organisations.find(({ predecessors }) =>
      predecessors?.includes(code.toUpperCase()),
    );
    if (successor) {
      const facts = {
        label: label(identity.code),
        found: code,
        expected: successor.name,
        code: successor.code,
      };
      return [...findings, standingFinding(found, "merged_organisation", facts, identity.code)];
    }
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
  if (named !== null && code !== null && named !== code.toUpperCase()) {
    findings.push(standingFinding(found, "file_of_another", { found: named, expected: code }, identity.code));
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
