import assert from "node:assert/strict";
import type { Dialect } from "../../components";
import {
  AppGateway,
  type AppGatewayArgs,
  type GatewayServer,
  type GatewayTls,
} from "../../components";
import { newCertificate } from "../support/certificates";
import {
  connection,
  type Destination,
  destinationsByVersion,
  filterChain,
  listener,
  request,
} from "../support/envoy";
import { type KubernetesObject, objectsOf, pod, service } from "../support/objects";
import { type Envoy, type ProxyConfig, ProxyKind, translate } from "../support/translate";

const namespace = "shop";
const web = { service: "web", port: 80 };
const host = (name: string) => `${name}.shop.svc.cluster.local`;
const dialects: Dialect[] = ["istio", "gateway-api"];

/** A gateway that is installed is in a namespace of its own; istiod's own is beside the Gateway. */
const proxies = {
  istio: {
    name: "edge",
    kind: ProxyKind.Gateway,
    namespace: "istio-ingress",
    labels: { istio: "ingressgateway" },
  },
  "gateway-api": { name: "shop", kind: ProxyKind.Gateway, namespace },
};

const ca = newCertificate({ commonName: "clients", ca: true });
const secret = (name: string, at: string, stringData: Record<string, string>) => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name, namespace: at },
  stringData,
});
const credentials = ["web", "catalog"].flatMap((name) =>
  Object.values(proxies).flatMap(({ namespace: at }) => {
    const { certificate, privateKey } = newCertificate({
      commonName: name,
      dnsNames: [`${name}.example.com`],
    });
    return [
      secret(name, at, { "tls.crt": certificate, "tls.key": privateKey }),
      secret(`${name}-cacert`, at, { "ca.crt": ca.certificate }),
    ];
  }),
);
const subsets = {
  apiVersion: "networking.istio.io/v1",
  kind: "DestinationRule",
  metadata: { name: "web", namespace },
  spec: {
    host: host("web"),
    subsets: ["v1", "v2"].map((version) => ({ name: version, labels: { version } })),
  },
};
const cluster = [
  ...["web", "catalog", "web-v1", "web-v2"].map((name) => service(name, namespace)),
  service("tls", namespace, { port: 8443, portName: "tls" }),
  service("db", namespace, { port: 5432, portName: "tcp" }),
  service("far", "other"),
  pod("web-1", namespace, "10.9.0.1", { app: "web", version: "v1" }),
  subsets,
  ...credentials,
] as KubernetesObject[];

/** What the gateway is given. */
async function edge(
  args: Partial<AppGatewayArgs>,
  dialect: Dialect = "istio",
): Promise<ProxyConfig> {
  const objects = await objectsOf(
    () => void new AppGateway("shop", { namespace, dialect, ...args }),
  );
  const proxy = proxies[dialect];
  const answer = await translate({ objects: [...cluster, ...objects], proxies: [proxy] });
  return answer[proxy.name] as ProxyConfig;
}

const https = (tls: GatewayTls = {}, more: Partial<GatewayServer> = {}): GatewayServer => ({
  port: 443,
  protocol: "HTTPS",
  hosts: ["web.example.com"],
  tls: { credentialName: "web", ...tls },
  ...more,
});
const get = (path: string, more: object = {}) => ({ host: "web.example.com", path, ...more });
const serviceOf = (config: ProxyConfig, path: string, more: object = {}) =>
  request(config, get(path, more))?.destinations.map((one) => one.host);
const shares = (destinations: Destination[] = []) =>
  Object.fromEntries(
    destinationsByVersion({ destinations }, "web").map(({ version, weight }) => [version, weight]),
  );
const tlsOf = (config: ProxyConfig, sni = "web.example.com"): Envoy =>
  filterChain(listener(config, 443), { sni })?.transportSocket?.typedConfig;
const certificateOf = (config: ProxyConfig, sni: string): string | undefined =>
  tlsOf(config, sni)?.commonTlsContext.tlsCertificateSdsSecretConfigs[0].name;
