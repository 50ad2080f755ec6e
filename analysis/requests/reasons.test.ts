import assert from "node:assert/strict";
import type { KubernetesObject } from "../mesh/kubernetes-object";
import { Mesh } from "../mesh/mesh";
import { answerWords } from "./answer-words";
import { answer } from "./ask";
import { requestFromUrl } from "./from-url";

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  namespace: string,
  spec: object,
  labels: Record<string, string> = {},
): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace && { namespace }), labels },
  spec,
});

const networking = "networking.istio.io/v1";

const pods = (name: string, app: string, replicas: number, labels: object = {}) =>
  object("apps/v1", "Deployment", name, "shop", {
    replicas,
    template: { metadata: { labels: { app, ...labels } } },
  });

const service = (name: string, app = name) =>
  object("v1", "Service", name, "shop", {
    selector: { app },
    ports: [{ name: "http", port: 80 }],
  });

const route = (to: object, more: object = {}) =>
  object(networking, "VirtualService", "web", "shop", {
    hosts: ["web"],
    http: [{ route: [{ destination: to }], ...more }],
  });

const subset = (name: string) =>
  object(networking, "DestinationRule", "web", "shop", {
    host: "web",
    subsets: [{ name, labels: { version: name } }],
  });

const ground = [
  object("v1", "Namespace", "shop", "", {}, { "istio-injection": "enabled" }),
  pods("client", "client", 1),
  pods("web", "web", 1, { version: "v1" }),
  service("web"),
];

function asked(objects: readonly KubernetesObject[], url = "http://web/") {
  const mesh = new Mesh([...ground, ...objects]);
  const from = { kind: "workload", namespace: "shop", name: "client" } as const;
  return answer(mesh, requestFromUrl(from, undefined, url));
}

const said = (objects: readonly KubernetesObject[], url?: string) =>
  answerWords(asked(objects, url));

describe("why nobody is there to answer", () => {
  it("is that a route leads to a host, a port or a subset that there is not", () => {
    assert.equal(said([route({ host: "wbe" })]), "503: there is no host wbe.shop");
    assert.equal(
      said([route({ host: "web", port: { number: 81 } })]),
      "503: web.shop has no port 81",
    );
    assert.equal(
      said([route({ host: "web", subset: "v2" })]),
      '503: no DestinationRule gives web.shop a subset "v2"',
    );
    const sidecar = object(networking, "Sidecar", "own", "shop", {
      egress: [{ hosts: ["./*"] }],
    });
    const bank = object("v1", "Service", "bank", "bank", { ports: [{ name: "http", port: 80 }] });
    const apart = object(networking, "VirtualService", "own", "shop", {
      hosts: ["bank.example.com"],
      http: [{ route: [{ destination: { host: "web", port: { number: 80 } } }] }],
    });
    const hidden = {
      ...bank,
      metadata: { ...bank.metadata, annotations: { "networking.istio.io/exportTo": "." } },
    };
    assert.equal(
      said([sidecar, hidden, apart, route({ host: "bank.bank.svc.cluster.local" })]),
      "503: client does not see bank.bank",
    );
  });

  it("is that no Pods are behind it, all are scaled to none, or none has the labels of the subset", () => {
    assert.equal(said([service("lost")], "http://lost/"), "503: no Pods are behind lost.shop:80");
    assert.equal(
      said([service("idle"), pods("idle", "idle", 0)], "http://idle/"),
      "503: all Pods behind idle.shop:80 are scaled to none",
    );
    assert.equal(
      said([subset("v2"), route({ host: "web", subset: "v2" })]),
      '503: nobody behind web.shop:80 has the labels of subset "v2"',
    );
  });

  it("is told of parts too, each with its own", () => {
    const http = [
      {
        route: [
          { destination: { host: "web" }, weight: 50 },
          { destination: { host: "wbe" }, weight: 25 },
          { destination: { host: "web", subset: "v2" }, weight: 25 },
        ],
      },
    ];
    const split = object(networking, "VirtualService", "web", "shop", { hosts: ["web"], http });
    assert.equal(
      said([split]),
      'web.shop:80 v1 50 %; 25 % 503: there is no host wbe.shop; 25 % 503: no DestinationRule gives web.shop a subset "v2"',
    );
  });

  it("is that nobody may go out", () => {
    const sidecar = object(networking, "Sidecar", "own", "shop", {
      outboundTrafficPolicy: { mode: "REGISTRY_ONLY" },
    });
    const why = "outboundTrafficPolicy REGISTRY_ONLY lets nobody out to whom it does not know";
    assert.equal(said([sidecar], "http://example.com/"), `502: ${why}`);
    assert.equal(said([sidecar], "tcp://example.com:9000"), `the connection is closed: ${why}`);
  });
});

describe("what a gateway runs as whose Pods are not declared", () => {
  const edge = [
    object(networking, "Gateway", "edge", "shop", {
      selector: { istio: "ingressgateway" },
      servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts: ["*"] }],
    }),
    object(networking, "VirtualService", "edge", "shop", {
      hosts: ["web.example.com"],
      gateways: ["edge"],
      http: [{ route: [{ destination: { host: "web" } }] }],
    }),
  ];
  const allowed = (from: object) =>
    object("security.istio.io/v1", "AuthorizationPolicy", "web", "shop", {
      selector: { matchLabels: { app: "web" } },
      rules: [{ from: [{ source: from }], to: [{ operation: { methods: ["GET"] } }] }],
    });
  const entered = (method: string, policy: KubernetesObject) =>
    answer(
      new Mesh([...ground, ...edge, policy]),
      requestFromUrl({ kind: "outside" }, method, "http://web.example.com/"),
    );

  it("is not guessed where a policy asks for it", () => {
    const policy = allowed({ serviceAccounts: ["istio-system/istio-ingressgateway"] });
    const { outcome, notModelled } = entered("GET", policy);
    assert.equal(outcome, "notJudged");
    assert.deepEqual(notModelled, [
      "as whom the gateway ingressgateway runs, whose Pods are not declared",
    ]);
    assert.equal(entered("POST", policy).outcome, "denied");
  });
});

