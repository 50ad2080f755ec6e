import { isRecord } from "../../../analysis/objects/fits";
import type { Test } from "../../../arguments/predicates";

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Whether a key set holds public keys alone. What else may be wrong with it is found with the object.
 * The value is never shown: it may be a secret.
 */
export const publicKeys: Test<string> = (value) => {
  const set = parsed(value);
  const keys: unknown[] = isRecord(set) && Array.isArray(set.keys) ? set.keys : [set];
  if (keys.length === 0) {
    return "has no key in it, so that every token of the issuer would be refused";
  }
  const index = keys.findIndex((key) => isRecord(key) && (key.kty === "oct" || "d" in key));
  return index === -1
    ? undefined
    : `key ${index} of "keys" is a private one; tokens are checked with public keys, and everybody who reads the object would be able to sign`;
};
