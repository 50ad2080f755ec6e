import { labelProblem, nameProblem, wildcardNameProblem } from "../../../values/host";
import { addressOrRangeProblem, isIpAddress } from "../../../values/ip";
import { useWaypointLabel } from "../../../values/known-names";
import { isHttpProtocol, isTlsProtocol, protocolProblem } from "../../../values/port";
import { type Finding, refused, warned } from "../finding";
import type { MeshObject } from "../mesh-object";
import { workloadSelectorFindings } from "./primitives/attachment";
import { exportToFindings } from "./primitives/export-to";
import {
  checkText,
  checkTexts,
  entries,
  field,
  isBlank,
  isFilled,
  isSet,
  isUnknown,
  type Place,
  refusedIf,
  text,
} from "./primitives/place";
import {
  endpointPortFindings,
  ipOrNameProblem,
  labelFindings,
  workloadAddressFindings,
} from "./workload-entry";

/** A ServiceEntry's parts that rules look at together. */
interface Entry {
  spec: Place;
  labels: Place;
  hosts: Place[];
  ports: Place[];
  endpoints: Place[];
  /** Undefined while it is not known. */
  resolution: string | undefined;
}

/** What istiod's webhook says of a ServiceEntry. Most of it hangs on the resolution. */
export function serviceEntryRules({ metadata, spec: value }: MeshObject): Finding[] {
  const spec: Place = { path: "spec", value };
  const about: Place = { path: "metadata", value: metadata };
  const resolution = field(spec, "resolution");
  const entry: Entry = {
    spec,
    labels: field(about, "labels"),
    hosts: entries(field(spec, "hosts")),
    ports: entries(field(spec, "ports")),
    endpoints: entries(field(spec, "endpoints")),
    resolution: isUnknown(resolution) ? undefined : (text(resolution) ?? "NONE"),
  };
  return [
    ...workloadSelectorFindings(field(spec, "workloadSelector")),
    ...entry.hosts.flatMap((host) => hostFindings(host, entry.resolution)),
    ...checkTexts(field(spec, "addresses"), addressOrRangeProblem),
    ...entry.ports.flatMap(portFindings),
    ...unaddressedPortFindings(entry),
    ...resolutionFindings(entry),
    ...hostlessPortFindings(entry),
    ...exportToFindings(field(spec, "exportTo"), {
      namespace: text(field(about, "namespace")),
      hidable: true,
    }),
  ];
}

function resolutionFindings(entry: Entry): Finding[] {
  switch (entry.resolution) {
    case "NONE":
      return noneFindings(entry);
    case "STATIC":
      return staticFindings(entry);
    case "DNS":
    case "DNS_ROUND_ROBIN":
      return dnsFindings(entry);
    case "DYNAMIC_DNS":
      return dynamicFindings(entry);
    default:
      return [];
  }
}

const isPartialWildcard = (name: string): boolean =>
  name.includes("*") && name !== "*" && !name.startsWith("*.");

function hostFindings(host: Place, resolution: string | undefined): Finding[] {
  const partial = isPartialWildcard(text(host) ?? "");
  return [
    ...checkText(host, wildcardNameProblem),
    ...(partial && resolution !== undefined && resolution !== "DYNAMIC_DNS"
      ? [warned(host.path, host.value, 'a wildcard stands alone in front, as in "*.example.com"')]
      : []),
  ];
}

const portFindings = (port: Place): Finding[] => [
  ...checkText(field(port, "name"), labelProblem),
  ...checkText(field(port, "protocol"), (name) =>
    name === "" ? undefined : protocolProblem(name),
  ),
];

/** The names of the ports; undefined while one of them is not known. */
function portNames({ spec, ports }: Entry): ReadonlySet<string> | undefined {
  const names = ports.map((port) => field(port, "name"));
  return isUnknown(field(spec, "ports")) || names.some(isUnknown)
    ? undefined
    : new Set(names.flatMap((name) => text(name) ?? []));
}

/** Ports that TCP connections cannot be told by, as istiod gives the entry no address of its own. */
function unaddressedPortFindings({ spec, labels, ports, resolution }: Entry): Finding[] {
  const allocate = text(field(labels, "networking.istio.io/enable-autoallocate-ip"));
  const unallocated = resolution === "NONE" || allocate?.toLowerCase() === "false";
  if (resolution === undefined || !unallocated || !isBlank(field(spec, "addresses"))) {
    return [];
  }
  return ports
    .map((port) => field(port, "protocol"))
    .filter((protocol) => isBlank(protocol) || protocol.value === "TCP")
    .map(({ path, value }) =>
      warned(path, value, "a TCP port needs spec.addresses, where istiod allocates none"),
    );
}

