import * as k8s from "@pulumi/kubernetes";
import {
  AppGateway,
  type AppGatewayArgs,
  ControlPlane,
  EgressGateway,
  EgressRoute,
  IngressGateway,
  MeshCa,
  MeshNamespace,
  RevisionTag,
  Waypoint,
} from "../../../components";
import { object } from "../../support/field-objects";
import type { Seen } from "../../support/field-program";
import { made, ownCase, refused, warned } from "../../support/field-right";

/** Accepted without a word, and with objects that are as `holds` wants them. */
const silent = (what: string, holds: (seen: Seen) => boolean) =>
  made(`${what}, without a warning`, (seen) => seen.warnings.length === 0 && holds(seen));

const issued = { issuer: { name: "ca", kind: "ClusterIssuer" as const } };
const shop = { namespace: "shop" };
const routes = [{ service: "web", port: 80 }];
const inside = { serviceType: "ClusterIP" } as const;
const ofRevision = { revision: "1-31", defaultRevision: "1-31" };

describe("field: what stands beside a control plane in a namespace of its own", () => {
  const mesh = { profile: "sidecar", namespace: "mesh-system", ...ofRevision } as const;

  ownCase(
    "a tag takes the namespace of its istiod",
    () => {
      new ControlPlane("mesh", mesh);
      new RevisionTag("prod", { revision: "1-31" });
    },
    silent(
      "the Service of the tag is where istiod is",
      (seen) =>
        object(seen, "Service", "istiod-revision-tag-prod").metadata.namespace === "mesh-system",
    ),
  );

  ownCase(
    "a tag that says another namespace is refused",
    () => {
      new ControlPlane("mesh", mesh);
      new RevisionTag("prod", { revision: "1-31", namespace: "istio-system" });
    },
    refused({
      by: 'RevisionTag "prod"',
      at: "namespace",
      words: /"istio-system" is not where ControlPlane "mesh" runs, "mesh-system"/,
    }),
  );

  ownCase(
    "and so is the control plane that comes after its tag",
    () => {
      new RevisionTag("prod", { revision: "1-31" });
      new ControlPlane("mesh", mesh);
    },
    refused({
      by: 'ControlPlane "mesh"',
      at: "revision",
      words: /RevisionTag "prod" relies on it/,
    }),
  );

  ownCase(
    "a CA takes the namespace of the istiod declared before",
    () => {
      new ControlPlane("mesh", mesh);
      new MeshCa("ca", { issued });
    },
    silent(
      "cacerts is where istiod is",
      (seen) => object(seen, "Certificate", "cacerts").metadata.namespace === "mesh-system",
    ),
  );

  ownCase(
    "a control plane is refused whose CA went to the usual namespace",
    () => {
      new MeshCa("ca", { issued });
      new ControlPlane("mesh", mesh);
    },
    refused({
      by: 'ControlPlane "mesh"',
      at: "namespace",
      words: /MeshCa "ca" puts its CA, "istio-system"/,
    }),
  );

  ownCase(
    "a CA for the istiod of another program is warned of",
    () => {
      new MeshCa("ca", { namespace: "istio-system", issued });
      new ControlPlane("mesh", mesh);
    },
    warned(/MeshCa "ca": namespace: "istio-system" has no istiod of this program/),
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
    silent("a share", () => true),
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
    silent("more labels", () => true),
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
    silent("own Service", () => true),
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
    silent("both are there", () => true),
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

describe("field: what mesh settings keep from a gateway or from istiod", () => {
  ownCase(
    "VirtualServices that no other namespace sees",
    () => {
      const meshConfig = { defaultVirtualServiceExportTo: ["."] };
      new ControlPlane("mesh", { profile: "sidecar", meshConfig });
      const { selector } = new IngressGateway("edge", inside);
      new AppGateway("site", { ...shop, selector, routes });
    },
    refused({
      by: 'AppGateway "site"',
      at: "namespace",
      words: /meshConfig.defaultVirtualServiceExportTo of ControlPlane "mesh" is \["."\]/,
    }),
  );

  ownCase(
    "and those that the gateway's sees",
    () => {
      const meshConfig = { defaultVirtualServiceExportTo: [".", "istio-ingress"] };
      new ControlPlane("mesh", { profile: "sidecar", meshConfig });
      const { selector } = new IngressGateway("edge", inside);
      new AppGateway("site", { ...shop, selector, routes });
    },
    silent("seen by the gateway", () => true),
  );

  const discoverySelectors = [
    { matchLabels: { mesh: "on" } },
    { matchExpressions: [{ key: "team", operator: "In", values: ["shop"] }] },
  ];
  const selective = () =>
    new ControlPlane("mesh", { profile: "sidecar", meshConfig: { discoverySelectors } });

  ownCase(
    "a namespace that istiod does not look at",
    () => {
      selective();
      new MeshNamespace("shop", { dataPlaneMode: "sidecar" });
    },
    refused({
      by: 'MeshNamespace "shop"',
      at: "labels",
      words:
        /none of the discoverySelectors of ControlPlane "mesh" \(mesh=on; or team In \(shop\)\)/,
    }),
  );

  ownCase(
    "and that of a gateway",
    () => {
      selective();
      new IngressGateway("edge", inside);
    },
    refused({
      by: 'IngressGateway "edge"',
      at: "labels",
      words: /none of the discoverySelectors/,
    }),
  );

  ownCase(
    "namespaces that it looks at, or does not need to",
    () => {
      selective();
      new MeshNamespace("shop", { dataPlaneMode: "sidecar", labels: { team: "shop" } });
      new MeshNamespace("plain", { dataPlaneMode: "none" });
      new IngressGateway("edge", { ...inside, labels: { mesh: "on" } });
    },
    silent("labels as wanted", () => true),
  );
});
