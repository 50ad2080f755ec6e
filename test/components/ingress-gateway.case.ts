import { IngressGateway } from "../../components";
import { chartGatewayCase } from "../support/chart-gateway-case";
import { beside, changesOf } from "../support/transitions/changes";

const extra = [{ name: "tcp", port: 31400 }];

export default chartGatewayCase(
  IngressGateway,
  "edge",
  changesOf(IngressGateway, {
    bases: {
      "with its own namespace": {},
      "in a namespace that exists": { namespace: "edge", createNamespace: false },
      "by a release": { installer: "release" },
    },
    readAtStart: ["numTrustedProxies"],
    values: {
      serviceAnnotations: [{ "example.com/lb": "internal" }],
      ports: [[{ name: "https", port: 443, targetPort: 8443 }], [{ name: "https", port: 8443 }]],
      extraPorts: [extra],
      loadBalancerClass: ["example.com/lb"],
      loadBalancerSourceRanges: [["10.0.0.0/8"], ["192.168.0.0/16"]],
      autoscaling: [
        { min: 2, max: 4 },
        { min: 4, max: 8 },
      ],
      podDisruptionBudget: [beside({ replicas: 2 }, { minAvailable: 1 })],
      resources: [{ requests: { cpu: "200m" } }],
      values: [{ terminationGracePeriodSeconds: 60 }],
      gatewayName: ["other"],
    },
  }),
);
