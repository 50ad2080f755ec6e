/** Whether a host says which port it is for, or begins like any. */
const isOpenAtItsEnd = (host: string): boolean => host.endsWith("*") || /:\d+$/.test(host);

const isAddress = (host: string): boolean => /^[\d.]+$|\]$/.test(host);

/**
 * All texts by which a client can call a host. The host is compared with the header as it is, and Envoy
 * sends `web:8443` and `web.` to the routes of `web`; Istio's own words allow `*` at one end only, so a
 * suffix cannot be had with any port.
 */
export function hostForms(host: string): string[] {
  if (host === "*" || isOpenAtItsEnd(host)) {
    return [host];
  }
  if (isAddress(host)) {
    return [host, `${host}:*`];
  }
  const name = host.replace(/\.$/, "");
  return host.startsWith("*") ? [name, `${name}.`] : [name, `${name}:*`, `${name}.`, `${name}.:*`];
}
