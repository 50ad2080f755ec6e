// One program that serves two clusters, by a provider for each: the same shop runs in both, and the west gets
// the new version of the catalog first. Every component says by `provider` which cluster it is for; what two
// clusters declare alike is no contradiction.
// Look at: `kubectl --context west get virtualservices -A`, and the same in the east.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { AppGateway, Canary, MeshMode, MeshNamespace } from "istio-mesh";

// Names of the clusters in your kubeconfig.
const contexts = new pulumi.Config().getObject<Record<string, string>>("contexts") ?? {};

/** The shop in one of the clusters; this many requests in a hundred go to its new catalog. */
function shop(cluster: string, share: number): pulumi.Output<string> {
  const provider = new k8s.Provider(cluster, { context: contexts[cluster] ?? cluster });
  const { name: namespace } = new MeshNamespace(
    `shop-${cluster}`,
    { name: "shop", dataPlaneMode: MeshMode.Sidecar },
    { provider },
  );
  const service = new k8s.core.v1.Service(
    `catalog-${cluster}`,
    {
      metadata: { name: "catalog", namespace },
      spec: { selector: { app: "catalog" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
    },
    { provider },
  );
  const versions = ["v1", "v2"].map((version) => {
    const labels = { app: "catalog", version };
    return new k8s.apps.v1.Deployment(
      `catalog-${cluster}-${version}`,
      {
        metadata: { name: `catalog-${version}`, namespace },
        spec: {
          selector: { matchLabels: labels },
          template: {
            metadata: { labels },
            spec: {
              containers: [{ name: "catalog", image: "docker.io/mccutchen/go-httpbin:v2.15.0" }],
            },
          },
        },
      },
      { provider },
    );
  });
  const canary = new Canary(
    `catalog-${cluster}`,
    {
      service: "catalog",
      namespace,
      versions: [
        { name: "v1", weight: 100 - share },
        { name: "v2", weight: share },
      ],
    },
    { provider, dependsOn: [service, ...versions] },
  );
  new AppGateway(
    `shop-${cluster}`,
    {
      name: "shop",
      namespace,
      hosts: ["shop.example.com"],
      routes: [{ canary, port: 80 }],
    },
    { provider },
  );
  return canary.host;
}

export const west = shop("west", 50);
export const east = shop("east", 0);
