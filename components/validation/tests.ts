import { plainDurationProblem } from "../../values/duration";
import { shown } from "./shown";

/** Says why a value cannot work and what would, or nothing when it can. */
export type Test<T> = (value: T) => string | undefined;

/** A test of texts by their grammar, which says what is wrong without the value. */
export const textTest =
  (problemOf: (text: string) => string | undefined): Test<string> =>
  (value) => {
    const problem = typeof value === "string" ? problemOf(value) : "is not a text";
    return problem && `${shown(value)} ${problem}`;
  };

const label = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Names of Services, namespaces and subsets. */
export const dnsLabel: Test<string> = (value) => {
  if (typeof value === "string" && label.test(value)) {
    return undefined;
  }
  const lower = String(value).toLowerCase();
  const hint = lower !== value && label.test(lower) ? `; did you mean ${shown(lower)}?` : "";
  return `${shown(value)} is not a DNS label (1 to 63 of a-z, 0-9 and "-", no "-" at the ends)${hint}`;
};

/** Names of most other objects: DNS labels joined by dots. */
export const dnsName: Test<string> = (value) =>
  typeof value === "string" &&
  value.length <= 253 &&
  value.split(".").every((part) => label.test(part))
    ? undefined
    : `${shown(value)} is not a DNS name (a-z, 0-9, "-" and ".", at most 253 characters)`;

/** Hosts of gateways and routes: a DNS name, `*`, or `*.` in front of a DNS name. */
export const host: Test<string> = (value) =>
  value === "*" || (typeof value === "string" && !dnsName(value.replace(/^\*\./, "")))
    ? undefined
    : `${shown(value)} is not a host name; allowed: a DNS name such as "shop.example.com", "*.example.com" or "*"`;

/** Path of a request, as far as a route may match on it. */
export const requestPath: Test<string> = (value) =>
  typeof value === "string" && /^\/[^?#\s]*$/.test(value)
    ? undefined
    : `${shown(value)} is not a request path; it starts with "/" and has no "?", "#" or space`;

/** Time in Istio's notation. Istio refuses less than a millisecond. */
export const duration = textTest(plainDurationProblem);

/** Whole number between two bounds, both included. */
export const integer =
  (min: number, max = Number.MAX_SAFE_INTEGER): Test<number> =>
  (value) => {
    if (Number.isInteger(value) && value >= min && value <= max) {
      return undefined;
    }
    const range =
      max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `between ${min} and ${max}`;
    return `${shown(value)} is not a whole number ${range}`;
  };

export const port = integer(1, 65535);

const labelName = /^[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?$/;

/** Key of a label or an annotation: a name with an optional DNS prefix. */
export const metadataKey: Test<string> = (value) => {
  const [name = "", prefix, ...rest] = value.split("/").reverse();
  const valid =
    labelName.test(name) && rest.length === 0 && (prefix === undefined || !dnsName(prefix));
  return valid
    ? undefined
    : `${shown(value)} is not a valid key; write "name" or "example.com/name"`;
};

export const labelValue: Test<string> = (value) =>
  value === "" || (typeof value === "string" && labelName.test(value))
    ? undefined
    : `${shown(value)} is not a label value (at most 63 of letters, digits, "-", "_" and ".")`;
