// @ts-nocheck: run without types, as users run it.
// Four Pods of a gateway (step 1) become at least four, by load (step 2).
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane, IngressGateway } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const step = config.getNumber("step") ?? 1;

const mesh = new ControlPlane("mesh", { profile: "sidecar", size: "small", charts });
new IngressGateway(
  "edge",
  {
    charts,
    serviceType: "ClusterIP",
    ...(step > 1 ? { autoscaling: { min: 4, max: 8 } } : { replicas: 4 }),
  },
  { dependsOn: [mesh] },
);
