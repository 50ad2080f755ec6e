import { istio, meshCases, service } from "../../../test/support/mesh-cases";
import { rolloutTraffic } from "./rollout-traffic";

const rollout = (canary: string) => `---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: web, namespace: shop}
spec:
  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web}]}}
  strategy: {canary: ${canary}}
`;
const by = (virtualService: string, more = "") =>
  rollout(`{trafficRouting: {istio: {virtualService: ${virtualService}}}${more}}`);
const route = (hosts: string, name = "") =>
  `{${name && `name: ${name}, `}route: [${hosts
    .split(" ")
    .map((host) => `{destination: {host: ${host}}, weight: 50}`)
    .join(", ")}]}`;
const routes = (http: string, name = "web", namespace = "shop") =>
  istio("VirtualService", namespace, name, `{hosts: [web], http: [${http}]}`);
const both = ", stableService: old, canaryService: new";
const pair = service("shop", "old") + service("shop", "new");
const path = "Rollout web spec.strategy.canary.trafficRouting.istio";

meshCases(rolloutTraffic, {
  "finds no VirtualService in its namespace": {
    yaml: by("{name: web}"),
    says: [`error ${path}.virtualService.name`],
    messages: ["there is no VirtualService web in namespace shop"],
  },
  "offers the one that is called nearly so": {
    yaml: by("{name: webb}") + routes(route("web")),
    says: [`error ${path}.virtualService.name = "web"`],
  },
  "does not know another namespace of which nothing is declared": {
    yaml: by("{name: web.edge}"),
    says: ["not declared: VirtualService web.edge"],
  },
  "looks into the namespace that the name says": {
    yaml: by("{name: webb.edge}") + routes(route("web"), "web", "edge"),
    says: [`error ${path}.virtualService.name = "web.edge"`],
  },
  "takes the first route without a name": {
    yaml: by("{name: web}", both) + pair + routes(`${route("x", "a")}, ${route("old new")}`),
  },
  "finds that all routes have names": {
    yaml: by("{name: web}", both) + pair + routes(route("old new", "a")),
    says: [`error ${path}.virtualService.name`],
    messages: ['VirtualService web.shop has no route without a name: its routes are "a"'],
  },
  "takes full hosts": {
    yaml:
      by("{name: web, routes: [a]}", both) +
      pair +
      routes(route("old.shop.svc.cluster.local new.shop.svc.cluster.local", "a")),
  },
  "finds a route without a share for the new Pods": {
    yaml: by("{name: web, routes: [a]}", both) + pair + routes(route("old", "a")),
    says: [`error ${path}.virtualService.routes[0]`],
    messages: ["the route of VirtualService web.shop has no share for Service new"],
  },
  "finds a route without a share for a subset": {
    yaml:
      rollout(
        "{trafficRouting: {istio: {virtualService: {name: web}, destinationRule: {name: web, canarySubsetName: b}}}}",
      ) +
      istio("DestinationRule", "shop", "web", "{host: web, subsets: [{name: b, labels: {v: b}}]}") +
      routes(route("web")),
    says: [`error ${path}.virtualService.name`],
    messages: ['the route of VirtualService web.shop has no share for subset "b"'],
  },
  "leaves routes of other protocols alone": {
    yaml:
      by("{name: web, tlsRoutes: [{port: 443}]}", both) +
      pair +
      istio("VirtualService", "shop", "web", "{hosts: [web], tls: []}").replace(", tls: []", ""),
  },
  "reads several VirtualServices": {
    yaml:
      rollout(
        "{trafficRouting: {istio: {virtualServices: [{name: a, routes: [x]}, {name: c, routes: [y]}]}}}",
      ) +
      routes(route("web", "x"), "a") +
      routes(route("web", "main"), "c"),
    says: [`error ${path}.virtualServices[1].routes[0]`],
    messages: ['VirtualService c.shop has no route "y": its routes are "main"'],
  },
  "finds no DestinationRule": {
    yaml: rollout("{trafficRouting: {istio: {destinationRule: {name: web}}}}"),
    says: [`error ${path}.destinationRule.name`],
    messages: ["there is no DestinationRule web in namespace shop"],
  },
  "finds a subset of a rule that has none": {
    yaml:
      rollout("{trafficRouting: {istio: {destinationRule: {name: web, stableSubsetName: a}}}}") +
      istio("DestinationRule", "shop", "web", "{host: web}"),
    says: [`error ${path}.destinationRule.stableSubsetName`],
    messages: ['DestinationRule web has no subset "a": it has none'],
  },
  "finds no Service of the new Pods": {
    yaml: by("{name: web}", both) + service("shop", "old") + routes(route("old new")),
    says: ["error Rollout web spec.strategy.canary.canaryService"],
    messages: ["there is no Service new in namespace shop"],
  },
  "leaves other ways of shifting requests alone": {
    yaml: rollout("{trafficRouting: {nginx: {}}, canaryService: new}"),
  },
});
