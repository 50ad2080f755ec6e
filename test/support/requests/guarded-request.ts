import type { Mesh } from "../../../analysis/mesh/mesh";
import { arrive } from "../../../analysis/requests/access/arrive";
import type { Arrival, Verdict } from "../../../analysis/requests/arrival";
import type { Token } from "../../../analysis/requests/request";
import type { Random } from "../random";
import type { Envoy, ProxyConfig } from "../translate";
import { type Facts, type Filtered, filtered } from "./filters";
import { callers } from "./guarded-world";
import { chainFor } from "./oracle";

/** Something that arrives at one of the servers. */
export interface Asked {
  readonly server: "web" | "door" | "edge" | "way";
  /** Host that is called at a waypoint. */
  readonly called?: string;
  readonly caller: (typeof callers)[number];
  readonly port: number;
  readonly tls: "DISABLE" | "ISTIO_MUTUAL" | "SIMPLE" | "HBONE";
  readonly sni?: string;
  readonly http?: NonNullable<Facts["http"]>;
  readonly token?: Token;
}

const tokens: readonly Token[] = [
  { kind: "invalid" },
  {
    kind: "valid",
    claims: { iss: "me", sub: "you", aud: "shop", scope: "read write", group: ["admin", "x"] },
  },
  {
    kind: "valid",
    claims: { iss: "me", sub: "she", aud: ["bank", "shop"], azp: "app", nested: { key: "deep" } },
  },
  {
    kind: "valid",
    claims: { iss: "https://a/b", sub: "y", aud: "bank", group: "admin all", number: 7 },
  },
  { kind: "valid", claims: { iss: "me", aud: "bank", group: "admin" } },
  { kind: "valid", claims: { iss: "nobody", sub: "you" } },
];

const headers = (random: Random): Record<string, string> => ({
  ...(random.chance(0.5) && { "x-user": random.pick(["jo", "al", ""]) }),
  ...(random.chance(0.2) && {
    "x-forwarded-for": random.pick(["198.51.100.7", "1.2.3.4, 203.0.113.9"]),
  }),
  ...(random.chance(0.1) && { origin: "http://a", "access-control-request-method": "GET" }),
});

const http = (random: Random): NonNullable<Asked["http"]> => ({
  method: random.pick(["GET", "POST", "PUT", "OPTIONS"]),
  authority: random.pick(["web.shop", "Web.shop", "web.shop:80", "other", "api.shop"]),
  path: random.pick(["/", "/a", "/a/b", "/a/b/c", "/a?x=1", "/b", "/a/b?c#d", "/x/b/y/z", "/a*/c"]),
  headers: headers(random),
});

export function randomArrival(random: Random): Asked {
  const server = random.pick(["web", "web", "web", "door", "edge", "way"] as const);
  const request = { http: http(random), ...(random.chance(0.5) && { token: random.pick(tokens) }) };
  const caller = random.pick(callers);
  const isBytes = random.chance(0.3);
  const sent = isBytes ? {} : request;
  if (server === "door") {
    return { server, caller, tls: "DISABLE", ...sent, port: isBytes ? 9000 : 8080 };
  }
  if (server === "edge") {
    return { server, caller, tls: "DISABLE", ...request, port: 80 };
  }
  if (server === "way") {
    const called = random.pick(["desk.amb.svc.cluster.local", "ext.example.com"]);
    const port = called.startsWith("ext") ? 80 : random.pick([80, 90, 70]);
    return { server, called, caller, tls: "HBONE", port, ...sent };
  }
  const tls = random.pick(["DISABLE", "ISTIO_MUTUAL", "ISTIO_MUTUAL", "SIMPLE"] as const);
  return {
    server,
    caller,
    tls,
    port: random.pick([8080, 9090, 7070, 6000]),
    ...(tls !== "DISABLE" && { sni: random.pick(["web.shop", "outbound_.80_._.web.shop"]) }),
    ...(tls === "SIMPLE" ? {} : sent),
  };
}

