import { type Doubt, endChecks } from "../../program/doubt";
import { recall } from "../../program/known-output";
import { type Fact, fact, type Part } from "../../program/part";
import { Dialect } from "../../traffic/dialect";
import { isKnown } from "../../validation/when-known";
import { edgeClaims, plainSelector } from "./edge-claims";
import { credentialDoubts } from "./edge-credentials";
import type { EdgeSpec } from "./edge-spec";
import { splitDemands } from "./edge-split-demands";
import { topologyDoubts } from "./edge-topology";

/** What other components of the program have to know to judge it. */
export const edgeDoubts = (spec: EdgeSpec): Doubt[] => [
  ...topologyDoubts(spec),
  ...credentialDoubts(spec),
];

function corsFacts(owner: string, spec: EdgeSpec): Fact[] {
  const { dialect, groups, namespace, name } = spec;
  const hosts = groups
    .filter(({ routes }) => routes.some(({ cors }) => cors !== undefined))
    .flatMap((group) => group.hosts.filter(isKnown));
  const [first] = groups.flatMap(({ routes }) => routes.filter(({ cors }) => cors !== undefined));
  const place =
    dialect === Dialect.Istio
      ? { labels: plainSelector(spec) ?? ("later" as const) }
      : { gateway: { namespace: recall(namespace), name: recall(name) } };
  return first
    ? [
        fact({
          topic: "cors",
          key: [],
          path: `${first.at}.cors`,
          value: { owner, hosts, ...place },
        }),
      ]
    : [];
}

/** What an application's gateway says to the program that it is part of. */
export const edgePart = (component: string, spec: EdgeSpec): Part => ({
  claims: edgeClaims(spec),
  facts: corsFacts(`AppGateway ${JSON.stringify(component)}`, spec),
  demands: splitDemands(spec),
  atEnd: endChecks(edgeDoubts(spec)),
});
