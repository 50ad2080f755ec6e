// A gateway of the shop's own, from "Istio in Action", chapter 4: a Deployment of the shop's namespace
// whose container istiod writes, and a Role for the certificates there. `IngressGateway` installs the same
// by a chart. Look at: `kubectl -n istioinaction get pods`, whose one container is `istio-proxy`.
import * as k8s from "@pulumi/kubernetes";
import { AppGateway, Coolstore, MeshMode, MeshNamespace } from "istio-mesh";

const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});
const app = new Coolstore("coolstore", { namespace, localUsers: true });

const name = "my-user-gateway-injected";
const labels = { ingress: name };
const proxies = new k8s.apps.v1.Deployment(name, {
  metadata: { name, namespace },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: {
        labels: { ...labels, "sidecar.istio.io/inject": "true" },
        annotations: {
          "sidecar.istio.io/inject": "true",
          "inject.istio.io/templates": "gateway",
        },
      },
      // The webhook puts the proxy's image in place of this word.
      spec: { containers: [{ name: "istio-proxy", image: "auto" }] },
    },
  },
});
const service = new k8s.core.v1.Service(name, {
  metadata: { name, namespace },
  spec: {
    type: "LoadBalancer",
    selector: labels,
    ports: [
      { port: 80, name: "http" },
      { port: 443, name: "https" },
    ],
  },
});

const sds = `${name}-sds`;
new k8s.rbac.v1.Role(sds, {
  metadata: { name: sds, namespace },
  rules: [{ apiGroups: [""], resources: ["secrets"], verbs: ["get", "watch", "list"] }],
});
new k8s.rbac.v1.RoleBinding(sds, {
  metadata: { name: sds, namespace },
  roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: sds },
  subjects: [{ kind: "ServiceAccount", name: "default", namespace }],
});

const gateway = new AppGateway(
  "coolstore-gateway",
  {
    namespace,
    selector: labels,
    hosts: ["webapp.istioinaction.io"],
    routes: [{ service: "webapp", port: 80 }],
  },
  { dependsOn: [app, proxies, service] },
);

export const host = gateway.hosts;
