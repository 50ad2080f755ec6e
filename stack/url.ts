/** Address of the page as a browser takes it; nothing while the gateway has no address of its own. */
export function productPageUrl(
  host: string | undefined,
  address: string | undefined,
): string | undefined {
  if (host !== undefined && !host.startsWith("*")) {
    return `http://${host}/productpage`;
  }
  if (address === undefined) {
    return undefined;
  }
  return `http://${address.includes(":") ? `[${address}]` : address}/productpage`;
}
