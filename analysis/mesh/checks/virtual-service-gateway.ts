import { slipOf } from "../../../values/closest";
import { namespacedName } from "../../../values/namespaced-name";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { kindOf } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { gatewayName, meshGateway } from "../model/virtual-services";
import { Thing } from "../scope";
import { quoted } from "../words";
import { isInternalGateway } from "./internal-gateway";

interface Reference {
  path: string;
  written: string;
  namespace: string;
}

/** The Gateway of the namespace that is called nearly so, or the only one of the name elsewhere. */
function meantGateway(mesh: Mesh, place: string, name: string): string | undefined {
  const all = mesh.gateways.map(({ source }) => source.id);
  const own = all.filter(({ namespace }) => namespace === place).map((id) => id.name);
  const near = slipOf(name, own);
  const elsewhere = all.filter((id) => id.name === name);
  const meant =
    near === undefined && elsewhere.length === 1 ? elsewhere[0] : { namespace: place, name: near };
  return meant?.name === undefined ? undefined : `${meant.namespace}/${meant.name}`;
}

function* judge(mesh: Mesh, { path, written, namespace }: Reference): Iterable<Verdict> {
  const full = gatewayName(written, namespace);
  if (written === meshGateway || isInternalGateway(written) || mesh.gateway(full) !== undefined) {
    return;
  }
  const [place, name] = namespacedName(full, namespace);
  // Beside nothing but routes the set is a part of what its own namespace has.
  const isWhole =
    place === namespace &&
    mesh.set.inNamespace(place).some(({ id }) => kindOf(id) !== Kind.VirtualService);
  const mayBeElsewhere = !isWhole && !mesh.speaksFor(Thing.Gateway, place, name);
  if (mayBeElsewhere || mesh.isExternal(Thing.Gateway, place, name)) {
    yield { path, notDeclared: `Gateway ${name}.${place}` };
    return;
  }
  if (mesh.set.find(Kind.ApiGateway, place, name)) {
    yield {
      path,
      message: `${quoted(written)} is a Gateway of the Gateway API, which a VirtualService cannot be bound to; write an HTTPRoute`,
    };
    return;
  }
  const meant = meantGateway(mesh, place, name);
  yield {
    path,
    message: `${quoted(written)}: there is no Gateway ${name} in namespace ${place}${meant === undefined ? "" : `; did you mean ${quoted(meant)}?`}`,
    ...(meant !== undefined && { fix: { path, value: meant } }),
  };
}

/** A VirtualService for a gateway that is not there. */
export const virtualServiceGateway = check({
  id: "virtual-service-gateway",
  code: "IST0101",
  aliases: ["KIA1102"],
  level: "error",
  kinds: [Kind.VirtualService],
  summary: "A VirtualService is for a Gateway that does not exist.",
  why: "No gateway takes the routes: requests from outside are answered with 404.",
  fix: "Name a Gateway of the own namespace, or one elsewhere as `namespace/name`.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0101/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: bookings, namespace: travel}
spec: {ports: [{port: 8085, name: http}], selector: {app: bookings}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*"]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: bookings, namespace: travel}
spec:
  hosts: [bookings.example.com]
  gateways:
  - public # found
  - edge/publik # found
  http:
  - route:
    - destination: {host: bookings}
`,
  silent: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public, namespace: edge}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*"]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: bookings, namespace: travel}
spec:
  hosts: [bookings.example.com]
  gateways: [edge/public, platform/private, mesh]
  http:
  - route:
    - destination: {host: bookings}
`,
  *run({ id, spec }, mesh) {
    const { gateways = [] } = spec;
    const references = [...gateways.keys()];
    yield* each(references, (i) =>
      judge(mesh, {
        path: `spec.gateways[${i}]`,
        written: gateways[i] ?? meshGateway,
        namespace: id.namespace,
      }),
    );
  },
});
