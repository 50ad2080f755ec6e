import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  type AppGatewayArgs,
  CertificateIssuer,
  type CertificateIssuerArgs,
  ControlPlane,
  EgressGateway,
  EgressRoute,
  ExternalService,
  GatewayCertificate,
  type GatewayServer,
  IngressGateway,
  MeshNamespace,
  Waypoint,
} from "../../../components";
import { ownCase, refused, silent, warned } from "../../support/field-right";

const a = "a.example.com";
const issued = { issuer: { name: "ca", kind: "ClusterIssuer" as const } };
const shop = { namespace: "shop" };
const routes = [{ service: "web", port: 80 }];
const inside = { serviceType: "ClusterIP" } as const;

describe("field: a gateway of an application and the Pods that it chooses", () => {
  const site = { ...shop, hosts: [a], routes };

  ownCase(
    "chooses those of two gateways with the same labels (istio/istio#24638)",
    () => {
      new IngressGateway("public", { namespace: "public" });
      new IngressGateway("internal", { ...inside, namespace: "internal" });
      new AppGateway("admin", site);
    },
    warned(
      /AppGateway "admin": selector: chooses the Pods of IngressGateway "public" and of IngressGateway "internal"/,
    ),
  );

  ownCase(
    "chooses one of two by its labels",
    () => {
      new IngressGateway("public", { gatewayName: "istio-public" });
      const { selector } = new IngressGateway("internal", { ...inside, namespace: "internal" });
      new AppGateway("admin", { ...site, selector });
    },
    silent("the internal one alone"),
  );

  const files = {
    ...shop,
    hosts: ["files.example.net"],
    ports: [{ port: 80, protocol: "HTTP" as const }],
  };
  const toFiles = { ...site, routes: [{ service: "files.example.net", port: 80 }] };

  ownCase(
    "sends requests to a host that is kept to another namespace than theirs",
    () => {
      new IngressGateway("edge", inside);
      new ExternalService("files", { ...files, exportTo: ["."] });
      new AppGateway("site", toFiles);
    },
    warned(
      /AppGateway "site": routes\[0\]\.service: is declared by ExternalService "files" for clients in shop alone.*add "istio-ingress" to its exportTo/,
    ),
  );

  ownCase(
    "sends requests to a host that theirs sees too",
    () => {
      new IngressGateway("edge", inside);
      new ExternalService("files", { ...files, exportTo: [".", "istio-ingress"] });
      new AppGateway("site", toFiles);
    },
    silent("both namespaces see it"),
  );

  ownCase(
    "are made for it in its own namespace, which sees the host",
    () => {
      new ExternalService("files", { ...files, exportTo: ["."] });
      new AppGateway("site", { ...toFiles, dialect: "gateway-api" });
    },
    silent("a gateway beside it"),
  );
});

describe("field: a waypoint and the istiods of its program", () => {
  const ambient = { profile: "ambient", gatewayApi: { mode: "expect" } } as const;

  for (const [revision, words] of [
    ["1-32", /revision: no istiod and no tag of this program is called "1-32"/],
    [undefined, /revision: nothing of this program injects where no revision is named/],
  ] as const) {
    ownCase(
      `its revision is one that they have: ${revision}`,
      () => {
        new ControlPlane("b", { ...ambient, parts: "istiod", revision: "1-31" });
        new Waypoint("waypoint", { ...shop, ...(revision && { revision }) });
      },
      warned(words),
    );
  }

  const canary = { ...shop, name: "new", enrol: true, canaryWeight: 10 };
  ownCase(
    "one that takes a share needs Istio 1.31",
    () => {
      new ControlPlane("mesh", { ...ambient, version: "1.30.2" });
      new Waypoint("waypoint", canary);
    },
    refused({
      by: 'Waypoint "waypoint"',
      at: "canaryWeight",
      words: /needs Istio 1.31, and ControlPlane "mesh" is 1.30.2/,
    }),
  );
  ownCase(
    "and has it by default",
    () => {
      new ControlPlane("mesh", ambient);
      new Waypoint("waypoint", canary);
    },
    silent("a share"),
  );
});