describe("a policy for the Pods of a gateway that are not declared", () => {
  const edge = [
    object(networking, "Gateway", "edge", "shop", {
      selector: { istio: "ingressgateway" },
      servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts: ["*"] }],
    }),
    object(networking, "VirtualService", "edge", "shop", {
      hosts: ["*"],
      gateways: ["edge"],
      http: [{ route: [{ destination: { host: "web" } }] }],
    }),
  ];
  const denied = (namespace: string, matchLabels: Record<string, string>) =>
    object("security.istio.io/v1", "AuthorizationPolicy", "none", namespace, {
      selector: { matchLabels },
    });
  const entered = (...policies: KubernetesObject[]) => {
    const { outcome, notModelled } = answer(
      new Mesh([...ground, ...edge, ...policies]),
      requestFromUrl({ kind: "outside" }, "GET", "http://web.example.com/"),
    );
    return [outcome, ...notModelled];
  };
  const perhaps = [
    "notJudged",
    "whether AuthorizationPolicy none.istio-system is for the gateway ingressgateway, whose Pods are not declared",
  ];

  it("is theirs where it asks for the labels of the Gateway, wherever it is", () => {
    assert.deepEqual(entered(denied("istio-ingress", { istio: "ingressgateway" })), ["denied"]);
  });

  it("is perhaps theirs where it asks for other labels, or for more", () => {
    assert.deepEqual(entered(denied("istio-system", { app: "istio-ingressgateway" })), perhaps);
    assert.deepEqual(
      entered(denied("istio-system", { istio: "ingressgateway", app: "edge" })),
      perhaps,
    );
  });

  it("is that of others where these have the labels, or the gateway has not", () => {
    assert.deepEqual(entered(denied("istio-system", { app: "client" })), ["routed"]);
    assert.deepEqual(entered(denied("istio-system", { istio: "egressgateway" })), ["routed"]);
    assert.deepEqual(entered(denied("bookinfo", { app: "istio-ingressgateway" })), ["routed"]);
  });

  it("changes perhaps what they do, where it is an EnvoyFilter", () => {
    const filter = object("networking.istio.io/v1alpha3", "EnvoyFilter", "lua", "istio-system", {
      workloadSelector: { labels: { app: "istio-ingressgateway" } },
      configPatches: [{ applyTo: "HTTP_FILTER", match: { context: "GATEWAY" } }],
    });
    assert.deepEqual(entered(filter), ["routed", "EnvoyFilter lua.istio-system"]);
  });
});

describe("a host of the cluster set", () => {
  it("is answered by clusters that are not declared here", () => {
    const host = "web.shop.svc.clusterset.local";
    const { outcome, notModelled } = asked([route({ host })]);
    assert.equal(outcome, "notJudged");
    assert.deepEqual(notModelled, [`host ${host} is not declared here`]);
  });
});

describe("what does not keep a request from being answered", () => {
  it("are copies for somebody who is not declared", () => {
    const far = "far.elsewhere.svc.cluster.local";
    const { outcome, mirrors, notModelled } = asked([
      route({ host: "web" }, { mirror: { host: far, port: { number: 8080 } } }),
    ]);
    assert.equal(outcome, "routed");
    assert.deepEqual(mirrors, [{ service: "far", namespace: "elsewhere", port: 8080, share: 100 }]);
    assert.deepEqual(notModelled, ["who gets copies: Service far.elsewhere is not declared here"]);
  });

  it("is an object that is declared twice, which is told", () => {
    const twice = [route({ host: "web" }), route({ host: "web" }, { timeout: "2s" })];
    const { outcome, notModelled } = asked(twice);
    assert.equal(outcome, "routed");
    assert.deepEqual(notModelled, [
      "VirtualService web.shop is declared more than once, and which of them stands is not known",
    ]);
    assert.deepEqual(asked([route({ host: "web" })]).notModelled, []);
  });

  it("is a fault of a part of the requests before a proxy answers by itself", () => {
    const fault = { abort: { httpStatus: 418, percentage: { value: 10 } } };
    const own = (more: object) =>
      asked([
        object(networking, "VirtualService", "web", "shop", {
          hosts: ["web"],
          http: [{ fault, ...more }],
        }),
      ]);
    const redirected = own({ redirect: { authority: "example.com" } });
    assert.equal(redirected.outcome, "redirect");
    assert.deepEqual(redirected.fault, { abort: { status: 418, percentage: 10 } });
    const answered = own({ directResponse: { status: 204 } });
    assert.equal(answered.outcome, "response");
    assert.deepEqual(answered.fault, { abort: { status: 418, percentage: 10 } });
  });

  it("is a CORS policy, which is named where a page of another origin asks", () => {
    const cors = route({ host: "web" }, { corsPolicy: { allowOrigins: [{ exact: "https://a" }] } });
    assert.deepEqual(asked([cors]).notModelled, []);
    const mesh = new Mesh([...ground, cors]);
    const from = { kind: "workload", namespace: "shop", name: "client" } as const;
    const page = requestFromUrl(from, undefined, "http://web/", {
      headers: [["Origin", "https://a"]],
    });
    assert.deepEqual(answer(mesh, page).notModelled, ["corsPolicy"]);
  });
});
