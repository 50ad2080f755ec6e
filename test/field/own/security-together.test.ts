import * as k8s from "@pulumi/kubernetes";
import {
  AppGateway,
  type AppGatewayArgs,
  Authorization,
  type AuthorizationArgs,
  ControlPlane,
  ExternalService,
  IngressGateway,
  JwtAuthentication,
  type JwtAuthenticationArgs,
  MeshNamespace,
  MeshTelemetry,
  MutualTls,
  RateLimit,
  SidecarScope,
  Waypoint,
} from "../../../components";
import { made, ownCase, refused, warned } from "../../support/field-right";

/** Accepted without a word. */
const silent = made("no warning", (seen) => seen.warnings.length === 0);

const jwtRules = [{ issuer: "https://id.example.com", jwksUri: "https://id.example.com/keys" }];
const another = [{ issuer: "https://other.example.com", jwksUri: "https://other.example.com/k" }];
const web = { selector: { app: "web" } };
const fromFront = { rules: [{ from: [{ serviceAccounts: ["front"] }] }] };
const ofPath = { to: [{ paths: ["/private/*"], ports: [8080] }] };

const edge = (args: object = {}) =>
  new IngressGateway("edge", { serviceType: "ClusterIP", ...args });
const site = (args: object = {}) =>
  new AppGateway("site", {
    namespace: "shop",
    hosts: ["a.example.com"],
    routes: [{ service: "web", port: 80 }],
    ...args,
  });
const tokens = (name: string, args: Partial<JwtAuthenticationArgs>) =>
  new JwtAuthentication(name, { namespace: "shop", jwtRules, ...args });
const policy = (name: string, args: Partial<AuthorizationArgs>) =>
  new Authorization(name, { namespace: "shop", ...args });
const service = (port: object) =>
  new k8s.core.v1.Service("web", {
    metadata: { namespace: "shop", name: "web" },
    spec: { selector: { app: "web", tier: "front" }, ports: [{ port: 80, ...port }] },
  });
const ambient = (args: object = {}) => {
  const { name } = new MeshNamespace("shop", {
    dataPlaneMode: "ambient",
    waypoint: "way",
    ...args,
  });
  new Waypoint("way", { namespace: name, name: "way" });
};