const validationOf = (config: ProxyConfig): Envoy =>
  tlsOf(config)?.commonTlsContext.combinedValidationContext;

/** A Gateway of the Gateway API names its Secrets with the namespace, and istiod looks there. */
const credential = (dialect: Dialect, name: string) =>
  dialect === "istio" ? `kubernetes://${name}` : `kubernetes-gateway://shop/${name}`;

/** istiod may name a Secret in a listener and still not hand it out. */
function assertClientCa(config: ProxyConfig, name: string): void {
  assert.equal(validationOf(config).validationContextSdsSecretConfig.name, name);
  assert.ok(config.secrets.includes(name));
  const trusted = config.credentials.find((one) => one.name === name)?.validationContext.trustedCa;
  assert.equal(Buffer.from(trusted?.inlineBytes ?? "", "base64").toString(), ca.certificate);
}

for (const dialect of dialects) {
  describe(`[AppGateway: translated] in dialect ${dialect}`, function () {
    this.timeout(120_000);

    it("serves its hosts on its port, and no others", async () => {
      const config = await edge({ hosts: ["*.example.com"], port: 8080, routes: [web] }, dialect);
      const asked = (name: string) => request(config, { host: name, path: "/", port: 8080 });
      assert.equal(asked("web.example.com")?.destinations[0]?.host, host("web"));
      assert.equal(asked("example.org"), undefined);
      assert.throws(() => request(config, { host: "web.example.com", path: "/", port: 80 }));
    });

    it("chooses a service by path: whole, by its beginning, and all that is left", async () => {
      const config = await edge(
        {
          routes: [
            { exact: ["/login"], service: "catalog", port: 80 },
            { prefix: ["/static"], service: "far.other.svc.cluster.local", port: 80 },
            web,
          ],
        },
        dialect,
      );
      const far = "far.other.svc.cluster.local";
      assert.deepEqual(serviceOf(config, "/login"), [host("catalog")]);
      assert.deepEqual(serviceOf(config, "/login/x"), [host("web")]);
      assert.deepEqual(serviceOf(config, "/static"), [far]);
      assert.deepEqual(serviceOf(config, "/static/a.css"), [far]);
      assert.deepEqual(serviceOf(config, "/statics"), [host("web")]);
    });

    it("chooses a service by header", async () => {
      const matches = [{ headers: [{ name: "x-beta", exact: "1" }] }];
      const config = await edge(
        { routes: [{ matches, service: "catalog", port: 80 }, web] },
        dialect,
      );
      assert.deepEqual(serviceOf(config, "/", { headers: { "x-beta": "1" } }), [host("catalog")]);
      assert.deepEqual(serviceOf(config, "/"), [host("web")]);
    });

    it("chooses a service by host", async () => {
      const config = await edge(
        {
          hosts: ["*.example.com"],
          routes: [
            { hosts: ["catalog.example.com"], exact: ["/"], service: "catalog", port: 80 },
            web,
          ],
        },
        dialect,
      );
      const at = (name: string, path: string) =>
        request(config, { host: name, path })?.destinations[0]?.host;
      assert.equal(at("catalog.example.com", "/"), host("catalog"));
      assert.equal(at("catalog.example.com", "/else"), host("web"));
      assert.equal(at("web.example.com", "/"), host("web"));
    });

    it("splits between versions", async () => {
      const versions = [
        { name: "v1", weight: 70 },
        { name: "v2", weight: 30 },
      ];
      const config = await edge({ routes: [{ ...web, versions }] }, dialect);
      assert.deepEqual(shares(request(config, get("/"))?.destinations), { v1: 70, v2: 30 });
    });

    it("changes requests on their way", async () => {
      const config = await edge(
        {
          routes: [
            {
              ...web,
              timeout: "2s",
              rewrite: { host: "internal.example.com" },
              headers: { response: { set: { "x-edge": "shop" } } },
              corsPolicy: { allowOrigins: ["https://example.com"] },
              mirrors: [{ service: "catalog", port: 80 }],
            },
          ],
        },
        dialect,
      );
      const answer = request(config, get("/"));
      assert.equal(answer?.timeout, "2s");
      assert.equal(answer?.route.route.hostRewriteLiteral, "internal.example.com");
      assert.deepEqual(answer?.route.responseHeadersToAdd[0].header, {
        key: "x-edge",
        value: "shop",
      });
      assert.match(JSON.stringify(answer?.route), /https:\/\/example.com/);
      assert.deepEqual(
        answer?.mirrors.map((one) => one.host),
        [host("catalog")],
      );
    });

    it("answers with a new address in place of a service", async () => {
      const redirect = { host: "new.example.com", code: 302 };
      const config = await edge({ routes: [{ exact: ["/old"], redirect }, web] }, dialect);
      const answer = request(config, get("/old"));
      assert.equal(answer?.redirect.hostRedirect, "new.example.com");
      assert.equal(answer?.redirect.responseCode, "FOUND");
      assert.equal(request(config, get("/"))?.redirect, undefined);
    });

    it("redirects every plain request to HTTPS, and serves there", async () => {
      const config = await edge(
        {
          servers: [
            { port: 80, protocol: "HTTP", hosts: ["web.example.com"], redirectToHttps: true },
            https(),
          ],
          routes: [web],
        },
        dialect,
      );
      const { requireTls, schemeRedirect, responseCode } =
        request(config, get("/a"))?.redirect ?? {};
      assert.ok(requireTls === "ALL" || schemeRedirect === "https");
      // Envoy leaves out its default, 301.
      assert.equal(responseCode, undefined);
      assert.deepEqual(serviceOf(config, "/a", { port: 443 }), [host("web")]);
    });

    it("presents the certificate of each host on one port", async () => {
      const config = await edge(
        {
          servers: [
            https(),
            https({ credentialName: "catalog" }, { hosts: ["catalog.example.com"] }),
          ],
          routes: [web],
        },
        dialect,
      );
      for (const name of ["web", "catalog"]) {
        const own = credential(dialect, name);
        assert.equal(certificateOf(config, `${name}.example.com`), own);
        assert.ok(config.secrets.includes(own));
      }
      assert.equal(tlsOf(config, "other.example.com"), undefined);
      assert.equal(tlsOf(config)?.requireClientCertificate, false);
    });

    it("asks clients for a certificate with MUTUAL, and checks it against the Secret beside", async () => {
      const config = await edge({ servers: [https({ mode: "MUTUAL" })], routes: [web] }, dialect);
      assert.equal(tlsOf(config)?.requireClientCertificate, true);
      assertClientCa(config, credential(dialect, "web-cacert"));
    });

    it("offers the ciphers that are wanted", async () => {
      const cipherSuites = ["ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-RSA-AES128-GCM-SHA256"];
      const config = await edge({ servers: [https({ cipherSuites })], routes: [web] }, dialect);
      assert.deepEqual(tlsOf(config)?.commonTlsContext.tlsParams.cipherSuites, cipherSuites);
    });

    it("passes TLS on by server name, without a certificate of its own", async () => {
      const passthrough: GatewayServer = {
        port: 443,
        protocol: "TLS",
        hosts: ["*.example.com"],
        tls: { mode: "PASSTHROUGH" },
      };
      const config = await edge(
        {
          servers: [passthrough],
          tlsRoutes: [
            { sniHosts: ["one.example.com"], service: "tls", port: 8443 },
            {
              sniHosts: ["two.example.com"],
              service: "web",
              port: 80,
              versions: [
                { name: "v1", weight: 60 },
                { name: "v2", weight: 40 },
              ],
            },
          ],
        },
        dialect,
      );
      const to = (sni: string) => connection(config, { port: 443, sni });
      assert.deepEqual(
        to("one.example.com")?.map((one) => [one.host, one.port]),
        [[host("tls"), 8443]],
      );
      assert.deepEqual(shares(to("two.example.com")), { v1: 60, v2: 40 });
      assert.equal(to("three.example.com"), undefined);
      assert.equal(tlsOf(config, "one.example.com"), undefined);
    });

    it("passes connections on by port, also those that TLS ends for", async () => {
      const config = await edge(
        {
          servers: [
            { name: "plain", port: 31400, protocol: "TCP" },
            { name: "secure", port: 443, protocol: "TLS", tls: { credentialName: "web" } },
          ],
          tcpRoutes: [
            { server: "plain", service: "db", port: 5432 },
            { server: "secure", ...web },
          ],
        },
        dialect,
      );
      assert.equal(connection(config, { port: 31400 })?.[0]?.host, host("db"));
      assert.equal(
        connection(config, { port: 443, sni: "web.example.com" })?.[0]?.host,
        host("web"),
      );
      assert.equal(certificateOf(config, "web.example.com"), credential(dialect, "web"));
    });
  });
}

