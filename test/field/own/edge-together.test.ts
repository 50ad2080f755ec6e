import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import {
  AppGateway,
  Authorization,
  type AuthorizationArgs,
  CertificateIssuer,
  CertManager,
  type CertManagerArgs,
  ControlPlane,
  GatewayCertificate,
  IngressGateway,
  JwtAuthentication,
  MeshCa,
  RateLimit,
} from "../../../components";
import { object } from "../../support/field-objects";
import { runProgram } from "../../support/field-program";
import { ownCase, refused, silent, warned } from "../../support/field-right";

const email = "ops@example.com";
const edge = { istio: "ingressgateway" };
const atEdge = { namespace: "istio-ingress", selector: edge };
const jwtRules = [{ issuer: "https://id.example.com", jwksUri: "https://id.example.com/keys" }];
const proofs = "/.well-known/acme-challenge/*";
const ports = [8080];
const gatewayApi = "gateway-api" as const;

const byIngress = () =>
  new CertificateIssuer("le", { acme: { email, solvers: [{ http01IngressClass: "istio" }] } });
const byGateway = (namespace?: string) =>
  new CertificateIssuer("le", {
    acme: {
      email,
      solvers: [{ http01Gateway: { name: "site", ...(namespace && { namespace }) } }],
    },
  });
const site = (args: object = {}) =>
  new AppGateway("site", {
    namespace: "shop",
    hosts: ["a.example.com"],
    routes: [{ service: "web", port: 80 }],
    ...args,
  });
const tokens = (args: object) =>
  new JwtAuthentication("tokens", { ...atEdge, jwtRules, ports, require: true, ...args });
const policy = (args: Partial<AuthorizationArgs>) =>
  new Authorization("edge", { ...atEdge, ...args });

describe("field: names that an ACME server proves at a gateway", () => {
  const refusesProofs = /CertificateIssuer "le" proves names: the ACME server asks for/;

  ownCase(
    "with tokens needed everywhere",
    () => {
      byIngress();
      tokens({});
    },
    warned(/JwtAuthentication "tokens": require: refuses the requests by which .*exemptPaths/),
  );

  ownCase(
    "with tokens needed at a Gateway that is named",
    () => {
      site({ dialect: gatewayApi, routesElsewhere: true });
      byGateway();
      new JwtAuthentication("tokens", {
        namespace: "shop",
        targets: [{ kind: "Gateway", name: "site" }],
        jwtRules,
        ports,
        require: true,
      });
    },
    warned(refusesProofs),
  );

  ownCase(
    "with the proofs exempted, or tokens needed at another gateway, or for names by DNS",
    () => {
      byIngress();
      tokens({ exemptPaths: ["/healthz", proofs] });
      new JwtAuthentication("other", {
        ...atEdge,
        selector: { istio: "other" },
        jwtRules,
        ports,
        require: true,
      });
    },
    silent("proofs pass"),
  );

  ownCase(
    "with a list of callers",
    () => {
      byIngress();
      policy({ rules: [{ from: [{ ipBlocks: ["10.0.0.0/8"] }] }] });
    },
    warned(/Authorization "edge": rules: refuses the requests by which/),
  );

  ownCase(
    "with a list of paths",
    () => {
      byIngress();
      policy({ rules: [{ to: [{ paths: ["/api/*"] }] }] });
    },
    warned(refusesProofs),
  );

  ownCase(
    "with a rule of their own in the list",
    () => {
      byIngress();
      policy({
        rules: [
          { from: [{ ipBlocks: ["10.0.0.0/8"] }] },
          { to: [{ paths: [proofs], methods: ["GET"] }] },
        ],
      });
    },
    silent("proofs pass"),
  );

  ownCase(
    "with a denial for requests without a token",
    () => {
      byIngress();
      policy({
        action: "DENY",
        rules: [{ from: [{ notRequestPrincipals: ["*"] }], to: [{ ports, methods: ["GET"] }] }],
      });
      new JwtAuthentication("tokens", { ...atEdge, jwtRules });
    },
    warned(refusesProofs),
  );

  const manager = (args: CertManagerArgs = {}) => new CertManager("cm", args);

  ownCase(
    "through the Gateway API, which cert-manager is not told of",
    () => {
      manager();
      byGateway("shop");
    },
    refused({
      by: 'CertificateIssuer "le"',
      at: "acme.solvers[0].http01Gateway",
      words: /CertManager "cm" does not look at.*set its gatewayApi to true/,
    }),
  );

  ownCase(
    "through the Gateway API, in the other order",
    () => {
      byGateway("shop");
      manager();
    },
    refused({ by: 'CertManager "cm"', at: "gatewayApi", words: /CertificateIssuer "le"/ }),
  );

  ownCase(
    "through the Gateway API, which cert-manager looks at by values of its chart",
    () => {
      manager({ values: { extraArgs: ["--enable-gateway-api"] } });
      byGateway("shop");
    },
    silent("names are proved"),
  );
});

