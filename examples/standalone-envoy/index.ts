// One Envoy in front of httpbin, without Istio: what a sidecar does, in a file of 60 lines. Ask it
// through its Service, and look at the file and at the counters of its retries:
//   kubectl -n plain exec deploy/curl -- curl -s -o /dev/null -w '%{http_code}\n' http://proxy/status/500
//   kubectl -n plain get configmap proxy -o jsonpath='{.data.envoy\.json}'
//   kubectl -n plain port-forward deploy/proxy 15000 & curl -s localhost:15000/stats | grep retry
import { Client, Httpbin, MeshMode, MeshNamespace, StandaloneEnvoy } from "istio-mesh";

const plain = new MeshNamespace("plain", { dataPlaneMode: MeshMode.None });

const httpbin = new Httpbin("httpbin", { namespace: plain.name });

const proxy = new StandaloneEnvoy(
  "proxy",
  {
    namespace: plain.name,
    upstream: httpbin.host,
    upstreamPort: 8000,
    timeout: "1s",
    retries: 3,
    retryOn: "5xx",
  },
  { dependsOn: [httpbin] },
);

new Client("curl", { namespace: plain.name });

export const host = proxy.host;
