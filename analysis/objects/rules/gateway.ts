import { labelProblem, serverHostProblem } from "../../../values/host";
import { addressProblem } from "../../../values/ip";
import { isHttpProtocol, isTlsProtocol, portProblem, protocolProblem } from "../../../values/port";
import { type Finding, refused, warned } from "../finding";
import type { MeshObject } from "../mesh-object";
import { serverTlsFindings } from "./gateway-tls";
import {
  amount,
  checkAmount,
  checkText,
  checkTexts,
  entries,
  field,
  isBlank,
  isFilled,
  isSet,
  isTrue,
  isUnknown,
  type Place,
  refusedIf,
  text,
} from "./primitives/place";

/**
 * What istiod's webhook says of a Gateway of Istio: of each server, and of names that two ports share.
 */
export function gatewayRules({ metadata, spec }: MeshObject): Finding[] {
  const servers = field({ path: "spec", value: spec }, "servers");
  return [
    ...checkText({ path: "metadata.name", value: metadata.name }, labelProblem),
    ...refusedIf(isBlank(servers), servers, "at least one server is needed"),
    ...entries(servers).flatMap(serverFindings),
    ...portNameFindings(entries(servers)),
  ];
}

function portNameFindings(servers: readonly Place[]): Finding[] {
  const seen = new Map<string, string>();
  return servers.flatMap((server) => {
    const place = field(field(server, "port"), "name");
    const name = text(place);
    const earlier = name === undefined ? undefined : seen.get(name);
    if (name !== undefined && earlier === undefined) {
      seen.set(name, place.path);
    }
    if (earlier === undefined) {
      return [];
    }
    return [refused(place.path, name, `${earlier} is the same; each port has its own name`)];
  });
}

function serverFindings(server: Place): Finding[] {
  const hosts = field(server, "hosts");
  const port = field(server, "port");
  const tls = field(server, "tls");
  const portWrong = portFindings(port, field(server, "bind"));
  return [
    ...refusedIf(isSet(server) && isBlank(hosts), hosts, "at least one host is needed"),
    ...checkTexts(hosts, serverHostProblem),
    ...portWrong,
    ...bindFindings(field(server, "bind"), field(port, "number")),
    ...serverTlsFindings(tls),
    ...(portWrong.length === 0 ? protocolFindings(tls, text(field(port, "protocol"))) : []),
    ...redirectFindings(tls, text(field(port, "protocol"))),
  ];
}

const socket = "unix://";

function portFindings(port: Place, bind: Place): Finding[] {
  const number = field(port, "number");
  const target = field(port, "targetPort");
  const name = field(port, "name");
  // Only a socket goes without a number.
  const numberless = amount(number) === 0 && (isUnknown(bind) || text(bind)?.startsWith(socket));
  return [
    ...checkText(field(port, "protocol"), protocolProblem),
    ...(numberless ? [] : checkAmount(number, portProblem)),
    ...refusedIf(isFilled(target), target, "has no effect on gateways; their Service maps ports"),
    ...refusedIf(isSet(port) && isBlank(name), name, "a port needs a name"),
  ];
}

const socketProblem = (path: string): string | undefined =>
  path.startsWith("@") || (path.startsWith("/") && !path.endsWith("/"))
    ? undefined
    : `${socket}/path/of/a/socket or ${socket}@name is expected`;

function bindFindings(bind: Place, number: Place): Finding[] {
  const address = text(bind) ?? "";
  if (!address.startsWith(socket)) {
    return isFilled(bind) ? checkText(bind, addressProblem) : [];
  }
  return [
    ...checkText(bind, () => socketProblem(address.slice(socket.length))),
    ...refusedIf(isFilled(number), number, "a socket has no port; write 0"),
  ];
}

const passingModes = ["PASSTHROUGH", "AUTO_PASSTHROUGH"];
const certificates = ["caCertificates", "privateKey", "serverCertificate"];

/** Whether TLS settings belong to the protocol of the server's port. */
function protocolFindings(tls: Place, protocol: string | undefined): Finding[] {
  if (protocol === undefined) {
    return [];
  }
  if (isTlsProtocol(protocol)) {
    return refusedIf(tls.value === undefined, tls, `protocol ${protocol} needs TLS settings`);
  }
  if (!isHttpProtocol(protocol)) {
    return refusedIf(isSet(tls), tls, `protocol ${protocol} takes no TLS settings`);
  }
  const mode = field(tls, "mode");
  const passes = isBlank(mode) || isUnknown(mode) || passingModes.includes(text(mode) ?? "");
  const terminates = !passes || certificates.some((name) => isFilled(field(tls, name)));
  return refusedIf(
    isSet(tls) && terminates,
    tls,
    `protocol ${protocol} takes httpsRedirect alone; TLS is for protocol HTTPS or TLS`,
  );
}

function redirectFindings(tls: Place, protocol: string | undefined): Finding[] {
  const redirect = field(tls, "httpsRedirect");
  return isTrue(redirect) && protocol !== undefined && !isHttpProtocol(protocol)
    ? [warned(redirect.path, redirect.value, `only HTTP is redirected, and this is ${protocol}`)]
    : [];
}
