import {
  AppGateway,
  Authorization,
  Canary,
  ControlPlane,
  ExternalService,
  IngressGateway,
  JwtAuthentication,
  MeshNamespace,
  RateLimit,
  ServiceRoute,
  TrafficPolicy,
  Waypoint,
} from "../../../components";
import { type FieldObject, objects } from "../../support/field-objects";
import { denied } from "../../support/field-policy";
import { every, made, ownCase, refused, told } from "../../support/field-right";

const shop = { namespace: "shop" };
const web = { ...shop, service: "web" };
const gateway = { namespace: "istio-ingress", selector: { istio: "ingressgateway" } };
const two = [
  { name: "v1", weight: 90 },
  { name: "v2", weight: 10 },
];
const firstRoute = (objectsOfKind: FieldObject[]): FieldObject => objectsOfKind[0]?.spec.http[0];

describe("field: zeros and combinations", () => {
  ownCase(
    "OWN-31: no retries at all",
    () => {
      new ServiceRoute("web", { ...web, rules: [{ retries: { attempts: 0 } }] });
    },
    made("attempts is 0", (seen) =>
      [firstRoute(objects(seen, "VirtualService"))?.retries?.attempts].every((n) => n === 0),
    ),
  );
  ownCase(
    "OWN-32: no timeout",
    () => {
      new ServiceRoute("web", { ...web, rules: [{ timeout: "0s" }] });
    },
    made("timeout is 0s", (seen) => firstRoute(objects(seen, "VirtualService"))?.timeout === "0s"),
    refused({ by: 'ServiceRoute "web"', at: "rules[0].timeout", words: /leave|none|no timeout/ }),
  );
  ownCase(
    "OWN-33: a mirror of nothing",
    () => {
      new Canary("web", { ...web, versions: two, mirrors: [{ version: "v2", percentage: 0 }] });
    },
    made("0 percent is written", (seen) => {
      const mirrors = firstRoute(objects(seen, "VirtualService"))?.mirrors ?? [];
      return mirrors.every(({ percentage }: FieldObject) => percentage?.value === 0);
    }),
    refused({ by: 'Canary "web"', at: "mirrors[0].percentage", words: /0/ }),
  );
  ownCase(
    "OWN-34: a cookie for the session",
    () => {
      new TrafficPolicy("web", {
        ...shop,
        service: "web",
        loadBalancer: { consistentHash: { httpCookie: { name: "sid", ttl: "0s" } } },
      });
    },
    made("ttl is 0s", (seen) =>
      objects(seen, "DestinationRule").every(
        ({ spec }) => spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.ttl === "0s",
      ),
    ),
  );
  ownCase(
    "OWN-36: a try that may last longer than the request",
    () => {
      new ServiceRoute("web", {
        ...web,
        rules: [{ timeout: "2s", retries: { attempts: 3, perTryTimeout: "5s" } }],
      });
    },
    ...told({ by: 'ServiceRoute "web"', at: /^rules\[0\]\.retries/, words: /timeout/ }),
  );
  ownCase(
    "OWN-37: a limit of retries beside a budget, which has no effect",
    () => {
      new TrafficPolicy("web", {
        ...shop,
        service: "web",
        retryBudget: { percent: 10 },
        connectionPool: { http: { maxRetries: 3 } },
      });
    },
    ...told({
      by: 'TrafficPolicy "web"',
      at: /maxRetries|retryBudget/,
      words: /retryBudget|effect/,
    }),
  );
  ownCase(
    "OWN-38: autoscaling of a DaemonSet",
    () => {
      new IngressGateway("edge", {
        serviceType: "ClusterIP",
        kind: "DaemonSet",
        autoscaling: { min: 2 },
      });
    },
    ...told({ by: 'IngressGateway "edge"', at: /^(autoscaling|kind)/, words: /DaemonSet/ }),
  );
  ownCase(
    "OWN-39: at least six Pods of a waypoint, and the default maximum of five",
    () => {
      new Waypoint("waypoint", { ...shop, autoscaling: { min: 6 } });
    },
    refused({ by: 'Waypoint "waypoint"', at: /^autoscaling/, words: /max|5/ }),
    made(
      "the maximum is six at least",
      (seen) => !/"maxReplicas":5/.test(JSON.stringify(seen.asked)),
    ),
  );
  ownCase(
    "OWN-40: one port of a gateway twice",
    () => {
      const ports = [
        { name: "http2", port: 80 },
        { name: "plain", port: 80 },
      ];
      new IngressGateway("edge", { serviceType: "ClusterIP", ports });
    },
    refused({ by: 'IngressGateway "edge"', at: /^ports\[1\]/, words: /80/ }),
  );
  ownCase(
    "OWN-41: a host with its port",
    () => {
      new AppGateway("edge", {
        ...shop,
        hosts: ["shop.example.com:8443"],
        routes: [{ service: "web", port: 80 }],
      });
    },
    refused({ by: 'AppGateway "edge"', at: "hosts[0]", words: /8443/ }),
  );
  ownCase(
    "OWN-42: seventeen matches of a canary in the Gateway API",
    () => {
      const matches = Array.from({ length: 17 }, (_, n) => ({
        headers: [{ name: "x-user", exact: `user-${n}` }],
        version: n % 2 ? "v1" : "v2",
      }));
      new Canary("web", { ...web, versions: two, dialect: "gateway-api", port: 80, matches });
    },
    refused({ by: 'Canary "web"', at: "matches", words: /\b1[56]\b/ }),
    made("all of them, in rules that are allowed", (seen) =>
      objects(seen, "HTTPRoute").every(({ spec }) => spec.rules.length <= 16),
    ),
  );
  ownCase(
    "OWN-43: retries in the Gateway API",
    () => {
      const retries = { attempts: 2 };
      new Canary("web", { ...web, versions: two, dialect: "gateway-api", port: 80, retries });
    },
    refused({ by: 'Canary "web"', at: /^retries/, words: /gateway-api|experimental|istio/i }),
    made("they are in the route", (seen) =>
      objects(seen, "HTTPRoute").every(({ spec }) => spec.rules[0].retry?.attempts === 2),
    ),
  );
  ownCase(
    "OWN-44: a route of the mesh to a host outside, under its own name",
    () => {
      new ExternalService("files", {
        ...shop,
        hosts: ["files.example.net"],
        ports: [{ port: 80, protocol: "HTTP" }],
      });
      new ServiceRoute("web", {
        ...web,
        rules: [
          {
            matches: [{ path: { prefix: "/static" } }],
            to: [{ service: "files.example.net", port: 80 }],
          },
          {},
        ],
      });
    },
    made("the route to it sets the authority", (seen) =>
      objects(seen, "VirtualService").every(
        ({ spec }) => spec.http[0].rewrite?.authority === "files.example.net",
      ),
    ),
    ...told({
      by: 'ServiceRoute "web"',
      at: /^rules\[0\]\.(rewrite|to)/,
      words: /rewrite|[Hh]ost/,
    }),
  );
});

