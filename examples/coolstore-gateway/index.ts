// The shop of "Istio in Action", chapter 2: a gateway that takes every host to webapp, and what webapp's
// proxy does with its requests for catalog: more tries, one version alone, or v2 for those who ask for it.
// Look at: `curl -H 'x-dark-launch: v2' http://localhost/api/catalog`, which has `imageUrl` in the
// namespace dark-v2.
import {
  AppGateway,
  type CanaryMatch,
  Coolstore,
  MeshMode,
  MeshNamespace,
  networking,
  ServiceRoute,
  type ServiceRouteRule,
} from "istio-mesh";

/** The shop with both versions of catalog, and the names that routes have for them. */
function shop(name: string) {
  const { name: namespace } = new MeshNamespace(name, { dataPlaneMode: MeshMode.Sidecar });
  const app = new Coolstore(name, { namespace, catalogVersions: ["v1", "v2"], localUsers: true });
  const subsets = new networking.v1.DestinationRule(
    `${name}-catalog`,
    {
      metadata: { name: "catalog", namespace },
      spec: {
        host: `catalog.${name}.svc.cluster.local`,
        subsets: ["v1", "v2"].map((version) => ({
          name: `version-${version}`,
          labels: { version },
        })),
      },
    },
    { dependsOn: [app] },
  );
  return { namespace, app, subsets };
}

const book = shop("istioinaction");
const gateway = new AppGateway(
  "outfitters-gateway",
  {
    namespace: book.namespace,
    hosts: ["*"],
    routeName: "webapp-virtualservice",
    routes: [{ service: "webapp", port: 80 }],
  },
  { dependsOn: [book.app] },
);
const v1 = { to: [{ version: "version-v1" }] };
const darkLaunch: Omit<CanaryMatch, "version"> = {
  headers: [{ name: "x-dark-launch", exact: "v2" }],
};

/** What the proxies of the shop are told about catalog, by namespace. */
const states: [ReturnType<typeof shop>, ServiceRouteRule[]][] = [
  [book, [{ retries: { attempts: 3, retryOn: "5xx", perTryTimeout: "2s" } }]],
  [shop("all-v1"), [v1]],
  [shop("dark-v2"), [{ matches: [darkLaunch], to: [{ version: "version-v2" }] }, v1]],
];
states.forEach(([{ namespace, subsets }, rules], index) => {
  new ServiceRoute(
    `catalog-${index}`,
    { service: "catalog", namespace, rules },
    { dependsOn: [subsets] },
  );
});

export const host = gateway.hosts;
