import assert from "node:assert/strict";
import { parseAllDocuments } from "yaml";
import type { KubernetesObject } from "../../mesh/kubernetes-object";
import { Mesh } from "../../mesh/mesh";
import type { Workload } from "../../mesh/model/workloads";
import type { Arrival, Verdict } from "../arrival";
import type { HttpRequest } from "../request";
import { arrive } from "./arrive";

const ground = `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: v1
kind: Namespace
metadata: {name: bank, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: v1
kind: Namespace
metadata: {name: plain}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  selector: {app: web}
  ports:
    - {name: http, port: 80, targetPort: 8080}
    - {name: tcp, port: 90, targetPort: raw}
    - {name: main, port: 70, targetPort: 7070}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    metadata: {labels: {app: web}}
    spec:
      serviceAccountName: web
      containers: [{name: web, image: web, ports: [{name: raw, containerPort: 9090}]}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: till, namespace: bank}
spec:
  template:
    metadata: {labels: {app: till}}
    spec: {serviceAccountName: till, containers: [{name: till, image: till}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: old, namespace: plain}
spec:
  template:
    metadata: {labels: {app: old}}
    spec: {containers: [{name: old, image: old}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: door, namespace: shop}
spec:
  template:
    metadata: {labels: {istio: ingressgateway}}
    spec: {serviceAccountName: door, containers: [{name: istio-proxy, image: auto}]}
`;

const meshOf = (policies: string, meshConfig?: Record<string, unknown>): Mesh =>
  new Mesh(
    parseAllDocuments(`${ground}---\n${policies}`)
      .map((document) => document.toJS())
      .filter((object) => object !== null) as KubernetesObject[],
    meshConfig && { meshConfig },
  );

const workload = (mesh: Mesh, name: string): Workload => {
  const found = mesh.workloads.find((one) => one.name === name);
  assert.ok(found);
  return found;
};

const get = (path = "/", more: Partial<HttpRequest> = {}): HttpRequest => ({
  authority: "web.shop",
  method: "GET",
  scheme: "http",
  headers: {},
  path,
  ...more,
});

type Wanted = Partial<Omit<Arrival, "server" | "peer">> & { readonly from?: string; ip?: string };

function at(mesh: Mesh, server: string, { from, ip, ...more }: Wanted = {}): Verdict {
  return arrive(mesh, {
    server: workload(mesh, server),
    port: 8080,
    tls: from === undefined ? "DISABLE" : server === "till" ? "HBONE" : "ISTIO_MUTUAL",
    peer: {
      ...(from !== undefined && { workload: workload(mesh, from) }),
      ...(ip !== undefined && { ip }),
    },
    http: get(),
    ...more,
  });
}

const words = (verdict: Verdict): string => {
  if (verdict.taken) {
    return "taken";
  }
  const { outcome, status, deniedBy: by } = verdict;
  const rule = by?.rule === undefined ? "" : `[${by.rule}]`;
  return [outcome, status, by && `${by.namespace}/${by.name}${rule}`].filter(Boolean).join(" ");
};

const policy = (spec: string, name = "p", namespace = "shop", annotations = "{}"): string => `
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ${name}, namespace: ${namespace}, annotations: ${annotations}}
spec: ${spec}
`;

const peers = (spec: string, name = "p", namespace = "shop"): string => `
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}
`;

