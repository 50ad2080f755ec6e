import { EastWestGateway } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

export default changesOf(EastWestGateway, {
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
});