/** What the model says. */
export function modelled(mesh: Mesh, asked: Asked): Verdict {
  const { server, caller, called, http: seen, ...rest } = asked;
  const workload = (name: string) => {
    const found = mesh.workloads.find((one) => one.name === name || one.source.id.name === name);
    if (!found) {
      throw new Error(`no workload ${name}`);
    }
    return found;
  };
  const [host] = called ? mesh.hosts.named(called) : [];
  const arrival: Arrival = {
    ...rest,
    server: workload(server),
    peer: { workload: workload(caller.name), ip: caller.ip },
    ...(host && { called: host }),
    ...(seen && { http: { ...seen, scheme: "http" } }),
  };
  return arrive(mesh, arrival);
}

/** Whether a filter of listeners looks at a port. */
function looksAt(listener: Envoy, name: string, port: number): boolean {
  const filter = listener.listenerFilters?.find((one: Envoy) => one.name === name);
  return filter !== undefined && !(filter.filterDisabled && ranged(filter.filterDisabled, port));
}

function ranged(predicate: Envoy, port: number): boolean {
  const { destinationPortRange: range, orMatch, notMatch } = predicate;
  if (orMatch) {
    return orMatch.rules.some((one: Envoy) => ranged(one, port));
  }
  return notMatch ? !ranged(notMatch, port) : range.start <= port && port < range.end;
}

const alpnOf = ({ tls, http: seen }: Asked): string[] => {
  if (tls === "ISTIO_MUTUAL") {
    return seen ? ["istio-http/1.1", "istio"] : ["istio-peer-exchange", "istio"];
  }
  return seen ? ["http/1.1"] : [];
};

const isManager = ({ name }: Envoy) => name === "envoy.filters.network.http_connection_manager";

/** The chain that a server's proxy takes; undefined where it ends the connection. */
function chainAt(config: ProxyConfig, asked: Asked): Envoy {
  const { server, called, port, tls } = asked;
  if (server === "way") {
    const inner = config.listeners.find(({ name }) => name === "main_internal");
    const named = (kind: string) =>
      inner.filterChains.find(
        ({ name }: Envoy) => name === `inbound-vip|${port}|${kind}|${called}`,
      );
    return asked.http ? (named("http") ?? named("tcp")) : (named("tcp") ?? named("http"));
  }
  const listener = config.listeners.find(({ name, address }) =>
    server === "web" ? name === "virtualInbound" : address.socketAddress.portValue === port,
  );
  const isTls =
    tls !== "DISABLE" && looksAt(listener, "envoy.filters.listener.tls_inspector", port);
  const chain = chainFor(listener, {
    port,
    ip: "10.9.0.1",
    tls: isTls,
    alpn: alpnOf(asked),
    ...(asked.sni !== undefined && { sni: asked.sni }),
  });
  const isOwn = tls === "ISTIO_MUTUAL";
  const ends = chain?.transportSocket !== undefined;
  return chain && ends === isOwn ? chain : undefined;
}

/** What istiod's configuration comes to; undefined where no policy is asked. */
export function configured(
  config: ProxyConfig,
  asked: Asked,
  domain: string,
): Filtered | undefined {
  const { server, caller, called, tls, http: seen, token, port, sni } = asked;
  const chain = chainAt(config, asked);
  const isRefused = !seen && chain?.filters.some(isManager);
  if (!chain || isRefused) {
    return undefined;
  }
  const told = seen?.headers["x-forwarded-for"]?.split(", ").at(-1);
  const isGateway = server === "door" || server === "edge";
  const isHttp = chain.filters.some(isManager);
  const isProven = tls === "ISTIO_MUTUAL" || tls === "HBONE";
  return filtered(chain.filters, {
    ...(isProven && {
      principal: `spiffe://${domain}/ns/${caller.namespace}/sa/${caller.account}`,
    }),
    source: caller.ip,
    remote: isHttp && !isGateway && told ? told : caller.ip,
    destination: server === "web" ? "10.9.0.1" : called ? "10.96.0.2" : "10.9.0.9",
    port,
    sni: sni ?? "",
    ...(isHttp && seen && { http: seen }),
    ...(isHttp && token && { token }),
  });
}