describe("field: policies by the labels of a gateway", () => {
  const denial = { action: "DENY", rules: [{ to: [{ ports: [80], hosts: ["a.example.com"] }] }] };

  ownCase(
    "in the namespace of the application choose nothing",
    () => {
      tokens("jwt", { selector: { istio: "ingressgateway" }, require: true, ports: [80] });
      edge();
    },
    warned(
      /JwtAuthentication "jwt": selector: chooses istio=ingressgateway in namespace shop, .* IngressGateway "edge", which is in istio-ingress: .* nothing enforces the policy; did you mean namespace: "istio-ingress"\?/,
    ),
  );
  ownCase(
    "that no gateway of its namespace has choose nothing",
    () => {
      const { namespace } = edge({ gatewayName: "istio-public" });
      policy("close", { ...denial, namespace, selector: { istio: "ingressgateway" } } as never);
    },
    warned(
      /Authorization "close": selector: chooses istio=ingressgateway, which no gateway of this program has in istio-ingress: IngressGateway "edge" there has istio=public, so that nothing enforces/,
    ),
  );
  ownCase(
    "from the chart are not those of a Gateway of the Gateway API",
    () => {
      site({ dialect: "gateway-api" });
      policy("close", { ...denial, selector: { istio: "ingressgateway" } } as never);
    },
    warned(
      /Authorization "close": selector: .* this program installs none: AppGateway "site" has Pods of its own.*targets: \[\{ kind: "Gateway", name: "site" \}\]/,
    ),
  );
  ownCase(
    "stay behind when the application moves to the Gateway API",
    () => {
      const { namespace, selector } = edge();
      tokens("jwt", { namespace, selector, require: true, ports: [80] });
      site({ dialect: "gateway-api" });
    },
    warned(
      /JwtAuthentication "jwt": selector: chooses the Pods of IngressGateway "edge", and no Gateway of this program is for those: AppGateway "site" has Pods of its own/,
    ),
  );
  ownCase(
    "of another namespace report nothing",
    () => {
      const { selector } = edge();
      new MeshTelemetry("logs", {
        namespace: "shop",
        selector,
        accessLogging: [{ providers: ["envoy"] }],
      });
    },
    warned(/MeshTelemetry "logs": selector: .* "edge", which is in istio-ingress: .* is reported/),
  );
  ownCase(
    "of another namespace count nothing",
    () => {
      const { selector } = edge();
      new RateLimit("limit", {
        namespace: "shop",
        position: "gateway",
        selector,
        local: { requests: 10 },
      });
    },
    warned(
      /RateLimit "limit": selector: chooses istio=ingressgateway in namespace shop, .* nothing counts requests; did you mean namespace: "istio-ingress"\?/,
    ),
  );
  ownCase(
    "count nothing in the place of a sidecar",
    () => {
      const { namespace, selector } = edge();
      new RateLimit("limit", { namespace, selector, local: { requests: 10 } });
    },
    warned(
      /RateLimit "limit": position: is for sidecars, and the selector chooses the Pods of IngressGateway "edge", so that nothing counts requests; write position "gateway"/,
    ),
  );
  ownCase(
    "are not those of a workload beside it",
    () => {
      const { namespace } = edge();
      new RateLimit("limit", { namespace, selector: { app: "web" }, local: { requests: 10 } });
    },
    silent,
  );
  ownCase(
    "are fine where the gateway is, of one namespace and of the whole mesh",
    () => {
      const { namespace, selector } = edge();
      site({ selector });
      tokens("jwt", { namespace, selector, require: true, ports: [80] });
      policy("close", { ...denial, namespace: "istio-system", selector } as never);
    },
    silent,
  );
  ownCase(
    "may be those of an application's own Pods",
    () => {
      edge({ gatewayName: "istio-public" });
      new k8s.apps.v1.Deployment("own", {
        metadata: { namespace: "shop", name: "own" },
        spec: {
          selector: { matchLabels: { istio: "public" } },
          template: {
            metadata: { labels: { istio: "public", app: "own" } },
            spec: { containers: [{ name: "own", image: "own" }] },
          },
        },
      });
      policy("close", { ...denial, selector: { istio: "public" } } as never);
    },
    silent,
  );
});

describe("field: ports of policies", () => {
  const eighty = { port: 80, targetPort: 8080, name: "http" };
  const words = (owner: string, path: string) =>
    warned(
      new RegExp(
        `${owner}: ${path}: 80 is the port of Service shop/web, whose Pods listen on 8080`,
      ),
    );

  ownCase(
    "are those of the Pods, where tokens are required",
    () => {
      tokens("jwt", { ...web, require: true, ports: [80] });
      service(eighty);
    },
    words('JwtAuthentication "jwt"', "ports\\[0\\]"),
  );
  ownCase(
    "are those of the Pods, in rules",
    () => {
      service(eighty);
      policy("close", {
        ...web,
        action: "DENY",
        rules: [{ from: [{ notServiceAccounts: ["front"] }], to: [{ ports: [80] }] }],
      });
    },
    words('Authorization "close"', "rules\\[0\\]\\.to\\[0\\]\\.ports\\[0\\]"),
  );
  ownCase(
    "are those of the Pods, in conditions",
    () => {
      service(eighty);
      policy("close", {
        ...web,
        action: "DENY",
        rules: [{ when: [{ attribute: "destination.port", values: ["80"] }] }],
      });
    },
    words('Authorization "close"', "rules\\[0\\]\\.when\\[0\\]\\.values\\[0\\]"),
  );
  ownCase(
    "are those of the Pods, where the mode of mutual TLS is another",
    () => {
      service(eighty);
      new MutualTls("soft", { namespace: "shop", ...web, ports: { 80: "PERMISSIVE" } });
    },
    words('MutualTls "soft"', 'ports\\["80"\\]'),
  );
  ownCase(
    "may be those of a gateway in the namespace",
    () => {
      service(eighty);
      site({ dialect: "gateway-api" });
      tokens("jwt", { require: true, ports: [80] });
    },
    silent,
  );
  ownCase(
    "are fine where Pods listen on them, or may",
    () => {
      service({ ...eighty, targetPort: "web" });
      new k8s.core.v1.Service("api", {
        metadata: { namespace: "shop", name: "api" },
        spec: { selector: { app: "api" }, ports: [eighty, { port: 8080, name: "http-old" }] },
      });
      policy("web", { ...web, action: "DENY", rules: [{ to: [{ ports: [80] }] }] });
      policy("api", {
        selector: { app: "api" },
        action: "DENY",
        rules: [{ to: [{ ports: [8080] }] }],
      });
    },
    silent,
  );
});

