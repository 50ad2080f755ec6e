import type { Mesh } from "../mesh";

/** The Service that a URL leads to from anywhere in the cluster: its full name, and the port of it. */
export interface ServiceAddress {
  readonly host: string;
  readonly port: number;
}

/** The Service that a URL names with its namespace; nothing for a host outside, or none that is known. */
export function serviceAt(uri: string, mesh: Mesh): ServiceAddress | undefined {
  if (!URL.canParse(uri)) {
    return undefined;
  }
  const { hostname, port, protocol } = new URL(uri);
  const [name = "", namespace, svc] = hostname.split(".");
  if (namespace === undefined || (svc === undefined && !mesh.namespaces.has(namespace))) {
    return undefined;
  }
  const host = mesh.fullName(name, namespace);
  const usual = protocol === "https:" ? 443 : 80;
  return host === hostname || host.startsWith(`${hostname}.`)
    ? { host, port: port === "" ? usual : Number(port) }
    : undefined;
}