describe("[AppGateway: translated] in dialect istio only", function () {
  this.timeout(120_000);

  it("configures the gateways that the selector chooses", async () => {
    const config = await edge({ selector: { istio: "another" }, routes: [web] });
    assert.deepEqual(
      config.listeners.filter(({ name }) => /_80$/.test(name)),
      [],
    );
  });

  it("retries and fails on request", async () => {
    const config = await edge({
      routes: [
        {
          ...web,
          retries: { attempts: 4 },
          fault: { abort: { httpStatus: 503, percentage: 10 } },
        },
      ],
    });
    const answer = request(config, get("/"));
    assert.equal(answer?.retries.numRetries, 4);
    assert.match(JSON.stringify(answer?.route.typedPerFilterConfig), /"httpStatus":503/);
  });

  it("takes clients without a certificate too, with OPTIONAL_MUTUAL", async () => {
    const config = await edge({ servers: [https({ mode: "OPTIONAL_MUTUAL" })], routes: [web] });
    assert.equal(tlsOf(config)?.requireClientCertificate, false);
    assertClientCa(config, credential("istio", "web-cacert"));
  });

  it("keeps to the versions of TLS that are wanted", async () => {
    const oldest = await edge({
      servers: [https({ minProtocolVersion: "TLSV1_3" })],
      routes: [web],
    });
    assert.equal(tlsOf(oldest)?.commonTlsContext.tlsParams.tlsMinimumProtocolVersion, "TLSv1_3");
    const newest = await edge({
      servers: [https({ maxProtocolVersion: "TLSV1_2" })],
      routes: [web],
    });
    assert.equal(tlsOf(newest)?.commonTlsContext.tlsParams.tlsMaximumProtocolVersion, "TLSv1_2");
  });

  it("checks clients against another Secret, and for names", async () => {
    const name = "spiffe://partner/ns/shop/sa/web";
    const tls: GatewayTls = {
      mode: "MUTUAL",
      caCertCredentialName: "catalog-cacert",
      subjectAltNames: [name],
    };
    const config = await edge({ servers: [https(tls)], routes: [web] });
    const { defaultValidationContext, validationContextSdsSecretConfig } = validationOf(config);
    assert.match(validationContextSdsSecretConfig.name, /^kubernetes:\/\/catalog-cacert/);
    assert.match(JSON.stringify(defaultValidationContext), new RegExp(name));
  });
});

describe("[AppGateway: translated] in dialect gateway-api only", function () {
  this.timeout(120_000);

  it("is nothing to Istio's gateways when its class is another's", async () => {
    const config = await edge({ gatewayClassName: "another", routes: [web] }, "gateway-api");
    assert.deepEqual(
      config.listeners.filter(({ name }) => /_80$/.test(name)),
      [],
    );
  });
});
