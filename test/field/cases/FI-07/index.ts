// @ts-nocheck: run without types, as users run it.
// Images come from a registry of the company, which asks for a pull secret.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane, IngressGateway } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const gatewayApi = { manifest: config.require("gatewayApi") };

const hub = "registry.example.com/mesh";
const pull = ["mesh-pull"];
const mesh = new ControlPlane("mesh", {
  profile: "ambient",
  size: "small",
  charts,
  gatewayApi,
  hub,
  values: {
    istiod: { global: { imagePullSecrets: pull } },
    cni: { global: { imagePullSecrets: pull } },
    ztunnel: { global: { imagePullSecrets: pull } },
  },
});
new IngressGateway(
  "edge",
  { charts, serviceType: "ClusterIP", values: { imagePullSecrets: pull } },
  { dependsOn: [mesh] },
);
