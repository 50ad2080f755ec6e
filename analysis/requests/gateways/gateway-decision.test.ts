import assert from "node:assert/strict";
import type { KubernetesObject } from "../../mesh/kubernetes-object";
import { Mesh } from "../../mesh/mesh";
import { requestFromUrl, type UrlOptions } from "../from-url";
import { proxyOf } from "../mesh-proxy";
import { QuestionError } from "../question-error";
import { entranceOf } from "./entrance";
import { gatewayDecision } from "./gateway-decision";

const istio = (kind: string, name: string, namespace: string, spec: object): KubernetesObject => ({
  apiVersion: "networking.istio.io/v1",
  kind,
  metadata: { name, namespace },
  spec,
});

const core = (kind: string, name: string, namespace: string, rest: object): KubernetesObject => ({
  apiVersion: kind === "Deployment" ? "apps/v1" : "v1",
  kind,
  metadata: { name, namespace },
  ...rest,
});

const labels = { istio: "edge" };
const pods = core("Deployment", "ingress", "edge", {
  spec: { template: { metadata: { labels }, spec: { containers: [{ name: "istio-proxy" }] } } },
});
const front = core("Service", "ingress", "edge", {
  spec: {
    selector: labels,
    ports: [
      { name: "http", port: 80, targetPort: 8080 },
      { name: "https", port: 443, targetPort: 8443 },
    ],
  },
});
const web = core("Service", "web", "shop", {
  spec: { selector: { app: "web" }, ports: [{ name: "http", port: 90, targetPort: 9090 }] },
});

const server = (number: number, protocol: string, hosts: string[], tls?: object) => ({
  port: { number, name: `${protocol.toLowerCase()}-${number}-${hosts[0]?.length}`, protocol },
  hosts,
  ...(tls && { tls }),
});

const gateway = (servers: object[], name = "public", namespace = "edge") =>
  istio("Gateway", name, namespace, { selector: labels, servers });

const route = (host: string, more: object = {}, name = "web") =>
  istio("VirtualService", name, "shop", {
    hosts: [host],
    gateways: ["edge/public"],
    http: [{ route: [{ destination: { host: "web" } }] }],
    ...more,
  });

function decided(objects: KubernetesObject[], url: string, options: UrlOptions = {}) {
  const mesh = new Mesh(objects);
  const request = requestFromUrl({ kind: "outside" }, undefined, url, options);
  const proxy = proxyOf(entranceOf(mesh, request));
  const { from: _from, ...call } = request;
  return gatewayDecision(mesh, proxy, {
    ...call,
    sni: request.sni ?? request.host,
    peer: {},
  });
}

function ends(objects: KubernetesObject[], url: string, options?: UrlOptions): string {
  const found = decided(objects, url, options);
  switch (found.kind) {
    case "forward":
      return found.forward.destinations.map((one) => `${one.host} ${one.share}`).join(", ");
    case "redirect":
      return `${found.redirect.status} ${found.redirect.location}`;
    case "end":
      return `${found.outcome} ${found.status ?? ""}`.trim();
    default:
      return found.kind;
  }
}

const host = "web.shop.svc.cluster.local 100";

