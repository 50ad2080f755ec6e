// What answers.test.ts deploys: Istio with sidecars, an ingress gateway, and the Gateway API.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane, IngressGateway } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const manifest = config.require("gatewayApi");

const mesh = new ControlPlane("istio", {
  profile: "sidecar",
  size: "small",
  charts,
  gatewayApi: { mode: "install", manifest },
});
new IngressGateway("ingress", { charts }, { dependsOn: [mesh] });
