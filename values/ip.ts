import { isIPv4, isIPv6 } from "node:net";

/** Whether a text is an IP address as Go reads it: an IPv6 address may name a zone. */
export function isIpAddress(text: string): boolean {
  if (isIPv4(text)) {
    return true;
  }
  const zone = text.indexOf("%");
  return zone === -1 ? isIPv6(text) : zone < text.length - 1 && isIPv6(text.slice(0, zone));
}

/** Whether a text is an address range such as `10.0.0.0/8`. Bits of the host may be set. */
export function isCidr(text: string): boolean {
  const slash = text.lastIndexOf("/");
  if (slash === -1) {
    return false;
  }
  const address = text.slice(0, slash);
  const length = text.slice(slash + 1);
  if (!/^(0|[1-9]\d{0,2})$/.test(length) || address.includes("%")) {
    return false;
  }
  return isIPv4(address) ? Number(length) <= 32 : isIPv6(address) && Number(length) <= 128;
}

/** Whether a text is an IP address or a range of them. */
export const isIpOrCidr = (text: string): boolean =>
  text.includes("/") ? isCidr(text) : isIpAddress(text);

/** An IP address. */
export const addressProblem = (text: string): string | undefined =>
  isIpAddress(text) ? undefined : "is not an IP address";

/** A range of IP addresses. */
export const rangeProblem = (text: string): string | undefined =>
  isCidr(text) ? undefined : 'is not a range of addresses; write for example "10.0.0.0/8"';

/** An IP address or a range of them. */
export const addressOrRangeProblem = (text: string): string | undefined =>
  isIpOrCidr(text) ? undefined : 'is not an IP address or a range such as "10.0.0.0/8"';