describe("what a gateway does", () => {
  const plain = [
    pods,
    front,
    web,
    gateway([server(80, "HTTP", ["*.example.com"])]),
    route("shop.example.com"),
  ];

  it("sends requests for a host on, and knows no other", () => {
    assert.equal(ends(plain, "http://shop.example.com/"), host);
    assert.equal(ends(plain, "http://SHOP.example.com:80/x"), host);
    assert.equal(ends(plain, "http://other.example.com/"), "noRoute 404");
  });

  it("ends connections to a port that it does not have, and TLS where it has none", () => {
    assert.equal(ends(plain, "http://shop.example.com:8080/"), "reset");
    assert.equal(ends(plain, "https://shop.example.com/"), "reset");
    assert.equal(ends(plain, "https://shop.example.com:80/"), "reset");
  });

  const secured = (tls: object) => [
    pods,
    front,
    web,
    gateway([
      server(80, "HTTP", ["shop.example.com"], { httpsRedirect: true }),
      server(443, "HTTPS", ["shop.example.com"], tls),
    ]),
    route("shop.example.com"),
  ];

  it("leads to HTTPS, and ends TLS for the names of its servers", () => {
    const objects = secured({ mode: "SIMPLE", credentialName: "shop" });
    assert.equal(ends(objects, "http://shop.example.com/a?b"), "301 https://shop.example.com/a?b");
    assert.equal(ends(objects, "https://shop.example.com/"), host);
    assert.equal(ends(objects, "https://other.example.com/"), "tlsRefused");
    assert.equal(ends(objects, "http://shop.example.com:443/"), "reset");
    const sni = { sni: "shop.example.com" };
    assert.equal(ends(objects, "https://other.example.com/", sni), "noRoute 404");
  });

  it("wants the certificate of clients, and one of its own", () => {
    const objects = secured({ mode: "MUTUAL", credentialName: "shop" });
    const clientCertificate = { names: ["client"] };
    assert.equal(ends(objects, "https://shop.example.com/"), "tlsRefused");
    assert.equal(ends(objects, "https://shop.example.com/", { clientCertificate }), host);
    const elsewhere = core("Secret", "other", "edge", { type: "Opaque", data: {} });
    assert.equal(
      ends([...objects, elsewhere], "https://shop.example.com/", { clientCertificate }),
      "tlsRefused",
    );
  });

  it("stands in for Pods that are installed elsewhere", () => {
    const objects = [
      web,
      gateway([server(80, "HTTP", ["shop.example.com"])]),
      route("shop.example.com"),
    ];
    assert.equal(ends(objects, "http://shop.example.com/"), host);
  });

  it("takes the ports that such Pods usually have behind 80 and 443, where no server has these", () => {
    const at = (port: number) => [
      web,
      gateway([server(port, "HTTP", ["shop.example.com"])]),
      route("shop.example.com"),
    ];
    assert.equal(ends(at(8080), "http://shop.example.com/"), host);
    assert.equal(ends(at(8081), "http://shop.example.com/"), "reset");
  });

  it("has what listeners of the Gateway API and their routes say", () => {
    const api = (kind: string, name: string, namespace: string, spec: object) => ({
      ...istio(kind, name, namespace, spec),
      apiVersion: "gateway.networking.k8s.io/v1",
    });
    const objects = [
      web,
      api("Gateway", "public", "shop", {
        gatewayClassName: "istio",
        listeners: [{ name: "http", port: 80, protocol: "HTTP" }],
      }),
      api("HTTPRoute", "web", "shop", {
        parentRefs: [{ name: "public" }],
        hostnames: ["shop.example.com"],
        rules: [{ backendRefs: [{ name: "web", port: 90 }] }],
      }),
    ];
    assert.equal(ends(objects, "http://shop.example.com/"), host);
    assert.equal(ends(objects, "http://other.example.com/"), "noRoute 404");
  });

  it("is asked for by name, or by what it serves", () => {
    const second = core("Deployment", "inner", "edge", {
      spec: { template: { metadata: { labels: { istio: "inner" } } } },
    });
    const inner = istio("Gateway", "inner", "edge", {
      selector: { istio: "inner" },
      servers: [server(80, "HTTP", ["inner.example.com"])],
    });
    const mesh = new Mesh([...plain, second, inner]);
    const found = (url: string, name?: string) =>
      entranceOf(
        mesh,
        requestFromUrl({ kind: "outside", ...(name && { gateway: name }) }, undefined, url),
      ).name;
    assert.equal(found("http://inner.example.com/"), "inner");
    assert.equal(found("http://shop.example.com/"), "ingress");
    assert.equal(found("http://shop.example.com/", "edge/inner"), "inner");
    assert.equal(found("http://shop.example.com/", "edge/ingress"), "ingress");
    assert.throws(() => found("http://shop.example.org/"), QuestionError);
    assert.throws(
      () => found("http://shop.example.com/", "edge/publik"),
      /did you mean "edge\/public"/,
    );
  });
});
