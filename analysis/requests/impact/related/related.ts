import type { AuthorizationPolicySpec } from "../../../../schemas/kinds/security/authorization-policy";
import type { Declared } from "../../../mesh/declared-set";
import { isRefused } from "../../../mesh/declared-set";
import { lazy } from "../../../mesh/lazy";
import type { Mesh } from "../../../mesh/mesh";
import { type Labels, selects } from "../../../mesh/model/selector";
import type { Routes } from "../../../mesh/model/virtual-services";
import { known } from "../../../mesh/not-judged";
import { httpRoutesOf } from "../../routes/virtual-service-http";
import { conditionsOf } from "../../routes/virtual-service-match";
import type { Wish } from "../asking/part";
import { policyWishes } from "../asking/policy-parts";
import { wishOf } from "../asking/route-parts";
import { tokenWishes } from "../asking/token-parts";
import { apiWishes } from "./api-wishes";
import { type GatewayParts, gatewayParts } from "./gateway-parts";
import { innerGateways } from "./inner-gateways";
import {
  type ApiRoute,
  apiRoutesAt,
  apiRoutesFor,
  targetsOfApiRoute,
  targetsOfVirtualService,
  virtualServicesFor,
  withDelegates,
} from "./routes-of";
import { type Servers, serversOf } from "./servers-of";

/** Where a host is called: by workloads of the mesh, or at a gateway. */
export interface Scope {
  readonly host: string;
  /** `namespace/name`; absent for callers of the mesh. */
  readonly gateway?: string;
}

/** All of a set that requests to a host have to do with. */
export interface Reach {
  readonly mesh: Mesh;
  /** VirtualServices that take the requests, and those that they hand over to. */
  readonly routes: readonly Routes[];
  /** Those for the hosts that a gateway sends them to, which count where a waypoint is on the way. */
  readonly behind: readonly Routes[];
  readonly api: readonly ApiRoute[];
  readonly servers: readonly Servers[];
  readonly entrance: GatewayParts | undefined;
  /** Gateways that they pass inside the mesh. */
  readonly inner: readonly GatewayParts[];
}

/** Routes that take requests to a host, of sidecars or at a gateway, and where these send them. */
function routedAt(mesh: Mesh, host: string, gateway?: string) {
  const routes = virtualServicesFor(mesh, host, gateway).flatMap((one) => withDelegates(mesh, one));
  const api = gateway === undefined ? apiRoutesFor(mesh, host) : apiRoutesAt(mesh, gateway, host);
  const targets = [
    ...routes.flatMap(targetsOfVirtualService),
    ...api.flatMap((route) => targetsOfApiRoute(mesh, route)),
  ];
  return { routes, api, targets };
}

/** What in a set requests to a host there have to do with. */
export function reachOf(mesh: Mesh, { host, gateway }: Scope): Reach {
  const own = routedAt(mesh, host, gateway);
  const first = [...new Set([...(gateway === undefined ? [host] : []), ...own.targets])];
  const inner = gateway === undefined ? innerGateways(mesh, first) : [];
  const all = [own, ...inner.flat().map((one) => routedAt(mesh, host, one))];
  const routes = [...new Set(all.flatMap((one) => one.routes))];
  const api = [...new Set(all.flatMap((one) => one.api))];
  const targets = [...new Set([...first, ...all.flatMap((one) => one.targets)])];
  const servers = lazy(() => targets.map((one) => serversOf(mesh, one)));
  return {
    mesh,
    routes,
    behind: gateway === undefined ? [] : targets.flatMap((one) => virtualServicesFor(mesh, one)),
    api,
    get servers() {
      return servers();
    },
    get entrance() {
      return gateway === undefined ? undefined : gatewayParts(mesh, gateway);
    },
    get inner() {
      return inner.flatMap(([one]) => (one === undefined ? [] : [gatewayParts(mesh, one)]));
    },
  };
}

/** Objects, and whether all of them are routes. */
export interface Some {
  readonly objects: ReadonlySet<Declared>;
  readonly areRoutes: boolean;
}

/** Whether any of some objects has a say there; those of the gateway itself are asked for by themselves. */
export const isReached = (reach: Reach, { objects, areRoutes }: Some): boolean =>
  reach.routes.some(({ source }) => objects.has(source)) ||
  reach.behind.some(({ source }) => objects.has(source)) ||
  reach.api.some((route) => objects.has(route)) ||
  (!areRoutes &&
    [...reach.servers, ...reach.inner].some((own) => own.objects.some((one) => objects.has(one))));

/** By what requests to a host, and their clients, are told apart. */
export interface Related {
  /** What conditions ask of requests, without those of who asks. */
  readonly wishes: readonly Wish[];
  readonly policies: readonly Declared<AuthorizationPolicySpec>[];
  /** Namespaces whose clients are treated apart. */
  readonly namespaces: ReadonlySet<string>;
  /** Labels of clients that are treated apart. */
  readonly sources: readonly Labels[];
}

const isThere = (source: Declared): boolean => !isRefused(source);

/** By what a set tells requests there apart. */
export function relatedTo({ mesh, routes, behind, api, servers, entrance, inner }: Reach): Related {
  const guards = [...(entrance ? [entrance] : []), ...inner, ...servers];
  const policies = [...new Set(guards.flatMap((one) => one.policies))];
  const authentications = [...new Set(guards.flatMap((one) => one.authentications))];
  const matches = routes
    .filter(({ source }) => isThere(source))
    .flatMap((one) => known(() => httpRoutesOf(mesh, one)) ?? [])
    .flatMap((one) => one.matches);
  const exporters = [
    ...[...routes, ...behind].map((one) => ({
      ...exportsOf(one),
      namespace: one.source.id.namespace,
    })),
    ...servers
      .flatMap(({ hosts, rules }) => [...hosts, ...rules])
      .map((one) => ({ ...exportsOf(one), namespace: one.namespace })),
  ];
  return {
    wishes: unique([
      ...matches.map((match) => known(() => wishOf(conditionsOf(match))) ?? []),
      ...api.flatMap((route) => known(() => apiWishes(route)) ?? []),
      ...policies.flatMap((policy) => known(() => policyWishes(policy.spec)) ?? []),
      ...authentications.flatMap((one) => known(() => tokenWishes(one.spec)) ?? []),
    ]),
    policies,
    namespaces: new Set([
      ...exporters.flatMap(({ namespace, exportTo }) => [namespace, ...exportTo]),
      ...matches.flatMap(({ spec }) => spec.sourceNamespace ?? []),
    ]),
    sources: [
      ...matches.flatMap<Labels>(({ spec }) => spec.sourceLabels ?? []),
      ...servers.flatMap(({ rules }) =>
        rules.flatMap<Labels>(
          (rule) => known(() => rule.source.spec.workloadSelector?.matchLabels) ?? [],
        ),
      ),
    ],
  };
}

const exportsOf = (one: { readonly exportTo: readonly string[] }) => ({
  exportTo: known(() => one.exportTo) ?? [],
});

const unique = (wishes: readonly Wish[]): Wish[] =>
  [...new Map(wishes.map((wish) => [JSON.stringify(wish), wish])).values()].filter(
    (wish) => wish.length > 0,
  );

/** Which of the labels that are treated apart a client has. */
export const sourcesOf = ({ sources }: Related, labels: Labels): string =>
  sources.map((selector) => (selects(selector, labels) ? "1" : "0")).join("");
