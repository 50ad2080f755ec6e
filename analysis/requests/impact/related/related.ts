import type { AuthorizationPolicySpec } from "../../../../schemas/kinds/security/authorization-policy";
import type { Declared } from "../../../mesh/declared-set";
import { isRefused } from "../../../mesh/declared-set";
import type { Mesh } from "../../../mesh/mesh";
import { type Labels, selects } from "../../../mesh/model/selector";
import { known } from "../../../mesh/not-judged";
import { httpRoutesOf } from "../../routes/virtual-service-http";
import { conditionsOf } from "../../routes/virtual-service-match";
import type { Wish } from "../asking/part";
import { policyWishes } from "../asking/policy-parts";
import { wishOf } from "../asking/route-parts";
import { tokenWishes } from "../asking/token-parts";
import { apiWishes } from "./api-wishes";
import { gatewayParts } from "./gateway-parts";
import {
  apiRoutesAt,
  apiRoutesFor,
  targetsOfApiRoute,
  targetsOfVirtualService,
  virtualServicesFor,
  withDelegates,
} from "./routes-of";
import { serversOf } from "./servers-of";

/** Where a host is called: by workloads of the mesh, or at a gateway. */
export interface Scope {
  readonly host: string;
  /** `namespace/name`; absent for callers of the mesh. */
  readonly gateway?: string;
}

/** What of a set has a say in requests to a host. */
export interface Related {
  readonly objects: ReadonlySet<Declared>;
  /** What conditions ask of requests, without those of who asks. */
  readonly wishes: readonly Wish[];
  readonly policies: readonly Declared<AuthorizationPolicySpec>[];
  /** Namespaces whose clients are treated apart. */
  readonly namespaces: ReadonlySet<string>;
  /** Labels of clients that are treated apart. */
  readonly sources: readonly Labels[];
}

const isThere = (source: Declared): boolean => !isRefused(source);

/** What of a set has a say in requests to a host there. */
export function relatedTo(mesh: Mesh, { host, gateway }: Scope): Related {
  const routes = virtualServicesFor(mesh, host, gateway).flatMap((one) => withDelegates(mesh, one));
  const api = gateway === undefined ? apiRoutesFor(mesh, host) : apiRoutesAt(mesh, gateway, host);
  const targets = new Set([
    ...(gateway === undefined ? [host] : []),
    ...routes.flatMap(targetsOfVirtualService),
    ...api.flatMap((route) => targetsOfApiRoute(mesh, route)),
  ]);
  const ofMesh = gateway === undefined ? [] : [...targets];
  const behind = ofMesh.flatMap((one) => virtualServicesFor(mesh, one));
  const servers = [...targets].map((one) => serversOf(mesh, one));
  const entrance = gateway === undefined ? undefined : gatewayParts(mesh, gateway);
  const policies = [
    ...new Set([...(entrance?.policies ?? []), ...servers.flatMap((one) => one.policies)]),
  ];
  const authentications = [
    ...new Set([
      ...(entrance?.authentications ?? []),
      ...servers.flatMap((one) => one.authentications),
    ]),
  ];
  const virtualServices = [...new Set([...routes, ...behind])];
  const matches = routes
    .filter(({ source }) => isThere(source))
    .flatMap((one) => known(() => httpRoutesOf(mesh, one)) ?? [])
    .flatMap((one) => one.matches);
  return {
    objects: new Set([
      ...virtualServices.map(({ source }) => source),
      ...api,
      ...servers.flatMap(({ objects }) => objects),
    ]),
    wishes: unique([
      ...matches.map((match) => known(() => wishOf(conditionsOf(match))) ?? []),
      ...api.flatMap((route) => known(() => apiWishes(route)) ?? []),
      ...policies.flatMap((policy) => known(() => policyWishes(policy.spec)) ?? []),
      ...authentications.flatMap((one) => known(() => tokenWishes(one.spec)) ?? []),
    ]),
    policies,
    namespaces: new Set(
      [
        ...virtualServices.flatMap(({ source, exportTo }) => [
          source.id.namespace,
          ...(known(() => exportTo) ?? []),
        ]),
        ...matches.flatMap(({ spec }) => spec.sourceNamespace ?? []),
        ...servers.flatMap(({ hosts, rules }) =>
          [...hosts, ...rules].flatMap((one) => [
            one.namespace,
            ...(known(() => one.exportTo) ?? []),
          ]),
        ),
      ].filter((name) => name !== "*" && name !== "."),
    ),
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

const unique = (wishes: readonly Wish[]): Wish[] =>
  [...new Map(wishes.map((wish) => [JSON.stringify(wish), wish])).values()].filter(
    (wish) => wish.length > 0,
  );

/** Which of the labels that are treated apart a client has. */
export const sourcesOf = ({ sources }: Related, labels: Labels): string =>
  sources.map((selector) => (selects(selector, labels) ? "1" : "0")).join("");
