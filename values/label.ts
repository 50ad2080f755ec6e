import { dnsNameProblem } from "./dns";

const part = "[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?";
const qualified = "(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
const keyForm = new RegExp(`^(?:(${part}(?:\\.${part})*)/)?(${qualified})$`);
const valueForm = new RegExp(`^(?:${qualified})?$`);
const longestPrefix = 253;
const longestName = 63;

const badKey = 'is not a valid key; write "name" or "example.com/name"';
const badValue = `is not a label value (at most ${longestName} of letters, digits, "-", "_" and ".")`;

/** Key of a label as istiod takes it. */
export function labelKeyProblem(key: string): string | undefined {
  const [, prefix = "", name] = keyForm.exec(key) ?? [];
  return name !== undefined && prefix.length <= longestPrefix && name.length <= longestName
    ? undefined
    : badKey;
}

/** Key of a label or an annotation as the API server takes it: a name with an optional DNS prefix. */
export function metadataKeyProblem(key: string): string | undefined {
  const slash = key.indexOf("/");
  const hasBadPrefix = slash > 0 && dnsNameProblem(key.slice(0, slash)) !== undefined;
  return labelKeyProblem(key) ?? (hasBadPrefix ? badKey : undefined);
}

/** Value of a label as istiod takes it, which sets no limit to its length. */
export const labelValueProblem = (value: string): string | undefined =>
  valueForm.test(value) ? undefined : badValue;

/** Value of a label as the API server takes it. */
export const metadataValueProblem = (value: string): string | undefined =>
  value.length > longestName ? badValue : labelValueProblem(value);
