import assert from "node:assert/strict";
import {
  AppGateway,
  type AppGatewayArgs,
  type AppRoute,
  Canary,
  type Dialect,
  ExternalService,
} from "../../components";
import { tlsSecret } from "../support/asked-objects";
import { cluster, destinationsByVersion, filterChain, listener, request } from "../support/envoy";
import { type KubernetesObject, objectsOf, pod, service } from "../support/objects";
import { type Envoy, type ProxyConfig, ProxyKind, translate } from "../support/translate";

const namespace = "shop";
const hostname = "web.example.com";
const hosts = [hostname];
const host = (name: string) => `${name}.shop.svc.cluster.local`;
const names = ["web", ...Array.from({ length: 20 }, (_, i) => `service-${i}`)];
const world = [
  ...names.map((name) => service(name, namespace, { targetPort: 8080 })),
  ...["v1", "v2"].map((version, i) =>
    pod(`web-${version}`, namespace, `10.9.0.${i + 1}`, { app: "web", version }),
  ),
  ...[namespace, "istio-ingress"].map((at) => tlsSecret("tls", at, "*.example.com")),
] as KubernetesObject[];
const proxies = {
  istio: {
    name: "edge",
    kind: ProxyKind.Gateway,
    namespace: "istio-ingress",
    labels: { istio: "ingressgateway" },
  },
  "gateway-api": { name: "edge", kind: ProxyKind.Gateway, namespace },
};
const dialects: Dialect[] = ["istio", "gateway-api"];

/** What the gateway is given for what a program declares. */
async function edge(
  dialect: Dialect,
  program: () => Partial<AppGatewayArgs>,
  meshConfig?: Record<string, unknown>,
): Promise<ProxyConfig> {
  const objects = await objectsOf(() => {
    new AppGateway("edge", { namespace, dialect, ...program() });
  });
  const proxy = proxies[dialect];
  const answer = await translate({
    objects: [...world, ...objects],
    proxies: [proxy],
    ...(meshConfig && { meshConfig }),
  });
  return answer[proxy.name] as ProxyConfig;
}

const get = (path: string, headers: Record<string, string> = {}) => ({
  host: hostname,
  path,
  headers,
});
const reached = (config: ProxyConfig, path: string, headers?: Record<string, string>) =>
  request(config, get(path, headers))?.destinations.map((one) => one.host);

