import assert from "node:assert/strict";
import { Mesh } from "../../analysis/mesh/mesh";
import { impact } from "../../analysis/requests/impact/impact";
import { newCertificate } from "../support/certificates";
import { objectsIn } from "../support/impact-sets";

const kinds = {
  Gateway: "networking.istio.io/v1",
  VirtualService: "networking.istio.io/v1",
  ServiceEntry: "networking.istio.io/v1",
  AuthorizationPolicy: "security.istio.io/v1",
  Service: "v1",
  Namespace: "v1",
  Secret: "v1",
  Deployment: "apps/v1",
} as const;

const object = (kind: keyof typeof kinds, namespace: string, name: string, rest: string) =>
  `---\napiVersion: ${kinds[kind]}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\n${rest}\n`;

const spec = (kind: keyof typeof kinds, place: string, text: string) => {
  const [namespace = "", name = ""] = place.split("/");
  return object(kind, namespace, name, `spec: ${text}`);
};

const deployment = (place: string, label: string, account = "default") =>
  spec(
    "Deployment",
    place,
    `{selector: {matchLabels: {app: ${label}}}, template: {metadata: {labels: {app: ${label}}}, spec: {serviceAccountName: ${account}, containers: [{name: app, image: app}]}}}`,
  );

const pods = (label: string, name = label) =>
  deployment(`edge/${name}`, label).replace(
    "metadata: {labels",
    "metadata: {annotations: {inject.istio.io/templates: gateway}, labels",
  ) +
  spec(
    "Service",
    `edge/${name}`,
    `{selector: {app: ${label}}, ports: [{name: http, port: 80, targetPort: 8080}, {name: https, port: 443, targetPort: 8443}]}`,
  );

const { certificate: pem, privateKey: key } = newCertificate({ commonName: "shop.example.com" });
const encoded = (text: string) => Buffer.from(text).toString("base64");
const certificate = `type: kubernetes.io/tls\ndata: {tls.crt: ${encoded(pem)}, tls.key: ${encoded(key)}}`;

const namespaces = ["shop", "bank"]
  .map(
    (name) =>
      `---\napiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: {istio-injection: enabled}}\n`,
  )
  .join("");

const web =
  namespaces +
  deployment("shop/web", "web") +
  spec(
    "Service",
    "shop/web",
    "{selector: {app: web}, ports: [{name: http, port: 8000, targetPort: 8080}]}",
  );

const server = (port: number, protocol: string, more = "", host = "shop.example.com") =>
  `{port: {number: ${port}, name: p${port}, protocol: ${protocol}}, hosts: [${host}]${more}}`;

const gateway = (name: string, servers: readonly string[], app = "door") =>
  spec("Gateway", `shop/${name}`, `{selector: {app: ${app}}, servers: [${servers.join(", ")}]}`);

const route = (gateways: string, hosts = "shop.example.com") =>
  spec(
    "VirtualService",
    "shop/web",
    `{hosts: [${hosts}], gateways: [${gateways}], http: [{route: [{destination: {host: web}}]}]}`,
  );

const tls = ", tls: {mode: SIMPLE, credentialName: cert}";
const both = [server(80, "HTTP"), server(443, "HTTPS", tls)] as const;
const closed = "now the connection is closed";

const told = (before: string, after: string): string[] =>
  impact(new Mesh(objectsIn(before)), new Mesh(objectsIn(after))).changes.map(
    ({ danger, from, to, requests, effect }) =>
      `${danger}: ${from} → ${to}, ${requests}: ${effect}`,
  );

const edge = web + pods("door") + gateway("g", both) + route("g");

