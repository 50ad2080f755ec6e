import type { EgressGateway, IngressGateway } from "../../components";
import type { ComponentCase } from "./component-case";
import type { ComponentChanges } from "./transitions/changes";

/** The case of a gateway from the chart; the gateways differ in their defaults, not in their arguments. */
export const chartGatewayCase = (
  gateway: typeof IngressGateway | typeof EgressGateway,
  namespace: string,
  changes: ComponentChanges,
): ComponentCase => ({
  component: gateway.name,
  samples: [
    {
      what: "with its own namespace",
      create: (name, opts, common) => new gateway(name, { ...common }, opts),
    },
    {
      what: "in a namespace of somebody else",
      create: (name, opts, common) =>
        new gateway(name, { ...common, namespace, createNamespace: false }, opts),
    },
    {
      what: "by a Helm release",
      create: (name, opts) => new gateway(name, { installer: "release" }, opts),
    },
  ],
  refusals: [
    {
      what: "a namespace that is no DNS label",
      create: () => new gateway("x", { namespace: "Not A Label" }),
      at: "namespace",
      says: /"Not A Label" is not a DNS label/,
    },
    {
      what: "two ports of one name",
      create: () =>
        new gateway("x", {
          ports: [
            { name: "http", port: 80 },
            { name: "http", port: 8080 },
          ],
        }),
      at: "ports[1].name",
      says: /"http" is listed twice/,
    },
    {
      what: "a port of every node, and no Service that has one",
      create: () =>
        new gateway("x", {
          serviceType: "ClusterIP",
          ports: [{ name: "http", port: 80, nodePort: 30080 }],
        }),
      at: "ports[0].nodePort",
      says: /30080 is for a Service of type NodePort or LoadBalancer, and this one is ClusterIP/,
    },
    {
      what: "a pull secret in the words of the other charts",
      create: () => new gateway("x", { values: { imagePullSecrets: ["pull"] } }),
      at: "values.imagePullSecrets[0]",
      says: /"pull" is a name, and this chart wants \{ name: "pull" \}; or write imagePullSecrets/,
    },
    {
      what: "a version without its three numbers",
      create: () => new gateway("x", { version: "1.31" }),
      at: "version",
      says: /"1\.31" is not a version; write all three numbers/,
    },
  ],
  outputs: [
    "address",
    "hostname",
    "ip",
    "name",
    "namespace",
    "principal",
    "selector",
    "serviceHost",
  ],
  plain: ["createNamespace", "deleteNamespace", "gatewayName", "version"],
  handles: ["clusterDomain", "controlPlaneVersion", "imagePullSecrets", "namespace", "revision"],
  rendered: true,
  notSubmitted: "the chart makes its objects, none of them of Istio's kinds",
  changes,
});