describe("field: requests past a waypoint", () => {
  const atWaypoint = {
    targets: [{ kind: "Gateway" as const, name: "way" }],
    action: "DENY" as const,
    rules: [ofPath],
  };

  ownCase(
    "pass its policies by",
    () => {
      site({ dialect: "gateway-api" });
      ambient();
      policy("close", {
        ...atWaypoint,
        rules: [{ to: [{ methods: ["DELETE"], ports: [80] }] }],
      });
    },
    warned(
      /Authorization "close": targets\[0\]: is Waypoint "way", past which AppGateway "site" sends requests to shop\/web, and for those nothing enforces the policy: set ingressUseWaypoint/,
    ),
  );
  ownCase(
    "are not counted there",
    () => {
      ambient();
      new RateLimit("limit", {
        namespace: "shop",
        position: "waypoint",
        waypoint: "way",
        local: { requests: 10 },
      });
      site();
    },
    warned(
      /RateLimit "limit": waypoint: is Waypoint "way", past which AppGateway "site" sends requests to shop\/web, and for those nothing counts requests/,
    ),
  );
  ownCase(
    "do not where they go through it",
    () => {
      site({ dialect: "gateway-api" });
      ambient({ ingressUseWaypoint: true });
      policy("close", {
        ...atWaypoint,
        rules: [{ to: [{ methods: ["DELETE"], ports: [80] }] }],
      });
    },
    silent,
  );
});

describe("field: policies for the whole mesh", () => {
  const mesh = (args: object) => new ControlPlane("mesh", { profile: "ambient", ...args });
  const settings = { meshConfig: { rootNamespace: "istio-config" } };
  const ofClass = {
    targets: [{ kind: "GatewayClass" as const, name: "istio-waypoint" }],
    action: "DENY" as const,
    rules: [{ from: [{ namespaces: ["evil"] }] }],
  };
  const elsewhere = (owner: string, root: string) =>
    warned(
      new RegExp(
        `${owner}: namespace: "istio-system" is not where policies for the whole mesh are: ControlPlane "mesh" has "${root}" for that`,
      ),
    );

  ownCase(
    "are not for it beside a control plane in another namespace",
    () => {
      new MutualTls("strict", { namespace: "istio-system" });
      mesh({ namespace: "mesh-system" });
    },
    elsewhere('MutualTls "strict"', "mesh-system"),
  );
  ownCase(
    "are not for it where the mesh config names another namespace",
    () => {
      mesh(settings);
      policy("nothing", { namespace: "istio-system", preset: "allow-nothing" });
    },
    elsewhere('Authorization "nothing"', "istio-config"),
  );
  ownCase(
    "are not for it, nor what is reported",
    () => {
      mesh(settings);
      new MeshTelemetry("logs", {
        namespace: "istio-system",
        accessLogging: [{ providers: ["envoy"] }],
      });
    },
    elsewhere('MeshTelemetry "logs"', "istio-config"),
  );
  ownCase(
    "are not for it, nor what sidecars know",
    () => {
      new SidecarScope("narrow", { namespace: "istio-system", hosts: ["./*"] });
      mesh(settings);
    },
    elsewhere('SidecarScope "narrow"', "istio-config"),
  );
  ownCase(
    "are for it in the namespace that the mesh config names",
    () => {
      mesh(settings);
      new MutualTls("strict", { namespace: "istio-config" });
    },
    silent,
  );
  ownCase(
    "may be for the gateways there",
    () => {
      mesh(settings);
      edge({ namespace: "istio-system", createNamespace: false });
      policy("open", { namespace: "istio-system", preset: "allow-all" });
    },
    silent,
  );
  ownCase(
    "of all waypoints are refused elsewhere",
    () => {
      mesh({ gatewayApi: { mode: "expect" } });
      policy("evil", ofClass);
    },
    refused({
      by: 'Authorization "evil"',
      at: "targets[0].kind",
      words:
        /"GatewayClass" is heeded .* which is "istio-system" \(ControlPlane "mesh"\), and not "shop"/,
    }),
  );
  ownCase(
    "of all waypoints are told of elsewhere where another program has the control plane",
    () => void policy("evil", ofClass),
    warned(
      /Authorization "evil": targets\[0\]: "GatewayClass" is heeded .* "istio-system", unless/,
    ),
  );
});

