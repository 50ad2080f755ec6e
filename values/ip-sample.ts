import { fitsRange, lastOf } from "./ip-range";

/** The addresses at both ends of a block: of two blocks, one within the other, they tell what only one has. */
export const addressesIn = (block: string): readonly [first: string, last: string] => [
  block.split("/")[0] ?? block,
  lastOf(block),
];

/** Addresses that are kept for examples, and some that are hardly ever named together with them. */
const elsewhere = [
  "198.51.100.7",
  "203.0.113.7",
  "192.0.2.7",
  "10.251.13.7",
  "172.29.13.7",
  "100.115.13.7",
  "2001:db8::7",
  "fd00:5ec2::7",
];

/** An address that is in none of these blocks; nothing where they leave none of those that are known here. */
export const addressOutside = (blocks: readonly string[]): string | undefined =>
  elsewhere.find((one) => blocks.every((block) => !fitsRange(block, one)));