describe("connections that arrive at a sidecar", () => {
  const strict = meshOf(peers("{mtls: {mode: STRICT}}"));

  it("are refused without mutual TLS where it is wanted", () => {
    assert.equal(words(at(strict, "web")), "tlsRefused shop/p");
    assert.equal(words(at(strict, "web", { tls: "SIMPLE" })), "tlsRefused shop/p");
    assert.equal(words(at(strict, "web", { from: "door" })), "taken");
    assert.equal(words(at(strict, "web", { from: "till", tls: "HBONE" })), "taken");
  });

  it("are taken at a port that says so", () => {
    const mesh = meshOf(
      peers(
        "{selector: {matchLabels: {app: web}}, mtls: {mode: STRICT}, portLevelMtls: {9090: {mode: DISABLE}}}",
      ),
    );
    const { http, ...bytes } = { http: undefined, port: 9090 };
    assert.equal(words(at(mesh, "web")), "tlsRefused shop/p");
    assert.equal(words(at(mesh, "web", bytes)), "taken");
    assert.equal(words(at(mesh, "web", { ...bytes, from: "door" })), "tlsRefused shop/p");
  });

  it("follow the oldest PeerAuthentication, and none that chooses labels in the root namespace", () => {
    const mesh = meshOf(
      peers("{mtls: {mode: STRICT}}", "b") +
        peers("{mtls: {mode: PERMISSIVE}}", "a") +
        peers("{selector: {matchLabels: {app: web}}, mtls: {mode: STRICT}}", "c", "istio-system"),
    );
    assert.equal(words(at(mesh, "web")), "taken");
  });

  it("are read as their port says", () => {
    const mesh = meshOf("");
    const ends = (http: HttpRequest | undefined, port: number, tls: Arrival["tls"] = "DISABLE") => {
      const verdict = arrive(mesh, {
        server: workload(mesh, "web"),
        peer: {},
        port,
        tls,
        ...(http && { http }),
      });
      return words(verdict);
    };
    assert.equal(ends(undefined, 8080), "reset");
    assert.equal(ends(undefined, 9090), "taken");
    assert.equal(ends(undefined, 7070), "taken");
    assert.equal(ends(undefined, 6000), "taken");
    assert.equal(ends(undefined, 8080, "PASSTHROUGH"), "reset");
    assert.equal(ends(undefined, 7070, "PASSTHROUGH"), "taken");
  });
});