describe("field: policies that are written as they are", () => {
  const own = (spec: object) =>
    new k8s.apiextensions.CustomResource("own", {
      apiVersion: "security.istio.io/v1",
      kind: "AuthorizationPolicy",
      metadata: { namespace: "shop", name: "own" },
      spec,
    });
  const group = "gateway.networking.k8s.io";

  ownCase(
    "name a waypoint that nothing uses",
    () => {
      own({ targetRefs: [{ group, kind: "Gateway", name: "way" }], rules: [{}], action: "DENY" });
      new Waypoint("way", { namespace: "shop", name: "way" });
    },
    warned(
      /AuthorizationPolicy "own": spec\.targetRefs\[0\]: is Waypoint "way", through which nothing in this program sends requests/,
    ),
  );
  ownCase(
    "name a waypoint that is not there",
    () => {
      ambient();
      own({ targetRefs: [{ group, kind: "Gateway", name: "wya" }], rules: [{}], action: "DENY" });
    },
    warned(/AuthorizationPolicy "own": spec\.targetRefs\[0\]: "wya" is no Gateway .* "way"\?/),
  );
  ownCase(
    "choose a gateway in another namespace",
    () => {
      own({ selector: { matchLabels: { istio: "ingressgateway" } }, rules: [{}], action: "DENY" });
      edge();
    },
    warned(
      /AuthorizationPolicy "own": spec\.selector: chooses istio=ingressgateway in namespace shop, .* IngressGateway "edge"/,
    ),
  );
  ownCase(
    "are for Pods without a proxy",
    () => {
      own({ rules: [] });
      new MeshNamespace("shop", { dataPlaneMode: "none" });
    },
    warned(/AuthorizationPolicy "own": metadata\.namespace: "shop" has mode "none"/),
  );
  ownCase(
    "open what a list keeps shut",
    () => {
      own({ rules: [{}] });
      policy("web", { ...web, ...fromFront });
    },
    warned(/Authorization "web": rules: keeps nobody out: AuthorizationPolicy "own" lets/),
  );
});

describe("field: policies in a namespace outside the mesh", () => {
  const outside = () => void new MeshNamespace("shop", { dataPlaneMode: "none" });

  ownCase(
    "keep nobody out",
    () => {
      policy("web", { ...web, ...fromFront });
      outside();
    },
    warned(/Authorization "web": namespace: "shop" has mode "none" in this program/),
  );
  ownCase(
    "look at no token",
    () => {
      outside();
      tokens("jwt", { require: true, ports: [8080] });
    },
    warned(/JwtAuthentication "jwt": namespace: "shop" has mode "none" in this program/),
  );
  ownCase(
    "may be for a gateway there",
    () => {
      outside();
      site({ dialect: "gateway-api" });
      tokens("jwt", { require: true, ports: [80] });
    },
    silent,
  );
});

