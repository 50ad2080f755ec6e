import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { under } from "../../../arguments/fields";
import { dnsLabel, port, type Test } from "../../../arguments/predicates";
import { checkUnique } from "../../../arguments/unique";
import { isKnown } from "../../../arguments/when-known";
import { coversHost } from "../../../values/host";
import { Dialect } from "../../routing/dialect";
import type { AppGatewayArgs } from "./app-gateway-args";
import { edgeHost } from "./edge-host";
import { checkedTls } from "./edge-tls";
import { GatewayProtocol, type GatewayServer, GatewayTlsMode } from "./gateway-server-args";

/** A server with its defaults filled in. */
export interface EdgeServer extends GatewayServer {
  /** Path of the argument that it comes from; empty for the short form. */
  at: string;
  name: string;
  hosts: pulumi.Input<string>[];
  redirectToHttps: boolean;
  tlsInFront: boolean;
}

const isPassthrough = ({ tls }: GatewayServer) => tls?.mode === GatewayTlsMode.Passthrough;

/** Which routes a server needs. */
export const takes = {
  http: ({ protocol, redirectToHttps, tlsInFront }: EdgeServer) =>
    protocol === GatewayProtocol.Https ||
    (protocol === GatewayProtocol.Http && (!redirectToHttps || tlsInFront)),
  tls: (server: EdgeServer) => server.protocol === GatewayProtocol.Tls && isPassthrough(server),
  tcp: (server: EdgeServer) =>
    server.protocol === GatewayProtocol.Tcp ||
    (server.protocol === GatewayProtocol.Tls && !isPassthrough(server)),
};

/** Whether clients without TLS get a redirect where the others are served. */
export const redirectsSome = ({ redirectToHttps, tlsInFront }: EdgeServer): boolean =>
  redirectToHttps && tlsInFront;

/** Whether every client gets a redirect. */
export const redirectsAll = ({ redirectToHttps, tlsInFront }: EdgeServer): boolean =>
  redirectToHttps && !tlsInFront;

/** Names that stay when servers are added behind. */
function withNames(servers: readonly GatewayServer[]): string[] {
  const seen: Record<string, number> = {};
  return servers.map(({ name, protocol }) => {
    const base = String(protocol).toLowerCase();
    const count = (seen[base] ?? 0) + 1;
    seen[base] = count;
    return name ?? (count === 1 ? base : `${base}-${count}`);
  });
}

/** Ports that Envoy and the agent beside it use themselves in the gateway's Pods. */
const reserved = [15000, 15001, 15004, 15006, 15008, 15009, 15020, 15021, 15053, 15090];

const serverPort: Test<number> = (value) =>
  port(value) ??
  (reserved.includes(value)
    ? `${value} is one that Istio's proxy uses itself (${reserved.join(", ")}); choose another`
    : undefined);

/** A host that a wildcard of the same server stands for already says nothing. */
function checkCovered(check: ArgumentCheck, path: string, hosts: readonly string[]): void {
  hosts.forEach((host, i) => {
    const wider = hosts.find((other) => other !== host && coversHost(other, host));
    if (wider !== undefined) {
      check.fail(
        `${path}[${i}]`,
        `"${host}" has no effect beside "${wider}", which stands for it already; leave it out, its routes may still name it in hosts`,
      );
    }
  });
}

function checkedHosts(
  check: ArgumentCheck,
  at: string,
  server: GatewayServer,
  dialect: Dialect,
): EdgeServer["hosts"] {
  const path = under(at, "hosts");
  const hosts = server.hosts ?? ["*"];
  if (hosts.length === 0) {
    check.fail(path, 'is empty; leave it out to serve every host ("*")');
  }
  checkUnique(check, hosts, (i) => `${path}[${i}]`);
  const listed = hosts.filter(isKnown);
  checkCovered(check, path, listed);
  const nameless = server.protocol === GatewayProtocol.Tcp && listed.some((host) => host !== "*");
  if (nameless && dialect === Dialect.GatewayApi) {
    check.fail(path, "names hosts, and plain connections carry none; leave it out");
  }
  return hosts.map((host, i) => check.input(`${path}[${i}]`, host, edgeHost));
}

