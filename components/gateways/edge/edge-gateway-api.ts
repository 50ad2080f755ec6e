import type * as pulumi from "@pulumi/pulumi";
import type { GatewayListener, GatewaySpec } from "../../resources/gateway/gateway";
import type { HTTPRouteRuleBackendRef, HTTPRouteSpec } from "../../resources/gateway/http-route";
import type { TCPRouteSpec } from "../../resources/gateway/tcp-route";
import type { TLSRouteSpec } from "../../resources/gateway/tls-route";
import { withMetadata } from "../../resources/metadata";
import type { NamedObject } from "../../resources/named-object";
import { backendRef } from "../../traffic/http/http-options-destination";
import { gatewayApiHttpRule } from "../../traffic/http/http-options-rule";
import { isKnown, whenKnown } from "../../validation/when-known";
import { overlap } from "./edge-host";
import { contextOf, type Planned, planned } from "./edge-object";
import type { EdgeTarget } from "./edge-route";
import { type EdgeServer, takes } from "./edge-server";
import type { EdgeSpec } from "./edge-spec";
import { GatewayTlsMode } from "./gateway-tls-mode";

/** A listener has one host name; a server with several becomes as many. */
interface Listener {
  name: string;
  host: pulumi.Input<string>;
  server: EdgeServer;
}

const listenersOf = (servers: readonly EdgeServer[]): Listener[] =>
  servers.flatMap((server) =>
    server.hosts.map((host, i) => ({
      name: i === 0 ? server.name : `${server.name}-${i + 1}`,
      host,
      server,
    })),
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

function listener({ name, host, server }: Listener): GatewayListener {
  const { port, protocol, tls } = server;
  return {
    name,
    port,
    protocol,
    // No host name at all stands for any.
    ...(host !== "*" && { hostname: host }),
    ...(tls && { tls: listenerTls(tls) }),
  };
}

const serviceTypeAnnotation = "networking.istio.io/service-type";

function infrastructure({ infrastructure: { serviceType, ...given } }: EdgeSpec) {
  const annotations = withMetadata(
    given.annotations,
    serviceType === undefined ? {} : { [serviceTypeAnnotation]: serviceType },
  );
  const labels = withMetadata(given.labels);
  const both = { ...(annotations && { annotations }), ...(labels && { labels }) };
  return Object.keys(both).length > 0 ? both : undefined;
}

export function gatewayApiGateway(spec: EdgeSpec): NamedObject<GatewaySpec> {
  const made = infrastructure(spec);
  return planned(spec, "", {
    gatewayClassName: spec.gatewayClassName,
    ...(made && { infrastructure: made }),
    listeners: listenersOf(spec.servers).map(listener),
  }).object;
}

/** Every listener by its name: one that redirects must not get the routes of the others. */
const parentRefs = (spec: EdgeSpec, isFor: (listener: Listener) => boolean) =>
  listenersOf(spec.servers)
    .filter(isFor)
    .map(({ name }) => ({ name: spec.name, sectionName: name }));

const mayMeet = (one: pulumi.Input<string>, other: pulumi.Input<string>): boolean =>
  !isKnown(one) || !isKnown(other) || overlap(one, other);

function backends(
  { service, port, versions }: EdgeTarget,
  spec: EdgeSpec,
): HTTPRouteRuleBackendRef[] {
  const context = contextOf(spec);
  return (
    versions?.map(({ name, weight }) => ({
      ...backendRef({ service, port, version: name }, context),
      weight,
    })) ?? [backendRef({ service, port }, context)]
  );
}

export function httpRoutes(spec: EdgeSpec): Planned<HTTPRouteSpec>[] {
  const routes = spec.groups.map(({ suffix, hosts, routes: rules }) =>
    planned(spec, suffix, {
      parentRefs: parentRefs(
        spec,
        ({ server, host }) => takes.http(server) && hosts.some((name) => mayMeet(name, host)),
      ),
      ...(!hosts.includes("*") && { hostnames: hosts }),
      rules: rules.map((rule) =>
        gatewayApiHttpRule(rule, backends(rule, spec), contextOf(spec, rule)),
      ),
    }),
  );
  const redirected = parentRefs(spec, ({ server }) => server.redirectToHttps);
  return redirected.length > 0
    ? [...routes, planned(spec, "-redirect", redirectToHttps(redirected))]
    : routes;
}

const redirectToHttps = (parents: { name: pulumi.Input<string>; sectionName: string }[]) => ({
  parentRefs: parents,
  rules: [
    {
      filters: [
        { type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } } as const,
      ],
    },
  ],
});

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
