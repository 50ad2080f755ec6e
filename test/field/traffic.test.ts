import { type FieldObject, object, objects } from "../support/field-objects";
import { runField, type Seen } from "../support/field-program";
import { assertRight, every, fieldCase, made, refused, told, warned } from "../support/field-right";

const virtualServiceFor = (seen: Seen, host: string): FieldObject[] =>
  objects(seen, "VirtualService").filter(({ spec }) => spec.hosts.includes(host));

const shares = (routes: FieldObject[] = []): Record<string, number> =>
  Object.fromEntries(
    routes.map(({ destination, weight }) => [destination.subset ?? destination.host, weight]),
  );

describe("field: traffic in the mesh", () => {
  fieldCase(
    "FT-01: Services of the versions repeat the whole port of the original",
    "FT-01/index",
    made("ports of web-v1 and web-v2 are http, 80 → 8080", (seen) =>
      ["web-v1", "web-v2"].every((name) => {
        const ports = object(seen, "Service", name)?.spec.ports ?? [];
        const [{ name: portName, port, targetPort } = {} as FieldObject] = ports;
        return portName === "http" && port === 80 && targetPort === 8080 && ports.length === 1;
      }),
    ),
    refused({ by: 'Canary "web"', at: /^(port|targetPort|service)/, words: /target ?port/i }),
  );

  fieldCase(
    "FT-03: timeout and retries of calls to a host outside of the mesh",
    "FT-03/index",
    made("a VirtualService for pay.example.com with both", (seen) => {
      const [route] = virtualServiceFor(seen, "pay.example.com").flatMap(({ spec }) => spec.http);
      return (
        route?.timeout === "10s" &&
        route.retries?.attempts === 2 &&
        route.retries.perTryTimeout === "3s" &&
        route.route[0].destination.host === "pay.example.com"
      );
    }),
  );

  fieldCase(
    "FT-09: outlier detection that never leaves out one of three Pods",
    "FT-09/index",
    ...told({
      by: 'TrafficPolicy "web"',
      at: /^outlierDetection/,
      words: /maxEjectionPercent.*(\d+ (Pods|endpoints)|Pods|endpoints)/s,
    }),
    made("a share that one of three reaches", (seen) =>
      objects(seen, "DestinationRule").every(
        ({ spec }) => spec.trafficPolicy.outlierDetection.maxEjectionPercent >= 34,
      ),
    ),
  );

  fieldCase(
    "FT-10: outlier detection does not switch locality failover on unsaid",
    "FT-10/index",
    ...told({
      by: 'TrafficPolicy "web"',
      at: /^(outlierDetection|loadBalancer)/,
      words: /localit/i,
    }),
    made("locality is off", (seen) =>
      objects(seen, "DestinationRule").every(
        ({ spec }) => spec.trafficPolicy.loadBalancer?.localityLbSetting?.enabled === false,
      ),
    ),
  );

  fieldCase(
    "FT-21: connections of a TCP service are split, or the protocol is asked for",
    "FT-21/index",
    made("tcp routes with 90 and 10", (seen) => {
      const [route] = objects(seen, "VirtualService").flatMap(({ spec }) => spec.tcp ?? []);
      return JSON.stringify(shares(route?.route)) === JSON.stringify({ v1: 90, v2: 10 });
    }),
    ...told({ by: 'Canary "queue"', at: /^(port|protocol|service)/, words: /tcp|protocol/i }),
  );

  const zeros = [
    "outlierDetection.maxEjectionPercent",
    "connectionPool.tcp.maxConnections",
    "connectionPool.http.http1MaxPendingRequests",
    "connectionPool.http.http2MaxRequests",
    "connectionPool.http.maxRetries",
  ];
  for (const at of zeros) {
    fieldCase(
      `M-14: 0 at ${at} is refused, with what to write`,
      "M-14/index",
      refused({
        by: 'TrafficPolicy "web"',
        at,
        words: /\b0\b/,
      }),
    );
  }

  fieldCase(
    "M-2: a second canary of one service is refused and names the first, or has objects of its own",
    "M-2/index",
    refused({ by: 'Canary "web-edge"', at: /./, words: /Canary "web-mesh"/ }),
    made("no DestinationRule twice", (seen) => {
      const names = objects(seen, "DestinationRule").map(({ metadata }) => metadata.name);
      return names.length === 4 && new Set(names).size === names.length;
    }),
  );

  fieldCase(
    "M-11: a version that nothing declares",
    "M-11/index",
    ...told({ by: 'ServiceRoute "web"', at: "rules[0].to[0].version", words: /v3/ }),
  );

  fieldCase(
    "M-5: a header's value that is undefined does not match every value",
    "M-5/index",
    refused({ by: 'Canary "web"', at: /^matches\[0\]\.headers\[0\]/, words: /missing|undefined/ }),
  );
  it("M-5: a header's value that turns out to be nothing is refused, and no route is made", async () => {
    const seen = await runField("test/field/cases/M-5/late.ts");
    const at = /^matches\[0\]\.headers\[0\]/;
    const nothing = refused({ by: 'Canary "web"', at, words: /missing|undefined/, late: true });
    assertRight(seen, [
      every(nothing, (run) =>
        objects(run, "VirtualService").length > 0 ? "no VirtualService" : undefined,
      ),
    ]);
  });
  fieldCase(
    "M-5: an empty text is compared with, or refused",
    "M-5/empty",
    refused({ by: 'Canary "web"', at: "matches[0].headers[0].exact", words: /empty/ }),
    made("exact is the empty text", (seen) =>
      objects(seen, "VirtualService").some(
        ({ spec }) => spec.http[0].match[0].headers["x-group"].exact === "",
      ),
    ),
  );

  fieldCase(
    "FT-08: a scope that hides the collector which tracing needs",
    "FT-08/index",
    made("the scope has more than the own namespace", (seen) =>
      objects(seen, "Sidecar").every(({ spec }) =>
        spec.egress[0].hosts.some((host: string) => !host.startsWith("./")),
      ),
    ),
    ...told({ by: /./, at: /hosts|tracing/, words: /otel/ }),
  );
});

