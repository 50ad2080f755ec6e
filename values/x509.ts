import { pemBlocks } from "./pem";

/** What is read of a certificate. */
export interface Certificate {
  notBefore: Date;
  notAfter: Date;
  /** Host names that it is valid for. */
  dnsNames: readonly string[];
}

interface Item {
  tag: number;
  body: Uint8Array;
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

function lengthAt(bytes: Uint8Array, at: number): { length: number; start: number } {
  const first = bytes[at] ?? 0;
  if (first < 0x80) {
    return { length: first, start: at + 1 };
  }
  const size = first & 0x7f;
  let length = 0;
  for (const byte of bytes.subarray(at + 1, at + 1 + size)) {
    length = length * 256 + byte;
  }
  return { length, start: at + 1 + size };
}

/** The items of a DER sequence; throws where it ends too early. */
function items(bytes: Uint8Array): Item[] {
  const found: Item[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at] ?? 0;
    const { length, start } = lengthAt(bytes, at + 1);
    if (start + length > bytes.length) {
      throw new RangeError("the certificate is cut off");
    }
    found.push({ tag, body: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Years of two digits are those from 1950 to 2049. */
function timeOf({ tag, body }: Item): Date {
  const text = ascii(body);
  const short = tag === Tag.UtcTime;
  const full = short ? `${Number(text.slice(0, 2)) < 50 ? "20" : "19"}${text}` : text;
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full) ?? [];
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function namesIn(extensions: Item | undefined): string[] {
  const [list] = extensions ? items(extensions.body) : [];
  for (const extension of list ? items(list.body) : []) {
    const parts = items(extension.body);
    const value = parts.find(({ tag }) => tag === Tag.Octets);
    if (value && parts[0] && ascii(parts[0].body) === alternativeNames) {
      const [names] = items(value.body);
      return (names ? items(names.body) : [])
        .filter(({ tag }) => tag === Tag.DnsName)
        .map(({ body }) => ascii(body));
    }
  }
  return [];
}

function parsed(der: Uint8Array): Certificate | undefined {
  const [outer] = items(der);
  const [signed] = outer?.tag === Tag.Sequence ? items(outer.body) : [];
  const parts = signed ? items(signed.body).filter(({ tag }) => tag !== Tag.Version) : [];
  // Number, signature, issuer, validity, subject, key, then what is optional.
  const [from, to] = parts[3]?.tag === Tag.Sequence ? items(parts[3].body) : [];
  if (!from || !to) {
    return undefined;
  }
  const [notBefore, notAfter] = [timeOf(from), timeOf(to)];
  const dnsNames = namesIn(parts.find(({ tag }) => tag === Tag.Extensions));
  return Number.isNaN(notBefore.getTime()) || Number.isNaN(notAfter.getTime())
    ? undefined
    : { notBefore, notAfter, dnsNames };
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
    const base64 = block.text.replace(/-----[^-]+-----/g, "").replace(/\s/g, "");
    return parsed(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
