import {
  edgeGateway,
  httpListener,
  istio,
  meshCases,
  service,
} from "../../../test/support/mesh-cases";
import { Scope } from "../scope";
import { gatewayHostConflict } from "./gateway-host-conflict";
import { gatewayHosts } from "./gateway-hosts";
import { ingressSplit } from "./ingress-split";
import { matchGateway } from "./match-gateway";
import { virtualServiceConflict } from "./virtual-service-conflict";
import { virtualServiceDelegate } from "./virtual-service-delegate";
import { virtualServiceGateway } from "./virtual-service-gateway";

const route = "http: [{route: [{destination: {host: web}}]}]";
const vs = (spec: string, name = "vs", namespace = "shop") =>
  istio("VirtualService", namespace, name, `{${spec}}`);
const door = (namespace: string, name: string, ...hosts: string[]) =>
  istio(
    "Gateway",
    namespace,
    name,
    `{selector: {istio: door}, servers: [{hosts: [${hosts.join(", ") || '"*"'}], port: {number: 80, name: http, protocol: HTTP}}]}`,
  );
const bound = (gateway: string, hosts = "a.b") =>
  vs(`hosts: [${hosts}], gateways: [${gateway}], ${route}`);
const at = (i: number) => `VirtualService vs spec.gateways[${i}]`;

meshCases(virtualServiceGateway, {
  "knows its own": { yaml: door("shop", "door") + bound("door") },
  "knows one elsewhere": { yaml: door("edge", "door") + bound("edge/door") },
  "knows an outdated name": { yaml: door("edge", "door") + bound("door.edge.svc.cluster.local") },
  "knows the mesh": { yaml: service("shop", "web") + bound("mesh") },
  "offers the one that is called nearly so": {
    yaml: door("shop", "door") + door("edge", "dor") + bound("door, dooor"),
    says: [`error ${at(1)} = "shop/door"`],
  },
  "offers the only one of the name": {
    yaml: service("shop", "web") + door("edge", "door") + bound("door"),
    says: [`error ${at(0)} = "edge/door"`],
  },
  "does not choose between two": {
    yaml: service("shop", "web") + door("edge", "door") + door("lab", "door") + bound("door"),
    says: [`error ${at(0)}`],
  },
  "leaves one elsewhere alone": {
    yaml: service("shop", "web") + bound("edge/door"),
    says: ["not declared: Gateway door.edge"],
  },
  "leaves its own alone beside nothing but routes": {
    yaml: bound("door"),
    says: ["not declared: Gateway door.shop"],
  },
  "misses it in a whole cluster": {
    yaml: bound("door"),
    scope: Scope.Cluster,
    says: [`error ${at(0)}`],
  },
  "leaves an external one alone": {
    yaml: service("shop", "web") + bound("door"),
    external: ["Gateway shop/door"],
    says: ["not declared: Gateway door.shop"],
  },
  "finds one of the Gateway API": {
    yaml:
      bound("door") +
      "---\napiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: door, namespace: shop}\nspec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP}]}\n",
    says: [`error ${at(0)}`],
  },
  "does not offer one of another name and namespace": {
    yaml: service("shop", "web") + door("edge", "dooor") + bound("door"),
    says: [`error ${at(0)}`],
    messages: ['"door": there is no Gateway door in namespace shop'],
  },
  "offers one of its own before one elsewhere": {
    yaml: door("shop", "dooor") + door("edge", "door") + bound("door"),
    says: [`error ${at(0)} = "shop/dooor"`],
    messages: ['"door": there is no Gateway door in namespace shop; did you mean "shop/dooor"?'],
  },
  "leaves one of a namespace alone of which other things are declared": {
    yaml: service("edge", "web") + bound("edge/door"),
    says: ["not declared: Gateway door.edge"],
  },
  "says what is to be written for one of the Gateway API": {
    yaml:
      edgeGateway(httpListener()) + vs(`hosts: [a.b], gateways: [edge], ${route}`, "vs", "edge"),
    says: [`error ${at(0)}`],
    messages: [
      '"edge" is a Gateway of the Gateway API, which a VirtualService cannot be bound to; write an HTTPRoute',
    ],
  },
});