describe("field: the edge of the mesh", () => {
  fieldCase(
    "FT-05: redirect to https behind a load balancer that ends TLS, at one port",
    "FT-05/index",
    refused({
      by: 'AppGateway "web"',
      at: /^(servers\[0\]|routes)/,
      words: /load balancer|in front|ends TLS/i,
    }),
  );
  fieldCase(
    "FT-05: a match on x-forwarded-proto at a gateway that trusts no proxy",
    "FT-05/way2",
    refused({
      by: 'AppGateway "web"',
      at: /^routes\[0\]\.matches\[0\]\.headers\[0\]/,
      words: /x-forwarded-proto.*(trust|prox)|(trust|prox).*x-forwarded/is,
    }),
    warned(/x-forwarded-proto.*(trust|prox)|(trust|prox).*x-forwarded/is),
  );
  fieldCase(
    "FT-05: a plain server on 443 beside a redirect on 80",
    "FT-05/way3",
    made("two servers, of which the first redirects", (seen) => {
      const [{ spec } = {} as FieldObject] = objects(seen, "Gateway");
      const [plain, behind] = spec?.servers ?? [];
      return (
        plain?.tls?.httpsRedirect === true &&
        behind?.port.number === 443 &&
        behind.port.protocol === "HTTP" &&
        !behind.tls?.httpsRedirect
      );
    }),
    refused({
      by: 'AppGateway "web"',
      at: /^servers/,
      words: /load balancer|in front|ends TLS/i,
    }),
  );

  fieldCase(
    "FT-12: a destination outside gets requests under its own name",
    "FT-12/index",
    made("the route to it sets the authority", (seen) =>
      objects(seen, "VirtualService")
        .flatMap(({ spec }) => spec.http)
        .filter(({ route }) => route[0].destination.host === "files.storage.example.net")
        .every(({ rewrite }) => rewrite?.authority === "files.storage.example.net"),
    ),
    refused({ by: 'AppGateway "web"', at: /^routes\[0\]\.(rewrite|service)/, words: /host/i }),
  );

  fieldCase(
    "FT-13: one host through the egress gateway as HTTP and as TLS",
    "FT-13/index",
    refused({ by: 'EgressRoute "api-tls"', at: /./, words: /EgressRoute "api-http"/ }),
    made("the two have ports of their own at the gateway", (seen) => {
      const ports = objects(seen, "Gateway").flatMap(({ spec }) =>
        spec.servers.map(({ port }: FieldObject) => port.number),
      );
      return ports.length === 2 && new Set(ports).size === 2;
    }),
  );

  fieldCase(
    "FT-17: every origin beside credentials is refused",
    "FT-17/index",
    refused({
      by: 'AppGateway "api"',
      at: /^routes\[0\]\.corsPolicy\.allow/,
      words: /\*.*(credentials|origin)|(credentials|origin).*\*/is,
    }),
  );
  fieldCase(
    "FT-17: every origin beside credentials is refused in the Gateway API",
    "FT-17/gateway-api",
    refused({
      by: 'AppGateway "api"',
      at: /^routes\[0\]\.corsPolicy\.allow/,
      words: /\*.*(credentials|origin)|(credentials|origin).*\*/is,
    }),
  );

  fieldCase(
    "FT-25: twenty routes in the Gateway API",
    "FT-25/index",
    refused({ by: 'AppGateway "api"', at: "routes", words: /\b16\b/ }),
    made("all twenty, in HTTPRoutes of at most 16 rules", (seen) => {
      const rules = objects(seen, "HTTPRoute").map(({ spec }) => spec.rules.length);
      return rules.every((count) => count <= 16) && rules.reduce((a, b) => a + b, 0) === 20;
    }),
  );

  fieldCase(
    "M-4: a host at a gateway has one owner, and the canary's split holds at the edge",
    "M-4/index",
    refused({ by: 'Canary "web"', at: /^(gateways|hosts|service)/, words: /AppGateway "edge"/ }),
    made("one VirtualService at the gateway, with the split", (seen) => {
      const atGateway = objects(seen, "VirtualService").filter(({ spec }) =>
        spec.gateways?.some((name: string) => name !== "mesh"),
      );
      const split = atGateway.flatMap(({ spec }) => spec.http).at(-1)?.route;
      return (
        atGateway.length === 1 &&
        JSON.stringify(shares(split)) === JSON.stringify({ v1: 90, v2: 10 })
      );
    }),
  );
  fieldCase(
    "M-4: an edge route to a service that has a canary takes the split, or it is told",
    "M-4/mesh-only",
    made("the edge splits too", (seen) => {
      const edge = objects(seen, "VirtualService").filter(({ spec }) =>
        spec.gateways?.some((name: string) => name !== "mesh"),
      );
      const split = edge.flatMap(({ spec }) => spec.http)[0]?.route;
      return JSON.stringify(shares(split)) === JSON.stringify({ v1: 100, v2: 0 });
    }),
    ...told({
      by: /^(AppGateway "edge"|Canary "web")$/,
      at: /^(routes\[0\]|service|gateways|versions)/,
      words: /(AppGateway "edge"|Canary "web").*/s,
    }),
  );
  fieldCase(
    "M-4: an edge with the canary's versions in the Gateway API stays right",
    "M-4/ambient",
    made("the edge's route has both versions", (seen) => {
      const { spec } = object(seen, "HTTPRoute", "edge") ?? { spec: { rules: [] } };
      const backends = spec.rules[0]?.backendRefs.map(
        ({ name, weight }: FieldObject) => `${name} ${weight}`,
      );
      return `${backends}` === "web-v1 90,web-v2 10";
    }),
  );

  fieldCase(
    "M-9: two limits at one gateway, both counted by a service, are kept apart",
    "M-9/index",
    refused({ by: 'RateLimit "login"', at: /./, words: /RateLimit "all"/ }),
    made("every filter has a stage of its own", (seen) => {
      const stages = objects(seen, "EnvoyFilter").flatMap(
        ({ spec }) => JSON.stringify(spec).match(/"stage":(\d+)/g) ?? [],
      );
      return new Set(stages).size >= 2;
    }),
  );
});
