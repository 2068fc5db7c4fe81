// The certificate with which this machine serves the pane to itself: made here, for localhost alone, and good for a year.
import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "./development.mjs";

const FOLDER = join(ROOT, ".certificate");
const [CERTIFICATE, KEY, SETTINGS] = ["localhost.crt", "localhost.key", "settings"].map((name) =>
  join(FOLDER, name),
);
const DAYS = 365;
const DAY = 24 * 60 * 60 * 1000;

/** Git for Windows brings openssl along, though not where programs are looked for. */
const OPENSSL = ["openssl", "C:\\Program Files\\Git\\usr\\bin\\openssl.exe"];

const REQUEST = `[req]
distinguished_name = name
x509_extensions = use
prompt = no
[name]
CN = localhost
O = IM&T return, for development
[use]
subjectAltName = DNS:localhost, IP:127.0.0.1
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
`;

function isGood() {
  if (!existsSync(CERTIFICATE) || !existsSync(KEY)) return false;
  return new Date(new X509Certificate(readFileSync(CERTIFICATE)).validTo).getTime() > Date.now() + 7 * DAY;
}

function make() {
  mkdirSync(FOLDER, { recursive: true, mode: 0o700 });
  writeFileSync(SETTINGS, REQUEST);
  const args = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-sha256", "-days", String(DAYS)];
  const files = ["-config", SETTINGS, "-keyout", KEY, "-out", CERTIFICATE];
  try {
    for (const openssl of OPENSSL) {
      try {
        execFileSync(openssl, [...args, ...files], { stdio: ["ignore", "ignore", "pipe"] });
        return;
      } catch (problem) {
        if (problem.code !== "ENOENT") throw problem;
      }
    }
  } finally {
    rmSync(SETTINGS);
  }
  throw new Error(
    "openssl is not on this machine, and it makes the certificate. Git for Windows brings it along.",
  );
}

/** How a person makes this machine trust the certificate, and not any longer. */
function trust() {
  switch (process.platform) {
    case "win32":
      return [`certutil -user -addstore Root "${CERTIFICATE}"`, "certutil -user -delstore Root localhost"];
    case "darwin":
      return [
        `security add-trusted-cert -r trustRoot -p ssl -k ~/Library/Keychains/login.keychain-db "${CERTIFICATE}"`,
        `security remove-trusted-cert "${CERTIFICATE}"`,
      ];
    default:
      return undefined;
  }
}

/** Key and certificate, made where they are missing or soon too old; `remark` is told what is to be done about a new one. */
export function certificate(remark) {
  if (!isGood()) {
    make();
    const [command, undo] = trust() ?? [];
    remark(`A certificate for https://localhost was made: ${CERTIFICATE}`);
    if (command) {
      remark("Excel shows the pane once this machine trusts it. You decide: to trust it, run");
      remark(`  ${command}`);
      remark("and when you no longer develop here");
      remark(`  ${undo}`);
    } else remark("A browser asks whether to trust it; there is no Excel on this kind of machine.");
  }
  return { key: readFileSync(KEY), cert: readFileSync(CERTIFICATE) };
}