describe("AuthorizationPolicies at a sidecar", () => {
  const bank = "{action: ALLOW, rules: [{from: [{source: {namespaces: [bank]}}]}]}";

  it("let nobody in without rules, and everybody with an empty one", () => {
    assert.equal(words(at(meshOf(policy("{}")), "web")), "denied 403 shop/p");
    assert.equal(words(at(meshOf(policy("{rules: [{}]}")), "web")), "taken");
    assert.equal(words(at(meshOf(policy("{action: DENY}")), "web")), "taken");
    assert.equal(
      words(at(meshOf(policy("{action: DENY, rules: [{}]}")), "web")),
      "denied 403 shop/p[0]",
    );
  });

  it("know who asks by mutual TLS alone", () => {
    const mesh = meshOf(policy(bank));
    assert.equal(words(at(mesh, "web", { from: "till" })), "taken");
    assert.equal(words(at(mesh, "web", { from: "till", tls: "DISABLE" })), "denied 403 shop/p");
    assert.equal(words(at(mesh, "web", { from: "door" })), "denied 403 shop/p");
  });

  it("deny first", () => {
    const deny =
      "{action: DENY, rules: [{to: [{operation: {methods: [POST]}}]}, {to: [{operation: {paths: [/admin*]}}]}]}";
    const mesh = meshOf(policy(deny, "no") + policy("{rules: [{}]}", "yes"));
    assert.equal(words(at(mesh, "web")), "taken");
    assert.equal(
      words(at(mesh, "web", { http: get("/", { method: "POST" }) })),
      "denied 403 shop/no[0]",
    );
    assert.equal(words(at(mesh, "web", { http: get("/admin?x") })), "denied 403 shop/no[1]");
    assert.equal(words(at(mesh, "web", { http: get("/a/../admin") })), "denied 403 shop/no[1]");
  });

  it("are stricter where nobody sees requests", () => {
    const rules = "rules: [{to: [{operation: {methods: [GET], ports: ['9090']}}]}]";
    const bytes = { port: 9090 };
    const { taken } = at(meshOf(policy(`{action: DENY, ${rules}}`)), "web", bytes);
    assert.equal(taken, false);
    assert.equal(words(at(meshOf(policy(`{${rules}}`)), "web", bytes)), "denied shop/p");
    assert.equal(words(at(meshOf(policy(`{action: DENY, ${rules}}`)), "web")), "taken");
  });

  it("of the root namespace are for all", () => {
    const mesh = meshOf(policy("{}", "all", "istio-system"));
    assert.equal(words(at(mesh, "web")), "denied 403 istio-system/all");
    assert.equal(words(at(mesh, "till", { from: "door" })), "denied istio-system/all");
    assert.equal(words(at(mesh, "old")), "taken");
  });

  it("on trial are told", () => {
    const mesh = meshOf(policy("{}", "try", "shop", "{istio.io/dry-run: 'true'}"));
    const verdict = at(mesh, "web");
    assert.equal(verdict.taken, true);
    assert.deepEqual(verdict.wouldBeDeniedBy, [
      { kind: "AuthorizationPolicy", namespace: "shop", name: "try" },
    ]);
  });

  it("read addresses as far as they are known", () => {
    const mesh = meshOf(policy("{rules: [{from: [{source: {ipBlocks: [10.1.0.0/16]}}]}]}"));
    assert.equal(words(at(mesh, "web", { ip: "10.1.2.3" })), "taken");
    assert.equal(words(at(mesh, "web", { ip: "10.2.2.3" })), "denied 403 shop/p");
    assert.equal(words(at(mesh, "web")), "denied 403 shop/p");
    const verdict = at(mesh, "web", { from: "till" });
    assert.equal(words(verdict), "notJudged");
    assert.deepEqual(verdict.notModelled, ["the address of till.bank"]);
  });

  it("believe as many proxies before a gateway as the mesh trusts", () => {
    const own =
      "{selector: {matchLabels: {istio: ingressgateway}}, action: DENY, rules: [{from: [{source: {remoteIpBlocks: [192.0.2.7]}}]}]}";
    const verdict = (trusted: number, forwarded: string): string => {
      const mesh = meshOf(policy(own), {
        defaultConfig: { gatewayTopology: { numTrustedProxies: trusted } },
      });
      const http = get("/", { headers: { "x-forwarded-for": forwarded } });
      return words(at(mesh, "door", { ip: "10.1.2.3", http }));
    };
    assert.equal(verdict(0, "192.0.2.7"), "taken");
    assert.equal(verdict(1, "192.0.2.7"), "denied 403 shop/p[0]");
    assert.equal(verdict(1, "192.0.2.7, 10.9.9.9"), "taken");
    assert.equal(verdict(2, "192.0.2.7, 10.9.9.9"), "denied 403 shop/p[0]");
    assert.equal(verdict(2, "192.0.2.7"), "taken");
  });

  it("say that a provider decides", () => {
    const custom = policy(
      "{action: CUSTOM, provider: {name: asker}, rules: [{to: [{operation: {paths: [/a]}}]}]}",
    );
    const mesh = meshOf(custom, {
      extensionProviders: [{ name: "asker", envoyExtAuthzHttp: { service: "a.b.svc", port: 80 } }],
    });
    const verdict = at(mesh, "web", { http: get("/a") });
    assert.equal(verdict.taken, true);
    assert.deepEqual(verdict.notModelled, [
      "what the provider asker says (AuthorizationPolicy shop/p)",
    ]);
    assert.deepEqual(at(mesh, "web").notModelled, []);
    assert.equal(words(at(meshOf(custom, {}), "web", { http: get("/a") })), "denied 403 shop/p[0]");
  });
});

describe("tokens", () => {
  const wanted = `
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: t, namespace: shop}
spec: {selector: {matchLabels: {app: web}}, jwtRules: [{issuer: me, audiences: [shop]}]}
`;
  const valid = (claims: Record<string, unknown>) => ({
    token: { kind: "valid", claims: { iss: "me", aud: "shop", ...claims } } as const,
  });

  it("are refused where they are wrong, and may be missing", () => {
    const mesh = meshOf(wanted);
    assert.equal(words(at(mesh, "web")), "taken");
    assert.equal(words(at(mesh, "web", { token: { kind: "invalid" } })), "denied 401");
    assert.equal(words(at(mesh, "web", valid({ iss: "you" }))), "denied 401");
    assert.equal(words(at(mesh, "web", valid({ aud: ["bank"] }))), "denied 403");
    assert.equal(words(at(mesh, "web", valid({}))), "taken");
    assert.equal(words(at(mesh, "door", { token: { kind: "invalid" } })), "taken");
  });

  it("have claims that policies read", () => {
    const rule =
      "{rules: [{from: [{source: {requestPrincipals: [me/*]}}], when: [{key: 'request.auth.claims[scope]', values: [read]}]}]}";
    const mesh = meshOf(wanted + policy(rule));
    assert.equal(words(at(mesh, "web")), "denied 403 shop/p");
    assert.equal(words(at(mesh, "web", valid({ sub: "x" }))), "denied 403 shop/p");
    assert.equal(words(at(mesh, "web", valid({ sub: "x", scope: "write read" }))), "taken");
    const unread = meshOf(policy(rule));
    assert.equal(words(at(unread, "web", valid({ sub: "x", scope: "read" }))), "denied 403 shop/p");
  });
});

