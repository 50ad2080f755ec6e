// @ts-nocheck: run without types, as users run it.
// Two gateways share the default namespace (step 1), then one of them goes (step 2).
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, ControlPlane, IngressGateway } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const step = config.getNumber("step") ?? 1;

const mesh = new ControlPlane("mesh", { profile: "sidecar", size: "small", charts });
const after = { dependsOn: [mesh] };
const common = { charts, replicas: 1, serviceType: "ClusterIP" } as const;
new IngressGateway("public", { ...common, gatewayName: "istio-public" }, after);
if (step === 1) {
  new IngressGateway("internal", { ...common, gatewayName: "istio-internal" }, after);
}
