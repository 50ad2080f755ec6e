import * as k8s from "@pulumi/kubernetes";
import {
  AppGateway,
  Authorization,
  Canary,
  Client,
  ControlPlane,
  EgressGateway,
  EgressRoute,
  ExternalService,
  GatewayCertificate,
  IngressGateway,
  MeshNamespace,
  MeshTelemetry,
  MutualTls,
  ServiceRoute,
  SidecarScope,
  TrafficPolicy,
  Waypoint,
} from "../../../components";
import { type FieldObject, objects } from "../../support/field-objects";
import { made, ownCase, refused, silent, told, warned } from "../../support/field-right";

const shop = { namespace: "shop" };
const web = { ...shop, service: "web" };
const two = [
  { name: "v1", weight: 90 },
  { name: "v2", weight: 10 },
];
const later = (by: string, first: RegExp) => refused({ by, at: /./, words: first });

describe("field: two components of one program", () => {
  ownCase(
    "OWN-66: a gateway that waits for a certificate in the namespace that it makes",
    () => {
      const certificate = new GatewayCertificate("cert", {
        gatewayNamespace: "istio-ingress",
        dnsNames: ["shop.example.com"],
        issued: { issuer: { name: "ca", kind: "ClusterIssuer" } },
      });
      new IngressGateway("edge", {}, { dependsOn: [certificate] });
    },
    refused({
      by: 'IngressGateway "edge"',
      at: "createNamespace",
      words: /waits for GatewayCertificate "cert", which has .*istio-ingress\/cert in it/,
    }),
  );

  ownCase(
    "OWN-67: a gateway that waits for a certificate in a namespace that is there",
    () => {
      const certificate = new GatewayCertificate("cert", {
        gatewayNamespace: "istio-ingress",
        dnsNames: ["shop.example.com"],
        issued: { issuer: { name: "ca", kind: "ClusterIssuer" } },
      });
      new IngressGateway("edge", { createNamespace: false }, { dependsOn: [certificate] });
    },
    silent("nothing"),
  );

  ownCase(
    "OWN-68: a namespace that waits for what is in it",
    () => {
      const client = new Client("client", shop);
      new MeshNamespace("shop", { dataPlaneMode: "sidecar" }, { dependsOn: [client] });
    },
    refused({
      by: 'MeshNamespace "shop"',
      at: "name",
      words: /waits for Client "client", which has .*shop\/client in it/,
    }),
  );

  ownCase(
    "OWN-01: two policies for one host, of which istiod heeds one (istio/istio#51545)",
    () => {
      new TrafficPolicy("pool", {
        ...shop,
        service: "web",
        connectionPool: { tcp: { maxConnections: 10 } },
      });
      new TrafficPolicy("balance", { ...shop, service: "web", loadBalancer: { simple: "RANDOM" } });
    },
    later('TrafficPolicy "balance"', /TrafficPolicy "pool"/),
  );

  ownCase(
    "OWN-62: a Service of the name that a canary gives to one of its own (fluxcd/flagger#1889)",
    () => {
      new k8s.core.v1.Service("web-v1", {
        metadata: { ...shop, name: "web-v1" },
        spec: { selector: { app: "web", version: "v1" }, ports: [{ port: 80 }] },
      });
      new Canary("web", {
        ...web,
        dialect: "gateway-api",
        port: 80,
        targetPort: 8080,
        selector: { app: "web" },
        versions: two,
      });
    },
    later('Canary "web"', /Service "web-v1"/),
  );

  ownCase(
    "OWN-63: clients are told to speak plain text to Pods that take none (istio/istio#31425)",
    () => {
      new MutualTls("strict", { ...shop, mode: "STRICT" });
      new TrafficPolicy("web", { ...shop, service: "web", tls: { mode: "DISABLE" } });
    },
    ...told({ by: 'TrafficPolicy "web"', at: /tls/, words: /STRICT/ }),
  );

  ownCase(
    "OWN-64: a route behind a waypoint that takes no requests to Services",
    () => {
      const space = new MeshNamespace("shop", { dataPlaneMode: "ambient", waypoint: "waypoint" });
      new Waypoint("waypoint", { namespace: space.name, waypointFor: "workload" });
      new ServiceRoute("web", { ...web, rules: [{ timeout: "1s" }] });
    },
    ...told({ by: 'ServiceRoute "web"', at: /service/, words: /workload/ }),
  );

  ownCase(
    "OWN-65: a port that the egress gateway does not have",
    () => {
      const gateway = new EgressGateway("egress", {
        ports: [{ name: "tls", port: 443, targetPort: 443 }],
      });
      new EgressRoute("api", {
        namespace: gateway.namespace,
        gatewayService: gateway.name,
        selector: gateway.selector,
        host: "api.example.com",
        gatewayPort: 8443,
      });
    },
    ...told({ by: 'EgressRoute "api"', at: /gatewayPort/, words: /8443.*EgressGateway "egress"/ }),
  );

  ownCase(
    "OWN-02: a route and a canary of one service",
    () => {
      new ServiceRoute("route", { ...web, rules: [{ timeout: "2s" }] });
      new Canary("web", { ...web, versions: two });
    },
    later('Canary "web"', /ServiceRoute "route"/),
  );

  ownCase(
    "OWN-03: a policy beside a canary of the same service",
    () => {
      new Canary("web", { ...web, versions: two });
      new TrafficPolicy("pool", { ...shop, service: "web", loadBalancer: { simple: "RANDOM" } });
    },
    later('TrafficPolicy "pool"', /Canary "web"/),
  );

  ownCase(
    "OWN-04: one host of one gateway by two components in two namespaces",
    () => {
      const hosts = ["shop.example.com"];
      new AppGateway("one", { namespace: "one", hosts, routes: [{ service: "web", port: 80 }] });
      new AppGateway("two", { namespace: "two", hosts, routes: [{ service: "web", port: 80 }] });
    },
    later('AppGateway "two"', /AppGateway "one"/),
  );

  ownCase(
    "OWN-05: two modes of mutual TLS for the same Pods, of which the older one wins",
    () => {
      const selector = { app: "web" };
      new MutualTls("strict", { ...shop, selector, mode: "STRICT" });
      new MutualTls("soft", { ...shop, selector, mode: "PERMISSIVE" });
    },
    later('MutualTls "soft"', /MutualTls "strict"/),
  );

  ownCase(
    "OWN-06: two scopes for all Pods of a namespace (istio/istio#24741)",
    () => {
      new SidecarScope("narrow", { ...shop, hosts: ["./*"] });
      new SidecarScope("wide", { ...shop, hosts: ["./*", "other/*"], name: "wide" });
    },
    later('SidecarScope "wide"', /SidecarScope "narrow"/),
  );

  ownCase(
    "OWN-07: one host outside, declared twice with other ports (istio/istio#51466, istio/istio#54988)",
    () => {
      const hosts = ["api.example.com"];
      new ExternalService("tls", { ...shop, hosts, ports: [{ port: 443, protocol: "TLS" }] });
      new ExternalService("any", {
        ...shop,
        hosts,
        ports: [{ port: 8080, protocol: "HTTP" }],
        resolution: "NONE",
      });
    },
    later('ExternalService "any"', /ExternalService "tls"/),
  );

  ownCase(
    "OWN-08: one host through two egress gateways",
    () => {
      const at = (name: string) => ({
        namespace: name,
        gatewayService: "istio-egressgateway",
        selector: { istio: "egressgateway" },
        host: "api.example.com",
        protocol: "TLS" as const,
      });
      new EgressRoute("first", at("egress-one"));
      new EgressRoute("second", at("egress-two"));
    },
    later('EgressRoute "second"', /EgressRoute "first"/),
  );

  ownCase(
    "OWN-09: one namespace by two components, with other modes",
    () => {
      new MeshNamespace("one", { name: "shop", dataPlaneMode: "sidecar" });
      new MeshNamespace("two", { name: "shop", dataPlaneMode: "ambient" });
    },
    later('MeshNamespace "two"', /MeshNamespace "one"/),
  );

  ownCase(
    "OWN-25: a policy of a Service that is declared after its canary holds for the versions",
    () => {
      new Waypoint("waypoint", { ...shop });
      new Canary("web", {
        ...web,
        versions: two,
        dialect: "gateway-api",
        port: 80,
        targetPort: 8080,
      } as never);
      new Authorization("callers", {
        ...shop,
        targets: [{ kind: "Service", name: "web" }],
        rules: [{ from: [{ serviceAccounts: ["edge/gateway"] }] }],
      });
    },
    made("each version's Service is a target", (seen) => {
      const targets = objects(seen, "AuthorizationPolicy").flatMap(({ spec }) =>
        spec.targetRefs.map(({ name }: FieldObject) => name),
      );
      return ["web", "web-v1", "web-v2"].every((name) => targets.includes(name));
    }),
    ...told({ by: 'Authorization "callers"', at: /^targets/, words: /web-v1/ }),
  );

  ownCase(
    "OWN-26: an edge route that is declared after the canary of its service takes the split",
    () => {
      new Canary("web", { ...web, versions: two });
      const hosts = ["shop.example.com"];
      new AppGateway("edge", { ...shop, hosts, routes: [{ service: "web", port: 80 }] });
    },
    made("the edge splits too", (seen) =>
      objects(seen, "VirtualService")
        .filter(({ spec }) => spec.gateways?.some((name: string) => name !== "mesh"))
        .every(({ spec }) => spec.http[0].route.length === 2),
    ),
    ...told({ by: 'AppGateway "edge"', at: /^routes\[0\]/, words: /Canary "web"/ }),
  );

  ownCase(
    "OWN-10: canaries of services of one name in two namespaces are two",
    () => {
      new Canary("one", { service: "web", namespace: "one", versions: two });
      new Canary("two", { service: "web", namespace: "two", versions: two });
    },
    made("both are there", (seen) => objects(seen, "VirtualService").length === 2),
  );

  ownCase(
    "OWN-11: the same canary in two clusters is two",
    () => {
      for (const name of ["one", "two"]) {
        const provider = new k8s.Provider(name, { renderYamlToDirectory: `build/${name}` });
        new Canary(`web-${name}`, { ...web, versions: two }, { provider });
      }
    },
    made("both are there", (seen) => objects(seen, "VirtualService").length === 2),
  );
});