describe("connections that arrive at ztunnel", () => {
  it("are refused without mutual TLS where it is wanted", () => {
    const mesh = meshOf(peers("{mtls: {mode: STRICT}}", "p", "bank"));
    assert.equal(words(at(mesh, "till")), "tlsRefused bank/p");
    assert.equal(words(at(mesh, "till", { from: "door" })), "taken");
    const open = meshOf(peers("{mtls: {mode: DISABLE}}", "p", "bank"));
    assert.equal(words(at(open, "till", { from: "door" })), "taken");
  });

  it("meet policies without what they say of requests", () => {
    const get = "{operation: {methods: [GET]}}";
    const from = "{source: {namespaces: [shop]}}";
    const of = (spec: string) => meshOf(policy(spec, "p", "bank"));
    const end = (spec: string) => words(at(of(spec), "till", { from: "door" }));
    assert.equal(end(`{rules: [{to: [${get}]}]}`), "denied bank/p");
    assert.equal(end(`{rules: [{from: [${from}]}]}`), "taken");
    assert.equal(
      end("{rules: [{from: [{source: {trustDomains: [other], namespaces: [shop]}}]}]}"),
      "taken",
    );
    assert.equal(end("{action: CUSTOM, provider: {name: a}, rules: [{}]}"), "taken");
  });

  it("are not met by policies with an empty selector, nor by those on trial", () => {
    const end = (spec: string, annotations?: string) =>
      words(at(meshOf(policy(spec, "p", "bank", annotations)), "till", { from: "door" }));
    assert.equal(end("{selector: {}}"), "taken");
    assert.equal(end("{}", "{istio.io/dry-run: 'true'}"), "taken");
    assert.equal(end("{selector: {matchLabels: {}}}"), "denied bank/p");
    assert.equal(end("{}"), "denied bank/p");
  });

  it("are not refused by a rule of which a part is about requests alone", () => {
    const get = "{operation: {methods: [GET]}}";
    const from = "{source: {namespaces: [shop]}}";
    const end = (rule: string) =>
      words(
        at(meshOf(policy(`{action: DENY, rules: [${rule}]}`, "p", "bank")), "till", {
          from: "door",
        }),
      );
    assert.equal(end(`{to: [${get}]}`), "taken");
    assert.equal(end(`{to: [${get}], from: [${from}]}`), "taken");
    assert.equal(end('{from: [{source: {notRequestPrincipals: ["*"]}}]}'), "taken");
    assert.equal(end(`{from: [${from}], when: [{key: request.path, values: [/]}]}`), "taken");
    assert.equal(
      end("{from: [{source: {namespaces: [shop], requestPrincipals: [a]}}]}"),
      "denied bank/p[0]",
    );
    assert.equal(end(`{to: [${get}, {operation: {ports: ["8080"]}}]}`), "denied bank/p[0]");
    assert.equal(end("{}"), "denied bank/p[0]");
  });

  it("have another trust domain than policies say where the mesh has", () => {
    const mesh = new Mesh(
      parseAllDocuments(
        ground +
          policy(
            "{rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/door]}}]}]}",
            "p",
            "bank",
          ),
      ).map((one) => one.toJS()) as KubernetesObject[],
      { meshConfig: { trustDomain: "td" } },
    );
    assert.equal(words(at(mesh, "till", { from: "door" })), "denied bank/p");
  });
});
