// An Istio that somebody else installed, by Helm or istioctl, and goes on to look after: the program takes
// over nothing of it. A namespace that is there is adopted, so that only its labels are set here, and the
// gateway that is there is chosen by its labels.
// Look at: `kubectl get namespace shop --show-labels`; and `pulumi destroy`, after which Istio, the namespace
// and what runs in it are as they were before, but for sidecars, which go with the next start of a Pod.
import { AppGateway, Canary, MeshMode, MeshNamespace, MutualTls } from "istio-mesh";

const { name: namespace } = new MeshNamespace("shop", {
  dataPlaneMode: MeshMode.Sidecar,
  adopt: true,
  // Pods that run already get their sidecars now, a few at a time.
  restart: { deployments: ["catalog-v1", "catalog-v2"] },
});
new MutualTls("shop", { namespace });

// The Service catalog is there, and so are the Deployments of both versions.
const canary = new Canary("catalog", {
  service: "catalog",
  namespace,
  port: 80,
  versions: [
    { name: "v1", weight: 80 },
    { name: "v2", weight: 20 },
  ],
});
new AppGateway("shop", {
  namespace,
  hosts: ["shop.example.com"],
  // The labels of the gateway's Pods: `kubectl get pods -A -l istio --show-labels`.
  selector: { istio: "ingressgateway" },
  routes: [{ canary, port: 80 }],
});

export const host = canary.host;