describe("field: tokens", () => {
  const atEdge = (rule: object = {}) => {
    const { namespace, selector } = edge();
    site({ selector });
    tokens("edge", { namespace, selector, jwtRules: [{ ...jwtRules[0], ...rule } as never] });
  };
  const required = { require: true, ports: [8080] };
  const people = { from: [{ requestPrincipals: ["https://id.example.com/*"] }] };

  ownCase(
    "end at a gateway, and Pods behind require them",
    () => {
      tokens("web", { ...web, ...required });
      atEdge();
    },
    warned(
      /JwtAuthentication "edge": jwtRules\[0\]\.forwardOriginalToken: is not true, so that tokens of https:\/\/id\.example\.com end at the gateway, and JwtAuthentication "web" asks for one at web\.shop\.svc\.cluster\.local, to which AppGateway "site" sends/,
    ),
  );
  ownCase(
    "end at a gateway, and rules for the Pods behind ask for them",
    () => {
      tokens("web", web);
      policy("people", { ...web, rules: [people] });
      atEdge();
    },
    warned(
      /JwtAuthentication "edge": jwtRules\[0\]\.forwardOriginalToken: .* Authorization "people" asks for one at web\.shop/,
    ),
  );
  for (const [what, rule] of [
    ["are passed on", { forwardOriginalToken: true }],
    ["are looked for elsewhere", { fromHeaders: [{ name: "x-edge-token" }] }],
  ] as const) {
    ownCase(
      `${what} by a gateway`,
      () => {
        tokens("web", { ...web, ...required });
        atEdge(rule);
      },
      silent,
    );
  }
  ownCase(
    "end at a gateway before other Pods than those that require them",
    () => {
      tokens("api", { selector: { app: "api" }, ...required });
      atEdge();
    },
    silent,
  );

  ownCase(
    "are asked for where nothing checks them",
    () => {
      policy("people", { ...web, rules: [people] });
      atEdge();
    },
    warned(
      /Authorization "people": rules\[0\]\.from\[0\]\.requestPrincipals: is what a checked token says, and nothing in this program checks tokens for app=web in shop/,
    ),
  );
  ownCase(
    "are asked for by claims where nothing checks them",
    () => {
      policy("groups", { ...web, rules: [{ when: [{ claim: "groups", values: ["a"] }] }] });
    },
    warned(/Authorization "groups": rules\[0\]\.when\[0\]: is what a checked token says/),
  );
  ownCase(
    "of an issuer that is not accepted let nobody in",
    () => {
      tokens("jwt", { jwtRules: another });
      policy("people", { ...web, rules: [people] });
    },
    warned(
      /Authorization "people": rules\[0\]\.from\[0\]\.requestPrincipals\[0\]: "https:\/\/id\.example\.com\/\*" is of an issuer .* JwtAuthentication "jwt" has https:\/\/other\.example\.com/,
    ),
  );
  ownCase(
    "are checked by another object of the program",
    () => {
      new k8s.apiextensions.CustomResource("own", {
        apiVersion: "security.istio.io/v1",
        kind: "RequestAuthentication",
        metadata: { namespace: "shop", name: "own" },
        spec: { jwtRules },
      });
      policy("people", { ...web, rules: [people] });
    },
    silent,
  );

  ownCase(
    "for the audiences of two checks pass both",
    () => {
      tokens("a", { ...web, jwtRules: [{ ...jwtRules[0], audiences: ["x"] } as never] });
      tokens("b", { jwtRules: [{ ...jwtRules[0], audiences: ["y"] } as never] });
    },
    warned(
      /JwtAuthentication "b": jwtRules\[0\]\.audiences: y, and JwtAuthentication "a" has x for https:\/\/id\.example\.com and app=web in shop: .* a token for either passes/,
    ),
  );
  ownCase(
    "are required by one check where the other exempts a path",
    () => {
      tokens("a", { ...web, ...required, exemptPaths: ["/healthz", "/open"] });
      tokens("b", { jwtRules: another, ...required, exemptPaths: ["/open"] });
    },
    warned(
      /JwtAuthentication "a": exemptPaths: has \/healthz, which JwtAuthentication "b" does not/,
    ),
  );
  ownCase(
    "are required by another check at another port",
    () => {
      tokens("a", { ...web, ...required, exemptPaths: ["/healthz"] });
      tokens("b", { jwtRules: another, require: true, ports: [9090] });
    },
    silent,
  );
});