for (const dialect of dialects) {
  describe(`[AppGateway: translated] in dialect ${dialect}, beside others`, function () {
    this.timeout(120_000);

    it("takes a canary's matches and weights", async () => {
      const config = await edge(dialect, () => ({
        hosts,
        routes: [
          {
            prefix: ["/shop"],
            canary: new Canary("web", {
              service: "web",
              namespace,
              dialect,
              port: 80,
              ...(dialect === "gateway-api" && { targetPort: 8080 }),
              matches: [{ version: "v2", headers: [{ name: "x-beta", exact: "1" }] }],
              versions: [
                { name: "v1", weight: 70 },
                { name: "v2", weight: 30 },
              ],
            }),
          },
        ],
      }));
      const shares = (path: string, headers?: Record<string, string>) => {
        const answer = request(config, get(path, headers));
        return (
          answer &&
          Object.fromEntries(
            destinationsByVersion({ destinations: answer.destinations }, "web").map(
              ({ version, weight }) => [version, weight],
            ),
          )
        );
      };
      assert.deepEqual(shares("/shop/cart"), { v1: 70, v2: 30 });
      assert.deepEqual(shares("/shop/cart", { "x-beta": "1" }), { v2: 100 });
      assert.equal(shares("/else", { "x-beta": "1" }), undefined);
    });

    it("routes to more services than one HTTPRoute holds, in the order of the list", async () => {
      const routes = (header: string, to: string): AppRoute => ({
        matches: [{ headers: [{ name: header, present: true }] }],
        service: to,
        port: 80,
      });
      const config = await edge(dialect, () => ({
        hosts,
        routes: [
          ...Array.from({ length: 18 }, (_, i) => ({
            prefix: [`/service-${String(i).padStart(2, "0")}`],
            service: `service-${i}`,
            port: 80,
          })),
          // Of two rules with as many headers the first in the list counts.
          routes("x-b", "service-18"),
          routes("x-a", "service-19"),
          { service: "web", port: 80 },
        ],
      }));
      for (let i = 0; i < 18; i += 1) {
        const path = `/service-${String(i).padStart(2, "0")}/a`;
        assert.deepEqual(reached(config, path), [host(`service-${i}`)], path);
      }
      assert.deepEqual(reached(config, "/", { "x-a": "1", "x-b": "1" }), [host("service-18")]);
      assert.deepEqual(reached(config, "/", { "x-a": "1" }), [host("service-19")]);
      assert.deepEqual(reached(config, "/"), [host("web")]);
    });

    it("calls a host outside under its own name, in HTTP and in TLS", async () => {
      const outside = "files.storage.example.net";
      const config = await edge(dialect, () => {
        new ExternalService("files", {
          namespace,
          hosts: [outside],
          ports: [
            { port: 80, protocol: "HTTP", tls: { mode: "SIMPLE", caCertificates: "system" } },
          ],
        });
        return {
          hosts,
          routes: [
            { prefix: ["/static"], service: outside, port: 80 },
            { service: "web", port: 80 },
          ],
        };
      });
      const answer = request(config, get("/static/a.css"));
      assert.deepEqual(
        answer?.destinations.map((one) => one.host),
        [outside],
      );
      assert.equal(answer?.route.route.hostRewriteLiteral, outside);
      assert.equal(request(config, get("/"))?.route.route.hostRewriteLiteral, undefined);
      // Without a name of its own, TLS takes the one that the request has when it leaves.
      const found = cluster(config, outside, 80);
      const sni: string | undefined = found.transportSocket?.typedConfig.sni;
      const options: Envoy = Object.values(found.typedExtensionProtocolOptions ?? {})[0];
      assert.ok(sni === outside || options?.upstreamHttpProtocolOptions?.autoSni === true);
    });

    // Proxies hear of listeners and of routes one after the other: between the two, a host whose
    // routes moved to another name is answered with 404.
    it("leaves each host its routes when hosts come and go before it", async () => {
      const [a, b, c] = ["a.example.com", "b.example.com", "c.example.com"];
      const routesOf = async (served: string[]) => {
        const config = await edge(dialect, () => ({
          servers: [
            { port: 443, protocol: "HTTPS", hosts: served, tls: { credentialName: "tls" } },
          ],
          routes: [{ service: "web", port: 80 }],
        }));
        const nameOf = (sni: string) =>
          filterChain(listener(config, 443), { sni }).filters.at(-1).typedConfig.rds
            .routeConfigName;
        return new Map(served.map((sni) => [sni, nameOf(sni)]));
      };
      const first = await routesOf([a, b]);
      for (const served of [[c, a, b], [b], [b, a]]) {
        const then = await routesOf(served);
        for (const sni of served.filter((one) => first.has(one))) {
          assert.equal(then.get(sni), first.get(sni), `${sni} of ${served.join()}`);
        }
      }
    });

    it("behind a load balancer that ends TLS, redirects clients without TLS only", async () => {
      const meshConfig = { defaultConfig: { gatewayTopology: { numTrustedProxies: 1 } } };
      const program = () => ({
        numTrustedProxies: 1,
        servers: [
          {
            port: 80,
            protocol: "HTTP" as const,
            hosts: [hostname],
            redirectToHttps: true,
            tlsInFront: true,
          },
        ],
        routes: [
          { prefix: ["/web"], service: "web", port: 80 },
          // In an HTTPRoute the prefix "/" of a redirect would go before it.
          { matches: [{ path: { regex: "/api/.*" } }], service: "service-1", port: 80 },
        ],
      });
      const config = await edge(dialect, program, meshConfig);
      const hcm: Envoy = listener(config, 80).filterChains[0].filters.at(-1).typedConfig;
      assert.equal(hcm.xffNumTrustedHops, 1);
      const asked = (path: string, scheme: string) =>
        request(config, get(path, { "x-forwarded-proto": scheme }));
      for (const [path, to] of [
        ["/web", "web"],
        ["/api/a", "service-1"],
      ] as const) {
        const secure = asked(path, "https");
        assert.deepEqual(
          secure?.destinations.map((one) => one.host),
          [host(to)],
        );
        const { schemeRedirect, requireTls } = asked(path, "http")?.redirect ?? {};
        // Envoy holds this one against x-forwarded-proto.
        assert.ok(schemeRedirect === "https" || requireTls === "ALL");
        assert.equal(dialect === "istio", requireTls === "ALL");
      }
    });
  });
}
