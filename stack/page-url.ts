/** Address of a page as a browser takes it; nothing while the gateway has no address of its own. */
export function pageUrl(
  { host, credentialName }: { host?: string; credentialName?: string },
  address: string | undefined,
  path: string,
): string | undefined {
  const scheme = credentialName === undefined ? "http" : "https";
  if (host !== undefined && !host.startsWith("*")) {
    return `${scheme}://${host}${path}`;
  }
  if (address === undefined) {
    return undefined;
  }
  return `${scheme}://${address.includes(":") ? `[${address}]` : address}${path}`;
}
