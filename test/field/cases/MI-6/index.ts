// @ts-nocheck: run without types, as users run it.
// Chart values that arrive later, and are secret.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane, IngressGateway } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const gatewayApi = { manifest: config.require("gatewayApi") };

const own = pulumi.secret({ pilot: { traceSampling: 5 } });
const mesh = new ControlPlane("mesh", {
  profile: "ambient",
  platform: "gke",
  charts,
  gatewayApi,
  hub: "registry.example.com/mesh",
  revision: "1-31-1",
  meshConfig: { trustDomain: "example.com" },
  values: { istiod: own },
});
new IngressGateway(
  "edge",
  {
    charts,
    serviceType: "ClusterIP",
    revision: "1-31-1",
    replicas: 3,
    values: pulumi.output({ podAnnotations: { "example.com/a": "b" } }),
  },
  { dependsOn: [mesh] },
);