meshCases(gatewayHosts, {
  "has a host in common": { yaml: door("shop", "door", "a.b") + bound("door", "a.b") },
  "has one below a wildcard": { yaml: door("shop", "door", '"*.b"') + bound("door", "a.b") },
  "has a wildcard around one": { yaml: door("shop", "door", "a.b") + bound("door", '"*.b"') },
  "has a namespace that may": { yaml: door("edge", "door", "shop/a.b") + bound("edge/door") },
  "has its own namespace": { yaml: door("shop", "door", "./a.b") + bound("door") },
  "finds another namespace": {
    yaml: door("edge", "door", "ui/a.b") + bound("edge/door"),
    says: [`warning ${at(0)}`],
  },
  "finds the gateway's own": {
    yaml: door("edge", "door", "./a.b") + bound("edge/door"),
    says: [`warning ${at(0)}`],
  },
  "finds another host": {
    yaml: door("shop", "door", "c.d") + bound("door"),
    says: [`warning ${at(0)}`],
  },
  "finds one gateway of two": {
    yaml: door("shop", "door", "c.d") + door("shop", "gate", "a.b") + bound("gate, door"),
    says: [`warning ${at(1)}`],
  },
  "finds one host of two": {
    yaml: door("shop", "door", "a.b") + bound("door", "a.b, c.d"),
    says: ["warning VirtualService vs spec.hosts[1]"],
  },
  "is content where another gateway has it": {
    yaml:
      door("shop", "door", "a.b") +
      door("shop", "gate", "a.b, c.d") +
      bound("gate, door", "a.b, c.d"),
  },
  "is content where the mesh has it": {
    yaml: door("shop", "door", "a.b") + bound("door, mesh", "a.b, c.d"),
  },
  "does not guess the hosts of another": {
    yaml: door("shop", "door", "a.b") + bound("door, edge/gate", "a.b, c.d"),
  },
});

const own = "VirtualService vs spec.hosts[0]";
const also = "VirtualService other spec.hosts[0]";

meshCases(virtualServiceConflict, {
  "finds two names of one host": {
    yaml:
      vs(`hosts: [web], ${route}`) +
      vs(`hosts: [web.shop.svc.cluster.local], ${route}`, "other", "ui"),
    says: [`error ${own}`, `error ${also}`],
  },
  "takes short names of two": {
    yaml: vs(`hosts: [web], ${route}`) + vs(`hosts: [web], ${route}`, "other", "ui"),
  },
  "takes a gateway beside the mesh": {
    yaml: vs(`hosts: [a.b], ${route}`) + vs(`hosts: [a.b], gateways: [door], ${route}`, "other"),
  },
  "finds one that is for both": {
    yaml:
      vs(`hosts: [a.b], ${route}`) + vs(`hosts: [a.b], gateways: [door, mesh], ${route}`, "other"),
    says: [`error ${own}`, `error ${also}`],
  },
  "takes different namespaces": {
    yaml:
      vs(`hosts: [a.b], exportTo: [ui], ${route}`) +
      vs(`hosts: [a.b], exportTo: ["."], ${route}`, "other"),
  },
  "finds one namespace of two": {
    yaml:
      vs(`hosts: [a.b], exportTo: [ui, shop], ${route}`) +
      vs(`hosts: [a.b], exportTo: ["."], ${route}`, "other"),
    says: [`error ${own}`, `error ${also}`],
  },
  "finds all namespaces beside one": {
    yaml: vs(`hosts: [a.b], ${route}`) + vs(`hosts: [a.b], exportTo: ["."], ${route}`, "other"),
    says: [`error ${own}`, `error ${also}`],
  },
  "tells of a wildcard": {
    yaml: vs(`hosts: [a.b], ${route}`) + vs(`hosts: ["*.b"], ${route}`, "other"),
    says: [`info ${own}`, `info ${also}`],
  },
});

const only = (uri: string) =>
  `http: [{match: [{uri: {${uri}}}], route: [{destination: {host: web}}]}]`;
const atDoor = (spec: string, name?: string) => vs(`hosts: [a.b], gateways: [door], ${spec}`, name);