describe("field: security arguments of one component", () => {
  const empty = /empty|at least one/;
  const lists: [at: string, by: string, program: () => void][] = [
    [
      "rules[0].from",
      'Authorization "a"',
      () => new Authorization("a", { ...shop, rules: [{ from: [], to: [{ paths: ["/a"] }] }] }),
    ],
    [
      "rules[0].to",
      'Authorization "a"',
      () => {
        const from = [{ namespaces: ["edge"] }];
        new Authorization("a", { ...shop, rules: [{ from, to: [] }] });
      },
    ],
    [
      "jwtRules[0].audiences",
      'JwtAuthentication "a"',
      () => {
        const jwtRules = [{ issuer: "https://id.example.com", audiences: [] }];
        new JwtAuthentication("a", { ...shop, jwtRules });
      },
    ],
    [
      "subjectAltNames",
      'ExternalService "a"',
      () => {
        const ports = [{ port: 443, protocol: "HTTPS" as const }];
        const hosts = ["a.example.com"];
        new ExternalService("a", { ...shop, hosts, ports, subjectAltNames: [] });
      },
    ],
    [
      "exportTo",
      'TrafficPolicy "a"',
      () => {
        const loadBalancer = { simple: "RANDOM" as const };
        new TrafficPolicy("a", { ...shop, service: "web", loadBalancer, exportTo: [] });
      },
    ],
    [
      "loadBalancerSourceRanges",
      'IngressGateway "a"',
      () => new IngressGateway("a", { loadBalancerSourceRanges: [] }),
    ],
  ];
  for (const [at, by, program] of lists) {
    ownCase(
      `OWN-51: ${at} from a table with no entries`,
      program,
      refused({ by, at, words: empty }),
    );
  }

  ownCase(
    "OWN-52: a path that is denied without its trailing slash (istio/istio#29567)",
    () => {
      const to = [{ paths: ["/admin"], ports: [8080] }];
      new Authorization("close", {
        ...shop,
        selector: { app: "web" },
        action: "DENY",
        rules: [{ to }],
      });
    },
    ...told({ by: 'Authorization "close"', at: "rules[0].to[0].paths[0]", words: /\/admin\// }),
    made("what is below is denied too", (seen) => {
      const [{ spec } = {} as FieldObject] = objects(seen, "AuthorizationPolicy");
      const { paths } = spec.rules[0].to[0].operation;
      return paths.includes("/admin") && (paths.includes("/admin/") || paths.includes("/admin/*"));
    }),
  );
  ownCase(
    "OWN-53: a method in small letters, which no request has",
    () => {
      new Authorization("read", { ...shop, rules: [{ to: [{ methods: ["get"] }] }] });
    },
    ...told({ by: 'Authorization "read"', at: "rules[0].to[0].methods[0]", words: /GET/ }),
  );
  ownCase(
    "OWN-54: an allowed host with the port that a client adds",
    () => {
      new Authorization("open", { ...gateway, rules: [{ to: [{ hosts: ["shop.example.com"] }] }] });
    },
    made("hosts have both forms", (seen) => {
      const [{ spec } = {} as FieldObject] = objects(seen, "AuthorizationPolicy");
      const { hosts } = spec.rules[0].to[0].operation;
      return hosts.includes("shop.example.com") && hosts.includes("shop.example.com:*");
    }),
  );
  ownCase(
    "OWN-55: all but one host are denied, whose port a client adds",
    () => {
      const to = [{ notHosts: ["shop.example.com"] }];
      new Authorization("only", { ...gateway, action: "DENY", rules: [{ to }] });
    },
    made("the host passes with its port, others do not", (seen) => {
      const request = { method: "GET", host: "shop.example.com" };
      return (
        !denied(seen, request) &&
        !denied(seen, { ...request, host: "shop.example.com:443" }) &&
        denied(seen, { ...request, host: "other.example.com" })
      );
    }),
  );
  ownCase(
    "OWN-56: a limit for a path that a query string walks past (envoyproxy/envoy#22584)",
    () => {
      const rules = [{ requests: 5, headers: [{ name: ":path", exact: "/login" }] }];
      new RateLimit("login", { ...shop, local: { requests: 100, rules } });
    },
    ...told({ by: 'RateLimit "login"', at: /^local\.rules\[0\]\.headers\[0\]/, words: /query|\?/ }),
    made("a query string is counted too", (seen) =>
      objects(seen, "EnvoyFilter").every(({ spec }) => {
        const { regex } = /"regex":"(?<regex>[^"]*)"/.exec(JSON.stringify(spec))?.groups ?? {};
        return (
          regex !== undefined &&
          new RegExp(`^(?:${regex.replaceAll("\\\\", "\\")})$`).test("/login?a=b")
        );
      }),
    ),
  );
  for (const [what, program] of [
    [
      "ServiceRoute",
      () => {
        const cors = { allowOrigins: ["*"], allowCredentials: true };
        new ServiceRoute("web", { ...web, rules: [{ corsPolicy: cors }] });
      },
    ],
    [
      "Canary",
      () => {
        const cors = { allowOrigins: ["*"], allowCredentials: true };
        new Canary("web", { ...web, versions: two, corsPolicy: cors });
      },
    ],
  ] as const) {
    ownCase(
      `OWN-57: every origin beside credentials: ${what}`,
      program,
      refused({ by: `${what} "web"`, at: /corsPolicy\.allow/, words: /credentials|origin/i }),
    );
  }
  ownCase(
    "OWN-59: tokens are required by labels in an ambient namespace",
    () => {
      const space = new MeshNamespace("shop", { dataPlaneMode: "ambient" });
      new JwtAuthentication("tokens", {
        namespace: space.name,
        selector: { app: "web" },
        require: true,
        jwtRules: [{ issuer: "https://id.example.com", jwksUri: "https://id.example.com/keys" }],
      });
    },
    ...told({ by: 'JwtAuthentication "tokens"', at: /./, words: /waypoint/ }),
  );
  ownCase(
    "OWN-60: a limit at the sidecars of an ambient namespace",
    () => {
      const space = new MeshNamespace("shop", { dataPlaneMode: "ambient" });
      new RateLimit("web", { namespace: space.name, local: { requests: 5 } });
    },
    ...told({ by: 'RateLimit "web"', at: /^(position|namespace)/, words: /ambient|waypoint/ }),
  );
  ownCase(
    "OWN-61: a rule with a selector whose value is undefined",
    () => {
      const labels: Record<string, string | undefined> = {};
      const selector = { app: labels.web } as never;
      new Authorization("web", { ...shop, selector, rules: [{ to: [{ methods: ["GET"] }] }] });
    },
    refused({ by: 'Authorization "web"', at: /^selector/, words: /missing|undefined/ }),
  );
});

