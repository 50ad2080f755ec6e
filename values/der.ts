/** A part of a DER encoding. */
export interface DerItem {
  tag: number;
  body: Uint8Array;
}

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
export function derItems(bytes: Uint8Array): DerItem[] {
  const found: DerItem[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at] ?? 0;
    const { length, start } = lengthAt(bytes, at + 1);
    if (start + length > bytes.length) {
      throw new RangeError("the encoding is cut off");
    }
    found.push({ tag, body: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}
