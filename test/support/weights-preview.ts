/** What `pulumi preview --json --show-sames` writes for a stack of two versions of a Service, of which the weights change. */

const state = (type: string, name: string, inputs: object) => ({
  urn: `urn:pulumi:dev::shop::kubernetes:${type}::${name}`,
  type: `kubernetes:${type}`,
  custom: true,
  inputs,
});

const workload = (version: string) =>
  state("apps/v1:Deployment", `web-${version}`, {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: `web-${version}`, namespace: "shop" },
    spec: {
      selector: { matchLabels: { app: "web", version } },
      template: {
        metadata: { labels: { app: "web", version } },
        spec: { containers: [{ name: "web", image: "web", ports: [{ containerPort: 8080 }] }] },
      },
    },
  });

const unchanged = [
  state("core/v1:Namespace", "shop", {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name: "shop", labels: { "istio-injection": "enabled" } },
  }),
  state("core/v1:Service", "web", {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "web", namespace: "shop" },
    spec: { selector: { app: "web" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
  }),
  workload("v1"),
  workload("v2"),
  state("networking.istio.io/v1:DestinationRule", "web", {
    apiVersion: "networking.istio.io/v1",
    kind: "DestinationRule",
    metadata: { name: "web", namespace: "shop" },
    spec: {
      host: "web.shop.svc.cluster.local",
      subsets: ["v1", "v2"].map((version) => ({ name: version, labels: { version } })),
    },
  }),
];

/** A route by weights, as a state of Pulumi has it. */
export const route = (...weights: [subset: string, weight: number][]) =>
  state("networking.istio.io/v1:VirtualService", "web", {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: { name: "web", namespace: "shop" },
    spec: {
      hosts: ["web.shop.svc.cluster.local"],
      http: [
        {
          route: weights.map(([subset, weight]) => ({
            destination: { host: "web.shop.svc.cluster.local", subset },
            weight,
          })),
        },
      ],
    },
  });

/** The route as it is deployed. */
const before = route(["v1", 90], ["v2", 10]);

/** The preview of a program that has another route. */
export const previewTo = (after: ReturnType<typeof route>) => ({
  steps: [
    ...unchanged.map((own) => ({ op: "same", urn: own.urn, oldState: own, newState: own })),
    { op: "update", urn: before.urn, oldState: before, newState: after },
  ],
  diagnostics: [],
  changeSummary: { same: unchanged.length, update: 1 },
});
