import type { MeshObject } from "../../analysis/objects/mesh-object";
import { type Connection, connection, type Destination, type Request, request } from "./envoy";
import { runField, type StackOutputs } from "./field-program";
import { type KubernetesObject, objectsAmong } from "./objects";
import type { JudgedRequest } from "./rbac-decision";
import { refuses } from "./rbac-decision";
import { type Envoy, type ProxyConfig, ProxyKind, type ProxySpec, translate } from "./translate";

/** What an example becomes: its objects, and what istiod makes of them for proxies. */
export interface World {
  objects: readonly KubernetesObject[];
  /** What its user is told of mistakes. */
  complaints: readonly string[];
  configs: Record<string, ProxyConfig>;
}

/** A question to an example, and the answer that its reader was promised. */
export interface Ask {
  what: string;
  answer(world: World): unknown;
  expected: unknown;
}

/** How an example is asked. */
export interface Asked {
  /** Proxies that carry the requests. @default - none: the example is asked for its objects */
  proxies?: readonly ProxySpec[];
  /** What stands in the cluster beside the example, such as Services of others. @default - nothing */
  objects?: readonly MeshObject[];
  /** What the control plane is told. @default - Istio's defaults */
  meshConfig?: Record<string, unknown>;
  /** @default false, unless there is a waypoint */
  ambient?: boolean;
  /** What other stacks hand out to it. @default - it refers to none */
  stacks?: StackOutputs;
  /** Where it has several clusters: name of the provider of the one that is asked. @default - all of it */
  cluster?: string;
  /** Why no request can be asked, where that is so. */
  noRequest?: string;
  asks: readonly Ask[];
}

/** Runs an example as Pulumi does, and asks istiod for its proxies. */
export async function worldOf(example: string, asked: Asked): Promise<World> {
  const { proxies = [], meshConfig, ambient, stacks, cluster } = asked;
  const seen = await runField(`examples/${example}/index.ts`, {}, stacks);
  const isMeant = ({ provider }: { provider: string }) =>
    cluster === undefined || provider === cluster;
  const objects = objectsAmong(seen.asked.filter(isMeant));
  const complaints = [...seen.refusals.map(({ text }) => text), ...seen.warnings];
  const all = [...objects, ...(asked.objects ?? [])];
  const question = { objects: all.filter(isKnown), proxies };
  const options = { ...(meshConfig && { meshConfig }), ...(ambient && { ambient }) };
  const configs = proxies.length > 0 ? await translate({ ...question, ...options }) : {};
  return { objects, complaints, configs };
}

/** istiod reads no certificates of cert-manager and no patches of what others own. */
const isKnown = ({ apiVersion }: MeshObject) => !/cert-manager/.test(apiVersion);

const proxyOf = ({ configs }: World, name: string): ProxyConfig => {
  const config = configs[name];
  if (!config) {
    throw new Error(`there is no proxy ${name}`);
  }
  return config;
};

const destinationText = ({ host, port, subset, weight }: Destination): string => {
  // Between networks a cluster is named as the server name is.
  if (Number.isNaN(port)) {
    return `${weight} ${host}`;
  }
  const [short, namespace] = host.split(".");
  const name = host.endsWith(".svc.cluster.local") ? `${short}.${namespace}` : host;
  return `${weight} ${name}:${port}${subset ? ` ${subset}` : ""}`;
};

const destinationsText = (all: readonly Destination[]): string =>
  all
    .filter(({ weight }) => weight > 0)
    .map(destinationText)
    .join(", ");

/** What a proxy does with a request, in one line. */
function answerText(config: ProxyConfig, wanted: Request): string {
  const found = request(config, wanted);
  if (!found) {
    return "404";
  }
  const { destinations, mirrors, redirect, status, timeout, retries, route } = found;
  const { fault } = faultOf(route);
  const parts = [
    status && `${status}`,
    redirect && `redirect ${JSON.stringify(redirect)}`,
    destinationsText(destinations),
    mirrors.length > 0 && `copies ${destinationsText(mirrors)}`,
    timeout && timeout !== "0s" && `within ${timeout}`,
    retries?.numRetries && `${retries.numRetries} retries`,
    rewriteText(route.route),
    fault,
  ];
  return parts.filter(Boolean).join("; ");
}

const rewriteText = ({ prefixRewrite, regexRewrite }: Envoy = {}): string | undefined => {
  const path = prefixRewrite ?? regexRewrite?.substitution;
  return path && `as ${path}`;
};

function faultOf(route: { typedPerFilterConfig?: Record<string, unknown> }) {
  const found = route.typedPerFilterConfig?.["envoy.filters.http.fault"] as
    | { delay?: { fixedDelay?: string }; abort?: { httpStatus?: number } }
    | undefined;
  const delay = found?.delay && `after ${found.delay.fixedDelay}`;
  const abort = found?.abort && `fails with ${found.abort.httpStatus}`;
  return { fault: delay ?? abort };
}

/** Where a request goes. */
export const gets = (
  proxy: string,
  wanted: Request,
  expected: string,
  what = `${wanted.method ?? "GET"} ${wanted.host}${wanted.path ?? "/"}`,
): Ask => ({
  what: `${what}, by ${proxy}: ${expected}`,
  answer: (world) => answerText(proxyOf(world, proxy), wanted),
  expected,
});

/** Where a connection goes. */
export const connects = (proxy: string, wanted: Connection, expected: string): Ask => ({
  what: `a connection to ${wanted.sni ?? wanted.host ?? ""}:${wanted.port}, by ${proxy}: ${expected}`,
  answer: (world) =>
    destinationsText(connection(proxyOf(world, proxy), wanted) ?? []) || "nobody takes it",
  expected,
});

/** Whether a proxy's rules let a request in. */
export const judges = (
  proxy: string,
  wanted: JudgedRequest,
  passes: boolean,
  what: string,
): Ask => ({
  what: `${what}, by ${proxy}: ${passes ? "passes" : "403"}`,
  answer: (world) => !refuses(proxyOf(world, proxy), "virtualInbound", wanted),
  expected: passes,
});

/** What one field of the objects says. */
export const says = (what: string, answer: (world: World) => unknown, expected: unknown): Ask => ({
  what,
  answer,
  expected,
});

export const objectOf = ({ objects }: World, kind: string, name: string): KubernetesObject => {
  const found = objects.find((one) => one.kind === kind && one.metadata?.name === name);
  if (!found) {
    throw new Error(`no ${kind} ${name}`);
  }
  return found;
};

const proxy =
  (kind: ProxyKind) =>
  (name: string, namespace: string, labels?: Record<string, string>): ProxySpec => ({
    name,
    kind,
    namespace,
    ...(labels && { labels }),
  });

/** A sidecar of somebody who calls, or of a workload with these labels. */
export const sidecar = proxy(ProxyKind.Sidecar);
export const waypoint = proxy(ProxyKind.Waypoint);
export const gateway = proxy(ProxyKind.Gateway);

/** The usual ingress gateway. */
export const ingress = gateway("ingress", "istio-ingress", { istio: "ingressgateway" });
