// Two Pods with curl, one inside the mesh and one outside. Ask httpbin from both and look for
// X-Forwarded-Client-Cert in the answer: only the one inside shows an identity.
//   kubectl -n shop exec deploy/sleep -- curl -s http://httpbin.shop:8000/headers
//   kubectl -n outside exec deploy/notsleep -- curl -s http://httpbin.shop:8000/headers
import { Client, Httpbin, MeshMode, MeshNamespace } from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });
const outside = new MeshNamespace("outside", { dataPlaneMode: MeshMode.None });

const httpbin = new Httpbin("httpbin", { namespace: shop.name });

const inside = new Client("sleep", { namespace: shop.name });
new Client("notsleep", { namespace: outside.name, antiAffinityTo: "httpbin" });

export const host = httpbin.host;
export const principal = inside.principal;