describe("field: limits and empty values that are told late elsewhere", () => {
  const matches = [{}];
  const none = /has no condition, and would fit every request/;

  ownCase(
    "matches without any condition",
    () => void new ServiceRoute("web", { ...web, rules: [{ matches }] }),
    refused({ by: 'ServiceRoute "web"', at: "rules[0].matches[0]", words: none }),
  );
  ownCase(
    "matches of which a condition is undefined",
    () =>
      void new AppGateway("site", {
        ...shop,
        routes: [
          { service: "web", port: 80, matches: [{ path: { exact: "/" } }, { headers: undefined }] },
        ],
      }),
    refused({
      by: 'AppGateway "site"',
      at: /^routes\[0\]\.matches\[1\]/,
      words: /no condition|undefined/,
    }),
  );
  ownCase(
    "matches of a canary that name a version alone",
    () => void new Canary("web", { ...web, versions: two, matches: [{ version: "v2" }] }),
    refused({ by: 'Canary "web"', at: "matches[0]", words: none }),
  );

  ownCase(
    "annotations of more than 256 KiB",
    () =>
      void new MeshNamespace("shop", {
        dataPlaneMode: "sidecar",
        annotations: { "example.com/a": "x".repeat(200_000), "example.com/b": "é".repeat(40_000) },
      }),
    refused({
      by: 'MeshNamespace "shop"',
      at: "annotations",
      words: /280026 bytes, and the annotations of an object are 262144 at most/,
    }),
  );
  ownCase(
    "annotations of just that",
    () =>
      void new MeshNamespace("shop", {
        dataPlaneMode: "sidecar",
        annotations: { "example.com/a": "x".repeat(256 * 1024 - "example.com/a".length) },
      }),
    made("accepted", ({ warnings }) => warnings.length === 0),
  );

  ownCase(
    "an empty trust domain, alias and root namespace",
    () =>
      void new ControlPlane("mesh", {
        profile: "sidecar",
        meshConfig: { trustDomain: "", trustDomainAliases: [""], rootNamespace: "" },
      }),
    every(
      refused({ by: 'ControlPlane "mesh"', at: "meshConfig.trustDomain", words: /""/ }),
      refused({ by: 'ControlPlane "mesh"', at: "meshConfig.trustDomainAliases[0]", words: /""/ }),
      refused({ by: 'ControlPlane "mesh"', at: "meshConfig.rootNamespace", words: /""/ }),
    ),
  );

  const api = (dialect: "istio" | "gateway-api", origin: string) =>
    new AppGateway("api", {
      ...shop,
      dialect,
      hosts: ["api.example.com"],
      routes: [{ service: "api", port: 80, corsPolicy: { allowOrigins: [origin] } }],
    });
  ownCase(
    "origins of applications",
    () => void api("istio", "capacitor://localhost"),
    made("as it is", (seen) => {
      const [route] = objects(seen, "VirtualService").flatMap(({ spec }) => spec.http);
      return route.corsPolicy.allowOrigins[0].exact === "capacitor://localhost";
    }),
  );
  ownCase(
    "origins of applications, in the Gateway API",
    () => void api("gateway-api", "capacitor://localhost"),
    refused({
      by: 'AppGateway "api"',
      at: "routes[0].corsPolicy.allowOrigins[0]",
      words:
        /is of an application, and an HTTPRoute takes http and https alone; use dialect "istio"/,
    }),
  );
  ownCase(
    "origins with a slip in the scheme",
    () => void api("istio", "htps://www.example.com"),
    refused({
      by: 'AppGateway "api"',
      at: "routes[0].corsPolicy.allowOrigins[0]",
      words: /has the scheme "htps"; did you mean "https"\?/,
    }),
  );
});
