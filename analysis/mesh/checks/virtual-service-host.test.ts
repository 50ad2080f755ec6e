import { istio, meshCases, namespace, service } from "../../../test/support/mesh-cases";
import { Scope } from "../scope";
import { virtualServiceHost } from "./virtual-service-host";

const route = (host: string, more = "") =>
  istio(
    "VirtualService",
    "web",
    "front",
    `{hosts: [front], ${more}http: [{route: [{destination: {host: ${host}}}]}]}`,
  );
const entry = (host: string, more = "") =>
  istio(
    "ServiceEntry",
    "web",
    "out",
    `{hosts: [${host}], ${more}ports: [{number: 443, name: tls, protocol: TLS}], resolution: DNS}`,
  );
const hidden = (exportTo: string) =>
  service("shop", "cart").replace(
    "}\nspec",
    `, annotations: {networking.istio.io/exportTo: "${exportTo}"}}\nspec`,
  );
const at = "VirtualService front spec.http[0].route[0].destination.host";
const cart = "cart.shop.svc.cluster.local";

meshCases(virtualServiceHost, {
  "knows a Service by its short name": { yaml: service("web", "cart") + route("cart") },
  "knows one elsewhere by its full name": { yaml: service("shop", "cart") + route(cart) },
  "offers the full name of the only Service elsewhere": {
    yaml: service("web", "front") + service("shop", "cart") + route("cart"),
    says: [`error ${at} = "${cart}"`],
  },
  "offers the namespace that is called nearly so": {
    yaml: namespace("shop") + service("shop", "cart") + route("cart.shp.svc.cluster.local"),
    says: [`error ${at} = "${cart}"`],
  },
  "warns of a namespace that is not there, where another has the Service": {
    yaml: namespace("shop") + service("shop", "cart") + route("cart.legacy.svc.cluster.local"),
    says: [`warning ${at}`],
  },
  "leaves a namespace alone that may be elsewhere": {
    yaml: service("shop", "cart") + route("cart.shp.svc.cluster.local"),
    says: ["not declared: Service cart.shp"],
  },
  "leaves the cluster's own namespaces alone": {
    yaml: namespace("shop") + service("shop", "cart") + route("cart.kube-system.svc.cluster.local"),
    says: ["not declared: Service cart.kube-system"],
  },
  "does not choose between two elsewhere": {
    yaml: service("web", "front") + service("shop", "cart") + service("b", "cart") + route("cart"),
    says: [`error ${at}`],
  },
  "offers a short name in the own namespace": {
    yaml: service("web", "front") + route("fornt"),
    says: [`error ${at} = "front"`],
  },
  "offers a full name elsewhere": {
    yaml: service("shop", "cart") + route("crat.shop.svc.cluster.local"),
    says: [`error ${at} = "${cart}"`],
  },
  "leaves alone what lies in a namespace that is not declared": {
    yaml: service("web", "front") + route(cart),
    says: ["not declared: Service cart.shop"],
  },
  "misses it in a whole cluster": {
    yaml: service("web", "front") + route(cart),
    scope: Scope.Cluster,
    says: [`error ${at}`],
  },
  "leaves alone what is said to be external": {
    yaml: service("web", "front") + route("cart"),
    external: ["web/cart"],
    says: ["not declared: Service cart.web"],
  },
  "finds a Service that is exported to others": {
    yaml: hidden("a, b") + route(cart),
    says: [`error ${at}`],
  },
  "takes one that is exported here": { yaml: hidden("a, web") + route(cart) },
  "looks from where the routes are exported to": {
    yaml: hidden("a") + route(cart, "exportTo: [a], "),
  },
  "finds what those cannot see": {
    yaml: hidden("web") + route(cart, "exportTo: [a], "),
    says: [`error ${at}`],
  },
  "knows a host outside by its ServiceEntry": {
    yaml: entry("api.example.com") + route("api.example.com"),
  },
  "knows one by a wildcard": { yaml: entry('"*.example.com"') + route("api.example.com") },
  "misses one beside other ServiceEntries": {
    yaml: entry("api.example.com") + route("ap.example.com"),
    says: [`error ${at} = "api.example.com"`],
  },
  "doubts one beside Services": {
    yaml: service("web", "front") + route("api.example.com"),
    says: [`warning ${at}`],
  },
  "leaves one alone beside nothing": {
    yaml: route("api.example.com"),
    says: ['not declared: host "api.example.com"'],
  },
  "leaves one alone that is said to be external": {
    yaml: entry("other.example.com") + route("api.example.com"),
    external: ["api.example.com"],
    says: ['not declared: host "api.example.com"'],
  },
  "leaves service.namespace to its own check": {
    yaml: service("shop", "cart") + route("cart.shop"),
  },
});
