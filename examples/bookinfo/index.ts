// Bookinfo in a mesh that exists already, with the page at the ingress gateway. Open /productpage a few
// times: the stars are none, black or red, as Kubernetes spreads the requests over the versions of
// reviews. The example `canary` says how to give each version its share.
import { AppGateway, Bookinfo, MeshMode, MeshNamespace } from "istio-mesh";

const bookinfo = new MeshNamespace("bookinfo", { dataPlaneMode: MeshMode.Sidecar });

const app = new Bookinfo("bookinfo", { namespace: bookinfo.name });

const page = new AppGateway(
  "bookinfo-gateway",
  {
    namespace: bookinfo.name,
    routeName: "bookinfo",
    routes: [
      {
        exact: ["/productpage", "/login", "/logout"],
        prefix: ["/static", "/api/v1/products"],
        service: "productpage",
        port: 9080,
      },
    ],
  },
  { dependsOn: [app] },
);

export const gateway = page.gateway;
export const hosts = app.hosts;
export const principals = app.principals;
