// The sidecars of a namespace learn of their own services and those of the control plane, and let no
// request out to a host that the mesh does not know.
// Look at: `istioctl proxy-config cluster` of a workload, before and after.
import * as k8s from "@pulumi/kubernetes";
import { MeshMode, MeshNamespace, OutboundTrafficPolicy, SidecarScope } from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });

new k8s.core.v1.Service("catalog", {
  metadata: { namespace: shop.name, name: "catalog" },
  spec: { selector: { app: "catalog" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
});

const scope = new SidecarScope("shop", {
  namespace: shop.name,
  hosts: ["./*", "istio-system/*"],
  outboundTrafficPolicy: OutboundTrafficPolicy.RegistryOnly,
});

export const sidecar = scope.name;
