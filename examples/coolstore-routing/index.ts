// Who gets webapp's requests for catalog, from "Istio in Action", chapter 5: v1 alone, v2 for a cohort, a
// tenth or half of all, and a copy of each request for v2. Each state is in a namespace of its own.
// Look at: `kubectl -n split-90-10 get virtualservice catalog`. Moving from one state to the next changes
// weights of one object.
import {
  Coolstore,
  ExternalProtocol,
  ExternalService,
  MeshMode,
  MeshNamespace,
  networking,
  ServiceRoute,
  type ServiceRouteRule,
} from "istio-mesh";

const v1 = "version-v1";
const v2 = "version-v2";

const split = (first: number, second: number): ServiceRouteRule => ({
  to: [
    { version: v1, weight: first },
    { version: v2, weight: second },
  ],
});
const states: Record<string, ServiceRouteRule[]> = {
  "catalog-v1": [{ to: [{ version: v1 }] }],
  "catalog-cohort": [
    {
      matches: [{ headers: [{ name: "x-istio-cohort", exact: "internal" }] }],
      to: [{ version: v2 }],
    },
    { to: [{ version: v1 }] },
  ],
  "split-90-10": [split(90, 10)],
  "split-50-50": [split(50, 50)],
  // v2 answers too, and nobody hears it: its requests have `-shadow` behind the host's name.
  "catalog-mirror": [
    { to: [{ version: v1, weight: 100 }], mirrors: [{ version: v2, percentage: 100 }] },
  ],
};

for (const [name, rules] of Object.entries(states)) {
  const { name: namespace } = new MeshNamespace(name, { dataPlaneMode: MeshMode.Sidecar });
  const app = new Coolstore(name, { namespace, catalogVersions: ["v1", "v2"] });
  const subsets = new networking.v1.DestinationRule(
    name,
    {
      metadata: { name: "catalog", namespace },
      spec: {
        host: `catalog.${name}.svc.cluster.local`,
        subsets: [
          { name: v1, labels: { version: "v1" } },
          { name: v2, labels: { version: "v2" } },
        ],
      },
    },
    { dependsOn: [app] },
  );
  new ServiceRoute(name, { service: "catalog", namespace, rules }, { dependsOn: [subsets] });
}

// forum asks a service outside for its users: also a mesh that lets nobody out (`REGISTRY_ONLY`) knows it.
const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});
const users = new ExternalService("jsonplaceholder", {
  namespace,
  hosts: ["jsonplaceholder.typicode.com"],
  ports: [{ name: "http", port: 80, protocol: ExternalProtocol.Http }],
  resolution: "DNS",
  location: "MESH_EXTERNAL",
});

export const hosts = users.hosts;
