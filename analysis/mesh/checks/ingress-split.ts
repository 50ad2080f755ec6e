import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import type { Routes } from "../model/virtual-services";
import { meshGateway } from "../model/virtual-services";
import { named, quoted } from "../words";

/** Whether a host is a gateway on the way out, which sends requests on. */
const isGateway = (mesh: Mesh, host: string): boolean =>
  mesh.hosts
    .named(host)
    .some((one) => mesh.podsOf(one).some(({ gateway }) => gateway !== undefined));

/** Whether requests for a host are sent to its subsets, or to other hosts. */
const splits = (mesh: Mesh, { destinations }: Routes, host: string): boolean =>
  destinations.some(
    (to) =>
      to.protocol === "http" &&
      !to.mirror &&
      (to.subset !== undefined || to.host !== host) &&
      !isGateway(mesh, to.host),
  );

/** A gateway's route to a host as a whole, which the mesh splits. */
export const ingressSplit = check({
  id: "ingress-split",
  code: "IST0140",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A gateway sends requests to a Service as a whole, and the mesh splits it.",
  why: "A gateway follows its own VirtualService only: its requests go to all Pods of the Service, whatever the mesh's weights and matches say.",
  fix: "Name the subsets in the gateway's route too, or let one VirtualService be for both: `gateways: [mesh, …]`.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0140/",
  fires: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: checkout, namespace: shop}
spec:
  host: checkout
  subsets: [{name: blue, labels: {release: blue}}, {name: green, labels: {release: green}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: checkout, namespace: shop}
spec:
  hosts: [checkout]
  http: [{route: [{destination: {host: checkout, subset: blue}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: checkout-edge, namespace: shop}
spec:
  hosts: [checkout.example.com]
  gateways: [edge/public]
  http:
  - route:
    - destination:
        host: checkout # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: checkout, namespace: shop}
spec:
  host: checkout
  subsets: [{name: blue, labels: {release: blue}}, {name: green, labels: {release: green}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: checkout, namespace: shop}
spec:
  hosts: [checkout]
  http: [{route: [{destination: {host: checkout, subset: blue}}]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: checkout-edge, namespace: shop}
spec:
  hosts: [checkout.example.com]
  gateways: [edge/public]
  http: [{route: [{destination: {host: checkout, subset: blue}}]}]
`,
  *run({ id }, mesh) {
    const routes = mesh.routesOf(id);
    if (routes.gateways.every((gateway) => gateway === meshGateway)) {
      return;
    }
    yield* each(routes.destinations, function* (to): Iterable<Verdict> {
      if (to.protocol !== "http" || to.mirror || to.subset !== undefined) {
        return;
      }
      const others = mesh.routeIndex
        .at(to.host)
        .filter((other) => other !== routes && splits(mesh, other, to.host))
        .map(({ source }) => source.id);
      if (others.length > 0) {
        yield {
          path: `${to.path}.host`,
          message: `${named(others)} splits ${quoted(to.written)} in the mesh; requests that come in at a gateway take no part in that`,
          related: others,
        };
      }
    });
  },
});
