import { type DerItem, derItems } from "./der";
import { pemBlocks, pemBytes } from "./pem";
import type { Certificate } from "./x509";

const Tag = { Integer: 0x02, Octets: 0x04, Sequence: 0x30, PublicKey: 0xa1 } as const;

/** What a public key can be told by: the modulus of RSA, or the point of a curve. */
interface KeyMark {
  kind: "RSA" | "EC";
  bytes: Uint8Array;
}

/** A bit string begins with how many bits of its last byte are none of it. */
const bitsOf = (item: DerItem | undefined): Uint8Array =>
  (item?.body ?? new Uint8Array()).subarray(1);

/** 1.2.840.113549.1.1.1 and 1.2.840.10045.2.1, the algorithms whose keys are compared. */
const algorithms: Readonly<Record<string, KeyMark["kind"]>> = {
  "42.134.72.134.247.13.1.1.1": "RSA",
  "42.134.72.206.61.2.1": "EC",
};

function publicMark(publicKey: Uint8Array): KeyMark | undefined {
  const [algorithm, key] = derItems(publicKey);
  const [name] = algorithm ? derItems(algorithm.body) : [];
  const kind = algorithms[(name?.body ?? []).join(".")];
  if (kind === undefined) {
    return undefined;
  }
  const [inner] = kind === "RSA" ? derItems(bitsOf(key)) : [];
  const [modulus] = inner ? derItems(inner.body) : [];
  return { kind, bytes: kind === "RSA" ? (modulus?.body ?? new Uint8Array()) : bitsOf(key) };
}

/** What a private key says of its public one; a key of a curve need not say it. */
function privateMark(der: Uint8Array): KeyMark | undefined {
  const [outer] = derItems(der);
  const [, second, third, ...more] = outer?.tag === Tag.Sequence ? derItems(outer.body) : [];
  switch (second?.tag) {
    case Tag.Sequence:
      // PKCS #8 has the key of the algorithm within.
      return third?.tag === Tag.Octets && third.body[0] === Tag.Sequence
        ? privateMark(third.body)
        : undefined;
    case Tag.Integer:
      return { kind: "RSA", bytes: second.body };
    case Tag.Octets: {
      const parts = third === undefined ? more : [third, ...more];
      const own = parts.find(({ tag }) => tag === Tag.PublicKey);
      return own && { kind: "EC", bytes: bitsOf(derItems(own.body)[0]) };
    }
    default:
      return undefined;
  }
}

const isSame = (one: KeyMark, other: KeyMark): boolean =>
  one.kind === other.kind && one.bytes.join() === other.bytes.join();

/**
 * Whether a private key in PEM is clearly that of another certificate. Nothing is clear where the key does not
 * say its public one, as one of Ed25519 does not, or cannot be read.
 */
export function isKeyOfAnother({ publicKey }: Certificate, pem: string): boolean {
  const block = pemBlocks(pem).find(({ label }) => label.endsWith("PRIVATE KEY"));
  if (block === undefined) {
    return false;
  }
  try {
    const [own, other] = [publicMark(publicKey), privateMark(pemBytes(block))];
    return own !== undefined && other !== undefined && !isSame(own, other);
  } catch {
    return false;
  }
}
