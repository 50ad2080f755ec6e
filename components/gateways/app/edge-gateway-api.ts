import * as pulumi from "@pulumi/pulumi";
import type { Metadata } from "../../../arguments/argument-check";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { hostsOverlap } from "../../../values/host";
import {
  proxyConfigAnnotation,
  tlsModeOption,
  waitForAnnotation,
} from "../../../values/known-names";
import { withMetadata } from "../../metadata";
import type { GatewayListener, GatewaySpec } from "../../resources/gateway/gateway";
import type {
  HTTPRouteParentRef,
  HTTPRouteRuleBackendRef,
} from "../../resources/gateway/http-route";
import type { TCPRouteSpec } from "../../resources/gateway/tcp-route";
import type { TLSRouteSpec } from "../../resources/gateway/tls-route";
import type { NamedObject } from "../../resources/named-object";
import { backendRef, type Target } from "../../routing/http/http-options-destination";
import { versionService } from "../../routing/service-host";
import type { GatewayInfrastructure } from "./app-gateway-args";
import type { EdgeSpec } from "./app-gateway-plan";
import { reachOf } from "./edge-listener-reach";
import { gatewayParameters, type Listener, listenersOf } from "./edge-listeners";
import { contextOf, type Planned, plannedGateway, plannedRoute, suffixed } from "./edge-object";
import type { EdgeTarget } from "./edge-route";
import { type EdgeServer, takes } from "./edge-servers";
import { GatewayTlsMode } from "./gateway-server-args";

/** Istio's options for what a listener has no field for. */
function tlsOptions({ mode, cipherSuites }: NonNullable<EdgeServer["tls"]>) {
  const options = {
    ...(mode === GatewayTlsMode.Mutual && { [tlsModeOption]: mode }),
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

const parametersSuffix = "-parameters";

/** What istiod lays over the Service that it makes, when something is asked of it. */
export function parameters({ servers, ...spec }: EdgeSpec) {
  const data = gatewayParameters(servers);
  const { name, namespace, labels, annotations } = spec;
  const metadata = { name: suffixed(name, parametersSuffix), namespace, labels, annotations };
  return data && { metadata, data };
}

/** Some of the settings, which may arrive with the others. */
const settings = (
  all: pulumi.Input<GatewayInfrastructure>,
  read: (known: GatewayInfrastructure) => pulumi.Input<Metadata | undefined>,
): pulumi.Input<Metadata | undefined> =>
  isKnown(all) ? read(all) : pulumi.output(all).apply((known) => pulumi.output(read(known)));

const withServiceType = ({ annotations, serviceType }: GatewayInfrastructure) =>
  withMetadata(
    annotations,
    serviceType === undefined ? {} : { [serviceTypeAnnotation]: serviceType },
  );

function infrastructure(spec: EdgeSpec) {
  const { infrastructure: given, args, name, servers } = spec;
  const { numTrustedProxies } = args;
  const annotations = withMetadata(settings(given, withServiceType), {
    ...(numTrustedProxies !== undefined && {
      // The proxy reads it once, when it starts; istiod rolls its Pods when it changes.
      [proxyConfigAnnotation]: JSON.stringify({ gatewayTopology: { numTrustedProxies } }),
    }),
  });
  const labels = withMetadata(settings(given, ({ labels: own }) => own));
  const made = {
    ...(annotations && { annotations }),
    ...(labels && { labels }),
    ...(gatewayParameters(servers) && {
      parametersRef: { group: "", kind: "ConfigMap", name: suffixed(name, parametersSuffix) },
    }),
  };
  return Object.keys(made).length > 0 ? made : undefined;
}
const untilAddressed = { [waitForAnnotation]: "jsonpath={.status.addresses[0].value}" };

/** The Gateway, with a listener for each host, and what istiod is to make for it. */
export function gatewayApiGateway(spec: EdgeSpec): NamedObject<GatewaySpec> {
  const made = infrastructure(spec);
  const object = plannedGateway(spec, {
    gatewayClassName: spec.gatewayClassName,
    ...(made && { infrastructure: made }),
    listeners: listenersOf(spec.servers).map((one) => listener(one, spec.routesElsewhere)),
  });
  return { ...object, annotations: withMetadata(object.annotations, untilAddressed) };
}

/**
 * Parents of a route for some of the servers: the Gateway alone, one of its ports, or where neither says
 * which ones, the listeners by their names: one that redirects must not get the routes of the others.
 */
export function parentRefs(
  spec: EdgeSpec,
  isFor: (server: EdgeServer) => boolean,
  hosts?: readonly pulumi.Input<string>[],
): HTTPRouteParentRef[] {
  const listeners = listenersOf(spec.servers)
    .filter(({ server }) => isFor(server))
    .filter(({ host }) => !hosts || hosts.some((name) => mayMeet(name, host)));
  const { name } = spec;
  const { whole, port } = reachOf(spec.servers, isFor);
  if (listeners.length === 0) {
    return [];
  }
  return whole
    ? [{ name }]
    : port === undefined
      ? listeners.map((listener) => ({ name, sectionName: listener.name }))
      : [{ name, port }];
}

const mayMeet = (one: pulumi.Input<string>, other: pulumi.Input<string>): boolean =>
  !isKnown(one) || !isKnown(other) || hostsOverlap(one, other);

/** A short name with the version is that of a Service beside the route, a full one that of a host. */
const versionTarget = ({ service = "", port, isFull }: EdgeTarget, version: string): Target =>
  isFull ? { service: versionService(service, version), port } : { service, port, version };

/** Where requests go: the Service, or one for each version with its weight. */
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
    plannedRoute(spec, `-tls-${(route.sniHosts[0] ?? "").replace("*", "any")}`, {
      parentRefs: parentRefs(spec, takes.tls, route.sniHosts),
      hostnames: route.sniHosts,
      rules: [{ backendRefs: backends(route, spec) }],
    }),
  );

/** One TCPRoute for each server, since nothing else tells its connections apart. */
export const tcpRoutes = (spec: EdgeSpec): Planned<TCPRouteSpec>[] =>
  spec.tcpRoutes.map((route) =>
    plannedRoute(spec, `-tcp-${route.server.name}`, {
      parentRefs: parentRefs(spec, (server) => server.name === route.server.name),
      rules: [{ backendRefs: backends(route, spec) }],
    }),
  );
