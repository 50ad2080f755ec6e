import { EgressGateway } from "../../components";
import { chartGatewayCase } from "../support/chart-gateway-case";
import { beside, changesOf } from "../support/transitions/changes";

const extra = [{ name: "tcp", port: 31400 }];

export default chartGatewayCase(
  EgressGateway,
  "out",
  changesOf(EgressGateway, {
    bases: {
      "with its own namespace": {},
      "by a release": { installer: "release" },
    },
    readAtStart: ["numTrustedProxies"],
    values: {
      serviceAnnotations: [{ "example.com/lb": "internal" }],
      ports: [[{ name: "https", port: 443, targetPort: 8443 }], [{ name: "https", port: 8443 }]],
      extraPorts: [extra],
      loadBalancerClass: [beside({ serviceType: "LoadBalancer" }, "example.com/lb")],
      loadBalancerSourceRanges: [beside({ serviceType: "LoadBalancer" }, ["10.0.0.0/8"])],
      externalTrafficPolicy: [beside({ serviceType: "LoadBalancer" }, "Local")],
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
