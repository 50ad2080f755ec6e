import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../../arguments/known-output";
import { serviceOfHost } from "../../../values/service-host";
import type { ServiceFact } from "../../program/facts/service-facts";
import { type Demand, demand } from "../../program/part";
import { portKind, shownPort } from "../../routing/port-protocol";
import type { PortTrafficPolicy, TrafficPolicyOptions } from "./traffic-policy-args";

/** Settings of requests. How many connections wait (`http1MaxPendingRequests`) is one of TCP too. */
const ofRequests = [
  "http2MaxRequests",
  "maxRequestsPerConnection",
  "maxRetries",
  "idleTimeout",
  "h2UpgradePolicy",
  "useClientProtocol",
  "maxConcurrentStreams",
  "http2KeepAlive",
] as const;

/** Ways to choose an endpoint by what a request says. */
const byRequest = ["httpHeaderName", "httpCookie", "httpQueryParameterName"] as const;

/** Where settings say something of requests. */
export const requestSettings = ({
  connectionPool,
  loadBalancer,
}: Pick<PortTrafficPolicy, "connectionPool" | "loadBalancer">): string[] => [
  ...ofRequests
    .filter((field) => connectionPool?.http?.[field] !== undefined)
    .map((field) => `connectionPool.http.${field}`),
  ...byRequest
    .filter((field) => loadBalancer?.consistentHash?.[field] !== undefined)
    .map((field) => `loadBalancer.consistentHash.${field}`),
];

const withoutRequests: readonly string[] = ["tcp", "tls", "udp"];

/** The ports that the settings are for, when none of them carries requests that a proxy sees. */
function closedPorts(fact: ServiceFact, port: number | undefined): string | undefined {
  const ports = fact.ports.filter((one) => port === undefined || one.port === port);
  const isClosed = ports.every((one) => withoutRequests.includes(portKind(one)));
  return ports.length > 0 && isClosed && !(fact.portsArriveLater && port === undefined)
    ? ports.map(shownPort).join(", ")
    : undefined;
}

/** Settings of requests have no effect on what a proxy passes on as connections. */
export function httpOnlyDemands(
  host: pulumi.Input<string>,
  path: (inner: string) => string,
  options: TrafficPolicyOptions,
): Demand[] {
  const service = serviceOfHost(recall(host) ?? "");
  const places = [
    { at: "", settings: options, port: undefined },
    ...(options.portLevelSettings ?? []).map((settings, i) => ({
      at: `portLevelSettings[${i}].`,
      settings,
      port: recall(settings.port),
    })),
  ];
  return places.flatMap(({ at, settings, port }) =>
    service === undefined || (at !== "" && port === undefined)
      ? []
      : requestSettings(settings).map((field) =>
          demand({
            topic: "service",
            key: service,
            path: path(`${at}${field}`),
            test: (fact) => {
              const ports = closedPorts(fact, port);
              return (
                ports &&
                `is for requests, and at port ${ports} of the Service a proxy sees connections alone: it has no effect; leave it out, limit connections by connectionPool.tcp, or give a port of HTTP a name such as http-web or appProtocol http`
              );
            },
          }),
        ),
  );
}
