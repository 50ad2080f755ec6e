// Bookinfo without sidecars, asked by a client inside the mesh and by one outside, and a waypoint, which
// sees the requests that ztunnels only carry. Three requests have the same title, before and
// after the namespace was enrolled:
//   kubectl -n bookinfo exec deploy/sleep -- curl -s http://istio-ingressgateway.istio-ingress/productpage
//   kubectl -n bookinfo exec deploy/sleep -- curl -s http://productpage:9080/
//   kubectl -n outside exec deploy/notsleep -- curl -s http://productpage.bookinfo:9080/
// Look at: the log of the ztunnels, which names both identities and port 15008, and
// `istioctl ztunnel-config service`, whose column WAYPOINT says through whom each service is
// reached. A waypoint cannot be called like one of them: istiod makes a Service of its name.
import { AppGateway, Bookinfo, Client, MeshMode, MeshNamespace, Waypoint } from "istio-mesh";

const bookinfo = new MeshNamespace("bookinfo", {
  dataPlaneMode: MeshMode.Ambient,
  waypoint: "waypoint",
});
const outside = new MeshNamespace("outside", { dataPlaneMode: MeshMode.None });
const { name: namespace } = bookinfo;

const waypoint = new Waypoint("waypoint", { namespace });
const app = new Bookinfo("bookinfo", { namespace });

const page = new AppGateway(
  "bookinfo-gateway",
  {
    namespace,
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

// On another node than the page where there is one, so that requests cross from ztunnel to ztunnel.
const inside = new Client("sleep", { namespace, antiAffinityTo: "productpage" });
new Client("notsleep", { namespace: outside.name, antiAffinityTo: "productpage" });

export const gateway = page.gateway;
export const principals = [inside.principal, waypoint.principal];
