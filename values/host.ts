import { isIpAddress } from "./ip";

const label = /^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/;
const wildcardLabel = /^(?:\*|(?:\*|\*-)?[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?)$/;
const longestLabel = 63;
const longestName = 255;

/** Whether a text is one part of a host name, as istiod reads it: capital letters are allowed. */
export const isLabel = (value: string): boolean =>
  value.length <= longestLabel && label.test(value);

const isWildcardLabel = (value: string): boolean =>
  value.length <= longestLabel && wildcardLabel.test(value);

/** One part of a host name: also the name of a subset, a port or a namespace. */
export const labelProblem = (value: string): string | undefined =>
  isLabel(value)
    ? undefined
    : 'is not a DNS label (1 to 63 of a-z, A-Z, 0-9 and "-", no "-" at the ends)';

function lengthProblem(name: string): string | undefined {
  if (name === "") {
    return "a host name is expected";
  }
  return name.length > longestName
    ? `a host name has at most ${longestName} characters`
    : undefined;
}

const labelsProblem = (name: string): string | undefined => {
  const parts = name.split(".");
  const last = parts.at(-1) ?? "";
  if (/^\d+$/.test(last)) {
    return "the last part of a host name is not a number";
  }
  // A dot at the end makes a name absolute, as in "istio.io.".
  const labels = last === "" ? parts.slice(0, -1) : parts;
  const wrong = labels.find((part) => !isLabel(part));
  return wrong === undefined ? undefined : `"${wrong}" is no part of a host name`;
};

/** A host name without wildcards. */
export const nameProblem = (name: string): string | undefined =>
  lengthProblem(name) ?? labelsProblem(name);

/**
 * A host as the end of an object's name. Objects for hosts are called by them and not by their places: with
 * a number, one that comes first would hand its object on to the next, which is without it for a moment.
 */
export const hostInName = (host: string): string =>
  host.toLowerCase().replace("*", "any").replace(/\.$/, "");

/** A host name whose first part may be a wildcard, or begin with one. */
export function wildcardNameProblem(name: string): string | undefined {
  const length = lengthProblem(name);
  if (length !== undefined) {
    return length;
  }
  const dot = name.indexOf(".");
  const first = dot < 0 ? name : name.slice(0, dot);
  if (!isWildcardLabel(first)) {
    return `"${first}" is no part of a host name`;
  }
  return dot < 0 ? undefined : labelsProblem(name.slice(dot + 1));
}

/** The name of another cluster's Service behind an AUTO_PASSTHROUGH gateway. */
function passthroughNameProblem(name: string): string | undefined {
  const parts = name.split("_");
  const port = /[0-9]/.test(parts[1] ?? "");
  const host = /[a-zA-Z]/.test(parts[3] ?? "");
  return parts.length >= 4 && port && host
    ? undefined
    : "a name that begins with outbound_ has the form outbound_.<port>_._.<host>";
}

const passthroughName = /^outbound_\.(\d+)_\.([^_]*)_\.(.+)$/;

/** What the server name of mutual TLS between clusters says: whom it is for. */
export function passedTo(
  name: string,
): { readonly port: number; readonly subset: string; readonly host: string } | undefined {
  const [, port, subset = "", host] = passthroughName.exec(name) ?? [];
  return host === undefined ? undefined : { port: Number(port), subset, host };
}

/** A host of routes behind gateways; `sni` when the routes go by the name in TLS. */
export const gatewayRouteNameProblem = (name: string, sni: boolean): string | undefined =>
  lengthProblem(name) ??
  (sni && name.startsWith("outbound_") ? passthroughNameProblem(name) : wildcardNameProblem(name));

/** A host name that is no short name and no partial wildcard; for gateways and sidecars. */
export function fullNameProblem(name: string): string | undefined {
  if (name !== "*" && !name.includes(".")) {
    return "a short name is not enough; write the full host name";
  }
  if (name.includes("*") && name !== "*" && !name.startsWith("*.")) {
    return 'a wildcard stands alone or as "*." in front';
  }
  return wildcardNameProblem(name);
}

/** A host of a gateway's server: `host` or `namespace/host`. */
export function serverHostProblem(host: string): string | undefined {
  const slash = host.indexOf("/");
  const name = host.slice(slash + 1);
  const namespace = slash < 0 ? "*" : host.slice(0, slash);
  if (namespace !== "*" && namespace !== "." && !isLabel(namespace)) {
    return 'in front of "/" stands a namespace, "." for the own one, or "*" for any';
  }
  // istiod's rule against short names looks for a dot, which an IPv6 address has none of.
  return isIpAddress(name) && name.includes(".") ? undefined : fullNameProblem(name);
}

const isWildcard = (name: string): boolean => name.startsWith("*");

/** Whether a host with or without a wildcard stands for every name that another stands for. */
export function coversHost(host: string, other: string): boolean {
  if (!isWildcard(host)) {
    return host === other;
  }
  const fits = other.endsWith(host.slice(1));
  return isWildcard(other) ? fits && other.length >= host.length : fits;
}

/** Whether there is a name that both stand for. */
export const hostsOverlap = (one: string, other: string): boolean =>
  coversHost(one, other) || coversHost(other, one);

/** As `coversHost`, for names of a certificate: the wildcard of these stands for one part of a name. */
export const certificateCovers = (name: string, host: string): boolean =>
  name === host || (name.startsWith("*.") && name.slice(1) === host.slice(host.indexOf(".")));
