import { IngressGateway } from "../../components";
import type { ComponentCase } from "../support/component-case";

export default {
  component: "IngressGateway",
  samples: [
    {
      what: "with its own namespace",
      create: (name, opts, common) => new IngressGateway(name, { ...common }, opts),
    },
    {
      what: "in a namespace of somebody else",
      create: (name, opts, common) =>
        new IngressGateway(name, { ...common, namespace: "edge", createNamespace: false }, opts),
    },
    {
      what: "by a Helm release",
      create: (name, opts) => new IngressGateway(name, { installer: "release" }, opts),
    },
  ],
  refusals: [
    {
      what: "a namespace that is no DNS label",
      create: () => new IngressGateway("x", { namespace: "Not A Label" }),
      at: "namespace",
      says: /"Not A Label" is not a DNS label/,
    },
    {
      what: "two ports of one name",
      create: () =>
        new IngressGateway("x", {
          ports: [
            { name: "http", port: 80 },
            { name: "http", port: 8080 },
          ],
        }),
      at: "ports[1].name",
      says: /"http" is used twice/,
    },
    {
      what: "a version without its three numbers",
      create: () => new IngressGateway("x", { version: "1.31" }),
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
    "serviceName",
  ],
  plain: ["createNamespace", "gatewayName", "version"],
  handles: ["controlPlaneVersion", "namespace", "revision"],
  rendered: true,
  notSubmitted: "the chart makes its objects, none of them of Istio's kinds",
} satisfies ComponentCase;