describe("field: a route names the gateway of its program", () => {
  const site = { ...shop, hosts: ["a.example.com"], routes };

  ownCase(
    "an application whose labels choose another one is told of",
    () => {
      new IngressGateway("public", { ...inside, gatewayName: "istio-public" });
      new AppGateway("site", site);
    },
    warned(
      /AppGateway "site": selector: istio=ingressgateway chooses no gateway of this program.*IngressGateway "public" has istio=public/,
    ),
  );

  ownCase(
    "one that chooses by more labels than the program knows is not",
    () => {
      new IngressGateway("public", inside);
      new EgressGateway("egress");
      const selector = { istio: "ingressgateway", app: "istio-ingressgateway" };
      new AppGateway("site", { ...site, selector });
    },
    silent("more labels"),
  );

  const egress = { host: "api.example.com", protocol: "TLS" } as const;
  ownCase(
    "an egress route in another namespace is told of",
    () => {
      const { name: gatewayService, selector } = new EgressGateway("egress", { namespace: "out" });
      new EgressRoute("api", { ...egress, namespace: "istio-egress", gatewayService, selector });
    },
    warned(
      /EgressRoute "api": namespace: "istio-egress" is not where EgressGateway "egress" is, "out"/,
    ),
  );

  ownCase(
    "and one of another Service",
    () => {
      const { namespace, selector } = new EgressGateway("egress");
      new EgressRoute("api", { ...egress, namespace, gatewayService: "istio-egress", selector });
    },
    warned(/gatewayService: "istio-egress" is not the Service of EgressGateway "egress"/),
  );

  ownCase(
    "a Service of one's own before the gateway's Pods is no mistake",
    () => {
      const { namespace, selector } = new EgressGateway("egress");
      new k8s.core.v1.Service("own", {
        metadata: { namespace, name: "out" },
        spec: { selector, ports: [{ port: 443 }] },
      });
      new EgressRoute("api", { ...egress, namespace, gatewayService: "out", selector });
    },
    silent("own Service"),
  );

  ownCase(
    "and one of other labels",
    () => {
      const { namespace, name: gatewayService } = new EgressGateway("egress");
      const selector = { istio: "egress" };
      new EgressRoute("api", { ...egress, namespace, gatewayService, selector });
    },
    warned(/selector: istio=egress chooses no gateway of this program/),
  );
});

describe("field: applications at one gateway", () => {
  const at443 = (name: string, server: object) => {
    const servers = [{ port: 443, hosts: [`${name}.example.com`], ...server }];
    new AppGateway(name, { namespace: name, servers, routes } as AppGatewayArgs);
  };
  const https = { protocol: "HTTPS", tls: { credentialName: "a" } };

  ownCase(
    "a port is plain or encrypted for all of them",
    () => {
      at443("one", https);
      at443("two", { protocol: "HTTP" });
    },
    refused({
      by: 'AppGateway "two"',
      at: "servers[0].protocol",
      words: /is HTTP, and AppGateway "one" has HTTPS at the same port of the same gateway/,
    }),
  );

  ownCase(
    "TLS that ends there and TLS that is passed on share one",
    () => {
      at443("one", https);
      new AppGateway("two", {
        namespace: "two",
        servers: [
          { port: 443, protocol: "TLS", hosts: ["two.example.com"], tls: { mode: "PASSTHROUGH" } },
        ],
        tlsRoutes: [{ sniHosts: ["two.example.com"], service: "web", port: 443 }],
      });
    },
    silent("both are there"),
  );

  const service = (name: string) =>
    new k8s.core.v1.Service(name, {
      metadata: { ...shop, name },
      spec: { selector: { app: name }, ports: [{ port: 8080, name: "http" }] },
    });

  ownCase(
    "a route goes to a port that the Service has",
    () => {
      service("web");
      new AppGateway("site", { ...shop, routes });
    },
    refused({
      by: 'AppGateway "site"',
      at: "routes[0].port",
      words: /80 is none of the Service's ports; allowed: 8080/,
    }),
  );

  ownCase(
    "also when the Service comes after it",
    () => {
      new AppGateway("site", { ...shop, routes });
      service("web");
    },
    (seen) =>
      seen.refusals.some(({ text }) =>
        /AppGateway "site" relies on it: routes\[0\].port/.test(text),
      )
        ? undefined
        : "no refusal of the Service",
  );

  ownCase(
    "a Service of the name that istiod gives to the gateway's",
    () => {
      service("site-istio");
      new AppGateway("site", { ...shop, dialect: "gateway-api", hosts: ["a.example.com"], routes });
    },
    refused({
      by: 'AppGateway "site"',
      at: "name",
      words: /Service shop\/site-istio belongs to Service "site-istio" already; istiod creates/,
    }),
  );
});

