import type { TrafficPolicy } from "../../../schemas/kinds/networking/destination-rule";
import { isIpAddress } from "../../../values/ip";
import { fields } from "../../mesh/fields";
import type { Mesh } from "../../mesh/mesh";
import { type Labels, selects } from "../../mesh/model/selector";
import type { Host, HostPort } from "../../mesh/model/services";
import type { Cluster, HopTls } from "../cluster";
import type { MeshProxy } from "../mesh-proxy";
import { type Step, stepOf } from "../trail";
import type { Backend } from "./backends/backend";
import { type Backends, backendsOf } from "./backends/backends-of";
import { type Discovery, discoveryOf, goesToCalled, isPassthrough } from "./discovery";
import { elsewhereOf } from "./elsewhere";
import { type Placement, placementOf } from "./locality";
import type { JoinedRule, JoinedSubset } from "./rules/joined-rule";
import { atPort, markedMode, withMesh, withSubset } from "./rules/traffic-policy";
import { withShares } from "./shares";
import { clientSide } from "./tls/client-side";
import {
  type HopSettings,
  hopOfWaypoint,
  hopTo,
  hopToCalled,
  hopToRequested,
  settingsOf,
} from "./tls/hop";

/** What a cluster is made of. */
export interface Ingredients {
  readonly host: Host;
  readonly port: HostPort;
  readonly subset: string | undefined;
  readonly rule: JoinedRule | undefined;
  /** Whether the proxy is the waypoint of the host. */
  readonly isOwn: boolean;
  /** Whether istiod tells the proxy who is there: not even waypoints are told of what is not exported to them. */
  readonly isTold: boolean;
}

/** A cluster, and how its proxy finds who stands behind it. */
export interface Built {
  readonly cluster: Cluster;
  readonly discovery: Discovery;
  /** How it speaks to whom it goes on to, where it goes to an address that it is not told. */
  readonly calledTls: HopTls;
}

/** Protocols in which the name that a request is for can be looked up. */
const named = new Set(["HTTP", "TLS", "GRPC", "HTTP2"]);

/** What decides who of the endpoints is asked, and what the set does not say. */
function notModelled(
  { source }: Host,
  policy: TrafficPolicy | undefined,
  { notModelled: byPlace }: Placement,
): string[] {
  const { internalTrafficPolicy } = fields(source.object.spec);
  return [
    ...(internalTrafficPolicy === "Local" ? ["internalTrafficPolicy: Local"] : []),
    ...(byPlace === undefined ? [] : [byPlace]),
    ...(policy?.tunnel ? ["a tunnel of a DestinationRule"] : []),
  ];
}

/** A proxy that is told who is there has no use for one that has a name. */
const hasUsefulAddress = ({ address, port }: Backend): boolean =>
  address === undefined || port === 0 || isIpAddress(address);

/** The steps of a rule that say something here. */
const stepsOf = (rule: JoinedRule | undefined, subset: JoinedSubset | undefined): Step[] => [
  ...(rule?.policy ? [rule.policy.step] : []),
  ...(subset ? [subset.step] : []),
];

function fitting(backends: readonly Backend[], labels: Labels): readonly Backend[] {
  return Object.keys(labels).length === 0
    ? backends
    : backends.filter((backend) => selects(labels, backend.labels));
}

/** The settings of a host at a port, as the clusters of a proxy have them. */
function policyOf(
  mesh: Mesh,
  { port: { port }, rule, isOwn }: Ingredients,
  subset: JoinedSubset | undefined,
): TrafficPolicy | undefined {
  const own = rule?.policy?.policy;
  const { trafficPolicy } = subset?.subset ?? {};
  return isOwn
    ? withSubset(own, trafficPolicy, port)
    : withSubset(withMesh(atPort(own, port), mesh.config), trafficPolicy, port);
}