function noneFindings({ spec }: Entry): Finding[] {
  const selector = field(spec, "workloadSelector");
  return isSet(selector)
    ? [warned(selector.path, selector.value, "resolution NONE selects no workloads")]
    : [];
}

const staticAddressProblem = (address: string): string | undefined =>
  isIpAddress(address) ? undefined : "resolution STATIC needs an IP address, or a unix:// socket";

function staticFindings(entry: Entry): Finding[] {
  const names = portNames(entry);
  return entry.endpoints.flatMap((endpoint) => [
    ...workloadAddressFindings(endpoint, staticAddressProblem),
    ...labelFindings(field(endpoint, "labels")),
    ...endpointPortFindings(endpoint, names),
  ]);
}

function dnsFindings(entry: Entry): Finding[] {
  const names = portNames(entry);
  const lookedUp = isBlank(field(entry.spec, "endpoints"));
  return [
    ...(lookedUp ? entry.hosts.flatMap((host) => checkText(host, lookupProblem)) : []),
    ...entry.endpoints.flatMap((endpoint) => [
      ...dnsAddressFindings(field(endpoint, "address")),
      ...labelFindings(field(endpoint, "labels")),
      ...endpointPortFindings(endpoint, names),
    ]),
    ...sharedAddressFindings(entry),
  ];
}

/** A host that is no name at all is refused without this. */
const lookupProblem = (host: string): string | undefined =>
  wildcardNameProblem(host) === undefined && nameProblem(host) !== undefined
    ? "without endpoints the host itself is looked up, which needs a full name without a wildcard"
    : undefined;

const dnsAddressFindings = (address: Place): Finding[] =>
  isBlank(address)
    ? [refused(address.path, address.value, "an IP address or a full host name is expected")]
    : checkText(address, ipOrNameProblem);

/** istiod's TCP protocols: without UDP, and without those of HTTP. */
const isTcpProtocol = (name: string): boolean =>
  isTlsProtocol(name) || ["tcp", "mongo", "redis", "mysql"].includes(name.toLowerCase());

function sharedAddressFindings({ spec, hosts, ports }: Entry): Finding[] {
  const port = ports
    .map((one) => field(one, "protocol"))
    .find((protocol) => isTcpProtocol(text(protocol) ?? ""));
  return port !== undefined && hosts.length > 1 && isFilled(field(spec, "addresses"))
    ? [
        warned(
          port.path,
          port.value,
          "a TCP port at spec.addresses cannot tell several hosts apart",
        ),
      ]
    : [];
}

const dynamicProtocols = ["http", "tls", "grpc", "http2"];

function dynamicFindings({ spec, labels, hosts, ports }: Entry): Finding[] {
  const [addresses, endpoints] = [field(spec, "addresses"), field(spec, "endpoints")];
  const location = field(spec, "location");
  const waypoint = text(field(labels, useWaypointLabel))?.toLowerCase() ?? "";
  return [
    ...hosts.flatMap((host) =>
      checkText(host, (name) =>
        name.startsWith("*") ? undefined : "resolution DYNAMIC_DNS is for wildcard hosts",
      ),
    ),
    ...[addresses, endpoints].flatMap((list) =>
      refusedIf(isFilled(list), list, "resolution DYNAMIC_DNS goes to the host of each request"),
    ),
    ...ports
      .map((port) => field(port, "protocol"))
      .flatMap((protocol) =>
        refusedIf(
          !isUnknown(protocol) && !dynamicProtocols.includes((text(protocol) ?? "").toLowerCase()),
          protocol,
          "resolution DYNAMIC_DNS allows: HTTP, HTTP2, GRPC, TLS",
        ),
      ),
    ...refusedIf(
      location.value === "MESH_INTERNAL" && waypoint !== "" && waypoint !== "none",
      location,
      "with resolution DYNAMIC_DNS a waypoint serves MESH_EXTERNAL alone",
    ),
  ];
}

/** Ports that do not say which host is meant, where there are several. */
function hostlessPortFindings({ hosts, ports, resolution }: Entry): Finding[] {
  if (resolution === undefined || resolution === "NONE" || hosts.length < 2) {
    return [];
  }
  return ports
    .map((port) => field(port, "protocol"))
    .flatMap((protocol) => {
      const name = text(protocol) ?? "";
      return refusedIf(
        !isUnknown(protocol) && !isHttpProtocol(name) && !isTlsProtocol(name),
        protocol,
        "several hosts need a protocol of HTTP or TLS, by which they are told apart",
      );
    });
}