describe("field: certificates of a gateway and who issues them", () => {
  const acme = {
    email: "a@example.com",
    solvers: [{ http01IngressClass: "istio" }],
  };

  const mutual = (issuer?: Partial<CertificateIssuerArgs>) => {
    const { namespace: gatewayNamespace, selector } = new IngressGateway("edge", inside);
    if (issuer) {
      new CertificateIssuer("ca", issuer);
    }
    const { credentialName } = new GatewayCertificate("cert", {
      gatewayNamespace,
      dnsNames: [a],
      issued,
    });
    const tls = { mode: "MUTUAL", credentialName } as const;
    const servers: GatewayServer[] = [{ port: 443, protocol: "HTTPS", hosts: [a], tls }];
    new AppGateway("site", { ...shop, selector, servers, routes });
  };

  for (const [issuer, words] of [
    [undefined, /checks clients by what the issuer "ca" hands out as its CA/],
    [{ acme }, /as an ACME server \(CertificateIssuer "ca"\) hands out none/],
    [{ selfSigned: true }, /which CertificateIssuer "ca" lets sign itself/],
  ] as const) {
    ownCase(
      `clients are checked by the CA of ${JSON.stringify(issuer)}`,
      () => mutual(issuer as Partial<CertificateIssuerArgs>),
      warned(words),
    );
  }

  ownCase(
    "or of one that signs for clients as well",
    () => mutual({ ca: { secretName: "ca" } }),
    silent("the CA is known"),
  );

  const near = (dnsName: string) => () => {
    const { namespace: gatewayNamespace, selector } = new IngressGateway("edge", inside);
    new GatewayCertificate("shop-cert", { gatewayNamespace, dnsNames: [dnsName], issued });
    const tls = { credentialName: "shop-crt" };
    const servers: GatewayServer[] = [{ port: 443, protocol: "HTTPS", hosts: [a], tls }];
    new AppGateway("site", { ...shop, selector, servers, routes });
  };
  ownCase(
    "a Secret that is nearly called like the certificate for the host",
    near(a),
    warned(/"shop-crt" is the Secret of no GatewayCertificate.*did you mean "shop-cert"/),
  );
  ownCase(
    "is no mistake where that is for other hosts",
    near("b.example.com"),
    silent("another certificate"),
  );

  const redirecting = (dns: boolean) => () => {
    const solvers = dns ? [{ dns01: { route53: {} } }] : acme.solvers;
    new CertificateIssuer("le", { acme: { ...acme, solvers } });
    new AppGateway("site", {
      ...shop,
      servers: [
        { port: 80, protocol: "HTTP", redirectToHttps: true },
        { port: 443, protocol: "HTTPS", tls: { credentialName: "a" } },
      ],
      routes,
    });
  };
  ownCase(
    "a redirect hides the answer that proves a name",
    redirecting(false),
    warned(/servers\[0\].redirectToHttps: hides the answers by which CertificateIssuer "le"/),
  );
  ownCase("and no record of DNS", redirecting(true), silent("by DNS"));

  const byZone =
    (zone: string, dnsName = a) =>
    () => {
      const solvers = [...acme.solvers, { dns01: { route53: {} }, dnsZones: [zone] }];
      const issuer = new CertificateIssuer("le", { acme: { ...acme, solvers } });
      const { namespace: gatewayNamespace, selector } = new IngressGateway("edge", inside);
      const issued = { issuer };
      const cert = new GatewayCertificate("site", {
        gatewayNamespace,
        dnsNames: [dnsName],
        issued,
      });
      const servers: GatewayServer[] = [
        { port: 80, protocol: "HTTP", hosts: [a], redirectToHttps: true },
        { port: 443, protocol: "HTTPS", hosts: [a], tls: { credentialName: cert.credentialName } },
      ];
      new AppGateway("site", { ...shop, selector, servers, routes });
    };
  ownCase(
    "and none where the name of the certificate is in a zone of DNS",
    byZone("example.com"),
    silent("by DNS"),
  );
  ownCase(
    "a redirect hides the answer for a name in another zone",
    byZone("other.example.com"),
    warned(/servers\[0\].redirectToHttps: hides the answers by which CertificateIssuer "le"/),
  );
  ownCase(
    "a wildcard that no solver proves by DNS",
    byZone("other.example.com", "*.example.com"),
    refused({
      by: 'GatewayCertificate "site"',
      at: "dnsNames[0]",
      words:
        /"\*.example.com" is proved by DNS alone, and no solver of CertificateIssuer "le" has dns01 for it: the certificate is never issued/,
    }),
  );

  ownCase(
    "an istiod that passes Ingresses over answers for no name",
    () => {
      const meshConfig = { ingressControllerMode: "OFF" };
      new ControlPlane("mesh", { profile: "sidecar", meshConfig });
      new CertificateIssuer("le", { acme });
    },
    warned(/http01IngressClass: "istio" is answered by istiod, and meshConfig.ingressController/),
  );
});