describe("field: an issuer of the program as it is", () => {
  it("is taken for its name and kind, wherever an issuer is named", async () => {
    const { asked, refusals } = await runProgram(() => {
      const issuer = new CertificateIssuer("ca", { ownCa: { commonName: "shop" } });
      new GatewayCertificate("web", {
        gatewayNamespace: "istio-ingress",
        dnsNames: ["a.example.com"],
        issued: { issuer },
      });
      new MeshCa("mesh", { issued: { issuer } });
    });
    assert.deepEqual(refusals, []);
    const named = asked
      .filter(({ type, name }) => type.endsWith(":Certificate") && ["web", "mesh"].includes(name))
      .map(({ inputs }) => inputs.spec.issuerRef);
    assert.deepEqual(
      named.map(({ name, kind }) => `${kind} ${name}`),
      ["ClusterIssuer ca", "ClusterIssuer ca"],
    );
  });

  ownCase(
    "is refused when it is no issuer",
    () => {
      const issuer = new k8s.core.v1.Namespace("ca") as never;
      new GatewayCertificate("web", {
        gatewayNamespace: "istio-ingress",
        dnsNames: ["a.example.com"],
        issued: { issuer },
      });
    },
    refused({
      by: 'GatewayCertificate "web"',
      at: "issued.issuer",
      words: /a resource \(Namespace "ca"\) is not an object/,
    }),
  );
});

describe("field: what a gateway knows of clients and Services", () => {
  const perClient = () =>
    new RateLimit("clients", {
      ...atEdge,
      position: "gateway",
      global: {
        domain: "shop",
        service: "ratelimit.shop.svc.cluster.local",
        descriptors: [{ entries: [{ remoteAddress: true }] }],
      },
    });
  const mesh = (meshConfig: object) => new ControlPlane("mesh", { profile: "sidecar", meshConfig });

  ownCase(
    "a limit for each client where the Service hides who they are",
    () => {
      mesh({});
      new IngressGateway("edge", {});
      site();
      perClient();
    },
    warned(
      /RateLimit "clients": global\.descriptors\[0\]\.entries\[0\]\.remoteAddress: .*IngressGateway "edge".*one limit/,
    ),
  );

  for (const [what, args, meshConfig] of [
    ["keeps them", { externalTrafficPolicy: "Local" }, {}],
    ["is told by a proxy in front", { numTrustedProxies: 1 }, {}],
    [
      "is told by the PROXY protocol",
      {},
      { defaultConfig: { gatewayTopology: { proxyProtocol: {} } } },
    ],
  ] as const) {
    ownCase(
      `a limit for each client where the gateway ${what}`,
      () => {
        mesh(meshConfig);
        new IngressGateway("edge", args);
        site();
        perClient();
      },
      silent("each has a limit"),
    );
  }

  const web = (annotations?: Record<string, string>) =>
    new k8s.core.v1.Service("web", {
      metadata: { name: "web", namespace: "shop", ...(annotations && { annotations }) },
      spec: { ports: [{ port: 80, name: "http" }], selector: { app: "web" } },
    });
  const hidden =
    /AppGateway "site": routes\[0\]\.service: is in shop, and the gateway's proxies, in istio-ingress, are not told of it, as /;
  const ownOnly = { defaultServiceExportTo: ["."] };

  ownCase(
    "a Service that the mesh settings keep to its namespace",
    () => {
      mesh(ownOnly);
      new IngressGateway("edge", {});
      web();
      site();
    },
    warned(
      new RegExp(`${hidden.source}meshConfig\\.defaultServiceExportTo of ControlPlane "mesh"`),
    ),
  );

  ownCase(
    "a Service that its annotation keeps to other namespaces",
    () => {
      new IngressGateway("edge", {});
      web({ "networking.istio.io/exportTo": "., billing" });
      site();
    },
    warned(new RegExp(`${hidden.source}its annotation`)),
  );

  ownCase(
    "a Service whose annotation opens what the mesh settings close",
    () => {
      mesh(ownOnly);
      new IngressGateway("edge", {});
      web({ "networking.istio.io/exportTo": "., istio-ingress" });
      site();
    },
    silent("the gateway sees it"),
  );
});

