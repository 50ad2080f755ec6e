import assert from "node:assert/strict";
import type { KubernetesObject } from "../mesh/kubernetes-object";
import { Mesh } from "../mesh/mesh";
import { answer } from "./ask";
import { requestFromUrl } from "./from-url";
import type { Caller } from "./request";

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  namespace: string,
  spec: object,
  more: object = {},
): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace && { namespace }), ...more },
  spec,
});

const pods = (name: string, namespace: string, labels: object, annotations: object = {}) =>
  object("apps/v1", "Deployment", name, namespace, {
    template: { metadata: { labels: { app: name, ...labels }, annotations } },
  });

const space = (name: string, labels: object) => object("v1", "Namespace", name, "", {}, { labels });

const service = (name: string, namespace: string, ports: object[], labels: object = {}) =>
  object("v1", "Service", name, namespace, { selector: { app: name }, ports }, { labels });

const http = { name: "http", port: 80 };

const ground: KubernetesObject[] = [
  space("shop", { "istio-injection": "enabled" }),
  space("mist", { "istio.io/dataplane-mode": "ambient" }),
  pods("client", "shop", {}),
  pods("web", "shop", {}),
  service("web", "shop", [http]),
  pods("edge", "istio-system", { istio: "ingressgateway" }),
  service("edge", "istio-system", [http]),
  object("networking.istio.io/v1", "Gateway", "edge", "istio-system", {
    selector: { istio: "ingressgateway" },
    servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts: ["*"] }],
  }),
  object("networking.istio.io/v1", "VirtualService", "web", "shop", {
    hosts: ["web.example.com"],
    gateways: ["istio-system/edge"],
    http: [{ route: [{ destination: { host: "web" } }] }],
  }),
  object("gateway.networking.k8s.io/v1", "Gateway", "way", "mist", {
    gatewayClassName: "istio-waypoint",
    listeners: [{ name: "mesh", port: 15008, protocol: "HBONE" }],
  }),
  pods("fog", "mist", {}),
  service("fog", "mist", [http], { "istio.io/use-waypoint": "way" }),
  pods("wisp", "mist", {}),
];

const client: Caller = { kind: "workload", namespace: "shop", name: "client" };
const wisp: Caller = { kind: "workload", namespace: "mist", name: "wisp" };

function asked(objects: readonly KubernetesObject[], from: Caller, url: string, meshConfig = {}) {
  const mesh = new Mesh([...ground, ...objects], { meshConfig });
  return answer(mesh, requestFromUrl(from, undefined, url));
}

const named = (objects: readonly KubernetesObject[]) => ({
  sidecars: asked(objects, client, "http://web/").notModelled,
  gateway: asked(objects, { kind: "outside" }, "http://web.example.com/").notModelled,
  waypoint: asked(objects, wisp, "http://fog/").notModelled,
});

const filter = (name: string, namespace: string, context: string, more: object = {}) =>
  object("networking.istio.io/v1alpha3", "EnvoyFilter", name, namespace, {
    ...more,
    configPatches: [
      { applyTo: "HTTP_FILTER", match: { context }, patch: { operation: "MERGE", value: {} } },
    ],
  });

