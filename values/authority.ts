const port = /:\d+$/;
const address = /^[\d.]+$|\]$/;
const url = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/:?#]+?)\.?(?::\d+)?(?:[/?#].*)?$/i;

/** Whether a host, as clients name it in the Host header, has a port behind it. */
export const hasPort = (authority: string): boolean => port.test(authority);

/** A host as clients name it, without its port if it has one. */
export const withoutPort = (authority: string): string => authority.replace(port, "");

/** The same without a dot at its end, in small letters: the name by which Envoy looks for a host. */
export const hostWithoutPort = (authority: string): string => {
  const host = withoutPort(authority).toLowerCase();
  return host.endsWith(".") ? host.slice(0, -1) : host;
};

/**
 * All texts by which a client can call a host. The host is compared with the header as it is, and Envoy
 * sends `web:8443` and `web.` to the routes of `web`; Istio's own words allow `*` at one end only, so a
 * suffix cannot be had with any port.
 */
export function authorityForms(host: string): string[] {
  if (host === "*" || host.endsWith("*") || hasPort(host)) {
    return [host];
  }
  if (address.test(host)) {
    return [host, `${host}:*`];
  }
  const name = host.endsWith(".") ? host.slice(0, -1) : host;
  return host.startsWith("*") ? [name, `${name}.`] : [name, `${name}:*`, `${name}.`, `${name}.:*`];
}

/** The host that a URL, or a host with a port or a dot at the end, is about, in small letters. */
export const hostIn = (text: string): string => (url.exec(text)?.[1] ?? "").toLowerCase();
