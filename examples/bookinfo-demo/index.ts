// The first look: Istio with its preset `demo` and no gateway of its own, Bookinfo with sidecars, and
// the page at a gateway that istiod makes.
// Look at: `kubectl -n bookinfo port-forward svc/bookinfo-gateway-istio 8080:80`, then
// http://localhost:8080/productpage, and the access logs of the sidecars.
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  Bookinfo,
  type ChartSource,
  ControlPlane,
  Dialect,
  GatewayApiMode,
  MeshMode,
  MeshNamespace,
  Preset,
  Profile,
  ServiceType,
} from "istio-mesh";

// Where the charts and the Gateway API come from, when not from their usual addresses.
const config = new pulumi.Config();
const charts = config.getObject<ChartSource>("charts");
const gatewayApi = { mode: GatewayApiMode.Install, manifest: config.get("gatewayApi") };

const istio = new ControlPlane("istio", {
  profile: Profile.Sidecar,
  preset: Preset.Demo,
  charts,
  gatewayApi,
});
const after = { dependsOn: [istio] };

const { name: namespace } = new MeshNamespace(
  "bookinfo",
  { dataPlaneMode: MeshMode.Sidecar },
  after,
);
const app = new Bookinfo("bookinfo", { namespace }, after);

const page = new AppGateway(
  "bookinfo-gateway",
  {
    namespace,
    routeName: "bookinfo",
    dialect: Dialect.GatewayApi,
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
  { dependsOn: [istio, app] },
);

export const gateway = page.gateway;
