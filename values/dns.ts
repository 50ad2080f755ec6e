import { didYouMean } from "./closest";

const label = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const longestName = 253;

/** Names of Services, namespaces and subsets. */
export function dnsLabelProblem(text: string): string | undefined {
  if (label.test(text)) {
    return undefined;
  }
  const lower = text.toLowerCase();
  const hint = label.test(lower) ? didYouMean(text, [lower]) : "";
  return `is not a DNS label (1 to 63 of a-z, 0-9 and "-", no "-" at the ends)${hint}`;
}

/** Names of most other objects: DNS labels joined by dots. */
export const dnsNameProblem = (text: string): string | undefined =>
  text.length <= longestName && text.split(".").every((part) => label.test(part))
    ? undefined
    : `is not a DNS name (a-z, 0-9, "-" and ".", at most ${longestName} characters)`;

const anyPart = "*.";

/** Hosts of gateways and routes: a DNS name, `*`, or `*.` in front of a DNS name. */
export const hostProblem = (text: string): string | undefined =>
  text === "*" || !dnsNameProblem(text.startsWith(anyPart) ? text.slice(anyPart.length) : text)
    ? undefined
    : 'is not a host name; allowed: a DNS name such as "shop.example.com", "*.example.com" or "*"';
