import { recall } from "../../../arguments/known-output";
import { isKnown } from "../../../arguments/when-known";
import { type Doubt, endChecks } from "../../program/doubt";
import { type Fact, fact, type Part } from "../../program/part";
import { Dialect } from "../../routing/dialect";
import { gatewayFact } from "../../routing/gateway-known";
import { mirrorChecks } from "../../routing/http/mirror";
import { serviceHost } from "../../routing/service-host";
import type { EdgeSpec } from "./app-gateway-plan";
import { edgeClaims, plainSelector } from "./edge-claims";
import { credentialChecks, credentialDoubts } from "./edge-credentials";
import { alsoChosen, chosenGateway, hiddenRoutes } from "./edge-gateway-choice";
import { hiddenHosts } from "./edge-hidden-hosts";
import { hiddenServices } from "./edge-hidden-services";
import { protocolDemands, protocolFacts } from "./edge-port-protocol";
import { routePortDemands } from "./edge-route-ports";
import { takes } from "./edge-servers";
import { splitDemands } from "./edge-split-demands";
import { topologyDoubts, trustedByPods } from "./edge-topology";

/** What other components of the program have to know to judge it. */
export const edgeDoubts = (spec: EdgeSpec): Doubt[] => [
  ...topologyDoubts(spec),
  ...hiddenRoutes(spec),
  ...credentialDoubts(spec),
];

function corsFacts(owner: string, spec: EdgeSpec): Fact[] {
  const { dialect, groups, namespace, name } = spec;
  const hosts = groups
    .filter(({ routes }) => routes.some(({ corsPolicy }) => corsPolicy !== undefined))
    .flatMap((group) => group.hosts.filter(isKnown));
  const [first] = groups.flatMap(({ routes }) =>
    routes.filter(({ corsPolicy }) => corsPolicy !== undefined),
  );
  const place =
    dialect === Dialect.Istio
      ? { labels: plainSelector(spec) ?? ("later" as const) }
      : { gateway: { namespace: recall(namespace), name: recall(name) } };
  return first
    ? [
        fact({
          topic: "cors",
          key: [],
          path: `${first.at}.corsPolicy`,
          value: { owner, hosts, ...place },
        }),
      ]
    : [];
}

/** Services that the routes name, each once; those that arrive later are nobody's to judge. */
function routeFacts(owner: string, { groups, namespace, name, clusterDomain }: EdgeSpec): Fact[] {
  const [where, what] = [recall(namespace), recall(name)];
  const gateways = where !== undefined && what !== undefined ? [`${where}/${what}`] : [];
  const hosts = groups
    .flatMap(({ routes }) => routes)
    .flatMap(({ service, at }) => {
      const host = service && recall(serviceHost(service, namespace, clusterDomain));
      return host === undefined ? [] : [[host, `${at}.service`] as const];
    });
  return [...new Map(hosts)].map(([host, path]) =>
    fact({ topic: "gatewayRoute", key: [], path, value: { owner, host, gateways } }),
  );
}

/** Servers that take TLS or plain connections let nobody look at requests. */
const takesNoHttp = ({ servers }: EdgeSpec): boolean =>
  servers.every((server) => takes.tls(server) || takes.tcp(server));

/** Hosts of its servers, when all of them are known while the program runs. */
function served({ servers }: EdgeSpec): { hosts?: readonly string[] } {
  const hosts = servers.flatMap((server) => server.hosts.map((host) => recall(host)));
  return hosts.includes(undefined) ? {} : { hosts: hosts.flatMap((host) => host ?? []) };
}

/** What an application's gateway says to the program that it is part of. */
export function edgePart(component: string, spec: EdgeSpec): Part {
  const owner = `AppGateway ${JSON.stringify(component)}`;
  const trusted = trustedByPods(spec);
  return {
    claims: edgeClaims(spec),
    facts: [
      ...corsFacts(owner, spec),
      ...routeFacts(owner, spec),
      ...protocolFacts(owner, spec),
      gatewayFact(spec.namespace, spec.name, "name", {
        owner,
        dialect: spec.dialect,
        ...(spec.dialect === Dialect.Istio && { labels: plainSelector(spec) ?? "later" }),
        ...(takesNoHttp(spec) && { withoutHttp: true }),
        ...served(spec),
        ...(trusted !== undefined && { numTrustedProxies: trusted }),
      }),
    ],
    demands: [...splitDemands(spec), ...protocolDemands(owner, spec), ...routePortDemands(spec)],
    atEnd: [
      ...endChecks(edgeDoubts(spec)),
      ...chosenGateway(spec),
      alsoChosen(spec),
      ...credentialChecks(spec),
      ...hiddenHosts(spec),
      ...hiddenServices(spec),
      ...(spec.args.routes ?? []).flatMap(({ mirrors }, i) =>
        mirrorChecks(`routes[${i}].mirrors`, mirrors),
      ),
    ],
  };
}
