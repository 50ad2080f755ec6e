/** An address of a block: its first one. */
export const addressIn = (block: string): string => block.split("/")[0] ?? block;

const elsewhere = ["198.51.100.7", "203.0.113.7", "192.0.2.7", "2001:db8::7"];

/** An address that is hardly in any of these blocks: one that is kept for examples. */
export function addressOutside(blocks: readonly string[]): string {
  const beginning = (address: string) => address.split(".").slice(0, 2).join(".");
  return (
    elsewhere.find((one) => blocks.every((block) => beginning(block) !== beginning(one))) ??
    "2001:db8::7"
  );
}