describe("field: values of the chart of a gateway", () => {
  const edge = (values: object, args: object = {}) =>
    new IngressGateway("edge", { ...inside, ...args, values });

  ownCase(
    "ports that they open are there for an application",
    () => {
      const ports = [{ name: "https", port: 8443, targetPort: 8443 }];
      const { selector } = edge({ service: { ports } });
      new AppGateway("site", { ...shop, hosts: [a], port: 8443, selector, routes });
    },
    silent("8443 is open"),
  );

  ownCase(
    "and those that they leave out are not",
    () => {
      const ports = [{ name: "https", port: 8443, targetPort: 8443 }];
      const { selector } = edge({ service: { ports } });
      new AppGateway("site", { ...shop, hosts: [a], selector, routes });
    },
    refused({
      by: 'AppGateway "site"',
      at: "port",
      words: /80 is no port of IngressGateway "edge" \(8443\)/,
    }),
  );

  ownCase(
    "an entry without a port in the chart's list",
    () => void edge({ service: { ports: [{ name: "https", port: 443 }, "80", undefined] } }),
    refused({
      by: 'IngressGateway "edge"',
      at: "values.service.ports[1]",
      words: /"80" is not an object/,
    }),
  );

  ownCase(
    "a number of Pods beside autoscaling",
    () => void edge({ replicaCount: 3 }),
    refused({
      by: 'IngressGateway "edge"',
      at: "values.replicaCount",
      words: /3 has no effect beside autoscaling; write replicas: 3 beside values/,
    }),
  );

  ownCase(
    "a revision that is not the argument's",
    () => void edge({ revision: "1-31" }),
    refused({
      by: 'IngressGateway "edge"',
      at: "values.revision",
      words: /write revision: "1-31"/,
    }),
  );

  ownCase(
    "a number of Pods where nothing scales, and one for each node",
    () => {
      edge({ replicaCount: 3, autoscaling: { enabled: false } });
      new IngressGateway("nodes", {
        ...inside,
        gatewayName: "nodes",
        namespace: "nodes",
        kind: "DaemonSet",
        values: { replicaCount: 1 },
      });
    },
    silent("accepted"),
  );

  ownCase(
    "hosts of an application in Istio's own form",
    () => void new AppGateway("site", { ...shop, hosts: ["shop/a.example.com"], routes }),
    refused({
      by: 'AppGateway "site"',
      at: "hosts[0]",
      words: /write "a\.example\.com"; a namespace before it, .* is for a typed Gateway/,
    }),
  );
});

describe("field: a namespace in which nothing is injected", () => {
  const edge = (namespace: pulumi.Input<string>) =>
    new IngressGateway("edge", { ...inside, namespace, createNamespace: false });
  const never = (by: string) =>
    refused({
      by: 'IngressGateway "edge"',
      at: "namespace",
      words: new RegExp(
        `nothing is injected there \\(istio-injection: disabled${by}\\), and the gateway's Pods get their proxy from the injector: they never start; write dataPlaneMode "sidecar"`,
      ),
    });

  ownCase(
    "is none for a gateway from the chart: outside the mesh",
    () => edge(new MeshNamespace("edge", { dataPlaneMode: "none" }).name),
    never(', by dataPlaneMode "none"'),
  );
  ownCase(
    "is none for it: somebody else's, in ambient mode",
    () => edge(new MeshNamespace("edge", { dataPlaneMode: "ambient", adopt: true }).name),
    never(', by dataPlaneMode "ambient"'),
  );
  ownCase(
    "is none for it: an object of Kubernetes",
    () => {
      const labels = { "istio-injection": "disabled" };
      new k8s.core.v1.Namespace("edge", { metadata: { name: "edge", labels } });
      edge("edge");
    },
    never(""),
  );
  for (const args of [
    { dataPlaneMode: "sidecar" },
    { dataPlaneMode: "sidecar", adopt: true },
    { dataPlaneMode: "ambient" },
  ] as const) {
    ownCase(
      `is another one than with ${JSON.stringify(args)}`,
      () => edge(new MeshNamespace("edge", args).name),
      silent("the Pods are injected"),
    );
  }
  ownCase(
    "is no matter for one that istiod makes",
    () => {
      const { name: namespace } = new MeshNamespace("edge", { dataPlaneMode: "none" });
      new AppGateway("site", { namespace, dialect: "gateway-api", hosts: [a], routes });
    },
    silent("it is not injected"),
  );
});
