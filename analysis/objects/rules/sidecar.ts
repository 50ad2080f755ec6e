import { labelProblem, nameProblem } from "../../../values/host";
import { addressProblem } from "../../../values/ip";
import { isHttpProtocol, isTlsProtocol, portProblem, protocolProblem } from "../../../values/port";
import { noNamespace, scopedHost, scopedHostProblem } from "../../../values/scoped-host";
import { endpointProblem, socketProblem } from "../../../values/socket";
import { type Finding, refused, warned } from "../finding";
import type { MeshObject } from "../mesh-object";
import { connectionPoolFindings } from "./destination-rule-connection-pool";
import { serverTlsFindings } from "./gateway-tls";
import { workloadSelectorFindings } from "./primitives/attachment";
import {
  amount,
  checkText,
  entries,
  field,
  isAbsent,
  isBlank,
  isFilled,
  isSet,
  isUnknown,
  type Place,
  refusedFor,
  refusedIf,
  text,
} from "./primitives/place";

type TextProblem = (value: string) => string | undefined;

/**
 * What istiod's webhook says of a Sidecar: of each listener, and of listeners and hosts that are there
 * twice.
 */
export function sidecarRules({ metadata, spec: value }: MeshObject): Finding[] {
  const spec: Place = { path: "spec", value };
  const namespace = text(field({ path: "metadata", value: metadata }, "namespace"));
  const ingress = entries(field(spec, "ingress"));
  const egress = entries(field(spec, "egress"));
  return [
    ...workloadSelectorFindings(field(spec, "workloadSelector")),
    ...emptyFindings(spec),
    ...ingress.flatMap(ingressFindings),
    ...repeatedFindings(ingress.map(numberOf), "another ingress listener has this port"),
    ...connectionPoolFindings(field(spec, "inboundConnectionPool")),
    ...egress.flatMap((listener) => egressFindings(listener, namespace)),
    ...egress.slice(0, -1).flatMap(earlyCatchAllFindings),
    ...repeatedFindings(egress.map(numberOf), "another egress listener has this port"),
    ...repeatedFindings(
      egress.filter(isSocket).map(bindOf),
      "another egress listener has this socket",
    ),
    ...outboundFindings(field(spec, "outboundTrafficPolicy")),
  ];
}

const parts = ["egress", "ingress", "outboundTrafficPolicy", "inboundConnectionPool"];

const emptyFindings = (spec: Place): Finding[] =>
  refusedIf(
    parts.every((name) => isBlank(field(spec, name))),
    spec,
    `says nothing; one of ${parts.join(", ")} is expected`,
  );

const portOf = (listener: Place): Place => field(listener, "port");
const numberOf = (listener: Place): Place => field(portOf(listener), "number");
const bindOf = (listener: Place): Place => field(listener, "bind");

/** Whether a listener with a port is a socket: the port then has no number. */
const isSocket = (listener: Place): boolean =>
  isSet(portOf(listener)) && isBlank(numberOf(listener));

/** Every place whose value stands earlier in the list too. */
const repeatedFindings = (places: readonly Place[], reason: string): Finding[] =>
  places.flatMap((place, index) =>
    refusedIf(
      isFilled(place) && places.findIndex(({ value }) => value === place.value) < index,
      place,
      reason,
    ),
  );

/** A problem of texts that may also be left out. */
const unlessEmpty =
  (problemOf: TextProblem): TextProblem =>
  (value) =>
    value === "" ? undefined : problemOf(value);

/** What every listener's port has: a name and protocol that may be left out. */
function portFindings(port: Place): Finding[] {
  const targetPort = field(port, "targetPort");
  return [
    ...checkText(field(port, "name"), unlessEmpty(labelProblem)),
    ...checkText(field(port, "protocol"), unlessEmpty(protocolProblem)),
    ...refusedIf(isFilled(targetPort), targetPort, "a port of a Sidecar has no targetPort"),
  ];
}

const numberFindings = (number: Place): Finding[] =>
  isUnknown(number) ? [] : refusedFor(portProblem(amount(number) ?? 0), number);

function ingressFindings(listener: Place): Finding[] {
  const port = portOf(listener);
  const http = field(field(listener, "connectionPool"), "http");
  const protocol = field(port, "protocol");
  return [
    ...portFindings(port),
    ...numberFindings(numberOf(listener)),
    ...checkText(bindOf(listener), unlessEmpty(addressProblem)),
    ...checkText(field(listener, "defaultEndpoint"), unlessEmpty(endpointProblem)),
    ...tlsFindings(field(listener, "tls"), protocol),
    ...connectionPoolFindings(field(listener, "connectionPool")),
    ...(isSet(http) && !isUnknown(protocol) && !isHttpProtocol(text(protocol) ?? "")
      ? [warned(http.path, http.value, "has no effect, as the protocol of the port is not HTTP")]
      : []),
  ];
}

