const blocks = /-----BEGIN ([A-Z0-9 ]+)-----[^-]+-----END \1-----/g;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** A part of a PEM text, and what it says that it is. */
export interface PemBlock {
  label: string;
  text: string;
}

/** All parts of a PEM text in their order; what stands between them is left out. */
export const pemBlocks = (pem: string): PemBlock[] =>
  [...pem.matchAll(blocks)].map(([text, label = ""]) => ({ label, text }));

/** What a part of a PEM text encodes; throws where it is no base64. */
export function pemBytes({ text }: PemBlock): Uint8Array {
  const base64 = text.replace(/-----[^-]+-----/g, "").replace(/\s/g, "");
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

const boundary = /-----(?:BEGIN|END) /;
const ownLine = /^-----(?:BEGIN|END) [A-Z0-9 ]+-----\s*$/;

/**
 * Whether something else stands in the line of a beginning or an end, such as spaces or a byte order mark
 * before it, or the next block behind it: others read on where proxies and istiod see no block.
 */
export const sharesLines = (pem: string): boolean =>
  pem.split("\n").some((line) => boundary.test(line) && !ownLine.test(line));

/** Whether a private key of any kind begins somewhere in a text, encrypted or not. */
export const hasPrivateKey = (pem: string): boolean => privateKey.test(pem);
