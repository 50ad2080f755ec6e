import * as pulumi from "@pulumi/pulumi";
import { under } from "../../../arguments/fields";
import { recall, remember } from "../../../arguments/known-output";
import { whenKnown } from "../../../arguments/when-known";
import { gatewayApi, nameOverrideAnnotation, networkingApi } from "../../../values/known-names";
import { plainLabels } from "../../program/labels";
import { type Claim, kindWords, objectClaim } from "../../program/part";
import { Dialect } from "../../routing/dialect";
import { gatewayHostClaim } from "../../routing/gateway-host-claim";
import type { EdgeSpec } from "./app-gateway-plan";
import { gatewayApiGateway, parameters, tcpRoutes, tlsRoutes } from "./edge-gateway-api";
import { httpRoutes } from "./edge-http-routes";
import { istioGateway, virtualServices } from "./edge-istio";

type Named = { name: pulumi.Input<string>; namespace: pulumi.Input<string> };

/** Every object of the component with its kind. */
function objectsOf(spec: EdgeSpec): [group: string, kind: string, object: Named][] {
  const all = (group: string, kind: string, planned: { object: Named }[]) =>
    planned.map(({ object }): [string, string, Named] => [group, kind, object]);
  return spec.dialect === Dialect.Istio
    ? [
        [networkingApi, "Gateway", istioGateway(spec)],
        ...all(networkingApi, "VirtualService", virtualServices(spec)),
      ]
    : [
        [gatewayApi, "Gateway", gatewayApiGateway(spec)],
        ...[parameters(spec)]
          .filter((made) => made !== undefined)
          .map(({ metadata }): [string, string, Named] => ["", "ConfigMap", metadata]),
        ...all(gatewayApi, "HTTPRoute", httpRoutes(spec)),
        ...all(gatewayApi, "TLSRoute", tlsRoutes(spec)),
        ...all(gatewayApi, "TCPRoute", tcpRoutes(spec)),
      ];
}

const oneComponent =
  "serve it in one AppGateway, whose routes may go to other namespaces by full names, or give this one hosts or a port of its own";

/** `namespace/name` of the Gateway, as other routes name it. */
export function gatewayName({ namespace, name }: EdgeSpec): pulumi.Output<string> {
  const full = pulumi.interpolate`${namespace}/${name}`;
  const [ns, own] = [recall(namespace), recall(name)];
  if (ns !== undefined && own !== undefined) {
    remember(full, `${ns}/${own}`);
  }
  return full;
}

/** Labels in one order, so that the same labels are the same text. */
const asText = (labels: Record<string, unknown>): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(",");

/** Labels of the gateway's Pods, as far as they are known while the program runs. */
export const plainSelector = ({ selector }: EdgeSpec) => plainLabels(selector);

/** The gateway's Pods as one text: Gateways with one selector are one gateway. */
export function podsOf(spec: EdgeSpec): pulumi.Input<string> {
  const plain = plainSelector(spec);
  return plain ? asText(plain) : pulumi.output(spec.selector).apply(asText);
}

/** At one gateway the port of a host is in one Gateway. */
function listenerClaims(spec: EdgeSpec): Claim[] {
  const pods = podsOf(spec);
  return spec.servers.flatMap(({ at, port, hosts }) =>
    hosts.map((host, i) => ({
      what: "host at the port of the gateway",
      key: [pods, whenKnown([port], String), host],
      path: `${under(at, "hosts")}[${i}]`,
      way: oneComponent,
    })),
  );
}

/** Whose requests the component routes at its Gateway. */
const routeClaims = (spec: EdgeSpec): Claim[] =>
  spec.groups.flatMap(({ hosts }) =>
    hosts.map((host) =>
      gatewayHostClaim({
        gateway: gatewayName(spec),
        host,
        path: "routes",
        way: "leave its routes to one of the two; a route here takes the split of a Canary by `canary`",
      }),
    ),
  );

/** What istiod creates for a Gateway of its own class, under a name that follows from it. */
function deployedClaims({ namespace, name, gatewayClassName, args }: EdgeSpec): Claim[] {
  const annotations = recall(args.annotations ?? {});
  return gatewayClassName !== "istio" || !annotations || nameOverrideAnnotation in annotations
    ? []
    : [
        objectClaim(
          "Service",
          [namespace, whenKnown([name], (known: string) => `${known}-istio`)],
          "name",
          "istiod creates a Service of this name for the gateway, and takes it over; give one of them another name",
        ),
      ];
}

/** Objects that have their name from `name`, whatever routes are called. */
const isNotRoute: ReadonlySet<string> = new Set(["Gateway", "ConfigMap"]);

/** All that no other component of the program can have. */
export const edgeClaims = (spec: EdgeSpec): Claim[] => [
  ...objectsOf(spec).map(([group, kind, { namespace, name }]) =>
    objectClaim(
      kindWords({ group, kind }),
      [namespace, name],
      spec.args.routeName === undefined || isNotRoute.has(kind) ? "name" : "routeName",
      "give this one a name of its own",
    ),
  ),
  ...(spec.dialect === Dialect.Istio ? listenerClaims(spec) : deployedClaims(spec)),
  ...routeClaims(spec),
];
