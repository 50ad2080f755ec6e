import type { Mesh } from "../../mesh/mesh";
import type { Host, HostPort } from "../../mesh/model/services";
import { type Reading, readingOf } from "../access/inbound";
import { Outcome } from "../answer";
import type { Call } from "../call";
import type { Cluster } from "../cluster";
import type { Decision } from "../decision";
import type { MeshProxy } from "../mesh-proxy";
import { asRead } from "../read-path";
import type { Route, Weighted } from "../route";
import { routed } from "../routed";
import { defaultRoute } from "../routes/default-route";

import { type MeshRoutes, seenRoutes } from "../routes/mesh-routes";
import type { L4Match } from "../routes/virtual-service-l4";
import { type Step, stepOf } from "../trail";
import { wideDestinations } from "./waypoint-clusters";

const whole = 100;

/** Routes of the waypoint's own namespace and of the Service's: nobody else's are for it. */
const routesFor = (mesh: Mesh, { namespace }: MeshProxy, host: Host): readonly MeshRoutes[] =>
  seenRoutes(mesh, host.host, namespace).filter(
    (routes) => routes.namespace === namespace || routes.namespace === host.namespace,
  );

/** Labels of clients are not known to a waypoint: what asks for them is for nobody. */
const withoutLabels = (proxy: MeshProxy): MeshProxy => ({ ...proxy, labels: {} });

const itself = (host: Host, port: number, step: Step): Weighted => ({
  host: host.host,
  port,
  share: whole,
  step,
});

const portStep = ({ source }: Host, port: HostPort): Step => stepOf(source, port.path);

/** Whether routes are for the host by a wildcard. */
const isWide = ({ hosts }: MeshRoutes, { host }: Host): boolean => !hosts.includes(host);

function ofWideHost(mesh: Mesh, proxy: MeshProxy, route: Route): Route {
  const { action } = route;
  if (action.kind !== "forward") {
    return route;
  }
  const destinations = wideDestinations(mesh, proxy, action.destinations);
  const mirrors = wideDestinations(mesh, proxy, action.mirrors);
  return { ...route, action: { ...action, destinations, mirrors } };
}

function ofRequest(
  mesh: Mesh,
  proxy: MeshProxy,
  host: Host,
  port: HostPort,
  { http, claims }: Call,
): Decision {
  const own = portStep(host, port);
  if (http === undefined) {
    return { kind: "end", outcome: Outcome.Reset, steps: [own] };
  }
  const written = routesFor(mesh, proxy, host).flatMap((routes) =>
    routes
      .http(mesh, withoutLabels(proxy), port.port)
      .map((route) => (isWide(routes, host) ? ofWideHost(mesh, proxy, route) : route)),
  );
  const routes =
    written.length > 0 ? written : [defaultRoute(mesh, itself(host, port.port, own), [own])];
  return routed(routes, asRead(mesh, http), claims, []);
}

/** Rules by server names that ask for the Service itself go before those that ask for nothing. */
function ruleFor(mesh: Mesh, proxy: MeshProxy, host: Host, port: number) {
  const all = routesFor(mesh, proxy, host);
  const seen = withoutLabels({ ...proxy, namespace: "" });
  const byName = all
    .flatMap((routes) => routes.tls(mesh, seen, port))
    .find(({ sniHosts }) => sniHosts?.length === 1 && sniHosts[0] === host.host);
  return byName ?? all.flatMap((routes): readonly L4Match[] => routes.tcp(mesh, seen, port))[0];
}

function ofBytes(
  mesh: Mesh,
  proxy: MeshProxy,
  host: Host,
  port: HostPort,
  { http }: Call,
): Decision {
  const own = portStep(host, port);
  const rule = ruleFor(mesh, proxy, host, port.port);
  const destinations = rule?.destinations ?? [itself(host, port.port, own)];
  return {
    kind: "forward",
    forward: { kind: "forward", destinations, mirrors: [] },
    ...(http && { http }),
    isOfBytes: true,
    steps: rule?.steps ?? [own],
  };
}

const reads = (reading: Reading, { http }: Call): boolean =>
  reading === "requests" || (reading === "either" && http !== undefined);

/** What a waypoint does with a call to a Service or a host of a ServiceEntry that it stands for. */
export function waypointDecision(
  mesh: Mesh,
  proxy: MeshProxy,
  { host, port: number }: Cluster,
  call: Call,
): Decision {
  const port = host?.ports.find((one) => one.port === number && one.transport !== "UDP");
  if (host === undefined || port === undefined) {
    return { kind: "end", outcome: Outcome.Reset, steps: [] };
  }
  return reads(readingOf(port.protocol), call)
    ? ofRequest(mesh, proxy, host, port, call)
    : ofBytes(mesh, proxy, host, port, call);
}
