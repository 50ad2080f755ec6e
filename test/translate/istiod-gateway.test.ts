import assert from "node:assert/strict";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { newCertificate } from "../support/certificates";
import { connection, destinationsByVersion, request } from "../support/envoy";
import {
  configOf,
  gatewayApi,
  host,
  object,
  share80to20,
  subsets,
  versions,
  virtualService,
  web,
  weighted,
} from "../support/hand-written";
import { ProxyKind } from "../support/translate";

describe("istiod's translation for a gateway", () => {
  const edge = { name: "edge-0", kind: ProxyKind.Gateway, namespace: "edge" };
  const labels = { istio: "ingressgateway" };
  const pair = newCertificate({ commonName: "shop.example.com", dnsNames: ["shop.example.com"] });
  const secret = (name: string, inNamespace: string): MeshObject & Record<string, unknown> => ({
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name, namespace: inNamespace },
    type: "kubernetes.io/tls",
    stringData: { "tls.crt": pair.certificate, "tls.key": pair.privateKey },
  });
  const gateway = object(
    "networking.istio.io/v1",
    "Gateway",
    { name: "public", namespace: "edge" },
    {
      selector: labels,
      servers: [
        {
          port: { number: 80, name: "http", protocol: "HTTP" },
          hosts: ["shop.example.com"],
          tls: { httpsRedirect: true },
        },
        {
          port: { number: 443, name: "https", protocol: "HTTPS" },
          hosts: ["shop.example.com"],
          tls: { mode: "SIMPLE", credentialName: "shop-cert" },
        },
        {
          port: { number: 443, name: "tls", protocol: "TLS" },
          hosts: ["raw.example.com"],
          tls: { mode: "PASSTHROUGH" },
        },
      ],
    },
  );
  const routes = [
    virtualService({
      hosts: ["shop.example.com"],
      gateways: ["edge/public"],
      http: [{ route: weighted }],
    }),
    object(
      "networking.istio.io/v1",
      "VirtualService",
      { name: "raw", namespace: "shop" },
      {
        hosts: ["raw.example.com"],
        gateways: ["edge/public"],
        tls: [
          {
            match: [{ port: 443, sniHosts: ["raw.example.com"] }],
            route: [{ destination: { host, port: { number: 80 } } }],
          },
        ],
      },
    ),
  ];
  const objects = [...web, subsets, gateway, ...routes];

  it("has a VirtualService's weights behind TLS, and the redirect to it", async () => {
    const config = await configOf({ objects, proxies: [{ ...edge, labels }] });
    const answer = request(config, { host: "shop.example.com", port: 443 });
    assert.ok(answer);
    assert.deepEqual(destinationsByVersion(answer, "web"), share80to20);
    assert.deepEqual(request(config, { host: "shop.example.com" })?.redirect, {
      requireTls: "ALL",
    });
    assert.equal(request(config, { host: "other.example.com" }), undefined);
    const passed = connection(config, { port: 443, sni: "raw.example.com" });
    assert.deepEqual(passed, [{ host, port: 80, weight: 100 }]);
    assert.equal(connection(config, { port: 443, sni: "other.example.com" }), undefined);
  });

  it("has the certificate of its own namespace, and no key in the answer", async () => {
    const config = await configOf({
      objects: [...objects, secret("shop-cert", "edge")],
      proxies: [{ ...edge, labels }],
    });
    assert.deepEqual(config.secrets, ["ROOTCA", "default", "kubernetes://shop-cert"]);
    const [credential] = config.credentials;
    const served = credential.tlsCertificate.certificateChain.inlineBytes;
    assert.equal(Buffer.from(served, "base64").toString(), pair.certificate);
    assert.equal(credential.tlsCertificate.privateKey, undefined);
  });

  it("gets no certificate of another namespace", async () => {
    const config = await configOf({
      objects: [...objects, secret("shop-cert", "shop")],
      proxies: [{ ...edge, labels }],
    });
    assert.deepEqual(config.credentials, []);
  });

  it("gets nothing of an Istio Gateway that selects others", async () => {
    const config = await configOf({ objects, proxies: [edge] });
    assert.throws(() => request(config, { host: "shop.example.com" }), /no HTTP on port 80/);
  });

  it("knows Gateways of both kinds apart when they have one name", async () => {
    const config = await configOf({
      objects: [
        ...objects,
        object(
          "gateway.networking.k8s.io/v1",
          "Gateway",
          { name: "public", namespace: "edge" },
          {
            gatewayClassName: "istio",
            listeners: [{ name: "http", port: 8000, protocol: "HTTP" }],
          },
        ),
      ],
      proxies: [{ ...edge, labels }],
    });
    assert.deepEqual(
      config.listeners.map((one) => one.address.socketAddress.portValue).sort(),
      [443, 80],
    );
  });

  it("has the Gateway API's routes: HTTP, TLS and TCP", async () => {
    const from = (sectionName: string) => ({ parentRefs: [{ name: "public", sectionName }] });
    const config = await configOf({
      objects: [
        ...web,
        ...versions,
        secret("shop-cert", "shop"),
        gatewayApi("Gateway", "public", {
          gatewayClassName: "istio",
          listeners: [
            {
              name: "https",
              port: 443,
              protocol: "HTTPS",
              hostname: "shop.example.com",
              tls: { certificateRefs: [{ name: "shop-cert" }] },
            },
            {
              name: "tls",
              port: 443,
              protocol: "TLS",
              hostname: "raw.example.com",
              tls: { mode: "Passthrough" },
            },
            { name: "tcp", port: 9000, protocol: "TCP" },
          ],
        }),
        gatewayApi("HTTPRoute", "web", {
          ...from("https"),
          rules: [{ backendRefs: [{ name: "web-v1", port: 80 }] }],
        }),
        gatewayApi("TLSRoute", "raw", {
          ...from("tls"),
          hostnames: ["raw.example.com"],
          rules: [{ backendRefs: [{ name: "web-v2", port: 80 }] }],
        }),
        gatewayApi("TCPRoute", "raw", {
          ...from("tcp"),
          rules: [{ backendRefs: [{ name: "web", port: 80 }] }],
        }),
      ],
      proxies: [{ name: "public", kind: ProxyKind.Gateway, namespace: "shop" }],
    });
    const hosts = (all: { host: string }[] | undefined) => all?.map((one) => one.host);
    const https = request(config, { host: "shop.example.com", port: 443 });
    assert.deepEqual(hosts(https?.destinations), ["web-v1.shop.svc.cluster.local"]);
    assert.deepEqual(hosts(connection(config, { port: 443, sni: "raw.example.com" })), [
      "web-v2.shop.svc.cluster.local",
    ]);
    assert.deepEqual(hosts(connection(config, { port: 9000 })), [host]);
    assert.equal(config.credentials.length, 1);
  });
});
