// @ts-nocheck: run without types, as users run it.
// Sidecars in a namespace whose Pods have to keep to Kubernetes' `baseline`.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, Client, ControlPlane, MeshNamespace } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");

const mesh = new ControlPlane("mesh", { profile: "sidecar", size: "small", charts });
const after = { dependsOn: [mesh] };
const shop = new MeshNamespace(
  "shop",
  { dataPlaneMode: "sidecar", labels: { "pod-security.kubernetes.io/enforce": "baseline" } },
  after,
);
new Client("client", { namespace: shop.name }, after);