describe("field: names that nothing declares", () => {
  ownCase(
    "OWN-12: a mirror to a version without a canary",
    () => {
      new ServiceRoute("web", { ...web, rules: [{ mirrors: [{ version: "v9" }] }] });
    },
    ...told({ by: 'ServiceRoute "web"', at: "rules[0].mirrors[0].version", words: /v9/ }),
  );

  ownCase(
    "OWN-13: an edge route to versions without a canary",
    () => {
      new AppGateway("edge", {
        ...shop,
        hosts: ["shop.example.com"],
        routes: [{ service: "web", port: 80, versions: two }],
      });
    },
    ...told({ by: 'AppGateway "edge"', at: /^routes\[0\]\.versions/, words: /v1|v2/ }),
  );

  ownCase(
    "OWN-14: versions of a canary that is declared after the route are known",
    () => {
      new ServiceRoute("web", {
        ...web,
        service: "front",
        rules: [{ to: [{ service: "web", version: "v2" }] }],
      });
      new Canary("web", { ...web, versions: two });
    },
    ({ refusals, warnings }) =>
      refusals.length + warnings.length > 0 ? `said ${warnings.join()}` : undefined,
  );

  ownCase(
    "OWN-15: a waypoint that the program does not have (kmesh-net/kmesh#406)",
    () => {
      new MeshNamespace("shop", { dataPlaneMode: "ambient", waypoint: "waypiont" });
      new Waypoint("waypoint", { ...shop });
    },
    ...told({ by: 'MeshNamespace "shop"', at: "waypoint", words: /waypiont/ }),
  );

  ownCase(
    "OWN-16: an authorizer that the control plane of the program does not have",
    () => {
      const provider = { name: "login", envoyExtAuthzGrpc: { service: "a.b.svc", port: 9000 } };
      const meshConfig = { extensionProviders: [provider] } as never;
      const mesh = new ControlPlane("mesh", { profile: "sidecar", meshConfig });
      new Authorization(
        "people",
        { ...shop, action: "CUSTOM", provider: "logn", rules: [{ to: [{ paths: ["/a"] }] }] },
        { dependsOn: [mesh] },
      );
    },
    ...told({ by: 'Authorization "people"', at: "provider", words: /logn/ }),
  );

  ownCase(
    "OWN-17: a tracer that the control plane of the program does not have",
    () => {
      const provider = { name: "otel", opentelemetry: { service: "c.obs.svc", port: 4317 } };
      const meshConfig = { extensionProviders: [provider] } as never;
      new ControlPlane("mesh", { profile: "sidecar", meshConfig });
      new MeshTelemetry("traces", { ...shop, tracing: { provider: "otle" } });
    },
    ...told({ by: 'MeshTelemetry "traces"', at: "tracing.provider", words: /otle/ }),
  );

  ownCase(
    "OWN-18: a certificate in another namespace than the gateway's Pods (istio/istio#27740)",
    () => {
      const edge = new IngressGateway("edge", { serviceType: "ClusterIP" });
      new GatewayCertificate("cert", {
        gatewayNamespace: "shop",
        dnsNames: ["shop.example.com"],
        issued: { issuer: { name: "ca", kind: "ClusterIssuer" } },
      });
      new AppGateway("web", {
        ...shop,
        selector: edge.selector,
        servers: [{ port: 443, protocol: "HTTPS", tls: { credentialName: "cert" } }],
        routes: [{ service: "web", port: 80 }],
      });
    },
    ...told({
      by: /^(AppGateway "web"|GatewayCertificate "cert")$/,
      at: /(tls\.credentialName|gatewayNamespace)$/,
      words: /istio-ingress/,
    }),
  );

  ownCase(
    "OWN-19: a canary at a gateway that the program has under another name",
    () => {
      const hosts = ["shop.example.com"];
      new AppGateway("edge", { ...shop, hosts, routes: [{ service: "api", port: 80 }] });
      new Canary("web", { ...web, versions: two, gateways: ["shop/egde"], hosts });
    },
    ...told({ by: 'Canary "web"', at: "gateways[0]", words: /egde/ }),
  );
});

