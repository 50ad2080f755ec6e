// The Pods that Istio's walk-throughs call from: curl and sleep inside the mesh, notsleep outside of it,
// and the plain nginx Pod that is there before Istio is.
// Look at: `kubectl get pods -A`, where the Pods inside have one container more than those outside, and
// what httpbin says of the caller's identity.
//   kubectl -n clients exec deploy/curl -- curl -s http://httpbin.clients:8000/headers
//   kubectl -n outside exec deploy/notsleep -- curl -s http://httpbin.clients:8000/headers
import * as k8s from "@pulumi/kubernetes";
import { Client, Httpbin, MeshMode, MeshNamespace } from "istio-mesh";

const inside = new MeshNamespace("clients", { dataPlaneMode: MeshMode.Sidecar });
const outside = new MeshNamespace("outside", { dataPlaneMode: MeshMode.None });

const httpbin = new Httpbin("httpbin", { namespace: inside.name });

// A certificate for calls without a sidecar is in /etc/<name>/tls once somebody makes the Secret.
const callers = ["curl", "sleep"].map(
  (name) => new Client(name, { namespace: inside.name, tlsSecret: `${name}-secret` }),
);
// On another node than httpbin, where there are several.
new Client("notsleep", {
  namespace: outside.name,
  tlsSecret: "notsleep-secret",
  antiAffinityTo: "httpbin",
});

// As `kubectl run test --image=nginx` makes it. A Pod that runs already stays without a sidecar until
// it is created anew in a namespace that has them.
new k8s.core.v1.Pod("test", {
  metadata: { name: "test", namespace: outside.name, labels: { run: "test" } },
  spec: { containers: [{ name: "test", image: "nginx" }] },
});

export const host = httpbin.host;
export const principals = callers.map(({ principal }) => principal);
