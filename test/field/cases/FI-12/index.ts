// @ts-nocheck: run without types, as users run it.
// One trusted proxy in front of a running gateway (step 1), then two (step 2).
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane, IngressGateway } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const step = config.getNumber("step") ?? 1;

const mesh = new ControlPlane("mesh", {
  profile: "sidecar",
  size: "small",
  charts,
  meshConfig: { defaultConfig: { gatewayTopology: { numTrustedProxies: step } } },
});
new IngressGateway(
  "edge",
  { charts, serviceType: "ClusterIP", replicas: 1, controlPlaneVersion: mesh.version },
  { dependsOn: [mesh] },
);