describe("field: names that are nearly those of the program", () => {
  const service = (name: string) =>
    new k8s.core.v1.Service(name, {
      metadata: { namespace: "shop", name },
      spec: { ports: [{ port: 80 }], selector: { app: name } },
    });

  ownCase(
    "a Service that a waypoint is to enrol",
    () => {
      new Waypoint("wp", { namespace: "shop", enrolServices: ["webb"] });
      service("web");
    },
    warned(
      /Waypoint "wp": enrolServices\[0\]: "webb" is no Service .* in shop.*did you mean "web"\?/,
    ),
  );

  ownCase(
    "Services of the program, and one that nothing here is called like",
    () => {
      service("web");
      new Waypoint("wp", { namespace: "shop", enrolServices: ["web", "payments"] });
    },
    silent("nothing is missing"),
  );

  ownCase(
    "a namespace that every cluster has",
    () => void new MeshNamespace("default", { dataPlaneMode: "sidecar" }),
    warned(/MeshNamespace "default": name: "default" is there in every cluster.*write adopt: true/),
  );

  ownCase(
    "a namespace that every cluster has, adopted",
    () => void new MeshNamespace("default", { dataPlaneMode: "sidecar", adopt: true }),
    silent("labelled"),
  );
});

describe("field: what two components have to agree on", () => {
  ownCase(
    "OWN-20: Pod security of a namespace that the program makes itself",
    () => {
      new ControlPlane("mesh", { profile: "sidecar" });
      new k8s.core.v1.Namespace("shop", {
        metadata: {
          name: "shop",
          labels: {
            "istio-injection": "enabled",
            "pod-security.kubernetes.io/enforce": "restricted",
          },
        },
      });
    },
    ...told({ by: /./, at: /./, words: /\bcni\b/ }),
  );

  ownCase(
    "OWN-21: with the CNI agent the same namespace is right",
    () => {
      new ControlPlane("mesh", { profile: "sidecar", cni: true });
      const labels = { "pod-security.kubernetes.io/enforce": "baseline" };
      new MeshNamespace("shop", { dataPlaneMode: "sidecar", labels });
    },
    ({ refusals, warnings }) =>
      refusals.length + warnings.length > 0 ? `said ${warnings.join()}` : undefined,
  );

  ownCase(
    "OWN-22: a trust domain that the gateway does not know",
    () => {
      const mesh = new ControlPlane("mesh", {
        profile: "sidecar",
        meshConfig: { trustDomain: "example.com" },
      });
      const edge = new IngressGateway("edge", { serviceType: "ClusterIP" }, { dependsOn: [mesh] });
      new Authorization("edge-only", {
        ...shop,
        rules: [{ from: [{ principals: [edge.principal] }] }],
      });
    },
    made("the gateway's identity is of that domain", (seen) =>
      objects(seen, "AuthorizationPolicy").every(({ spec }) =>
        spec.rules[0].from[0].source.principals[0].startsWith("example.com/"),
      ),
    ),
    ...told({ by: /^IngressGateway "edge"$/, at: "trustDomain", words: /example\.com/ }),
  );

  ownCase(
    "OWN-23: a policy in an ambient namespace without a waypoint does nothing",
    () => {
      const space = new MeshNamespace("shop", { dataPlaneMode: "ambient" });
      new TrafficPolicy("web", {
        namespace: space.name,
        service: "web",
        connectionPool: { http: { http2MaxRequests: 5 } },
      });
    },
    ...told({ by: 'TrafficPolicy "web"', at: /./, words: /waypoint/ }),
  );

  ownCase(
    "OWN-24: everything that others may hang on stays when its component goes",
    () => {
      new ControlPlane("mesh", { profile: "sidecar" });
      new MeshNamespace("shop", { dataPlaneMode: "sidecar" });
      new IngressGateway("edge", { serviceType: "ClusterIP" });
    },
    ({ asked }) => {
      const gone = asked
        .filter(({ type, retained }) => type.endsWith(":Namespace") && !retained)
        .map(({ inputs }: FieldObject) => inputs.metadata.name);
      return gone.length > 0 ? `namespaces go: ${gone.join(", ")}` : undefined;
    },
  );
});
