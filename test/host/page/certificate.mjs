/**
 * A certificate for localhost that this process signs itself. Office.js trusts a host over https alone; nothing of it is kept.
 * The few pieces of ASN.1 that it takes are written here, because Node makes keys and no certificates.
 */
import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT = 0x06;
const UTF8 = 0x0c;
const UTC_TIME = 0x17;

const ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
const COMMON_NAME = "2.5.4.3";
const ALTERNATIVE_NAMES = "2.5.29.17";

const DAY = 86_400_000;

/** Key and certificate as PEM, good for a week. */
export function localCertificate() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const algorithm = piece(SEQUENCE, object(ECDSA_WITH_SHA256));
  const name = piece(
    SEQUENCE,
    piece(SET, piece(SEQUENCE, object(COMMON_NAME), piece(UTF8, Buffer.from("localhost")))),
  );
  const validity = piece(SEQUENCE, time(new Date(Date.now() - DAY)), time(new Date(Date.now() + 7 * DAY)));
  // [2] is a name of the network, [7] an address.
  const names = piece(
    SEQUENCE,
    piece(0x82, Buffer.from("localhost")),
    piece(0x87, Buffer.from([127, 0, 0, 1])),
  );
  const extensions = piece(
    0xa3,
    piece(SEQUENCE, piece(SEQUENCE, object(ALTERNATIVE_NAMES), piece(OCTET_STRING, names))),
  );
  const content = piece(
    SEQUENCE,
    piece(0xa0, piece(INTEGER, Buffer.from([2]))),
    piece(INTEGER, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: "spki", format: "der" }),
    extensions,
  );
  const signature = createSign("sha256").update(content).sign(privateKey);
  const certificate = piece(
    SEQUENCE,
    content,
    algorithm,
    piece(BIT_STRING, Buffer.concat([Buffer.from([0]), signature])),
  );
  const lines = certificate.toString("base64").replace(/.{64}/g, "$&\n").trimEnd();
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

function piece(tag, ...parts) {
  const content = Buffer.concat(parts);
  const size = [];
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) size.unshift(rest % 256);
  const length = content.length < 128 ? [content.length] : [0x80 + size.length, ...size];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function object(dotted) {
  const [first = 0, second = 0, ...others] = dotted.split(".").map(Number);
  const bytes = [first * 40 + second];
  for (const number of others) {
    const part = [number % 128];
    for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128))
      part.unshift(128 + (rest % 128));
    bytes.push(...part);
  }
  return piece(OBJECT, Buffer.from(bytes));
}

function time(date) {
  const digits = date.toISOString().replace(/[-:T]|\.\d+/g, "");
  return piece(UTC_TIME, Buffer.from(digits.slice(2)));
}
