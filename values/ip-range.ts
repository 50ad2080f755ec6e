import { isIPv4 } from "node:net";
import { isIpOrCidr } from "./ip";

const bitsOf = (ipv4: boolean): number => (ipv4 ? 32 : 128);

const ofBytes = (parts: readonly string[]): bigint =>
  parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);

/** Groups of an IPv6 address; an IPv4 address at its end is two of them. */
function groupsOf(text: string): bigint[] {
  return text === ""
    ? []
    : text.split(":").flatMap((group) => {
        const value = isIPv4(group) ? ofBytes(group.split(".")) : BigInt(`0x${group}`);
        return isIPv4(group) ? [value >> 16n, value & 0xffffn] : [value];
      });
}

function ofGroups(text: string): bigint {
  const [before = "", after] = text.split("::");
  const head = groupsOf(before);
  const tail = after === undefined ? [] : groupsOf(after);
  const all = [...head, ...Array<bigint>(8 - head.length - tail.length).fill(0n), ...tail];
  return all.reduce((sum, group) => (sum << 16n) + group, 0n);
}

/** An address as a number. */
const numberOf = (address: string): bigint =>
  isIPv4(address) ? ofBytes(address.split(".")) : ofGroups(address.split("%")[0] ?? "");

const parts = (range: string): [address: string, length: number] => {
  const [address = "", length] = range.split("/");
  return [address, length === undefined ? bitsOf(isIPv4(address)) : Number(length)];
};

/** Whether a range of addresses, or an address alone, has all addresses of its kind. */
export const isEveryAddress = (range: string): boolean => parts(range)[1] === 0;

/** Whether a range of addresses, or an address alone, takes an address. Bits of the host count for nothing. */
export function fitsRange(range: string, address: string): boolean {
  const [start, length] = parts(range);
  if (isIPv4(start) !== isIPv4(address)) {
    return false;
  }
  const rest = BigInt(bitsOf(isIPv4(start)) - length);
  return numberOf(start) >> rest === numberOf(address) >> rest;
}

const asIPv4 = (value: bigint): string =>
  [24n, 16n, 8n, 0n].map((bits) => `${(value >> bits) & 0xffn}`).join(".");

const asIPv6 = (value: bigint): string =>
  [112n, 96n, 80n, 64n, 48n, 32n, 16n, 0n]
    .map((bits) => ((value >> bits) & 0xffffn).toString(16))
    .join(":");

/** The last address of a range. */
export function lastOf(range: string): string {
  const [start, length] = parts(range);
  const ipv4 = isIPv4(start);
  const rest = (1n << BigInt(bitsOf(ipv4) - length)) - 1n;
  return (ipv4 ? asIPv4 : asIPv6)(numberOf(start) | rest);
}

/** How many bits a range of addresses fixes: of two that take an address, the longer is the narrower one. */
export const fixedBits = (range: string): number => parts(range)[1];

/** Ranges whose addresses are those of a network of one's own, or of no network. */
const ownRanges: readonly string[] = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "::/8",
  "fc00::/7",
  "fe80::/10",
];

/** Whether a range, or an address alone, has addresses of the internet only. */
export const isPublicRange = (range: string): boolean => {
  const [address, length] = parts(range);
  return (
    isIpOrCidr(range) &&
    !ownRanges.some(
      (own) =>
        fitsRange(own, address) || (length < fixedBits(own) && fitsRange(range, parts(own)[0])),
    )
  );
};
