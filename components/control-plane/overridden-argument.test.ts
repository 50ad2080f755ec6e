import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ingressGatewayPlan } from "../gateways/chart/ingress-gateway-plan";
import type { ControlPlaneArgs } from "./control-plane-args";
import { controlPlanePlan } from "./control-plane-plan";

type GatewayArgs = Parameters<typeof ingressGatewayPlan>[1];

const gateway = (args: GatewayArgs) => ingressGatewayPlan("edge", args);
const istiod = (args: Partial<ControlPlaneArgs>, values: object) =>
  controlPlanePlan("istio", { profile: "sidecar", ...args, values: { istiod: values } });

describe("values of a chart", () => {
  const ranges = ["203.0.113.0/24"];
  const refused: [GatewayArgs, string][] = [
    [
      { serviceType: "ClusterIP", values: { service: { type: "LoadBalancer" } } },
      'service.type: "LoadBalancer" is not serviceType, which is "ClusterIP"; leave it out',
    ],
    [
      {
        loadBalancerSourceRanges: ranges,
        values: { service: { loadBalancerSourceRanges: [] } },
      },
      'service.loadBalancerSourceRanges: [] is not loadBalancerSourceRanges, which is ["203.0.113.0/24"]; leave it out',
    ],
    [
      { serviceAnnotations: { internal: "true" }, values: { service: { annotations: null } } },
      'service.annotations: null is not serviceAnnotations, which is {"internal":"true"}; leave it out',
    ],
    [
      {
        serviceAnnotations: { internal: "true" },
        values: { service: { annotations: { internal: "false" } } },
      },
      'service.annotations.internal: "false" is not serviceAnnotations, which is "true"; leave it out',
    ],
    [
      { autoscaling: { min: 3 }, values: { autoscaling: { minReplicas: 1 } } },
      "autoscaling.minReplicas: 1 is not autoscaling, which is 3; leave it out",
    ],
    [
      { replicas: 3, values: { autoscaling: { enabled: true } } },
      "autoscaling.enabled: true leaves replicas without effect; leave one out",
    ],
    [
      { extraPorts: [{ name: "tcp", port: 31400 }], values: { service: { ports: [] } } },
      "service.ports: [] is not extraPorts, which is ",
    ],
  ];
  for (const [args, text] of refused) {
    it(`of a gateway do not win over an argument: ${text}`, () => {
      assert.throws(
        () => gateway(args),
        ({ message }: Error) => message.includes(`  values.${text}`),
      );
    });
  }

  const mode = (outbound: string) => ({ outboundTrafficPolicy: { mode: outbound } });
  const ofIstiod: [Partial<ControlPlaneArgs>, object, string][] = [
    [
      { meshConfig: mode("REGISTRY_ONLY") },
      { meshConfig: mode("ALLOW_ANY") },
      'meshConfig.outboundTrafficPolicy.mode: "ALLOW_ANY" is not meshConfig, which is "REGISTRY_ONLY"; leave it out',
    ],
    [{ cni: true }, { pilot: { cni: { enabled: false } } }, "pilot.cni.enabled: false is not cni"],
    [{ replicas: 3 }, { replicaCount: 1 }, "replicaCount: 1 is not replicas, which is 3"],
    [
      { replicas: 3 },
      { autoscaleEnabled: true },
      "autoscaleEnabled: true leaves replicas without effect; leave one out",
    ],
    [{ network: "a" }, { global: { network: "b" } }, 'global.network: "b" is not network, which'],
  ];
  for (const [args, values, text] of ofIstiod) {
    it(`of istiod do not win over an argument: ${text}`, () => {
      assert.throws(
        () => istiod(args, values),
        ({ message }: Error) => message.includes(`  values.istiod.${text}`),
      );
    });
  }

  it("are taken where no argument says it, where both say the same, and beside an argument", () => {
    const service = { type: "NodePort", annotations: { mine: "1" } };
    const accepted: GatewayArgs[] = [
      { values: { service } },
      { serviceType: "NodePort", values: { service } },
      { serviceAnnotations: { internal: "true" }, values: { service } },
      { autoscaling: { min: 3 }, values: { autoscaling: { enabled: true, maxReplicas: 9 } } },
      { loadBalancerSourceRanges: ranges, values: pulumi.output({ service }) },
      { resources: { requests: { cpu: "1" } }, values: { resources: { limits: { cpu: "2" } } } },
    ];
    for (const args of accepted) {
      assert.doesNotThrow(() => gateway(args));
    }
    const meshConfig = { ...mode("REGISTRY_ONLY"), accessLogFile: "/dev/stdout" };
    assert.doesNotThrow(() => istiod({ meshConfig: mode("REGISTRY_ONLY") }, { meshConfig }));
    assert.doesNotThrow(() => istiod({ hub: "mirror/istio" }, { global: { hub: "other/istio" } }));
  });
});