function hopSettings(
  mesh: Mesh,
  { kind }: MeshProxy,
  { host, port, rule }: Ingredients,
  policy: TrafficPolicy | undefined,
  subset: JoinedSubset | undefined,
): HopSettings {
  const own = rule?.policy?.policy;
  const stated = subset === undefined ? own : subset.subset.trafficPolicy;
  const passesOn = isPassthrough(host) || goesToCalled(stated);
  const marked = subset && markedMode(subset.subset.trafficPolicy, port.port);
  return {
    ...clientSide(mesh, kind, host, port, { policy, rule, passesOn }),
    marked: marked ?? markedMode(own, port.port),
    sni: `outbound_.${port.port}_.${subset?.subset.name ?? ""}_.${host.host}`,
  };
}

/** Who of those behind a port is behind the cluster, and whether the set says all of them. */
function chosen(
  mesh: Mesh,
  { host, port, isTold }: Ingredients,
  discovery: Discovery,
  subset: JoinedSubset | undefined,
): Backends {
  if (discovery === "told" && !isTold) {
    return { all: [], known: true };
  }
  const { all, known } = backendsOf(mesh, host, port, discovery === "dns" ? "port" : "name");
  const useful = discovery === "told" ? all.filter(hasUsefulAddress) : all;
  return { all: fitting(useful, subset?.subset.labels ?? {}), known };
}

/** How a proxy speaks to one of those behind a cluster. */
function hopOf(mesh: Mesh, { isOwn }: Ingredients, discovery: Discovery, settings: HopSettings) {
  return (backend: Backend): HopTls =>
    isOwn
      ? hopOfWaypoint(backend, settings)
      : discovery === "called"
        ? hopToCalled(settings)
        : hopTo(mesh, backend, settings);
}

/** How a proxy speaks to an address that it is not told. */
function calledHop({ isOwn }: Ingredients, discovery: Discovery, settings: HopSettings): HopTls {
  if (isOwn) {
    return hopOfWaypoint({ hbone: false }, settings);
  }
  return discovery === "requested" ? hopToRequested(settings) : hopToCalled(settings);
}

/** Whether istiod makes a cluster, of a host for whose subset there is a rule if one is asked for. */
const isMade = (discovery: Discovery, { port, subset }: Ingredients, { all }: Backends): boolean =>
  discovery === "requested"
    ? subset === undefined && named.has(port.protocol)
    : discovery !== "dns" || all.length > 0;

/** The cluster of a port of a host, or of a subset; undefined where istiod makes none. */
export function builtCluster(mesh: Mesh, proxy: MeshProxy, of: Ingredients): Built | undefined {
  const { host, port, rule, isOwn } = of;
  const subset = rule?.subsets.find(({ subset: { name } }) => name === of.subset);
  if (of.subset !== undefined && subset === undefined) {
    return undefined;
  }
  const policy = policyOf(mesh, of, subset);
  const wider = isOwn ? [] : [subset?.subset.trafficPolicy, policyOf(mesh, of, undefined)];
  const discovery = discoveryOf(host, proxy.kind, [policy, ...wider]);
  const backends = chosen(mesh, of, discovery, subset);
  if (!isMade(discovery, of, backends)) {
    return undefined;
  }
  const settings = hopSettings(mesh, proxy, of, policy, subset);
  const placement = placementOf(mesh, host, policy, backends.all);
  const open = notModelled(host, policy, placement);
  const assumed = [placement.assumed, elsewhereOf(mesh, host)].filter((one) => one !== undefined);
  return {
    discovery,
    calledTls: calledHop(of, discovery, settings),
    cluster: {
      host,
      port: port.port,
      ...(of.subset !== undefined && { subset: of.subset }),
      endpoints: withShares(backends.all, hopOf(mesh, of, discovery, settings)),
      known: backends.known,
      settings: settingsOf(policy),
      steps: [stepOf(host.source, host.path), ...stepsOf(rule, subset), ...settings.steps],
      ...(open.length > 0 && { notModelled: open }),
      ...(assumed.length > 0 && { assumed }),
    },
  };
}
