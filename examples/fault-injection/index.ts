// A tester's requests wait for two seconds or fail; all others go on as before.
// Look at: what callers of the catalog do with that, before a real failure shows it.
import * as k8s from "@pulumi/kubernetes";
import { MeshMode, MeshNamespace, ServiceRoute } from "istio-mesh";

const shop = new MeshNamespace("shop", { dataPlaneMode: MeshMode.Sidecar });
const metadata = { namespace: shop.name };

const service = new k8s.core.v1.Service("catalog", {
  metadata: { ...metadata, name: "catalog" },
  spec: { selector: { app: "catalog" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
});

const slow = { name: "x-tester", exact: "slow" };
const broken = { name: "x-tester", exact: "broken" };

const route = new ServiceRoute(
  "catalog",
  {
    service: "catalog",
    namespace: shop.name,
    rules: [
      {
        name: "slow",
        matches: [{ headers: [slow] }],
        fault: { delay: { fixedDelay: "2s" } },
      },
      {
        name: "broken",
        matches: [{ headers: [broken] }],
        fault: { abort: { httpStatus: 503, percentage: 50 } },
      },
      { name: "rest" },
    ],
  },
  { dependsOn: [service] },
);

export const host = route.host;
