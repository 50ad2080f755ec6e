// Who gets the requests for reviews: every split and every rule of Istio's Bookinfo samples, each in a
// namespace of its own that is called after it, with the versions that it needs.
// Look at: the stars of the page in each namespace, and `kubectl -n reviews-90-10 get virtualservice
// reviews`. Moving from one state to the next changes weights of one object, never its name.
import {
  Bookinfo,
  Canary,
  type CanaryMatch,
  MeshMode,
  MeshNamespace,
  networking,
  ServiceRoute,
} from "istio-mesh";

/** Bookinfo in a namespace of its own, with sidecars. */
function bookinfo(name: string, versions: { reviews?: string[]; all?: boolean } = {}) {
  const { name: namespace } = new MeshNamespace(name, { dataPlaneMode: MeshMode.Sidecar });
  const { reviews, all } = versions;
  const app = new Bookinfo(name, {
    namespace,
    ...(reviews && { reviews }),
    ...(all && { details: ["v1", "v2"], ratings: ["v1", "v2", "v2-mysql", "v2-mysql-vm"] }),
  });
  return { namespace, app };
}

// A tester, whom the page names in this header once he has signed in.
const jason: CanaryMatch = { headers: [{ name: "end-user", exact: "jason" }], version: "v2" };

const splits: Record<string, { weights: Record<string, number>; matches?: CanaryMatch[] }> = {
  "reviews-90-10": { weights: { v1: 90, v2: 10 } },
  "reviews-80-20": { weights: { v1: 80, v2: 20 } },
  "reviews-50-v3": { weights: { v1: 50, v3: 50 } },
  "reviews-v2-v3": { weights: { v2: 50, v3: 50 } },
  "reviews-v3": { weights: { v3: 100 } },
  "reviews-test-v2": { weights: { v1: 100, v2: 0 }, matches: [jason] },
  "reviews-jason-v2-v3": { weights: { v3: 100, v2: 0 }, matches: [jason] },
};
for (const [name, { weights, matches }] of Object.entries(splits)) {
  const { namespace, app } = bookinfo(name, { reviews: Object.keys(weights) });
  new Canary(
    name,
    {
      service: "reviews",
      namespace,
      versions: Object.entries(weights).map(([version, weight]) => ({ name: version, weight })),
      ...(matches && { matches }),
    },
    { dependsOn: [app] },
  );
}

// The versions of every service, as one rule for each declares them.
const subsets = {
  productpage: ["v1"],
  reviews: ["v1", "v2", "v3"],
  ratings: ["v1", "v2", "v2-mysql", "v2-mysql-vm"],
  details: ["v1", "v2"],
};
const declare = (
  service: keyof typeof subsets,
  { namespace, app }: ReturnType<typeof bookinfo>,
  name: string,
  trafficPolicy?: networking.v1.TrafficPolicy,
) =>
  new networking.v1.DestinationRule(
    `${name}-${service}`,
    {
      metadata: { name: service, namespace },
      spec: {
        host: `${service}.${name}.svc.cluster.local`,
        ...(trafficPolicy && { trafficPolicy }),
        subsets: subsets[service].map((version) => ({ name: version, labels: { version } })),
      },
    },
    { dependsOn: [app] },
  );

// Everybody gets v1 of every service, while others run too.
const v1 = bookinfo("all-v1", { all: true });
for (const service of Object.keys(subsets) as (keyof typeof subsets)[]) {
  new ServiceRoute(
    `all-v1-${service}`,
    { service, namespace: v1.namespace, rules: [{ to: [{ version: "v1" }] }] },
    { dependsOn: [declare(service, v1, "all-v1")] },
  );
}

// The same versions, and clients' proxies speak mutual TLS because the rules say so.
const encrypted = bookinfo("all-mtls", { all: true });
for (const service of Object.keys(subsets) as (keyof typeof subsets)[]) {
  declare(service, encrypted, "all-mtls", { tls: { mode: "ISTIO_MUTUAL" } });
}

// All versions of reviews alike, and for each request a Pod that is drawn.
declare("reviews", bookinfo("reviews-random"), "reviews-random", {
  loadBalancer: { simple: "RANDOM" },
});
