// Stars that come from a database: MongoDB, MySQL, or MySQL on a machine outside the cluster, each in a
// namespace of its own. All readers see red stars, and of ratings only the version with the database is
// asked.
// Look at: one star on the page after the number in the database was changed, and the TCP metrics of the
// sidecar of ratings.
import * as k8s from "@pulumi/kubernetes";
import { Bookinfo, Canary, MeshMode, MeshNamespace, networking } from "istio-mesh";

const scenarios = {
  "ratings-db": "v2",
  "ratings-mysql": "v2-mysql",
  "ratings-mysql-vm": "v2-mysql-vm",
};
for (const [name, ratings] of Object.entries(scenarios)) {
  const { name: namespace } = new MeshNamespace(name, { dataPlaneMode: MeshMode.Sidecar });
  const registry = "registry.istio.io/release";
  const app = new Bookinfo(name, { namespace, registry, ratings: ["v1", ratings] });
  for (const [service, version] of [
    ["reviews", "v3"],
    ["ratings", ratings],
  ] as const) {
    new Canary(
      `${name}-${service}`,
      { service, namespace, versions: [{ name: version, weight: 100 }] },
      { dependsOn: [app] },
    );
  }
}

// The machine stands beside the cluster's Pods under the name that ratings asks for. A Service selects
// it by its labels, so that the name has an address also for who has no sidecar.
const { name: vm } = new MeshNamespace("vm", { dataPlaneMode: MeshMode.None });
const mysqldb = { app: "mysqldb" };
const service = new k8s.core.v1.Service("mysqldb", {
  metadata: { name: "mysqldb", namespace: vm },
  spec: { selector: mysqldb, ports: [{ name: "tcp", port: 3306 }] },
});
new networking.v1.WorkloadEntry(
  "mysqldb",
  {
    metadata: { name: "mysqldb", namespace: vm },
    spec: { address: "192.0.2.10", ports: { tcp: 3306 }, labels: mysqldb },
  },
  { dependsOn: [service] },
);