const foreignTls = [
  "subjectAltNames",
  "httpsRedirect",
  "credentialName",
  "credentialNames",
  "tlsCertificates",
];

function tlsFindings(tls: Place, protocol: Place): Finding[] {
  const mode = field(tls, "mode");
  return [
    ...foreignTls
      .map((name) => field(tls, name))
      .filter((place) => isFilled(place) && place.value !== false)
      .map(({ path, value }) => refused(path, value, "is for Gateways alone")),
    ...refusedIf(
      mode.value === "ISTIO_MUTUAL" || mode.value === "AUTO_PASSTHROUGH",
      mode,
      "a Sidecar allows: PASSTHROUGH, SIMPLE, MUTUAL, OPTIONAL_MUTUAL",
    ),
    ...refusedIf(
      isSet(tls) && !isUnknown(protocol) && !isTlsProtocol(text(protocol) ?? ""),
      protocol,
      "tls needs a port with protocol HTTPS or TLS",
    ),
    ...serverTlsFindings(tls),
  ];
}

/** Only the last egress listener may be for every port. */
const earlyCatchAllFindings = (listener: Place): Finding[] =>
  refusedIf(
    isAbsent(portOf(listener)),
    portOf(listener),
    "only the last egress listener may go without a port",
  );

function egressFindings(listener: Place, namespace: string | undefined): Finding[] {
  const hosts = field(listener, "hosts");
  return [
    ...portFindings(portOf(listener)),
    ...bindFindings(listener),
    ...refusedIf(isBlank(hosts), hosts, "at least one host is expected; */* is every one"),
    ...entries(hosts).flatMap((host) => checkText(host, scopedHostProblem)),
    ...repeatedHostFindings(hosts, namespace),
  ];
}

function bindFindings(listener: Place): Finding[] {
  const [number, bind, capture] = [
    numberOf(listener),
    bindOf(listener),
    field(listener, "captureMode"),
  ];
  if (isSocket(listener)) {
    return [
      ...(isBlank(bind)
        ? [refused(bind.path, bind.value, "without a port number, a socket is expected")]
        : checkText(bind, socketProblem)),
      ...refusedIf(capture.value === "IPTABLES", capture, "a socket allows: DEFAULT, NONE"),
    ];
  }
  return isSet(portOf(listener)) && !isUnknown(number)
    ? [...numberFindings(number), ...checkText(bind, unlessEmpty(addressProblem))]
    : [];
}

/** Hosts of a list that are the same as earlier ones, or within them, or around them. */
function repeatedHostFindings(hosts: Place, own: string | undefined): Finding[] {
  const all = entries(hosts).flatMap((place) => {
    const { excludes, namespace, host } = scopedHost(text(place) ?? "");
    return excludes || namespace === noNamespace || host === ""
      ? []
      : [{ place, namespace: namespace === "." ? (own ?? ".") : namespace, name: host }];
  });
  const repeated = all.filter(({ namespace, name }, index) =>
    all
      .slice(0, index)
      .some(
        (earlier) =>
          earlier.namespace === namespace &&
          (name === "*" || earlier.name === "*" || earlier.name === name),
      ),
  );
  const everything = all.some(({ namespace, name }) => namespace === "*" && name === "*");
  return [
    ...repeated.map(({ place }) =>
      warned(
        place.path,
        place.value,
        "an earlier host covers it, or is part of it",
        "egress-host-repeated",
      ),
    ),
    ...(everything && all.some(({ namespace }) => namespace !== "*")
      ? [warned(hosts.path, hosts.value, "*/* is every host, so the others have no effect")]
      : []),
  ];
}

function outboundFindings(policy: Place): Finding[] {
  const proxy = field(policy, "egressProxy");
  const mode = field(policy, "mode");
  const port = field(proxy, "port");
  if (!isSet(proxy) || isUnknown(mode)) {
    return [];
  }
  if (mode.value !== "ALLOW_ANY") {
    return [refused(proxy.path, proxy.value, "an egressProxy needs mode ALLOW_ANY")];
  }
  return [
    ...checkText(field(proxy, "host"), nameProblem),
    ...checkText(field(proxy, "subset"), unlessEmpty(labelProblem)),
    ...(isAbsent(port)
      ? [refused(port.path, port.value, "an egressProxy needs its port")]
      : numberFindings(field(port, "number"))),
  ];
}
