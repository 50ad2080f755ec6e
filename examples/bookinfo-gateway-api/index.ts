// The same in the words of the Gateway API: the page at a gateway that istiod makes for it, and every
// split of reviews of Istio's Bookinfo samples, each in a namespace of its own. Each version has a
// Service, which the route splits between.
// Look at: `kubectl -n reviews-90-10 get httproute reviews`, and the Deployment `bookinfo-gateway-istio`.
import {
  AppGateway,
  Bookinfo,
  Canary,
  Dialect,
  MeshMode,
  MeshNamespace,
  ServiceType,
} from "istio-mesh";

function bookinfo(name: string, reviews?: string[]) {
  const { name: namespace } = new MeshNamespace(name, { dataPlaneMode: MeshMode.Sidecar });
  const app = new Bookinfo(name, { namespace, ...(reviews && { reviews }) });
  const split = (service: string, weights: Record<string, number>) =>
    new Canary(
      `${name}-${service}`,
      {
        service,
        namespace,
        dialect: Dialect.GatewayApi,
        port: 9080,
        versions: Object.entries(weights).map(([version, weight]) => ({ name: version, weight })),
      },
      { dependsOn: [app] },
    );
  return { namespace, app, split };
}

const page = bookinfo("bookinfo");
const edge = new AppGateway(
  "bookinfo-gateway",
  {
    namespace: page.namespace,
    routeName: "bookinfo",
    dialect: Dialect.GatewayApi,
    // Without a load balancer: `kubectl port-forward` leads to it.
    infrastructure: { serviceType: ServiceType.ClusterIP },
    routes: [
      {
        exact: ["/productpage", "/login", "/logout"],
        prefix: ["/static", "/api/v1/products"],
        service: "productpage",
        port: 9080,
      },
    ],
  },
  { dependsOn: [page.app] },
);

const v1 = bookinfo("all-v1");
v1.split("reviews", { v1: 100, v2: 0, v3: 0 });
for (const service of ["productpage", "ratings", "details"]) {
  v1.split(service, { v1: 100 });
}

const splits: Record<string, Record<string, number>> = {
  "reviews-v1": { v1: 100 },
  "reviews-v3": { v3: 100 },
  "reviews-50-v3": { v1: 50, v3: 50 },
  "reviews-90-10": { v1: 90, v2: 10 },
};
for (const [name, weights] of Object.entries(splits)) {
  bookinfo(name, Object.keys(weights)).split("reviews", weights);
}

export const gateway = edge.gateway;