describe("what proxies on the way do that is not modelled", () => {
  it("is named where an EnvoyFilter is for them, by labels or by their Gateway", () => {
    assert.deepEqual(named([filter("all", "istio-system", "ANY")]), {
      sidecars: ["EnvoyFilter all.istio-system"],
      gateway: ["EnvoyFilter all.istio-system"],
      waypoint: [],
    });
    const own = { workloadSelector: { labels: { app: "web" } } };
    assert.deepEqual(named([filter("web", "shop", "SIDECAR_INBOUND", own)]), {
      sidecars: ["EnvoyFilter web.shop"],
      gateway: ["EnvoyFilter web.shop"],
      waypoint: [],
    });
    assert.deepEqual(named([filter("web", "shop", "SIDECAR_OUTBOUND", own)]).sidecars, []);
    assert.deepEqual(named([filter("edge", "istio-system", "GATEWAY")]), {
      sidecars: [],
      gateway: ["EnvoyFilter edge.istio-system"],
      waypoint: [],
    });
    const targetRefs = [{ group: "gateway.networking.k8s.io", kind: "Gateway", name: "way" }];
    assert.deepEqual(named([filter("way", "mist", "SIDECAR_INBOUND", { targetRefs })]), {
      sidecars: [],
      gateway: [],
      waypoint: ["EnvoyFilter way.mist"],
    });
  });

  it("is named where an extension is for their side, or attached to the Service", () => {
    const plugin = (name: string, namespace: string, spec: object) =>
      object("extensions.istio.io/v1alpha1", "WasmPlugin", name, namespace, {
        url: "oci://example.com/plugin",
        ...spec,
      });
    const selector = { matchLabels: { app: "web" } };
    const both = named([plugin("server", "shop", { selector, match: [{ mode: "SERVER" }] })]);
    assert.deepEqual(both.sidecars, ["WasmPlugin server.shop"]);
    assert.deepEqual(
      named([plugin("client", "shop", { selector, match: [{ mode: "CLIENT" }] })]).sidecars,
      [],
    );
    const targetRefs = [{ kind: "Service", name: "fog" }];
    assert.deepEqual(named([plugin("fog", "mist", { targetRefs })]).waypoint, [
      "WasmPlugin fog.mist",
    ]);
    const lua = object("extensions.istio.io/v1alpha1", "TrafficExtension", "lua", "istio-system", {
      lua: { inlineCode: "function envoy_on_request(handle) end" },
    });
    assert.deepEqual(named([lua]), {
      sidecars: ["TrafficExtension lua.istio-system"],
      gateway: ["TrafficExtension lua.istio-system"],
      waypoint: [],
    });
  });

  it("is named where a proxy is told of its clients' connections", () => {
    const config = { "proxy.istio.io/config": "connectionSettings: {profile: EDGE}" };
    const own = [pods("odd", "shop", {}, config), service("odd", "shop", [http])];
    assert.deepEqual(asked(own, client, "http://odd/").notModelled, [
      "connectionSettings of the proxy of Deployment odd.shop",
    ]);
    const meshConfig = { defaultConfig: { connectionSettings: { httpMergeSlashes: true } } };
    assert.deepEqual(asked([], client, "http://web/", meshConfig).notModelled, [
      "connectionSettings of the proxy of Deployment client.shop",
      "connectionSettings of the proxy of Deployment web.shop",
    ]);
  });

  it("is named where the network may keep a connection away", () => {
    const network = (name: string, namespace: string, spec: object) =>
      object("networking.k8s.io/v1", "NetworkPolicy", name, namespace, spec);
    const said = (place: string, port: number) =>
      `whether NetworkPolicy ${place} lets connections to port ${port} pass, which is the network's to say`;
    const podSelector = { matchLabels: { app: "web" } };
    const shut = network("web", "shop", { podSelector, ingress: [] });
    assert.deepEqual(named([shut]), {
      sidecars: [said("web.shop", 80)],
      gateway: [said("web.shop", 80)],
      waypoint: [],
    });
    const from = [
      { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "istio-system" } } },
      { podSelector: { matchLabels: { app: "client" } } },
    ];
    const open = network("open", "shop", {
      podSelector,
      ingress: [{ from, ports: [{ port: 80 }] }],
    });
    assert.deepEqual(named([shut, open]), { sidecars: [], gateway: [], waypoint: [] });
    const other = network("open", "shop", {
      podSelector,
      ingress: [{ from, ports: [{ port: 81 }] }],
    });
    assert.deepEqual(named([other]).sidecars, [said("open.shop", 80)]);
    const out = network("out", "shop", { podSelector: {}, policyTypes: ["Egress"] });
    assert.deepEqual(asked([out], client, "http://192.0.2.1/").notModelled, [said("out.shop", 80)]);
    const to = [{ ipBlock: { cidr: "192.0.2.0/24", except: ["192.0.2.9/32"] } }];
    const some = network("out", "shop", {
      podSelector: {},
      policyTypes: ["Egress"],
      egress: [{ to }],
    });
    assert.deepEqual(asked([some], client, "http://192.0.2.1/").notModelled, []);
    assert.deepEqual(asked([some], client, "http://192.0.2.9/").notModelled, [
      said("out.shop", 80),
    ]);
  });

  it("is the tunnel's port that the network is asked for in ambient mode", () => {
    const mist = (port: number) =>
      named([
        object("networking.k8s.io/v1", "NetworkPolicy", "mist", "mist", {
          podSelector: {},
          ingress: [{ ports: [{ port }] }],
        }),
      ]).waypoint;
    assert.deepEqual(mist(15008), []);
    assert.equal(mist(80).length, 1);
  });

  it("is named where an Ingress has the host at a gateway", () => {
    const ingress = (name: string, host: string, own: object) =>
      object("networking.k8s.io/v1", "Ingress", name, "shop", { ...own, rules: [{ host }] });
    const istio = { ingressClassName: "istio" };
    const gateway = (...all: KubernetesObject[]) => named(all).gateway;
    assert.deepEqual(gateway(ingress("web", "web.example.com", istio)), ["Ingress web.shop"]);
    assert.deepEqual(gateway(ingress("other", "other.example.com", istio)), []);
    assert.deepEqual(gateway(ingress("web", "web.example.com", { ingressClassName: "other" })), []);
  });

  it("is named where istiod does not look into a namespace", () => {
    const meshConfig = { discoverySelectors: [{ matchLabels: { "istio-injection": "enabled" } }] };
    assert.deepEqual(asked([], client, "http://web/", meshConfig).notModelled, []);
    assert.deepEqual(asked([], wisp, "http://fog/", meshConfig).notModelled, [
      "Namespace mist, into which discoverySelectors keep istiod from looking",
    ]);
  });

  it("is not judged where connections do not go by the proxy", () => {
    const none = { "sidecar.istio.io/interceptionMode": "NONE" };
    const own = [pods("odd", "shop", {}, none), service("odd", "shop", [http])];
    const into = asked(own, client, "http://odd/");
    assert.equal(into.outcome, "notJudged");
    assert.deepEqual(into.notModelled, ["interception mode NONE of Deployment odd.shop"]);
    const from: Caller = { kind: "workload", namespace: "shop", name: "odd" };
    assert.equal(asked(own, from, "http://web/").outcome, "notJudged");
    const redirect = { defaultConfig: { interceptionMode: "NONE" } };
    assert.equal(asked([], client, "http://web/", redirect).outcome, "notJudged");
  });
});
