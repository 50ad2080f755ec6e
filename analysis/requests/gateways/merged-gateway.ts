import { isHttpProtocol } from "../../../values/port";
import type { GatewayConfig, ServerConfig } from "./gateway-config";

/** A server where it is merged with those of other gateways. */
export interface MergedServer {
  readonly gateway: GatewayConfig;
  readonly server: ServerConfig;
  /** Name of its route configuration; empty where it has none. */
  readonly routeName: string;
}

/** Servers of one port, protocol and address. */
interface MergedPort {
  readonly number: number;
  readonly protocol: string;
  readonly bind: string;
  readonly routeName: string;
  readonly servers: MergedServer[];
}

/** All servers of a proxy, merged as istiod does. */
export interface MergedGateway {
  readonly ports: readonly MergedPort[];
  /** Servers that share a route configuration. */
  readonly byRouteName: ReadonlyMap<string, readonly MergedServer[]>;
  /** Names of the gateways. */
  readonly gateways: readonly string[];
}

/** A gateway, and the ports of the Pods that a port of its servers stands for. */
export interface AppliedGateway {
  readonly config: GatewayConfig;
  readonly podPorts: (port: number) => readonly number[];
}

const isPassthrough = ({ tls }: ServerConfig): boolean =>
  tls?.mode === "PASSTHROUGH" || tls?.mode === "AUTO_PASSTHROUGH";

const isHttp = ({ protocol }: ServerConfig): boolean => isHttpProtocol(protocol);

/** Whether a server ends TLS and sees requests. */
export const isHttps = (server: ServerConfig): boolean =>
  server.protocol === "HTTPS" && server.tls !== undefined && !isPassthrough(server);

/** Whether a server sees requests, in plain text or after TLS. */
const seesRequests = (server: ServerConfig): boolean =>
  isHttp(server) || (server.protocol === "HTTPS" && !isPassthrough(server));

/** Settings of TLS on plain HTTP only answer redirects. */
const speaksTls = (server: ServerConfig): boolean => server.tls !== undefined && !isHttp(server);

function routeNameOf(server: ServerConfig, { name }: GatewayConfig, port: number): string {
  const bind = server.bind === "" ? "" : `.${server.bind}`;
  if (isHttp(server)) {
    return `http.${port}${bind}`;
  }
  return seesRequests(server) ? `https.${server.port}.${server.portName}.${name}${bind}` : "";
}

class Merge {
  readonly ports: MergedPort[] = [];
  readonly byRouteName = new Map<string, MergedServer[]>();
  /** The first server of a port that speaks plain text. */
  readonly #plain = new Map<number, MergedPort>();
  readonly #tlsHosts = new Set<string>();
  readonly #used = new Set<number>();

  constructor(readonly gateways: readonly string[]) {}

  add(config: GatewayConfig, server: ServerConfig, port: number): void {
    if (server.tls && this.#isRepeated(server, port)) {
      return;
    }
    const one = { gateway: config, server, routeName: routeNameOf(server, config, port) };
    if (!this.#used.has(port)) {
      this.#used.add(port);
      this.#open(one, port);
      return;
    }
    const plain = this.#plain.get(port);
    if (plain) {
      this.#besidePlain(one, plain, port);
    } else if (!speaksTls(server)) {
      this.#open(one, port);
    } else if (!(seesRequests(server) && this.byRouteName.has(one.routeName))) {
      this.#join(one, port);
    }
  }

  /** Envoy takes no two chains for one server name: a later server with such a host is left out. */
  #isRepeated({ hosts, bind }: ServerConfig, port: number): boolean {
    const keys = hosts.map((host) => `${port} ${bind} ${host}`);
    const isRepeated = keys.some((key) => this.#tlsHosts.has(key));
    if (!isRepeated) {
      for (const key of keys) {
        this.#tlsHosts.add(key);
      }
    }
    return isRepeated;
  }

  #besidePlain(one: MergedServer, plain: MergedPort, port: number): void {
    const { server, routeName } = one;
    if (plain.bind !== server.bind) {
      this.#join(one, port);
    } else if (isHttp(server) && isHttpProtocol(plain.protocol)) {
      plain.servers.push(one);
      this.#route(routeName, one);
    }
  }

  #find({ protocol, bind }: ServerConfig, port: number): MergedPort | undefined {
    return this.ports.find(
      (own) => own.number === port && own.protocol === protocol && own.bind === bind,
    );
  }

  #join(one: MergedServer, port: number): void {
    const known = this.#find(one.server, port);
    if (known === undefined) {
      this.#open(one, port);
      return;
    }
    known.servers.push(one);
    if (seesRequests(one.server)) {
      this.#route(one.routeName, one);
    }
  }

  #open(one: MergedServer, number: number): void {
    const { protocol, bind } = one.server;
    const made = { number, protocol, bind, routeName: one.routeName, servers: [one] };
    this.ports.push(made);
    if (!speaksTls(one.server)) {
      this.#plain.set(number, made);
    }
    // Servers at other addresses before it lose their place among the routes.
    if (seesRequests(one.server)) {
      this.byRouteName.set(one.routeName, [one]);
    }
  }

  #route(name: string, one: MergedServer): void {
    this.byRouteName.set(name, [...(this.byRouteName.get(name) ?? []), one]);
  }
}

/** The servers of gateways that a proxy takes, in istiod's order, as one. */
export function mergedGateway(applied: readonly AppliedGateway[]): MergedGateway {
  const merge = new Merge(applied.map(({ config }) => config.name));
  for (const { config, podPorts } of applied) {
    for (const server of config.servers) {
      for (const port of podPorts(server.port)) {
        merge.add(config, server, port);
      }
    }
  }
  return merge;
}
