// Bookinfo as clusters of different kinds want it, each in a namespace of its own: Pods without any
// privilege, addresses of both families, a port of every node, and an Ingress in place of a Gateway.
// Look at: the Services of `dualstack`, and Pods that start although `psa` lets only those in that
// keep to the level `restricted`.
import * as k8s from "@pulumi/kubernetes";
import { Bookinfo, IpFamily, MeshMode, MeshNamespace, ServiceType } from "istio-mesh";

const registry = "registry.istio.io/release";

// Without sidecars, which need privileges of their own unless Istio's CNI plugin is installed.
const psa = new MeshNamespace("psa", {
  dataPlaneMode: MeshMode.Ambient,
  labels: { "pod-security.kubernetes.io/enforce": "restricted" },
});
new Bookinfo("psa", { namespace: psa.name, registry, restricted: true });

const dualstack = new MeshNamespace("dualstack", { dataPlaneMode: MeshMode.Sidecar });
const [v4, v6] = [IpFamily.IPv4, IpFamily.IPv6];
new Bookinfo("dualstack", {
  namespace: dualstack.name,
  registry,
  services: {
    details: { ipFamilies: [v6, v4] },
    ratings: { ipFamilies: [v6, v4] },
    reviews: { ipFamilies: [v4, v6] },
    productpage: { ipFamilies: [v4, v6] },
  },
});

const nodeport = new MeshNamespace("nodeport", { dataPlaneMode: MeshMode.Sidecar });
new Bookinfo("nodeport", {
  namespace: nodeport.name,
  registry,
  services: { productpage: { type: ServiceType.NodePort } },
});

const ingress = new MeshNamespace("ingress", { dataPlaneMode: MeshMode.Sidecar });
const app = new Bookinfo("ingress", { namespace: ingress.name, registry });
const backend = { service: { name: "productpage", port: { number: 9080 } } };
const paths = {
  "/productpage": "Exact",
  "/static/": "Prefix",
  "/login": "Exact",
  "/logout": "Exact",
  "/api/v1/products": "Prefix",
};
// The class says that Istio's gateway is meant; the annotation of that meaning is deprecated.
const istioClass = new k8s.networking.v1.IngressClass("istio", {
  metadata: { name: "istio" },
  spec: { controller: "istio.io/ingress-controller" },
});
new k8s.networking.v1.Ingress(
  "gateway",
  {
    metadata: {
      name: "gateway",
      namespace: ingress.name,
    },
    spec: {
      ingressClassName: istioClass.metadata.name,
      rules: [
        {
          http: {
            paths: Object.entries(paths).map(([path, pathType]) => ({ path, pathType, backend })),
          },
        },
      ],
    },
  },
  { dependsOn: [app] },
);