describe("what a change does to requests at gateways", () => {
  it("is nothing where a Gateway is called otherwise, or its servers are in two", () => {
    const renamed = web + pods("door") + gateway("other", both) + route("shop/other");
    assert.deepEqual(told(edge, renamed), []);
    const split =
      web + pods("door") + gateway("g", [both[0]]) + gateway("h", [both[1]]) + route("g, h");
    assert.deepEqual(told(edge, split), []);
  });

  it("is an outage where its Pods are gone, or others take it", () => {
    const without = web + gateway("g", both) + route("g");
    const outside = told(edge, without).filter((one) => one.includes("outside →"));
    assert.deepEqual(outside, [
      `outage: outside → shop.example.com:80, 443, any path: was web.shop:8000, ${closed}`,
    ]);
    const two = web + pods("door") + pods("hall") + route("g");
    const moved = told(two + gateway("g", both), two + gateway("g", both, "hall"));
    const atDoor = (port: number) =>
      `no gateway of the set has a server at port ${port} of door.edge`;
    assert.deepEqual(
      moved.filter((one) => one.includes("outside → shop.example.com")),
      [
        `outage: outside → shop.example.com:80, any path: was web.shop:8000, ${closed}: ${atDoor(8080)}`,
        `outage: outside → shop.example.com:443, any path: was web.shop:8000, ${closed}: ${atDoor(8443)}`,
        `rerouted: outside → shop.example.com:80, any path: was the connection is closed: no gateway of the set has a server at port 8080 of hall.edge, now web.shop:8000`,
        `rerouted: outside → shop.example.com:443, any path: was the connection is closed: no gateway of the set has a server at port 8443 of hall.edge, now web.shop:8000`,
      ],
    );
  });

  it("is an outage where the Secret of its certificate is taken away", () => {
    const secret = object("Secret", "edge", "cert", certificate);
    assert.deepEqual(told(edge + secret, edge), [
      `outage: outside → shop.example.com:443, any path: was web.shop:8000, now the TLS handshake is refused: there is no Secret cert.edge`,
    ]);
  });

  it("is an outage where no server has the name any more, and none lets anybody in", () => {
    const other = web + pods("door") + route("g", "shop.example.com, new.example.com");
    const named = (host: string) => gateway("g", [server(443, "HTTPS", tls, host)]);
    const unknown = (host: string) =>
      `the TLS handshake is refused: no server at port 8443 of door.edge knows ${host}`;
    assert.deepEqual(told(other + named("shop.example.com"), other + named("new.example.com")), [
      `outage: outside → shop.example.com:443, any path: was web.shop:8000, now ${unknown("shop.example.com")}`,
      `rerouted: outside → new.example.com:443, any path: was ${unknown("new.example.com")}, now web.shop:8000`,
    ]);
  });

  it("is for clients without a certificate where these are asked for one", () => {
    const mutual = tls.replace("SIMPLE", "MUTUAL");
    const asking = edge.replace(tls, mutual);
    assert.deepEqual(told(edge, asking), [
      "lockout: outside → shop.example.com:443, clients without a certificate: was web.shop:8000, now the TLS handshake is refused",
    ]);
  });

  it("is told once of a port for bytes, which have no host", () => {
    const bytes = (destination: string) =>
      web.replace("name: http, port: 8000", "name: tcp, port: 8000") +
      pods("door") +
      gateway("g", [server(80, "TCP", "", '"*"')]) +
      route("g", "a.example.com, b.example.com").replace(
        /http: .*/,
        `tcp: [{route: [{destination: {host: ${destination}, port: {number: 8000}}}]}]}`,
      );
    const outside = told(bytes("web"), bytes("gone")).filter((one) => one.includes("outside"));
    assert.deepEqual(outside, [
      "outage: outside → any host:80, any connection: was web.shop:8000, now there is no host gone.shop",
    ]);
  });

  const entry = spec(
    "ServiceEntry",
    "shop/api",
    "{hosts: [api.example.org], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}",
  );
  const out = "door.edge.svc.cluster.local";
  const toDoor = `{match: [{gateways: [mesh], port: 80}], route: [{destination: {host: ${out}, port: {number: 80}}}]}`;
  const toApi =
    "{match: [{gateways: [shop/g], port: 80}], route: [{destination: {host: api.example.org}}]}";
  const egress = (routes: string, app = "door") =>
    web +
    pods("door") +
    entry +
    gateway("g", [server(80, "HTTP", "", "api.example.org")], app) +
    spec(
      "VirtualService",
      "shop/api",
      `{hosts: [api.example.org], gateways: [mesh, shop/g], http: [${routes}]}`,
    );
  const inMesh = (all: readonly string[]) => all.filter((one) => one.includes(": mesh → api"));

  it("is told to the mesh too, whose requests pass it on their way out", () => {
    const old = egress(`${toDoor}, ${toApi}`);
    assert.deepEqual(inMesh(told(old, egress(`${toDoor}, ${toApi}`, "other"))), [
      `outage: mesh → api.example.org:80, any path: was api.example.org:80, now 503: the connection is closed: no gateway of the set has a server at port 8080 of door.edge`,
    ]);
    assert.deepEqual(told(old, egress(toApi)), [
      "tuned: mesh → api.example.org:80, any path: by way of door → nobody",
    ]);
  });

  it("is told to the mesh where routes of the gateway alone are others", () => {
    const apart = (destination: string) =>
      egress(toDoor) +
      spec(
        "VirtualService",
        "shop/out",
        `{hosts: [api.example.org], gateways: [shop/g], http: [{route: [{destination: {host: ${destination}}}]}]}`,
      );
    assert.deepEqual(inMesh(told(apart("api.example.org"), apart("web"))), [
      "rerouted: mesh → api.example.org:80, any path: was api.example.org:80, now web.shop:8000",
    ]);
  });
});

