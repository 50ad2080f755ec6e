import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../../arguments/known-output";
import { whenKnown } from "../../../arguments/when-known";
import { withNamespace } from "../../../values/namespaced-name";
import { trafficPolicyClaim } from "../../policies/traffic/traffic-policy-claim";
import { type Claim, objectClaim } from "../../program/part";
import { Dialect } from "../dialect";
import { gatewayHostClaim } from "../gateway-host-claim";
import { meshRouteClaims } from "../mesh-route-claim";
import { serviceHost } from "../service-host";
import { CanaryProtocol } from "./canary-args";
import type { CanaryPlan } from "./canary-plan";

const onePerService =
  'one canary is for both positions (gateways: ["mesh", "namespace/name"]); for another split at the edge give the AppGateway\'s route `versions`';

const onePort =
  "of a Service with several ports one canary splits one; declare a Service of its own for the other port, with a canary of its own";

const oneRoute =
  "matches and options of a Canary are for all requests that it splits; take what only the other can say into a typed VirtualService or HTTPRoute, alone";

const ownName = "give the other object another name";

/** Names that are known, of what a canary is for. */
export interface CanaryNames {
  namespace: string;
  service: string;
}

/** A gateway with its namespace, which is the canary's own where none is named. */
export function fullGateway(gateway: pulumi.Input<string>, namespace: pulumi.Input<string>) {
  const [name, own] = [recall(gateway), recall(namespace)];
  return name !== undefined && own !== undefined
    ? withNamespace(name, own)
    : whenKnown([gateway, namespace], withNamespace);
}

/** Hosts at gateways, which have no name of the Service in them. */
export function canaryPositionClaims(
  { gateways, namespace, inputs }: CanaryPlan,
  hosts: readonly pulumi.Input<string>[],
): Claim[] {
  const all = inputs.gateways ?? [];
  return hosts.flatMap((host, i) =>
    gateways.map((gateway) =>
      gatewayHostClaim({
        gateway: fullGateway(gateway, namespace),
        host,
        path: gateways.length > 1 ? `gateways[${all.indexOf(gateway)}]` : `hosts[${i}]`,
        way: "leave the gateway out here, and give the route of the AppGateway this canary (`canary`)",
      }),
    ),
  );
}

function objectClaims(
  { dialect, kind, mesh, gateways, versions, policy }: CanaryPlan,
  names: CanaryNames,
) {
  const { namespace, service } = names;
  const claim = (what: string, name: string) =>
    objectClaim(what, [namespace, name], "service", ownName);
  const ofVersions = (what: string, suffix = "") =>
    versions.map(({ name }) => claim(what, `${service}-${name}${suffix}`));
  if (dialect === Dialect.Istio) {
    return [
      ...(mesh ? [claim("VirtualService", service)] : []),
      ...(gateways.length > 0 ? [claim("VirtualService", `${service}-gateway`)] : []),
      ...ofVersions("DestinationRule"),
    ];
  }
  const route = kind.mesh === CanaryProtocol.Tcp ? "TCPRoute" : "HTTPRoute";
  return [
    claim(`${route} of the Gateway API`, service),
    ...ofVersions("Service"),
    ...(policy ? ofVersions("DestinationRule", "-policy") : []),
  ];
}

/** Hosts to whose clients the canary says how to talk to them. */
const ruledHosts = (spec: CanaryPlan, { namespace, service }: CanaryNames) => {
  const of = (name: string) => serviceHost(name, namespace, spec.context.clusterDomain);
  return spec.dialect === Dialect.Istio
    ? [of(service)]
    : [of(service), ...spec.versions.map(({ name }) => of(`${service}-${name}`))];
};

/** What no other component may claim as well. */
export function canaryClaims(spec: CanaryPlan, names: CanaryNames, host: string): Claim[] {
  const { namespace, service } = names;
  return [
    {
      what: "canary of",
      key: [namespace, service],
      path: "service",
      way: spec.port === undefined ? onePerService : `${onePerService}; ${onePort}`,
    },
    ...(spec.mesh ? meshRouteClaims(host, spec.port, "service", oneRoute) : []),
    ...ruledHosts(spec, names).map((ruled) =>
      trafficPolicyClaim(
        { host: ruled, namespace },
        "service",
        "say it in `trafficPolicy` of the Canary: of two rules for one host one is without effect (KIA0201)",
      ),
    ),
    ...objectClaims(spec, names),
  ];
}
