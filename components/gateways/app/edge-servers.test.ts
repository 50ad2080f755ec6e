import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { AppGatewayArgs } from "./app-gateway-args";
import { appGatewayPlan } from "./app-gateway-plan";
import { istioGateway } from "./edge-istio";
import type { GatewayServer, GatewayTls } from "./gateway-server-args";

const web = { service: "web", port: 80 };
const credentialName = "shop";
const https = (tls: GatewayTls, more: Partial<GatewayServer> = {}): GatewayServer => ({
  port: 443,
  protocol: "HTTPS",
  tls,
  ...more,
});
const plan = (servers: GatewayServer[], more: Partial<AppGatewayArgs> = {}) =>
  appGatewayPlan("shop", { namespace: "shop", routes: [web], servers, ...more });
const written = (...servers: GatewayServer[]) => istioGateway(plan(servers).spec).spec.servers;

describe("the servers of a gateway", () => {
  it("present a certificate, several with their own on one port", () => {
    assert.deepEqual(
      written(
        https({ credentialName: "web" }, { hosts: ["web.example.com"] }),
        https({ credentialName: "catalog" }, { hosts: ["catalog.example.com"] }),
      ),
      [
        {
          hosts: ["web.example.com"],
          port: { number: 443, name: "https", protocol: "HTTPS" },
          tls: { mode: "SIMPLE", credentialName: "web" },
        },
        {
          hosts: ["catalog.example.com"],
          port: { number: 443, name: "https-2", protocol: "HTTPS" },
          tls: { mode: "SIMPLE", credentialName: "catalog" },
        },
      ],
    );
  });

  it("redirect to HTTPS", () => {
    const [plain] =
      written({ port: 80, protocol: "HTTP", redirectToHttps: true }, https({ credentialName })) ??
      [];
    assert.deepEqual(plain, {
      hosts: ["*"],
      port: { number: 80, name: "http", protocol: "HTTP" },
      tls: { httpsRedirect: true },
    });
  });

  it("redirect where a load balancer calls another port without TLS", () => {
    const [plain, behind] =
      written(
        { port: 80, protocol: "HTTP", redirectToHttps: true },
        { name: "from-lb", port: 443, protocol: "HTTP" },
      ) ?? [];
    assert.deepEqual(plain?.tls, { httpsRedirect: true });
    assert.equal(behind?.tls, undefined);
  });

  it("ask for the client's certificate, and for the versions and ciphers of TLS that are wanted", () => {
    const tls: GatewayTls = {
      mode: "OPTIONAL_MUTUAL",
      credentialName,
      caCertCredentialName: "partners",
      minProtocolVersion: "TLSV1_2",
      maxProtocolVersion: "TLSV1_2",
      cipherSuites: ["ECDHE-RSA-AES256-GCM-SHA384"],
      subjectAltNames: ["spiffe://partner/ns/a/sa/b"],
    };
    assert.deepEqual(written(https(tls))?.[0]?.tls, tls);
  });

  it("need not be known completely", () => {
    const [server] = written({ port: pulumi.output(80), protocol: "HTTP", name: "public" }) ?? [];
    assert.equal(server?.port.name, "public");
  });
});

