import { hostsOverlap } from "../../../values/host";
import { isHttpProtocol } from "../../../values/port";
import type { Weighted } from "../route";
import type { L4Rule } from "../routes/l4-route";
import { type Step, stepOf } from "../trail";
import type { BoundRoutes } from "./bound-routes";
import type { ServerConfig, ServerTls } from "./gateway-config";
import { hostsFor } from "./gateway-hosts";
import { isHttps, type MergedGateway, type MergedServer } from "./merged-gateway";

/** How a gateway treats connections of some server names. */
export type Chain = {
  /** Names that clients ask for in TLS; empty where all connections are taken, those in plain text too. */
  readonly names: readonly string[];
  readonly server: ServerConfig;
  /** Undefined where the proxy does not end TLS. */
  readonly tls?: ServerTls;
  readonly steps: readonly Step[];
} & (
  | { readonly kind: "http"; readonly routeName: string }
  | { readonly kind: "bytes"; readonly destinations: readonly Weighted[] }
  /** Each Service by its own name, for clients of other clusters. */
  | { readonly kind: "services" }
);

type BoundTo = (gateway: string) => readonly BoundRoutes[];

/** Names of a server without namespaces; none where it takes all. */
function namesOf({ hosts }: ServerConfig): string[] {
  const names = [...new Set(hosts.map((host) => host.slice(host.indexOf("/") + 1)))];
  return names.includes("*") ? [] : names.sort();
}

const stepsOf = ({ source, path }: ServerConfig): Step[] => [stepOf(source, path)];

const fitsHosts = ({ hosts }: ServerConfig, bound: BoundRoutes): boolean =>
  hostsFor(hosts, bound.namespace).some((own) =>
    bound.hosts.some((host) => hostsOverlap(own, host)),
  );

/** The first rule for bytes that a server sees. */
function bytesRule({ gateway, server }: MergedServer, boundTo: BoundTo): L4Rule | undefined {
  for (const bound of boundTo(gateway.name).filter((one) => fitsHosts(server, one))) {
    const rule =
      bound.tcp.find(({ isFor }) => isFor(server)) ??
      (bound.tlsForBytes && server.tls ? bound.tls.find(({ isFor }) => isFor(server)) : undefined);
    if (rule) {
      return rule;
    }
  }
  return undefined;
}

function bytesChain(one: MergedServer, boundTo: BoundTo): Chain[] {
  const { server } = one;
  const rule = bytesRule(one, boundTo);
  const { tls } = server;
  return rule
    ? [
        {
          kind: "bytes",
          names: tls ? namesOf(server) : [],
          server,
          ...(tls && { tls }),
          destinations: rule.destinations,
          steps: [...stepsOf(server), ...rule.steps],
        },
      ]
    : [];
}

/** Chains of a server that passes TLS on: one for the names of each rule, but for names that are taken. */
function passedChains(
  { gateway, server }: MergedServer,
  boundTo: BoundTo,
  taken: Set<string>,
): Chain[] {
  return boundTo(gateway.name)
    .filter((bound) => fitsHosts(server, bound))
    .flatMap(({ tls }) => tls)
    .filter(({ isFor }) => isFor(server))
    .flatMap((rule): Chain[] => {
      const { sniHosts, destinations, steps } = rule;
      if (sniHosts.some((name) => taken.has(name))) {
        return [];
      }
      for (const name of sniHosts) {
        taken.add(name);
      }
      return [
        {
          kind: "bytes",
          names: sniHosts.includes("*") ? [] : sniHosts,
          server,
          destinations,
          steps: [...stepsOf(server), ...steps],
        },
      ];
    });
}

function chainsOf(one: MergedServer, boundTo: BoundTo, taken: Set<string>): Chain[] {
  const { server, routeName } = one;
  const { tls } = server;
  if (isHttps(server)) {
    const http = { kind: "http" as const, names: namesOf(server), server, routeName };
    return [{ ...http, ...(tls && { tls }), steps: stepsOf(server) }];
  }
  if (tls?.mode === "AUTO_PASSTHROUGH") {
    return [{ kind: "services", names: namesOf(server), server, steps: stepsOf(server) }];
  }
  return tls?.mode === "PASSTHROUGH" ? passedChains(one, boundTo, taken) : bytesChain(one, boundTo);
}

const plainChain = (server: ServerConfig, routeName: string): Chain => ({
  kind: "http",
  names: [],
  server,
  routeName,
  steps: stepsOf(server),
});

const everywhere: readonly string[] = ["", "0.0.0.0", "::"];

/** The chains that a gateway has at a port of its Pods, for all addresses. */
export function chainsAt(merged: MergedGateway, port: number, boundTo: BoundTo): Chain[] {
  const taken = new Set<string>();
  return merged.ports
    .filter(({ number, bind }) => number === port && everywhere.includes(bind))
    .flatMap(({ protocol, servers, routeName }): Chain[] => {
      const [first] = servers;
      return isHttpProtocol(protocol) && first
        ? [plainChain(first.server, routeName)]
        : servers.flatMap((one) => chainsOf(one, boundTo, taken));
    });
}