describe("what a change does to requests that nobody answers", () => {
  const sidecar = (hosts: string) =>
    `---\napiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: default, namespace: shop}\nspec: {egress: [{hosts: [${hosts}]}], outboundTrafficPolicy: {mode: REGISTRY_ONLY}}\n`;
  const closedDoor = web + pods("door");

  it("is nothing, in whatever way they fail", () => {
    assert.deepEqual(told(closedDoor + sidecar("./*, edge/*"), closedDoor + sidecar("./*")), []);
  });
});

describe("what a change does to requests that two policies look at", () => {
  const bank =
    namespaces +
    deployment("bank/acct", "acct") +
    deployment("shop/front", "front", "front") +
    spec(
      "Service",
      "bank/acct",
      "{selector: {app: acct}, ports: [{name: http, port: 80, targetPort: 8080}]}",
    ) +
    spec(
      "AuthorizationPolicy",
      "bank/reads",
      "{action: ALLOW, rules: [{from: [{source: {namespaces: [shop]}}], to: [{operation: {methods: [GET], paths: [/v1/*]}}]}]}",
    );
  const denying = (condition: string) =>
    bank +
    spec(
      "AuthorizationPolicy",
      "bank/env",
      `{action: DENY, rules: [{when: [{key: "request.headers[x-env]", ${condition}}]}]}`,
    );

  it("is told of the value that a list of one gains or loses", () => {
    const denied = "denied (403) by AuthorizationPolicy env.bank, rule 1";
    assert.deepEqual(told(denying("notValues: [prod]"), denying("notValues: [prod, stage]")), [
      `exposure: front.shop → acct.bank:80, method GET, path /v1/*, header x-env: stage: was ${denied}, now acct.bank:80`,
    ]);
    assert.deepEqual(told(denying("values: [test, stage]"), denying("values: [test]")), [
      `exposure: front.shop → acct.bank:80, method GET, path /v1/*, header x-env: stage: was ${denied}, now acct.bank:80`,
    ]);
  });
});

describe("what a change does to requests by a waypoint that is taken away", () => {
  const at = (name: string) =>
    `---\napiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: way}}\n`;
  const waypoint =
    "---\napiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: way, namespace: shop}\nspec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}\n";
  const ambient =
    at("shop") +
    deployment("shop/web", "web") +
    deployment("shop/client", "client") +
    spec(
      "Service",
      "shop/web",
      "{selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}]}",
    ) +
    spec(
      "AuthorizationPolicy",
      "shop/reads",
      '{targetRefs: [{group: "", kind: Service, name: web}], rules: [{to: [{operation: {methods: [GET]}}]}]}',
    );

  it("is that nobody asks its policies", () => {
    assert.deepEqual(
      told(ambient + waypoint, ambient).filter((one) => one.startsWith("exposure")),
      [
        "exposure: mesh → web.shop:80, any method but GET: was denied (403): AuthorizationPolicy reads.shop does not allow it, now web.shop:80",
      ],
    );
  });
});
