// One Envoy in front of httpbin in three steps, as "Istio in Action", chapter 3, takes them: it passes
// requests on, it waits a second and no longer, it tries what failed three times more. The source notes' first
// example is the first step.
// Look at: `curl http://simple-change-timeout/delay/5` from the client, 504, and the counters of simple-retry:
// `kubectl -n plain port-forward deploy/simple-retry 15000 & curl -s localhost:15000/stats | grep retry`.
import { Client, Httpbin, MeshMode, MeshNamespace, StandaloneEnvoy } from "istio-mesh";

const { name: namespace } = new MeshNamespace("plain", { dataPlaneMode: MeshMode.None });
const httpbin = new Httpbin("httpbin", { namespace });
new Client("curl", { namespace });

const steps = {
  simple: {},
  "simple-change-timeout": { timeout: "1s" },
  "simple-retry": { retries: 3, retryOn: "5xx" },
};
for (const [name, step] of Object.entries(steps)) {
  new StandaloneEnvoy(
    name,
    { namespace, upstream: httpbin.host, upstreamPort: 8000, ...step },
    { dependsOn: [httpbin] },
  );
}
