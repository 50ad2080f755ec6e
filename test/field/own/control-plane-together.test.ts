import * as k8s from "@pulumi/kubernetes";
import {
  Addons,
  AppGateway,
  type AppGatewayArgs,
  Authorization,
  Bookinfo,
  Canary,
  ControlPlane,
  type ControlPlaneArgs,
  Coolstore,
  EastWestGateway,
  ExternalService,
  IngressGateway,
  MeshCa,
  MeshNamespace,
  MeshTelemetry,
  RevisionTag,
  SidecarScope,
  Waypoint,
} from "../../../components";
import { chartValues, object } from "../../support/field-objects";
import { every, made, ownCase, refused, silent, warned } from "../../support/field-right";

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
    "a CA takes the namespace of the istiod declared before, which does not wait for it",
    () => {
      new ControlPlane("mesh", { ...mesh, createNamespace: false });
      new MeshCa("ca", { issued });
    },
    every(
      made(
        "cacerts is where istiod is",
        (seen) => object(seen, "Certificate", "cacerts").metadata.namespace === "mesh-system",
      ),
      warned(/MeshCa "ca": namespace: ControlPlane "mesh" .* does not wait for it/),
    ),
  );

  ownCase(
    "a CA comes too late for an istiod that makes its namespace",
    () => {
      const ca = new MeshCa("ca", { namespace: "mesh-system", issued });
      new ControlPlane("mesh", mesh, { dependsOn: [ca] });
    },
    refused({
      by: 'ControlPlane "mesh"',
      at: "createNamespace",
      words: /MeshCa "ca" has to be in it before istiod.*write createNamespace: false/,
    }),
  );

  ownCase(
    "and so does one that is declared after it",
    () => {
      new ControlPlane("mesh", mesh);
      new MeshCa("ca", { issued });
    },
    refused({
      by: 'MeshCa "ca"',
      at: "namespace",
      words: /ControlPlane "mesh" relies on it.*has to be in it before istiod/,
    }),
  );

  ownCase(
    "a CA between the namespace, which the shared parts make, and its istiod",
    () => {
      const shared = new ControlPlane("shared", { ...mesh, revision: undefined, parts: "shared" });
      const ca = new MeshCa("ca", { namespace: shared.namespace, issued });
      const istiod = { ...mesh, defaultRevision: undefined, parts: "istiod" } as const;
      new ControlPlane("istiod", istiod, { dependsOn: [ca] });
    },
    silent("nobody"),
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

describe("field: definitions of the Gateway API that nobody brings", () => {
  const needs = /ControlPlane "mesh": gatewayApi: is not set, and (.*) needs the definitions/;
  const canary = {
    ...shop,
    service: "web",
    versions: [{ name: "v1", weight: 100 }],
    dialect: "gateway-api" as const,
    port: 80,
    targetPort: 8080,
  };
  const uses: [string, () => unknown][] = [
    ["AppGateway", () => new AppGateway("site", { ...shop, dialect: "gateway-api", routes })],
    ["Waypoint", () => new Waypoint("waypoint", shop)],
    ["Canary", () => new Canary("web", canary)],
  ];
  for (const [what, use] of uses) {
    ownCase(
      `are needed by a ${what}`,
      () => {
        new ControlPlane("mesh", { profile: "sidecar" });
        use();
      },
      warned(new RegExp(needs.source.replace(".*", `${what} ".*"`))),
    );
  }

  ownCase(
    "are there, as the control plane says",
    () => {
      new ControlPlane("mesh", { profile: "sidecar", gatewayApi: { mode: "expect" } });
      new AppGateway("site", { ...shop, dialect: "gateway-api", routes });
    },
    silent("expected"),
  );

  const brought: [string, () => unknown][] = [
    ["a file", () => new k8s.yaml.v2.ConfigFile("crds", { file: "gateway-api/standard.yaml" })],
    [
      "files",
      () => new k8s.yaml.v2.ConfigGroup("crds", { files: ["https://a.example/gateway-api.yaml"] }),
    ],
    ["a chart", () => new k8s.helm.v4.Chart("crds", { chart: "gateway-api-crds" })],
    [
      "a definition",
      () =>
        new k8s.apiextensions.v1.CustomResourceDefinition("gateways", {
          metadata: { name: "gateways.gateway.networking.k8s.io" },
          spec: {} as never,
        }),
    ],
  ];
  for (const [what, bring] of brought) {
    ownCase(
      `are brought by ${what} of the program`,
      () => {
        new ControlPlane("mesh", { profile: "sidecar" });
        new AppGateway("site", { ...shop, dialect: "gateway-api", routes });
        bring();
      },
      made("not missed", ({ warnings }) => !warnings.some((text) => needs.test(text))),
    );
  }

  ownCase(
    "are not brought by a file of something else",
    () => {
      new ControlPlane("mesh", { profile: "sidecar" });
      new AppGateway("site", { ...shop, dialect: "gateway-api", routes });
      new k8s.yaml.v2.ConfigFile("crds", { file: "cert-manager.yaml" });
    },
    warned(needs),
  );

  ownCase(
    "are not needed by Istio's own dialect",
    () => {
      new ControlPlane("mesh", { profile: "sidecar" });
      new IngressGateway("edge", inside);
      new AppGateway("site", { ...shop, routes });
    },
    silent("no use for them"),
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
    silent("seen by the gateway"),
  );

  ownCase(
    "DestinationRules of versions that the gateway does not see, whatever else is listed",
    () => {
      const meshConfig = { defaultDestinationRuleExportTo: [".", "istio-ingress"] };
      new ControlPlane("mesh", { profile: "sidecar", meshConfig });
      const { selector } = new IngressGateway("edge", inside);
      const versions = [{ name: "v1", weight: 100 }];
      new AppGateway("site", {
        ...shop,
        selector,
        routes: [{ ...routes[0], versions }],
      } as AppGatewayArgs);
    },
    refused({
      by: 'AppGateway "site"',
      at: "namespace",
      words: /meshConfig.defaultDestinationRuleExportTo of ControlPlane "mesh" is .*answers 503/,
    }),
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
    silent("labels as wanted"),
  );
});

describe("field: values of charts beside the arguments that say the same", () => {
  const mesh = (args: Partial<ControlPlaneArgs>) =>
    new ControlPlane("mesh", { profile: "sidecar", ...args });
  const told = (at: string, words: RegExp) => refused({ by: 'ControlPlane "mesh"', at, words });

  ownCase(
    "a revision that the chart alone would have",
    () => void mesh({ values: { istiod: { revision: "1-31" } } }),
    told(
      "values.istiod.revision",
      /"1-31" tells the chart alone.*write revision: "1-31" in its place/,
    ),
  );

  ownCase(
    "agents of a revision, which the shared parts cannot be told otherwise",
    () => {
      const shared = mesh({
        profile: "ambient",
        parts: "shared",
        defaultRevision: "1-30",
        values: { cni: { revision: "1-31" }, ztunnel: { revision: "1-31" } },
      });
      for (const revision of ["1-30", "1-31"]) {
        new ControlPlane(
          revision,
          { profile: "ambient", parts: "istiod", revision },
          { dependsOn: shared },
        );
      }
    },
    silent("ztunnel moves to the next revision before the default does"),
  );

  ownCase(
    "tags, a default and a namespace that are not those of the arguments",
    () =>
      void mesh({
        revision: "1-31",
        revisionTags: ["prod"],
        values: {
          istiod: { revisionTags: ["prod", "test"] },
          base: { defaultRevision: "1-30", global: { istioNamespace: "mesh" } },
        },
      }),
    every(
      told("values.istiod.revisionTags", /follow the argument revisionTags/),
      told("values.base.defaultRevision", /write defaultRevision: "1-30"/),
      told("values.base.global.istioNamespace", /write namespace: "mesh"/),
    ),
  );

  ownCase(
    "a number of istiods that the chart does not read while it scales",
    () => void mesh({ values: { istiod: { pilot: { replicaCount: 2 } } } }),
    told(
      "values.istiod.pilot.replicaCount",
      /2 has no effect beside autoscaling; write replicas: 2/,
    ),
  );

  ownCase(
    "the same said twice, empty values, and a number where nothing scales",
    () => {
      mesh({
        ...ofRevision,
        size: "small",
        values: {
          istiod: { revision: "1-31", revisionTags: undefined, replicaCount: 2 },
          base: { defaultRevision: "1-31" },
        },
      });
      new ControlPlane("second", {
        profile: "sidecar",
        parts: "istiod",
        revision: "1-32",
        values: { istiod: { autoscaleEnabled: false, replicaCount: 2, revision: "" } },
      });
    },
    silent("accepted"),
  );
});

describe("field: providers that are the default", () => {
  const extensionProviders = [
    { name: "otel", opentelemetry: { service: "otel.tools.svc.cluster.local", port: 4317 } },
  ];
  const mesh = (defaultProviders: object) =>
    new ControlPlane("mesh", {
      profile: "sidecar",
      meshConfig: { extensionProviders, defaultProviders },
    });

  ownCase(
    "take the place of the chart's, which counts requests",
    () => void mesh({ accessLogging: ["envoy"], tracing: ["otel"] }),
    warned(
      /ControlPlane "mesh": meshConfig\.defaultProviders: names providers for accessLogging and tracing alone.*metrics: \["prometheus"\]/,
    ),
  );

  ownCase(
    "and name who counts them",
    () => void mesh({ tracing: ["otel"], metrics: ["prometheus"] }),
    silent("counted"),
  );

  ownCase(
    "beside a policy of telemetry that names who counts them",
    () => {
      mesh({ tracing: ["otel"] });
      new MeshTelemetry("metrics", {
        namespace: "istio-system",
        metrics: [{ providers: ["prometheus"] }],
      });
    },
    silent("counted"),
  );
});

describe("field: a control plane of several", () => {
  const several = { meshId: "m", network: "n1", gatewayApi: { mode: "expect" } } as const;

  ownCase(
    "has a name of its own among the clusters of a mesh",
    () => new ControlPlane("mesh", { profile: "sidecar", meshId: "m", network: "n1" }),
    warned(/ControlPlane "mesh": clusterName: is not set beside meshId and network/),
  );

  const named = { ...several, profile: "ambient", clusterName: "one" } as const;
  ownCase(
    "joins networks of ambient Pods by an experimental setting",
    () => {
      new ControlPlane("mesh", named);
      new EastWestGateway("cross", { profile: "ambient" });
    },
    refused({
      by: 'EastWestGateway "cross"',
      at: "profile",
      words: /experimental setting of istiod, which ControlPlane "mesh" does not have/,
    }),
  );
  ownCase(
    "which it may have",
    () => {
      const env = { AMBIENT_ENABLE_MULTI_NETWORK: "true" };
      new ControlPlane("mesh", { ...named, values: { istiod: { env } } });
      new EastWestGateway("cross", { profile: "ambient" });
    },
    silent("with the setting"),
  );

  const extensionProviders = [
    { name: "ext", envoyExtAuthzGrpc: { service: "authz.auth.svc.cluster.local", port: 9000 } },
    { name: "traces", opentelemetry: { service: "otel.auth.svc.cluster.local", port: 4317 } },
  ];
  const asks = (revision: string) => () => {
    const sidecar = { profile: "sidecar" } as const;
    new ControlPlane("s", { ...sidecar, parts: "shared", defaultRevision: "1-30" });
    new ControlPlane("a", { ...sidecar, parts: "istiod", revision: "1-30" });
    new ControlPlane("b", {
      ...sidecar,
      parts: "istiod",
      revision: "1-31",
      meshConfig: { extensionProviders },
    });
    new MeshNamespace("shop", { dataPlaneMode: "sidecar", revision });
    new Authorization("login", {
      ...shop,
      selector: { app: "web" },
      action: "CUSTOM",
      provider: "ext",
      rules: [{ to: [{ ports: [8080] }] }],
    });
    new MeshTelemetry("traces", { ...shop, tracing: { provider: "traces" } });
  };
  const lacking = asks("1-30");
  ownCase(
    "has the authorizer that its namespaces ask",
    lacking,
    warned(/"ext" is none of the extensionProviders that ControlPlane "a" declares/),
  );
  ownCase(
    "and the tracer",
    lacking,
    warned(/"traces" is no provider that ControlPlane "a" declares/),
  );
  ownCase("whose istiod is another", asks("1-31"), silent("the other istiod"));
});

describe("field: applications that call out, in a mesh that lets nobody out", () => {
  const closed = () =>
    new ControlPlane("mesh", {
      profile: "sidecar",
      meshConfig: { outboundTrafficPolicy: { mode: "REGISTRY_ONLY" } },
    });

  ownCase(
    "Coolstore without users of its own",
    () => {
      closed();
      new Coolstore("cool", shop);
    },
    warned(/Coolstore "cool": localUsers: forum .* calls jsonplaceholder.typicode.com, port 80/),
  );
  ownCase(
    "Bookinfo with details v2",
    () => {
      closed();
      new Bookinfo("book", { ...shop, details: ["v1", "v2"] });
    },
    warned(/Bookinfo "book": details\[1\]: details v2 calls www.googleapis.com, port 80/),
  );
  ownCase(
    "Bookinfo in a namespace whose scope lets nobody out",
    () => {
      new Bookinfo("book", { ...shop, details: ["v2"] });
      new SidecarScope("shop", { ...shop, outboundTrafficPolicy: "REGISTRY_ONLY" });
    },
    warned(
      /www\.googleapis\.com, port 80, and the outboundTrafficPolicy of SidecarScope "shop" is/,
    ),
  );
  ownCase(
    "Bookinfo in a namespace whose scope lets everybody out",
    () => {
      closed();
      new SidecarScope("shop", { ...shop, outboundTrafficPolicy: "ALLOW_ANY" });
      new Bookinfo("book", { ...shop, details: ["v2"] });
    },
    silent("calls pass"),
  );
  ownCase(
    "both where that is seen to",
    () => {
      closed();
      const ports = [{ port: 80, protocol: "HTTP" } as const];
      new ExternalService("books", { ...shop, hosts: ["www.googleapis.com"], ports });
      new Bookinfo("book", { ...shop, details: ["v2"] });
      new Coolstore("cool", { namespace: "cool", localUsers: true });
    },
    silent("hosts are known"),
  );
});

describe("field: Kiali and the namespace of the mesh's own policies", () => {
  const tools = (args: object = {}) => new Addons("tools", { source: "charts", ...args });
  const plane = (meshConfig: object = {}) =>
    new ControlPlane("istio", { profile: "sidecar", namespace: "istio-control", meshConfig });
  const asks = (root: string) =>
    silent(
      `Kiali looks in ${root}`,
      (seen) => chartValues(seen, "tools-kiali").external_services.istio.root_namespace === root,
    );

  ownCase(
    "are those of the program's control plane",
    () => {
      plane();
      tools();
    },
    asks("istio-control"),
  );
  ownCase(
    "are its root namespace, where that is another one",
    () => {
      plane({ rootNamespace: "istio-config" });
      tools();
    },
    asks("istio-config"),
  );
  ownCase("are Istio's usual one where the program has none", () => tools(), asks("istio-system"));
  ownCase(
    "are compared where the control plane comes later",
    () => {
      tools();
      plane();
    },
    warned(
      /Addons "tools": istioNamespace: "istio-system" is not the root namespace of the program's mesh, istio-control: .*; write istioNamespace: "istio-control"/,
    ),
  );
  ownCase(
    "are no matter without Kiali",
    () => {
      tools({ kiali: false });
      plane();
    },
    silent("Prometheus does not ask"),
  );
});

describe("field: the gateway between networks of an ambient mesh", () => {
  const plane = (profile: "ambient" | "sidecar" = "ambient") =>
    new ControlPlane("istio", { profile, meshId: "a", clusterName: "west", network: "west" });
  const namespace = (dataPlaneMode: "ambient" | "sidecar") =>
    new MeshNamespace(dataPlaneMode, { dataPlaneMode });
  const between = () => new EastWestGateway("between", {});

  ownCase(
    "is not the one for sidecars",
    () => {
      plane();
      between();
      namespace("ambient");
    },
    warned(
      /EastWestGateway "between": profile: "sidecar" is for Pods with sidecars, and all that the program says of ControlPlane "istio" is ambient: .*; write profile: "ambient"/,
    ),
  );
  ownCase(
    "may be for sidecars beside ambient Pods",
    () => {
      plane();
      namespace("ambient");
      namespace("sidecar");
      between();
    },
    silent("there are sidecars"),
  );
  ownCase(
    "may be for sidecars of another program",
    () => {
      plane();
      between();
    },
    silent("nothing is said of Pods"),
  );
  ownCase(
    "is the one for sidecars in a mesh of sidecars",
    () => {
      plane("sidecar");
      namespace("sidecar");
      between();
    },
    silent("it passes mutual TLS on"),
  );
});
