import {
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  X509Certificate,
} from "node:crypto";

/** A certificate and its private key, as PEM text. */
export interface KeyAndCertificate {
  certificate: string;
  privateKey: string;
}

export interface CertificateOptions {
  commonName: string;
  dnsNames?: string[];
  /** Whether it may sign others. */
  ca?: boolean;
  /** Who signs; itself when there is none. */
  issuer?: KeyAndCertificate;
  notBefore?: Date;
  notAfter?: Date;
  keyType?: "rsa" | "ec" | "ed25519";
}

// Node reads certificates and does not write them, so the little of DER that one needs is here.
const tagged = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const size = body.length.toString(16);
  const bytes = Buffer.from(size.length % 2 ? `0${size}` : size, "hex");
  const length =
    body.length < 0x80
      ? Buffer.from([body.length])
      : Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
};
const sequence = (...parts: Buffer[]) => tagged(0x30, ...parts);
const integer = (value: Buffer) =>
  tagged(0x02, (value[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), value]) : value);
const octets = (value: Buffer) => tagged(0x04, value);
const bits = (value: Buffer) => tagged(0x03, Buffer.from([0]), value);
const text = (value: string) => tagged(0x0c, Buffer.from(value));
const yes = tagged(0x01, Buffer.from([0xff]));
const time = (value: Date) =>
  tagged(0x18, Buffer.from(`${value.toISOString().replace(/[-:T]|\.\d+/g, "")}`));

function base128(arc: number): number[] {
  const out = [arc & 0x7f];
  for (let rest = arc >> 7; rest > 0; rest >>= 7) {
    out.unshift((rest & 0x7f) | 0x80);
  }
  return out;
}
const oid = (dotted: string) => {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
};

const nameOf = (commonName: string) =>
  sequence(tagged(0x31, sequence(oid("2.5.4.3"), text(commonName))));

const extension = (id: string, critical: boolean, value: Buffer) =>
  sequence(oid(id), ...(critical ? [yes] : []), octets(value));

function extensions({ ca = false, dnsNames = [] }: CertificateOptions): Buffer {
  // Either may sign certificates and revocation lists, or hand-shakes.
  const usage = ca ? [0x01, 0x06] : [0x05, 0xa0];
  const parts = [
    extension("2.5.29.19", true, sequence(...(ca ? [yes] : []))),
    extension("2.5.29.15", true, tagged(0x03, Buffer.from(usage))),
  ];
  if (dnsNames.length > 0) {
    const names = dnsNames.map((name) => tagged(0x82, Buffer.from(name)));
    parts.push(extension("2.5.29.17", false, sequence(...names)));
  }
  return tagged(0xa3, sequence(...parts));
}

const signatureOf = (key: KeyObject) => {
  const ids: Record<string, Buffer> = {
    ec: sequence(oid("1.2.840.10045.4.3.2")),
    rsa: sequence(oid("1.2.840.113549.1.1.11"), tagged(0x05)),
    ed25519: sequence(oid("1.3.101.112")),
  };
  const id = ids[key.asymmetricKeyType ?? ""];
  if (!id) {
    throw new Error(`no signature with ${key.asymmetricKeyType}`);
  }
  const hash = key.asymmetricKeyType === "ed25519" ? undefined : "sha256";
  return { id, over: (data: Buffer) => sign(hash, data, key) };
};

function newKey(type: CertificateOptions["keyType"]) {
  if (type === "rsa") {
    return generateKeyPairSync("rsa", { modulusLength: 2048 });
  }
  return type === "ed25519"
    ? generateKeyPairSync("ed25519")
    : generateKeyPairSync("ec", { namedCurve: "P-256" });
}

const day = 24 * 3600 * 1000;

/** Makes a key and a certificate for it. Nothing of it is kept: every run has its own. */
export function newCertificate(options: CertificateOptions): KeyAndCertificate {
  const { commonName, issuer, keyType } = options;
  const { notBefore = new Date(Date.now() - day), notAfter = new Date(Date.now() + 90 * day) } =
    options;
  const { publicKey, privateKey } = newKey(keyType);
  const signer = issuer ? createPrivateKey(issuer.privateKey) : privateKey;
  const signature = signatureOf(signer);
  const issuerName = issuer
    ? new X509Certificate(issuer.certificate).subject.replace(/^CN=/, "")
    : commonName;
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    signature.id,
    nameOf(issuerName),
    sequence(time(notBefore), time(notAfter)),
    nameOf(commonName),
    publicKey.export({ type: "spki", format: "der" }),
    extensions(options),
  );
  const der = sequence(body, signature.id, bits(signature.over(body)));
  return {
    certificate: new X509Certificate(der).toString(),
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}
