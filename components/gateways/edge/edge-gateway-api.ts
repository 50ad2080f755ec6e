import type * as pulumi from "@pulumi/pulumi";
import type { GatewayListener, GatewaySpec } from "../../resources/gateway/gateway";
import type { HTTPRouteRuleBackendRef } from "../../resources/gateway/http-route";
import type { TCPRouteSpec } from "../../resources/gateway/tcp-route";
import type { TLSRouteSpec } from "../../resources/gateway/tls-route";
import { withMetadata } from "../../resources/metadata";
import type { NamedObject } from "../../resources/named-object";
import { versionService } from "../../resources/service-host";
import { backendRef, type Target } from "../../traffic/http/http-options-destination";
import { isKnown, whenKnown } from "../../validation/when-known";
import { overlap } from "./edge-host";
import { contextOf, type Planned, planned } from "./edge-object";
import type { EdgeTarget } from "./edge-route";
import { type EdgeServer, takes } from "./edge-server";
import type { EdgeSpec } from "./edge-spec";
import { GatewayTlsMode } from "./gateway-tls-mode";

/** A listener has one host name; a server with several becomes as many. */
export interface Listener {
  name: pulumi.Input<string>;
  host: pulumi.Input<string>;
  server: EdgeServer;
}

/**
 * A listener is named after its host: routes name listeners, and a name that moved to another host with
 * the list would take the requests with it.
 */
const listenerName = (server: string, host: pulumi.Input<string>): pulumi.Input<string> =>
  whenKnown([host], (name: string) =>
    name === "*" ? server : `${server}-${name.replace("*", "any")}`,
  );

const listenersOf = (servers: readonly EdgeServer[]): Listener[] =>
  servers.flatMap((server) =>
    server.hosts.map((host) => ({ name: listenerName(server.name, host), host, server })),
  );

/** Istio's options for what a listener has no field for. */
function tlsOptions({ mode, cipherSuites }: NonNullable<EdgeServer["tls"]>) {
  const options = {
    ...(mode === GatewayTlsMode.Mutual && { "gateway.istio.io/tls-terminate-mode": mode }),
    ...(cipherSuites && {
      "gateway.istio.io/tls-cipher-suites": whenKnown(cipherSuites, (...names: string[]) =>
        names.join(","),
      ),
    }),
  };
  return Object.keys(options).length > 0 ? options : undefined;
}

function listenerTls(tls: NonNullable<EdgeServer["tls"]>): GatewayListener["tls"] {
  if (tls.mode === GatewayTlsMode.Passthrough) {
    return { mode: "Passthrough" };
  }
  const options = tlsOptions(tls);
  return {
    mode: "Terminate",
    certificateRefs: [{ name: tls.credentialName ?? "" }],
    ...(options && { options }),
  };
}

/** Without a word of it, routes of the Gateway's own namespace only. */
const ofAllNamespaces = { allowedRoutes: { namespaces: { from: "All" } } } as const;

function listener({ name, host, server }: Listener, isOpen: boolean): GatewayListener {
  const { port, protocol, tls } = server;
  return {
    name,
    port,
    protocol,
    // No host name at all stands for any.
    ...(host !== "*" && { hostname: host }),
    ...(tls && { tls: listenerTls(tls) }),
    ...(isOpen && ofAllNamespaces),
  };
}

const serviceTypeAnnotation = "networking.istio.io/service-type";

/** The proxy reads it once, when it starts; istiod rolls its Pods when it changes. */
const proxyConfig = "proxy.istio.io/config";

function infrastructure({ infrastructure: { serviceType, ...given }, args }: EdgeSpec) {
  const { numTrustedProxies } = args;
  const annotations = withMetadata(given.annotations, {
    ...(serviceType !== undefined && { [serviceTypeAnnotation]: serviceType }),
    ...(numTrustedProxies !== undefined && {
      [proxyConfig]: JSON.stringify({ gatewayTopology: { numTrustedProxies } }),
    }),
  });
  const labels = withMetadata(given.labels);
  const both = { ...(annotations && { annotations }), ...(labels && { labels }) };
  return Object.keys(both).length > 0 ? both : undefined;
}

export function gatewayApiGateway(spec: EdgeSpec): NamedObject<GatewaySpec> {
  const made = infrastructure(spec);
  return planned(spec, "", {
    gatewayClassName: spec.gatewayClassName,
    ...(made && { infrastructure: made }),
    listeners: listenersOf(spec.servers).map((one) => listener(one, spec.routesElsewhere)),
  }).object;
}

/** Every listener by its name: one that redirects must not get the routes of the others. */
export const parentRefs = (spec: EdgeSpec, isFor: (listener: Listener) => boolean) =>
  listenersOf(spec.servers)
    .filter(isFor)
    .map(({ name }) => ({ name: spec.name, sectionName: name }));

export const mayMeet = (one: pulumi.Input<string>, other: pulumi.Input<string>): boolean =>
  !isKnown(one) || !isKnown(other) || overlap(one, other);

/** A short name with the version is that of a Service beside the route, a full one that of a host. */
const versionTarget = ({ service = "", port, isFull }: EdgeTarget, version: string): Target =>
  isFull ? { service: versionService(service, version), port } : { service, port, version };

export function backends(target: EdgeTarget, spec: EdgeSpec): HTTPRouteRuleBackendRef[] {
  const context = contextOf(spec);
  const { service, port, versions } = target;
  return (
    versions?.map(({ name, weight }) => ({
      ...backendRef(versionTarget(target, name), context),
      weight,
    })) ?? [backendRef({ service, port }, context)]
  );
}

/** A TLSRoute has one rule, so each of the routes is an object of its own, named by its first host. */
export const tlsRoutes = (spec: EdgeSpec): Planned<TLSRouteSpec>[] =>
  spec.tlsRoutes.map((route) =>
    planned(spec, `-tls-${(route.sniHosts[0] ?? "").replace("*", "any")}`, {
      parentRefs: parentRefs(
        spec,
        ({ server, host }) => takes.tls(server) && route.sniHosts.some((sni) => mayMeet(sni, host)),
      ),
      hostnames: route.sniHosts,
      rules: [{ backendRefs: backends(route, spec) }],
    }),
  );

export const tcpRoutes = (spec: EdgeSpec): Planned<TCPRouteSpec>[] =>
  spec.tcpRoutes.map((route) =>
    planned(spec, `-tcp-${route.server.name}`, {
      parentRefs: parentRefs(spec, ({ server }) => server.name === route.server.name),
      rules: [{ backendRefs: backends(route, spec) }],
    }),
  );