describe("field: lists of callers", () => {
  ownCase(
    "let nobody in where mutual TLS is off",
    () => {
      policy("web", { ...web, ...fromFront });
      new MutualTls("off", { namespace: "shop", mode: "DISABLE" });
    },
    warned(
      /Authorization "web": rules\[0\]\.from\[0\]\.serviceAccounts: is an identity, and MutualTls "off" turns mutual TLS off/,
    ),
  );
  ownCase(
    "may let somebody in at a port where mutual TLS is on",
    () => {
      policy("web", { ...web, ...fromFront });
      new MutualTls("off", {
        namespace: "shop",
        ...web,
        mode: "DISABLE",
        ports: { 8080: "STRICT" },
      });
    },
    silent,
  );
  ownCase(
    "keep nobody out beside a policy for everybody",
    () => {
      policy("web", { ...web, ...fromFront });
      policy("all", { preset: "allow-all" });
    },
    warned(
      /Authorization "web": rules: keeps nobody out: Authorization "all" lets everybody in for all of shop/,
    ),
  );
  ownCase(
    "stand beside a policy that lets everybody in to some other Pods, or only says so in a log",
    () => {
      policy("web", fromFront);
      policy("api", { selector: { app: "api" }, preset: "allow-all" });
      policy("all", { preset: "allow-all", dryRun: true });
    },
    silent,
  );
  ownCase(
    "by address know no client where the gateway's Service hides it",
    () => {
      const { namespace, selector } = edge({ serviceType: "LoadBalancer" });
      policy("office", {
        namespace,
        selector,
        rules: [{ from: [{ ipBlocks: ["203.0.113.0/24"] }] }],
      });
    },
    warned(/Authorization "office": rules\[0\]\.from\[0\]\.ipBlocks: .*IngressGateway "edge"/),
  );
});

describe("field: rules that look at requests", () => {
  const words = (path: string, place: string) =>
    warned(new RegExp(`: ${path}: looks at requests, and at ${place} there is TLS or TCP`));

  ownCase(
    "see none of a host that is called by TLS",
    () => {
      ambient();
      new ExternalService("els", {
        namespace: "shop",
        hosts: ["els.example.com"],
        ports: [{ port: 9200, protocol: "TLS" }],
        waypoint: "way",
      });
      policy("els", {
        targets: [{ kind: "ServiceEntry", name: "els" }],
        rules: [{ to: [{ hosts: ["els.example.com"] }] }],
      });
    },
    words("rules\\[0\\]\\.to\\[0\\]\\.hosts", 'ExternalService "els" \\(port 9200: TLS\\)'),
  );
  const passedOn: AppGatewayArgs = {
    namespace: "shop",
    servers: [
      { port: 443, protocol: "TLS", hosts: ["a.example.com"], tls: { mode: "PASSTHROUGH" } },
    ],
    tlsRoutes: [{ sniHosts: ["a.example.com"], service: "web", port: 443 }],
  };
  ownCase(
    "see none at a gateway that passes TLS on",
    () => {
      const { namespace, selector } = edge();
      new AppGateway("site", { ...passedOn, selector });
      policy("az", { namespace, selector, rules: [{ to: [{ hosts: ["a.example.com"] }] }] });
    },
    words("rules\\[0\\]\\.to\\[0\\]\\.hosts", 'IngressGateway "edge" \\(by AppGateway "site"\\)'),
  );
  ownCase(
    "count none at a gateway that passes TLS on",
    () => {
      const { namespace, selector } = edge();
      new AppGateway("site", { ...passedOn, selector });
      new RateLimit("limit", { namespace, position: "gateway", selector, local: { requests: 10 } });
    },
    words("selector", 'IngressGateway "edge" \\(by AppGateway "site"\\)'),
  );
  ownCase(
    "see none at a port that is called TCP",
    () => {
      service({ name: "tcp-web", targetPort: 8080 });
      policy("web", { ...web, rules: [{ to: [{ methods: ["GET"] }] }] });
    },
    words("rules\\[0\\]\\.to\\[0\\]\\.methods", "Service shop/web \\(port 80 \\(tcp-web\\)\\)"),
  );
  ownCase(
    "look at the ports that they name",
    () => {
      new k8s.core.v1.Service("web", {
        metadata: { namespace: "shop", name: "web" },
        spec: {
          selector: { app: "web" },
          ports: [
            { port: 80, name: "http", targetPort: 8080 },
            { port: 90, name: "tcp", targetPort: 9090 },
          ],
        },
      });
      policy("web", {
        ...web,
        action: "DENY",
        rules: [{ to: [{ methods: ["PUT"], ports: [8080] }] }],
      });
    },
    silent,
  );
  ownCase(
    "by paths need no star at the end of a path that has one",
    () => {
      policy("web", {
        ...web,
        action: "DENY",
        rules: [{ to: [{ paths: ["/admin*"], ports: [80] }] }],
      });
    },
    warned(/in an ALLOW policy, or set pathNormalization/),
  );
});