function checkProtocol(check: ArgumentCheck, at: string, server: GatewayServer): void {
  const { protocol, tls, redirectToHttps, tlsInFront } = server;
  if (redirectToHttps && protocol !== GatewayProtocol.Http) {
    check.fail(
      under(at, "redirectToHttps"),
      `is for protocol HTTP only, and protocol is ${protocol}: only plain requests can be sent elsewhere`,
    );
  }
  if (tlsInFront && protocol !== GatewayProtocol.Http) {
    check.fail(
      under(at, "tlsInFront"),
      `is for protocol HTTP only, and protocol is ${protocol}: TLS that ends in front does not end here`,
    );
  }
  const needsTls = protocol === GatewayProtocol.Https || protocol === GatewayProtocol.Tls;
  if (needsTls && !tls) {
    check.fail(under(at, "tls"), `is missing; protocol ${protocol} needs it`);
  }
  if (!needsTls && tls) {
    const instead = protocol === GatewayProtocol.Http ? "HTTPS, or use redirectToHttps" : "TLS";
    check.fail(
      under(at, "tls"),
      `is for HTTPS and TLS, and protocol is ${protocol}; make it ${instead}`,
    );
  }
}

/** Port that clients call with TLS, and a load balancer in front without. */
const httpsPort = 443;

/** Who gets what a client sends to the address with `https://`. */
const answersHttps = ({ protocol, port: number, tlsInFront, redirectToHttps }: EdgeServer) =>
  protocol === GatewayProtocol.Https ||
  tlsInFront ||
  (protocol === GatewayProtocol.Http && number === httpsPort && !redirectToHttps);

/** A redirect leads nowhere unless something answers under the same name. */
function checkRedirects(check: ArgumentCheck, servers: readonly EdgeServer[]): void {
  const answered = servers.filter(answersHttps).flatMap(({ hosts }) => hosts);
  if (!answered.every(isKnown)) {
    return;
  }
  for (const { at, hosts } of servers.filter(({ redirectToHttps }) => redirectToHttps)) {
    hosts.forEach((host, i) => {
      if (isKnown(host) && !answered.some((other) => coversHost(other, host))) {
        check.fail(
          `${under(at, "hosts")}[${i}]`,
          `"${host}" is redirected to HTTPS, and no server with protocol HTTPS serves it; where a load balancer in front ends TLS, write tlsInFront: true on the server that gets its requests, and only clients without TLS are redirected`,
        );
      }
    });
  }
}

function checkNames(check: ArgumentCheck, servers: readonly EdgeServer[]): void {
  const path = (i: number) => under(servers[i]?.at ?? "", "name");
  const names = servers.map(({ name }) => name);
  names.forEach((name, i) => {
    check.plain(path(i), name, dnsLabel);
  });
  checkUnique(check, names, path);
}

const shortForm = ({ hosts, port: number = 80 }: AppGatewayArgs): GatewayServer => ({
  port: number,
  protocol: GatewayProtocol.Http,
  ...(hosts && { hosts }),
});

/** Checks each server by itself; what comes back is safe to use. */
export function checkedServers(
  check: ArgumentCheck,
  args: AppGatewayArgs,
  dialect: Dialect,
): EdgeServer[] {
  const { servers } = args;
  for (const name of ["hosts", "port"] as const) {
    if (servers && args[name] !== undefined) {
      check.fail(name, "is short for a server; with servers, write it there");
    }
  }
  if (servers?.length === 0) {
    check.fail("servers", "is empty; leave it out to serve HTTP on port 80");
  }
  const given = servers ?? [shortForm(args)];
  const names = withNames(given);
  const checked = given.map((server, i): EdgeServer => {
    const at = servers ? `servers[${i}]` : "";
    checkProtocol(check, at, server);
    const tls = server.tls && checkedTls(check, under(at, "tls"), server, dialect);
    return {
      at,
      name: names[i] ?? "",
      port: check.input(under(at, "port"), server.port, serverPort),
      protocol: server.protocol,
      hosts: checkedHosts(check, at, server, dialect),
      redirectToHttps: server.redirectToHttps ?? false,
      tlsInFront: server.tlsInFront ?? false,
      ...(tls && { tls }),
    };
  });
  checkNames(check, checked);
  checkRedirects(check, checked);
  return checked;
}
