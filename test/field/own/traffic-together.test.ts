import * as k8s from "@pulumi/kubernetes";
import {
  AppGateway,
  Canary,
  ControlPlane,
  EgressRoute,
  ExternalService,
  ServiceRoute,
  TrafficPolicy,
  Waypoint,
} from "../../../components";
import { made, ownCase, refused, warned } from "../../support/field-right";

const shop = { namespace: "shop" };
const web = { ...shop, service: "web" };
const full = "web.shop.svc.cluster.local";
const two = [
  { name: "v1", weight: 90 },
  { name: "v2", weight: 10 },
];
const pool = { connectionPool: { tcp: { maxConnections: 5 } } };
const pay = (namespace: string) =>
  new ExternalService("pay", {
    namespace,
    hosts: ["pay.example.com"],
    ports: [{ port: 80, protocol: "HTTP", tls: { mode: "SIMPLE" } }],
  });
const silent = made("no word about it", ({ warnings }) => warnings.length === 0);

describe("field: traffic, a policy that clients follow instead of another", () => {
  ownCase(
    "the policy of a client's namespace hides the TLS of an ExternalService",
    () => {
      pay("outside");
      new TrafficPolicy("pay", { ...shop, service: "pay.example.com", ...pool });
    },
    refused({
      by: 'TrafficPolicy "pay"',
      at: "service",
      words: /shop follow instead of that of ExternalService "pay" in outside.*port 80.*plain text/,
    }),
  );

  ownCase(
    "the same, the ExternalService being declared later",
    () => {
      new TrafficPolicy("pay", { ...shop, service: "pay.example.com", ...pool });
      pay("outside");
    },
    refused({ by: 'ExternalService "pay"', at: "ports", words: /TrafficPolicy "pay"/ }),
  );

  ownCase(
    "a policy in the namespace of the waypoint hides the TLS of an ExternalService",
    () => {
      new Waypoint("egress", { namespace: "istio-egress", allowedNamespaces: "All" });
      pay("shop");
      new TrafficPolicy("pay", { namespace: "istio-egress", service: "pay.example.com", ...pool });
    },
    refused({ by: 'TrafficPolicy "pay"', at: "service", words: /ExternalService "pay" in shop/ }),
  );

  ownCase(
    "a policy of a client's namespace that says the TLS itself",
    () => {
      pay("outside");
      new TrafficPolicy("pay", {
        ...shop,
        service: "pay.example.com",
        exportTo: ["."],
        portLevelSettings: [{ port: 80, tls: { mode: "SIMPLE" }, ...pool }],
      });
    },
    silent,
  );

  ownCase(
    "a policy of a client's namespace for an ExternalService that its clients do not see",
    () => {
      new ExternalService("pay", {
        namespace: "outside",
        exportTo: ["."],
        hosts: ["pay.example.com"],
        ports: [{ port: 80, protocol: "HTTP", tls: { mode: "SIMPLE" } }],
      });
      new TrafficPolicy("pay", {
        ...shop,
        service: "pay.example.com",
        exportTo: ["."],
        ...pool,
      });
    },
    silent,
  );

  ownCase(
    "the policy of a client's namespace hides the versions of a canary",
    () => {
      new Canary("web", { ...web, versions: two });
      new TrafficPolicy("front", { namespace: "front", service: full, ...pool });
    },
    refused({
      by: 'TrafficPolicy "front"',
      at: "service",
      words: /Canary "web" in shop.*\(v1, v2\) get 503; say it in `trafficPolicy` of Canary "web"/,
    }),
  );

  ownCase(
    "a policy for some clients hides the versions of a canary from them",
    () => {
      new Canary("web", { ...web, versions: two });
      new TrafficPolicy("some", { ...web, workloadSelector: { app: "front" }, ...pool });
    },
    refused({ by: 'TrafficPolicy "some"', at: "service", words: /these clients.*Canary "web"/ }),
  );

  ownCase(
    "a DestinationRule of a client's namespace hides the versions of a canary",
    () => {
      new Canary("web", { ...web, versions: two });
      new k8s.apiextensions.CustomResource("front", {
        apiVersion: "networking.istio.io/v1",
        kind: "DestinationRule",
        metadata: { namespace: "front", name: "web" },
        spec: { host: full, trafficPolicy: pool },
      });
    },
    refused({ by: 'DestinationRule "front"', at: "spec", words: /Canary "web"/ }),
  );

  ownCase(
    "the policy of a client's namespace hides the way to an egress gateway",
    () => {
      new EgressRoute("api", {
        namespace: "istio-egress",
        gatewayService: "istio-egressgateway",
        selector: { istio: "egressgateway" },
        host: "api.example.com",
      });
      new TrafficPolicy("gateway", {
        ...shop,
        service: "istio-egressgateway.istio-egress.svc.cluster.local",
        ...pool,
      });
    },
    refused({ by: 'TrafficPolicy "gateway"', at: "service", words: /EgressRoute "api"/ }),
  );

  ownCase(
    "the policy of a client's namespace hides the TLS of the Service's own policy",
    () => {
      new TrafficPolicy("web", { ...web, tls: { mode: "SIMPLE" } });
      new TrafficPolicy("front", { namespace: "front", service: full, ...pool });
    },
    refused({ by: 'TrafficPolicy "front"', at: "service", words: /TrafficPolicy "web" in shop/ }),
  );

  ownCase(
    "a policy in a third namespace, which clients do not look for (istio/istio#15556)",
    () => {
      new TrafficPolicy("web", { namespace: "config", service: full, ...pool });
    },
    warned(/namespace: "config" is not the namespace of web\.shop.*write namespace: "shop"/),
  );

  ownCase(
    "a policy for the clients of its own namespace alone",
    () => {
      new TrafficPolicy("web", {
        namespace: "config",
        service: full,
        exportTo: ["."],
        ...pool,
      });
    },
    silent,
  );

  ownCase(
    "a policy in the root namespace, which clients look for last",
    () => {
      new ControlPlane("mesh", { profile: "sidecar", meshConfig: { rootNamespace: "config" } });
      new Canary("web", { ...web, versions: two });
      new TrafficPolicy("web", { namespace: "config", service: full, ...pool });
    },
    silent,
  );
});

