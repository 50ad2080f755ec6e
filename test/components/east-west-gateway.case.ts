import { EastWestGateway } from "../../components";
import type { ComponentCase } from "../support/component-case";
import { beside, changesOf } from "../support/transitions/changes";

const network = "network1";

export default {
  component: "EastWestGateway",
  samples: [
    {
      what: "from the chart, open for other networks",
      create: (name, opts, common) => new EastWestGateway(name, { ...common, network }, opts),
    },
    {
      what: "from the chart, closed, with its own namespace",
      create: (name, opts, common) =>
        new EastWestGateway(
          name,
          { ...common, network, exposeServices: false, namespace: "edge", createNamespace: true },
          opts,
        ),
    },
    {
      what: "in ambient mode",
      create: (name, opts, common) =>
        new EastWestGateway(name, { ...common, network, profile: "ambient" }, opts),
    },
  ],
  refusals: [
    {
      what: "no network, when no control plane has one",
      create: () => new EastWestGateway("x", {}),
      at: "network",
      says: /is missing; write it here, or better as network of the ControlPlane/,
    },
    {
      what: "a network that is no label",
      create: () => new EastWestGateway("x", { network: "network 1" }),
      at: "network",
      says: /"network 1" is not a label value/,
    },
    {
      what: "ports, which the chart has of its own",
      create: () => new EastWestGateway("x", { network, ports: [{ name: "tls", port: 15443 }] }),
      at: "ports",
      says: /cannot work: between networks the ports are 15021, 15443, 15012 and 15017/,
    },
    {
      what: "a number of Pods in ambient mode",
      create: () => new EastWestGateway("x", { network, profile: "ambient", replicas: 2 }),
      at: "replicas",
      says: /2 is for the gateway from the chart, and profile is "ambient"/,
    },
  ],
  outputs: [
    "address",
    "hostname",
    "ip",
    "name",
    "namespace",
    "network",
    "principal",
    "selector",
    "serviceHost",
  ],
  plain: ["createNamespace", "deleteNamespace", "exposeServices", "gatewayName", "version"],
  handles: ["namespace", "network", "revision"],
  rendered: true,
  changes: changesOf(EastWestGateway, {
    bases: {
      sidecar: { network: "network1" },
      ambient: { network: "network1", profile: "ambient" },
    },
    readAtStart: ["numTrustedProxies"],
    values: {
      serviceAnnotations: [{ "example.com/lb": "internal" }],
      loadBalancerClass: ["example.com/lb"],
      loadBalancerSourceRanges: [["10.0.0.0/8"], ["192.168.0.0/16"]],
      autoscaling: [
        { min: 2, max: 4 },
        { min: 4, max: 8 },
      ],
      podDisruptionBudget: [beside({ replicas: 2 }, { minAvailable: 1 })],
      resources: [{ requests: { cpu: "200m" } }],
      values: [{ terminationGracePeriodSeconds: 60 }],
      deleteNamespace: [beside({ namespace: "edge", createNamespace: true }, true)],
      gatewayName: ["other"],
      network: ["network2"],
    },
    fixed: {
      ports: "between networks the ports are Istio's",
      extraPorts: "between networks the ports are Istio's",
    },
  }),
} satisfies ComponentCase;