meshCases(gatewayHostConflict, {
  "warns where both take all": {
    yaml: atDoor(route) + atDoor(only("prefix: /"), "other"),
    says: [`warning ${own}`, `warning ${also}`],
  },
  "tells where one takes all": {
    yaml: atDoor(route) + atDoor(only("prefix: /a"), "other"),
    says: [`info ${own}`, `info ${also}`],
  },
  "counts one match of two": {
    yaml:
      atDoor(route) +
      atDoor(
        "http: [{match: [{uri: {exact: /a}}, {uri: {prefix: /}}], route: [{destination: {host: web}}]}]",
        "other",
      ),
    says: [`warning ${own}`, `warning ${also}`],
  },
  "counts more than the path": {
    yaml:
      atDoor(route) +
      atDoor(
        "http: [{match: [{uri: {prefix: /}, method: {exact: GET}}], route: [{destination: {host: web}}]}]",
        "other",
      ),
    says: [`info ${own}`, `info ${also}`],
  },
  "takes another gateway": {
    yaml: atDoor(route) + vs(`hosts: [a.b], gateways: [gate], ${route}`, "other"),
  },
  "takes another host": {
    yaml: atDoor(route) + vs(`hosts: [c.d], gateways: [door], ${route}`, "other"),
  },
  "leaves the mesh to its own check": {
    yaml: vs(`hosts: [a.b], ${route}`) + vs(`hosts: [a.b], ${route}`, "other"),
  },
  "takes TLS beside HTTP": {
    yaml:
      atDoor(route) +
      atDoor("tls: [{match: [{sniHosts: [a.b]}], route: [{destination: {host: web}}]}]", "other"),
  },
});

const delegate = (ref: string) =>
  vs(`hosts: [a.b], gateways: [door], http: [{delegate: {${ref}}}]`);
const handed = "error VirtualService vs spec.http[0].delegate.name";

meshCases(virtualServiceDelegate, {
  "takes one of its own namespace": { yaml: delegate("name: part") + vs(route, "part") },
  "takes one elsewhere": { yaml: delegate("name: part, namespace: ui") + vs(route, "part", "ui") },
  "offers one that is called nearly so": {
    yaml: delegate("name: prat") + vs(route, "part"),
    says: [`${handed} = "part"`],
  },
  "leaves one elsewhere alone": {
    yaml: delegate("name: part, namespace: ui"),
    says: ["not declared: VirtualService part.ui"],
  },
  "finds one with hosts": {
    yaml: delegate("name: part") + vs(`hosts: [c.d], ${route}`, "part"),
    says: [handed],
  },
  "finds one that is hidden": {
    yaml: delegate("name: part, namespace: ui") + vs(`exportTo: ["."], ${route}`, "part", "ui"),
    says: [handed],
  },
});

meshCases(matchGateway, {
  "takes a gateway by another form of its name": {
    yaml: vs(
      "hosts: [a.b], gateways: [shop/door], http: [{match: [{gateways: [door]}], route: [{destination: {host: web}}]}]",
    ),
  },
  "finds one of TCP": {
    yaml: vs(
      "hosts: [a.b], gateways: [door], tcp: [{match: [{gateways: [door, gate]}], route: [{destination: {host: web}}]}]",
    ),
    says: ["warning VirtualService vs spec.tcp[0].match[0].gateways[1]"],
  },
  "leaves delegates alone": {
    yaml: vs("http: [{match: [{gateways: [door]}], route: [{destination: {host: web}}]}]"),
  },
});

const edge = atDoor(route);
const split = (spec: string) => vs(`hosts: [web], http: [{route: [${spec}]}]`, "mesh");
const whole = "warning VirtualService vs spec.http[0].route[0].destination.host";

meshCases(ingressSplit, {
  "finds subsets": { yaml: edge + split("{destination: {host: web, subset: a}}"), says: [whole] },
  "finds other hosts": { yaml: edge + split("{destination: {host: web-v2}}"), says: [whole] },
  "finds a subset for a part": {
    yaml:
      edge +
      split(
        "{destination: {host: web}, weight: 9}, {destination: {host: web, subset: a}, weight: 1}",
      ),
    says: [whole],
  },
  "takes a mirror": {
    yaml:
      edge +
      vs(
        "hosts: [web], http: [{mirror: {host: copy}, route: [{destination: {host: web}}]}]",
        "mesh",
      ),
  },
  "takes rules that split nothing": { yaml: edge + split("{destination: {host: web}}") },
  "takes subsets of its own": {
    yaml:
      atDoor("http: [{route: [{destination: {host: web, subset: a}}]}]") +
      split("{destination: {host: web, subset: a}}"),
  },
  "leaves the mesh alone": {
    yaml: vs(`hosts: [ui], ${route}`) + split("{destination: {host: web, subset: a}}"),
  },
  "leaves itself alone": {
    yaml: vs(
      "hosts: [web], gateways: [mesh, door], http: [{match: [{uri: {prefix: /a}}], route: [{destination: {host: web, subset: a}}]}, {route: [{destination: {host: web}}]}]",
    ),
  },
  "leaves another gateway alone": {
    yaml:
      edge +
      vs(
        "hosts: [web], gateways: [gate], http: [{route: [{destination: {host: web, subset: a}}]}]",
        "other",
      ),
  },
});