describe("field: identities of another trust domain", () => {
  const mesh = (meshConfig: object) =>
    new ControlPlane("mesh", {
      profile: "sidecar",
      meshConfig: { trustDomain: "example.org", ...meshConfig },
    });
  const policy = (args: object) => new Authorization("web", { namespace: "shop", ...web, ...args });
  const of = (domain: string) => ({
    rules: [{ from: [{ principals: [`${domain}/ns/shop/sa/front`] }] }],
  });

  ownCase(
    "by which no Pod of the mesh is known",
    () => {
      policy({ ...fromFront, trustDomain: "example.com" });
      mesh({});
    },
    warned(
      /Authorization "web": trustDomain: is of the trust domain "example\.com", and that of ControlPlane "mesh" is "example\.org"/,
    ),
  );

  ownCase(
    "written out",
    () => {
      mesh({});
      policy(of("example.com"));
    },
    warned(
      /Authorization "web": rules\[0\]\.from\[0\]\.principals\[0\]: is of the trust domain "example\.com"/,
    ),
  );

  ownCase(
    "that counts as the mesh's own, is written for all, or stands for it",
    () => {
      mesh({ trustDomainAliases: ["example.com"] });
      policy(of("example.com"));
      new Authorization("any", { namespace: "shop", ...web, ...of("*") });
      new Authorization("own", { namespace: "shop", ...web, ...of("cluster.local") });
    },
    silent,
  );

  ownCase(
    "that stands for the mesh's own with sidecars, and not for ztunnel",
    () => {
      new ControlPlane("mesh", {
        profile: "ambient",
        gatewayApi: { manifest: "gateway-api.yaml" },
        meshConfig: { trustDomain: "example.org" },
      });
      new MeshNamespace("shop", { dataPlaneMode: "ambient" });
      policy(of("cluster.local"));
    },
    warned(
      /principals\[0\]: is of the trust domain "cluster\.local", and that of ControlPlane "mesh"/,
    ),
  );
});