describe("field: traffic, the cluster domain of the program's control plane", () => {
  const mesh = () => new ControlPlane("mesh", { profile: "sidecar", clusterDomain: "corp.local" });
  const site = { ...shop, hosts: ["a.example.com"], routes: [{ service: "api", port: 80 }] };
  const egress = {
    namespace: "istio-egress",
    gatewayService: "istio-egressgateway",
    selector: { istio: "egressgateway" },
    host: "api.example.com",
  };
  const components: Record<string, () => unknown> = {
    Canary: () => new Canary("web", { ...web, versions: two }),
    ServiceRoute: () => new ServiceRoute("web", { ...web, rules: [{ timeout: "1s" }] }),
    TrafficPolicy: () => new TrafficPolicy("web", { ...web, ...pool }),
    EgressRoute: () => new EgressRoute("web", egress),
    AppGateway: () => new AppGateway("web", site),
  };
  const ofComponents = /^(VirtualService|DestinationRule)$/;

  for (const [kind, component] of Object.entries(components)) {
    ownCase(
      `is that of names in the objects of ${kind}`,
      () => {
        mesh();
        component();
      },
      made("no name in cluster.local, and one in corp.local", ({ asked }) => {
        const specs = asked
          .filter(({ type }) => ofComponents.test(type.split(":").at(-1) ?? ""))
          .map(({ inputs }) => JSON.stringify(inputs.spec));
        return (
          specs.some((spec) => spec.includes(".svc.corp.local")) &&
          !specs.some((spec) => spec.includes("cluster.local"))
        );
      }),
    );

    ownCase(
      `is refused when ${kind} was declared before`,
      () => {
        component();
        mesh();
      },
      refused({
        by: 'ControlPlane "mesh"',
        at: "clusterDomain",
        words: new RegExp(`${kind} "web" relies on it.*declare ControlPlane "mesh" first`),
      }),
    );
  }

  ownCase(
    "contradicts an argument",
    () => {
      mesh();
      new Canary("web", { ...web, clusterDomain: "cluster.local", versions: two });
    },
    refused({
      by: 'Canary "web"',
      at: "clusterDomain",
      words: /"cluster.local" is not that of ControlPlane "mesh", "corp.local".*leave it out/,
    }),
  );

  ownCase(
    "contradicts a full name",
    () => {
      mesh();
      new TrafficPolicy("web", { ...shop, service: full, ...pool });
    },
    refused({
      by: 'TrafficPolicy "web"',
      at: "service",
      words: /write "web\.shop\.svc\.corp\.local"/,
    }),
  );

  ownCase(
    "is that of short names in typed objects",
    () => {
      mesh();
      new Canary("web", { ...web, versions: two });
      new k8s.apiextensions.CustomResource("rule", {
        apiVersion: "networking.istio.io/v1",
        kind: "DestinationRule",
        metadata: { namespace: "shop", name: "web" },
        spec: { host: "web", trafficPolicy: pool },
      });
    },
    refused({ by: 'DestinationRule "rule"', at: "spec.trafficPolicy", words: /Canary "web"/ }),
  );
});
