import { isHttpProtocol } from "../../values/port";
import type { PolicyReach } from "../program/facts/policy-facts";
import type { ServicePortFact } from "../program/facts/service-facts";
import { labelsMeet } from "../program/labels";
import type { EndCheck } from "../program/part";
import type { View } from "../program/view";
import { portKind, shownPort } from "../routing/port-protocol";
import type { AuthorizationAction, AuthorizationRule } from "./authorization/authorization-args";
import { conditionKey } from "./authorization/authorization-policy-rule";
import { type PolicyArgs, PolicyTargetKind } from "./policy-args";
import { gatewaysOf, reachOf } from "./policy-reach";
import { listening, servicesOf } from "./service-ports";
import { plainList } from "./text-list";

/** What looks at requests. */
export interface HttpUse {
  path: string;
  /** Ports of Pods that it is for; absent for all, and where they arrive later. */
  ports?: readonly number[];
  /** What follows where there are none. */
  effect: string;
}

/** A host outside the mesh that proxies see connections to, and no requests. */
function closedEntry(program: View, namespace: string, name: string): string | undefined {
  const [entry] = program.said("serviceEntry", [namespace, name]);
  const ports = program
    .said("externalHost")
    .filter(({ owner }) => owner === entry?.owner)
    .flatMap((host) => host.ports);
  const isClosed = ports.every(
    ({ protocol }) => protocol !== undefined && !isHttpProtocol(protocol),
  );
  const [first] = ports;
  return entry && first && isClosed
    ? `${entry.owner} (port ${first.number ?? "arrives later"}: ${first.protocol})`
    : undefined;
}

const isClosed = (port: ServicePortFact): boolean => ["tcp", "tls", "udp"].includes(portKind(port));

const closedPorts = (ports: readonly ServicePortFact[]): string | undefined =>
  ports.length > 0 && ports.every(isClosed) ? ports.map(shownPort).join(", ") : undefined;

function closedService(program: View, namespace: string, name: string): string | undefined {
  const [service] = program.said("service", [namespace, name]);
  const ports = service && !service.portsArriveLater ? closedPorts(service.ports) : undefined;
  return ports && `Service ${namespace}/${name} (port ${ports})`;
}

function closedGateway(program: View, namespace: string, name: string): string | undefined {
  const found = program.said("gateway", [namespace, name]);
  const [first] = found;
  return first && found.every(({ withoutHttp }) => withoutHttp) ? first.owner : undefined;
}

/** What the targets are, when none of them sees a request. */
function closedTargets(program: View, { namespace = "", targets = [] }: PolicyReach) {
  const judges: Record<string, typeof closedEntry> = {
    [PolicyTargetKind.ServiceEntry]: closedEntry,
    [PolicyTargetKind.Service]: closedService,
    [PolicyTargetKind.Gateway]: closedGateway,
  };
  const found = targets.map(({ kind, name }) =>
    name === undefined ? undefined : judges[kind]?.(program, namespace, name),
  );
  return found.every((one) => one !== undefined) ? found[0] : undefined;
}

/** A gateway from the chart, all of whose Gateways take connections only. */
function closedInstalled(program: View, reach: PolicyReach): string | undefined {
  const [first] = gatewaysOf(program, reach);
  const served = program
    .said("gateway")
    .filter(
      ({ dialect, labels }) =>
        dialect === "istio" && labelsMeet(labels, first?.selector) !== "never",
    );
  return first && served.length > 0 && served.every(({ withoutHttp }) => withoutHttp)
    ? `${first.owner} (by ${served.map(({ owner }) => owner).join(", ")})`
    : undefined;
}

/** Pods whose Services call all ports by another protocol. */
function closedPods(program: View, reach: PolicyReach, wanted: readonly number[] | undefined) {
  const services = servicesOf(program, reach);
  const ports = services
    .flatMap((service) => service.ports)
    .filter((port) => {
      const own = listening(port);
      return wanted === undefined || own === undefined || wanted.includes(own);
    });
  const isOpen = services.some(({ portsArriveLater }) => portsArriveLater);
  const closed = isOpen ? undefined : closedPorts(ports);
  const place = services[0]?.place;
  return closed && place && `Service ${place.namespace}/${place.name} (port ${closed})`;
}

function closed(program: View, reach: PolicyReach, ports: readonly number[] | undefined) {
  if (reach.targets) {
    return closedTargets(program, reach);
  }
  return typeof reach.labels === "object"
    ? (closedInstalled(program, reach) ?? closedPods(program, reach, ports))
    : undefined;
}

/** What looks at requests is for nothing where only connections are seen. */
export const httpChecks = (
  { namespace, selector, targets }: Pick<PolicyArgs, "namespace" | "selector" | "targets">,
  uses: readonly HttpUse[],
): EndCheck[] =>
  uses.map(({ path, ports, effect }) => ({
    path,
    names: [namespace],
    reason(program, [own = ""]) {
      const reach = reachOf({
        namespace: own,
        ...(selector && { selector }),
        ...(targets && { targets }),
      });
      const place = closed(program, reach, ports);
      return (
        place &&
        `looks at requests, and at ${place} there is TLS or TCP that nobody looks into: ${effect}`
      );
    },
  }));

const httpFields = ["hosts", "notHosts", "methods", "notMethods", "paths", "notPaths"] as const;
const tokenFields = ["requestPrincipals", "notRequestPrincipals"] as const;

/** Argument of a rule that looks at requests. */
const readsHttp = ({ from = [], to = [], when = [] }: AuthorizationRule): string | undefined =>
  [
    ...from.flatMap((source, j) =>
      tokenFields.filter((field) => source[field]).map((field) => `from[${j}].${field}`),
    ),
    ...to.flatMap((operation, j) =>
      httpFields.filter((field) => operation[field]).map((field) => `to[${j}].${field}`),
    ),
    ...when.flatMap((condition, j) =>
      conditionKey(condition).startsWith("request.") ? [`when[${j}]`] : [],
    ),
  ][0];

const effects: Record<AuthorizationAction, string> = {
  ALLOW: "the rule lets nobody in",
  DENY: "the rule refuses more than it says, whatever is asked",
  AUDIT: "more is noted than the rule says",
  CUSTOM: "the authorizer is asked about connections, if at all",
};

const ofConnections = "say it of connections: ports, service accounts, connection.sni";

/** Rules that look at requests. */
export const httpUses = (
  action: AuthorizationAction,
  rules: readonly AuthorizationRule[] = [],
): HttpUse[] =>
  rules.flatMap((rule, i) => {
    const path = readsHttp(rule);
    const lists = rule.to?.map(({ ports }) => ports && plainList(ports));
    const ports = lists?.every((list) => list !== undefined) ? lists.flat() : undefined;
    return path === undefined
      ? []
      : [
          {
            path: `rules[${i}].${path}`,
            ...(ports && { ports: ports as number[] }),
            effect: `${effects[action]}; ${ofConnections}`,
          },
        ];
  });