describe("field: issuers and the cert-manager of the program", () => {
  const manager = (args: CertManagerArgs = {}) => new CertManager("cert-manager", args);
  const ownCa = (args: object = {}, more: object = {}) =>
    new CertificateIssuer("ca", { ownCa: { commonName: "ca", ...args }, ...more });
  const caIn = (namespace: string) =>
    silent(
      `the CA is in ${namespace}`,
      (seen) => object(seen, "Certificate", "ca-ca").metadata.namespace === namespace,
    );

  ownCase(
    "keep the CA of the whole cluster where it is",
    () => {
      manager({ namespace: "certs" });
      ownCa();
    },
    caIn("certs"),
  );
  ownCase(
    "keep it where its values say",
    () => {
      manager({ values: { clusterResourceNamespace: "secrets" } });
      ownCa();
    },
    caIn("secrets"),
  );
  ownCase("keep it in its usual place", () => ownCa(), caIn("cert-manager"));
  ownCase(
    "keep that of a namespace there",
    () => {
      manager({ namespace: "certs" });
      ownCa({}, { namespace: "shop" });
    },
    caIn("shop"),
  );
  ownCase(
    "are refused elsewhere",
    () => {
      manager({ namespace: "certs" });
      ownCa({ namespace: "cert-manager" });
    },
    refused({
      by: 'CertificateIssuer "ca"',
      at: "ownCa.namespace",
      words:
        /"cert-manager" is not where CertManager "cert-manager" looks for Secrets of issuers for the whole cluster, "certs": the issuer never signs; write "certs"/,
    }),
  );
  ownCase(
    "are refused where it comes later, and is elsewhere",
    () => {
      ownCa();
      manager({ namespace: "certs" });
    },
    refused({
      by: 'CertManager "cert-manager"',
      at: /^/,
      words: /CertificateIssuer "ca" relies on it: .*"cert-manager" is not where/,
    }),
  );

  it("wait for it, and certificates too", async () => {
    const { asked } = await runProgram(() => {
      manager();
      ownCa();
      const issued = { issuer: { name: "ca", kind: "ClusterIssuer" as const } };
      const dnsNames = ["a.example.com"];
      new GatewayCertificate("a", { gatewayNamespace: "istio-ingress", dnsNames, issued });
      new MeshCa("mesh", { namespace: "istio-system", issued });
    });
    const objects = asked.filter(({ type }) => type.includes("cert-manager.io"));
    assert.equal(objects.length, 5);
    const waiting = objects.filter(({ after }) => after.includes("cert-manager"));
    assert.deepEqual(
      waiting.map(({ name }) => name),
      objects.map(({ name }) => name),
    );
  });
});