describe("servers are refused", () => {
  const http = { port: 80, protocol: "HTTP" } as const;
  const passthrough: GatewayServer = {
    port: 443,
    protocol: "TLS",
    hosts: ["sni.example.com"],
    tls: { mode: "PASSTHROUGH" },
  };
  const refused: [string, GatewayServer[], RegExp][] = [
    ["when there are none", [], /servers: is empty/],
    [
      "with an unknown protocol",
      [{ port: 80, protocol: "HTTP2" as "HTTP" }],
      /servers\[0\].protocol: "HTTP2" is unknown; allowed: HTTP, HTTPS, TLS, TCP/,
    ],
    ["with HTTPS and no TLS", [{ port: 443, protocol: "HTTPS" }], /servers\[0\].tls: is missing/],
    [
      "with HTTP and TLS",
      [{ ...http, tls: { credentialName } }],
      /servers\[0\].tls: is for HTTPS and TLS, and protocol is HTTP; make it HTTPS/,
    ],
    [
      "without a certificate",
      [https({})],
      /servers\[0\].tls.credentialName: is missing; mode SIMPLE needs the Secret/,
    ],
    [
      "with a certificate that is never presented",
      [{ ...passthrough, tls: { mode: "PASSTHROUGH", credentialName } }],
      /tls.credentialName: "shop" is for SIMPLE, MUTUAL, OPTIONAL_MUTUAL only, and mode is PASSTHROUGH/,
    ],
    [
      "with a mode of the mesh",
      [https({ mode: "ISTIO_MUTUAL" as "MUTUAL", credentialName })],
      /tls.mode: "ISTIO_MUTUAL" is for clients inside the mesh; allowed: SIMPLE, MUTUAL/,
    ],
    [
      "with HTTPS that is passed on",
      [https({ mode: "PASSTHROUGH" })],
      /tls.mode: PASSTHROUGH needs protocol TLS/,
    ],
    [
      "with CAs of clients that nobody asks",
      [https({ credentialName, caCertCredentialName: "a" })],
      /tls.caCertCredentialName: "a" is for MUTUAL, OPTIONAL_MUTUAL only, and mode is SIMPLE/,
    ],
    [
      "with versions the wrong way round",
      [https({ credentialName, minProtocolVersion: "TLSV1_3", maxProtocolVersion: "TLSV1_2" })],
      /tls.maxProtocolVersion: "TLSV1_2" is older than minProtocolVersion "TLSV1_3"/,
    ],
    [
      "with a newest version older than the default",
      [https({ credentialName, maxProtocolVersion: "TLSV1_1" })],
      /tls.maxProtocolVersion: "TLSV1_1" is older than minProtocolVersion "TLSV1_2"/,
    ],
    [
      "with ciphers that TLS 1.3 does not use",
      [
        https({
          credentialName,
          minProtocolVersion: "TLSV1_3",
          cipherSuites: ["ECDHE-RSA-AES256-GCM-SHA384"],
        }),
      ],
      /tls.cipherSuites: \["ECDHE-RSA-AES256-GCM-SHA384"\] has no effect with minProtocolVersion "TLSV1_3"/,
    ],
    [
      "with an old version and no ciphers for it",
      [https({ credentialName, minProtocolVersion: "TLSV1_0" })],
      /tls.minProtocolVersion: "TLSV1_0" needs cipherSuites/,
    ],
    [
      "with a cipher that nobody knows",
      [https({ credentialName, cipherSuites: ["ECDHE-RSA-AES256-GCM-SHA385"] })],
      /tls.cipherSuites\[0\]: "ECDHE-RSA-AES256-GCM-SHA385" is unknown.*did you mean "ECDHE-RSA-AES256-GCM-SHA384"/,
    ],
    [
      "that redirect TLS",
      [https({ credentialName }, { redirectToHttps: true })],
      /servers\[0\].redirectToHttps: true is for protocol HTTP only/,
    ],
    [
      "that redirect to nobody",
      [
        { ...http, hosts: ["a.example.com"], redirectToHttps: true },
        https({ credentialName }, { hosts: ["b.example.com"] }),
      ],
      /servers\[0\].hosts\[0\]: "a.example.com" is redirected to HTTPS, and no server with protocol HTTPS/,
    ],
    [
      "with a host twice on a port",
      [http, { ...http, name: "again" }],
      /servers\[1\].port: 80 serves "\*", which servers\[0\] serves on the same port already \(IST0145\)/,
    ],
    [
      "with a host that a wildcard stands for",
      [{ ...http, hosts: ["a.example.com", "*.example.com"] }],
      /servers\[0\].hosts\[0\]: "a.example.com" has no effect beside "\*\.example\.com"/,
    ],
    [
      "with a port in a host",
      [{ ...http, hosts: ["shop.example.com:8443"] }],
      /servers\[0\].hosts\[0\]: "shop.example.com:8443" is not a host name.*write "shop.example.com": scheme, port/,
    ],
    [
      "with capitals and a dot at the end of a host",
      [{ ...http, hosts: ["Shop.example.com."] }],
      /servers\[0\].hosts\[0\]: "Shop.example.com." is not a host name.*write "shop.example.com"/,
    ],
    [
      "with TLS that ends in front and here",
      [https({ credentialName }, { tlsInFront: true })],
      /servers\[0\].tlsInFront: true is for protocol HTTP only, and protocol is HTTPS/,
    ],
    [
      "with plain and encrypted connections on a port",
      [http, https({ credentialName }, { port: 80 })],
      /servers\[1\].port: 80 has HTTPS on a port where servers\[0\] has HTTP/,
    ],
    [
      "with one certificate in two servers of a port",
      [
        https({ credentialName }, { hosts: ["a.example.com"] }),
        https({ credentialName }, { hosts: ["b.example.com"] }),
      ],
      /servers\[1\].tls.credentialName: "shop" is the certificate of servers\[0\].*\(IST0138\)/,
    ],
    [
      "with a name twice",
      [http, { ...http, port: 8080, name: "http" }],
      /servers\[1\].name: "http" is listed twice/,
    ],
    [
      "of which none takes HTTP, beside routes for it",
      [passthrough],
      /routes: has 1 and no server with HTTP or HTTPS.*\n.*tlsRoutes: is empty; server "tls"/,
    ],
  ];
  for (const [what, servers, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(servers), message);
    });
  }

  it("beside the short form", () => {
    assert.throws(() => plan([http], { port: 80 }), /port: 80 is short for a server/);
  });

  it("with OPTIONAL_MUTUAL in the Gateway API, where istiod lets every handshake fail", () => {
    assert.throws(
      () => plan([https({ mode: "OPTIONAL_MUTUAL", credentialName })], { dialect: "gateway-api" }),
      /servers\[0\].tls.mode: OPTIONAL_MUTUAL does not work.*istio\/istio#60618.*use MUTUAL/,
    );
  });

  for (const [name, tls, reason] of [
    ["minProtocolVersion", { minProtocolVersion: "TLSV1_3" }, /meshConfig.tlsDefaults/],
    ["maxProtocolVersion", { maxProtocolVersion: "TLSV1_3" }, /only dialect "istio" has it/],
    [
      "caCertCredentialName",
      { mode: "MUTUAL", caCertCredentialName: "a" },
      /Secret <credentialName>-cacert/,
    ],
    ["subjectAltNames", { mode: "MUTUAL", subjectAltNames: ["a"] }, /AuthorizationPolicy/],
  ] as [string, GatewayTls, RegExp][]) {
    it(`with ${name} in the Gateway API, with the way around it`, () => {
      assert.throws(
        () => plan([https({ credentialName, ...tls })], { dialect: "gateway-api" }),
        (error: Error) =>
          error.message.includes(
            `tls.${name}: ${JSON.stringify(tls[name as keyof GatewayTls])} cannot be said`,
          ) && reason.test(error.message),
      );
    });
  }
});