describe("field: lists of callers and gateways", () => {
  const service = () =>
    new k8s.core.v1.Service("web", {
      metadata: { namespace: "shop", name: "web" },
      spec: { ports: [{ name: "http", port: 80 }], selector: { app: "web" } },
    });
  const callers = (from: object, name = "callers", args: object = {}) =>
    new Authorization(name, { namespace: "shop", ...web, rules: [{ from: [from] }], ...args });
  const leftOut =
    /Authorization "callers": rules: lets nothing of IngressGateway "edge" through, by which AppGateway "site" sends requests to web\.shop\.svc\.cluster\.local/;

  ownCase(
    "of which none lets the gateway in that sends requests",
    () => {
      callers({ serviceAccounts: ["front"] });
      callers({ namespaces: ["billing"] }, "others");
      service();
      edge();
      site();
    },
    warned(leftOut),
  );

  ownCase(
    "of which another one lets the gateway in, or everybody",
    () => {
      callers({ serviceAccounts: ["front"] });
      callers({ namespaces: ["istio-ingress"] }, "gateway");
      service();
      edge();
      site();
      callers({ serviceAccounts: ["cart"] }, "cart", { selector: { app: "cart" } });
    },
    silent,
  );

  ownCase(
    "that name the gateway by its account, whatever that is called",
    () => {
      service();
      edge({ values: { serviceAccount: { name: "edge" } } });
      site();
      callers({ serviceAccounts: ["istio-ingress/edge"] });
    },
    silent,
  );

  ownCase(
    "that leave out a gateway of the Gateway API",
    () => {
      service();
      site({ dialect: "gateway-api" });
      callers({ serviceAccounts: ["front"] });
    },
    warned(/lets nothing of AppGateway "site" through.*\["shop\/site-istio"\]/),
  );

  const atGateway = (args: Partial<AuthorizationArgs>) =>
    new Authorization("edge", {
      namespace: "istio-ingress",
      selector: { istio: "ingressgateway" },
      ...args,
    });

  ownCase(
    "of the mesh, at a gateway that strangers call",
    () => {
      edge();
      site();
      atGateway({ rules: [{ from: [{ namespaces: ["shop"] }] }] });
    },
    warned(
      /Authorization "edge": rules\[0\]\.from\[0\]\.namespaces: is an identity of the mesh, which/,
    ),
  );

  ownCase(
    "of the mesh and of addresses, at such a gateway",
    () => {
      edge({ externalTrafficPolicy: "Local", serviceType: "LoadBalancer" });
      site();
      atGateway({ rules: [{ from: [{ namespaces: ["shop"] }, { ipBlocks: ["10.0.0.0/8"] }] }] });
    },
    silent,
  );

  const blog = () => site({ namespace: "blog", hosts: ["blog.example.com"] });
  const second = () =>
    new AppGateway("blog", {
      namespace: "blog",
      hosts: ["blog.example.com"],
      routes: [{ service: "blog", port: 80 }],
    });

  ownCase(
    "of hosts, of which one that is served is left out",
    () => {
      atGateway({ rules: [{ to: [{ hosts: ["a.example.com"] }] }] });
      edge();
      site();
      second();
    },
    warned(
      /Authorization "edge": rules: let requests for a\.example\.com in, and AppGateway "blog" serves blog\.example\.com/,
    ),
  );

  ownCase(
    "of hosts, all of which are listed somewhere",
    () => {
      edge();
      blog();
      atGateway({ rules: [{ to: [{ hosts: ["a.example.com"] }] }] });
      new Authorization("more", {
        namespace: "istio-ingress",
        selector: { istio: "ingressgateway" },
        rules: [{ to: [{ hosts: ["blog.*"] }] }],
      });
    },
    silent,
  );
});

describe("field: the service that a rate limit asks", () => {
  const service = (name: string, namespace = "limits") =>
    new k8s.core.v1.Service(`${name}-${namespace}`, {
      metadata: { namespace, name },
      spec: { selector: { app: name }, ports: [{ name: "grpc", port: 8081 }] },
    });
  const limit = (args: object = {}) =>
    new RateLimit("limit", {
      namespace: "shop",
      selector: { app: "web" },
      global: {
        domain: "shop",
        service: "ratelimit.limits.svc.cluster.local",
        descriptors: [{ entries: [{ remoteAddress: true }] }],
        ...args,
      },
    });

  ownCase(
    "is called otherwise",
    () => {
      limit();
      service("rate-limit");
    },
    warned(
      /RateLimit "limit": global.service: is the Service "ratelimit" of namespace limits, which the program does not have, so that nothing counts requests; did you mean "rate-limit"\?/,
    ),
  );
  ownCase(
    "is called otherwise, and has to answer",
    () => {
      limit({ failureModeDeny: true });
      service("rate-limit");
    },
    warned(/so that every request is refused; did you mean "rate-limit"\?/),
  );
  ownCase(
    "is there beside one that is nearly called so",
    () => {
      service("rate-limit");
      service("ratelimit");
      limit();
    },
    silent,
  );
  ownCase(
    "may be another program's: the namespace has others of other names",
    () => {
      service("redis");
      limit();
    },
    silent,
  );
  ownCase(
    "is no mistake for one of another namespace",
    () => {
      service("rate-limit", "shop");
      limit();
    },
    silent,
  );
});
