import { type DerItem, derItems } from "./der";
import { pemBlocks, pemBytes } from "./pem";

/** What is read of a certificate. */
export interface Certificate {
  notBefore: Date;
  notAfter: Date;
  /** Host names that it is valid for. */
  dnsNames: readonly string[];
  /** Its public key, as DER without the outermost head: the algorithm, and the key itself. */
  publicKey: Uint8Array;
}

const Tag = {
  Octets: 0x04,
  UtcTime: 0x17,
  Sequence: 0x30,
  DnsName: 0x82,
  Version: 0xa0,
  Extensions: 0xa3,
} as const;
/** 2.5.29.17, the names that a certificate is for. */
const alternativeNames = String.fromCharCode(0x55, 0x1d, 0x11);

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Years of two digits are those from 1950 to 2049. */
function timeOf({ tag, body }: DerItem): Date {
  const text = ascii(body);
  const short = tag === Tag.UtcTime;
  const full = short ? `${Number(text.slice(0, 2)) < 50 ? "20" : "19"}${text}` : text;
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full) ?? [];
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function namesIn(extensions: DerItem | undefined): string[] {
  const [list] = extensions ? derItems(extensions.body) : [];
  for (const extension of list ? derItems(list.body) : []) {
    const parts = derItems(extension.body);
    const value = parts.find(({ tag }) => tag === Tag.Octets);
    if (value && parts[0] && ascii(parts[0].body) === alternativeNames) {
      const [names] = derItems(value.body);
      return (names ? derItems(names.body) : [])
        .filter(({ tag }) => tag === Tag.DnsName)
        .map(({ body }) => ascii(body));
    }
  }
  return [];
}

function parsed(der: Uint8Array): Certificate | undefined {
  const [outer] = derItems(der);
  const [signed] = outer?.tag === Tag.Sequence ? derItems(outer.body) : [];
  const parts = signed ? derItems(signed.body).filter(({ tag }) => tag !== Tag.Version) : [];
  // Number, signature, issuer, validity, subject, key, then what is optional.
  const [from, to] = parts[3]?.tag === Tag.Sequence ? derItems(parts[3].body) : [];
  if (!from || !to) {
    return undefined;
  }
  const [notBefore, notAfter] = [timeOf(from), timeOf(to)];
  const dnsNames = namesIn(parts.find(({ tag }) => tag === Tag.Extensions));
  return Number.isNaN(notBefore.getTime()) || Number.isNaN(notAfter.getTime())
    ? undefined
    : { notBefore, notAfter, dnsNames, publicKey: parts[5]?.body ?? new Uint8Array() };
}

/**
 * The first certificate of a PEM text; nothing where there is none that can be read. Reads DER itself, as
 * a browser has no reader of certificates.
 */
export function certificateOf(pem: string): Certificate | undefined {
  const block = pemBlocks(pem)[0];
  if (block?.label !== "CERTIFICATE") {
    return undefined;
  }
  try {
    return parsed(pemBytes(block));
  } catch {
    return undefined;
  }
}
