import assert from "node:assert/strict";
import { Mesh } from "../../../analysis/mesh/mesh";
import { Scope } from "../../../analysis/mesh/scope";
import type { Call } from "../../../analysis/requests/call";
import { entranceOf } from "../../../analysis/requests/gateways/entrance";
import { type MeshProxy, proxyOf } from "../../../analysis/requests/mesh-proxy";
import type { Request } from "../../../analysis/requests/request";
import { Random } from "../../support/random";
import { modelOutcome } from "../../support/requests/gateway-answer";
import { gatewayOutcome } from "../../support/requests/gateway-oracle";
import { frontPorts, ground, labels, randomGateways } from "../../support/requests/gateway-world";
import { apiGateway } from "../../support/requests/gateway-world-api";
import { type ProxyConfig, ProxyKind, translate } from "../../support/translate";

const seed = Number(process.env.ISTIO_MESH_SEED ?? 20261130);
const sets = Number(process.env.ISTIO_MESH_SETS ?? 12);
const requests = Number(process.env.ISTIO_MESH_REQUESTS ?? 150);

const names = [
  "shop.example.com",
  "api.example.com",
  "a.shop.example.com",
  "x.example.com",
  "other.example.org",
  "example.com",
];

const proxies = [
  { name: "ingress-0", kind: ProxyKind.Gateway, namespace: "edge", labels },
  { ...apiGateway, kind: ProxyKind.Gateway },
];

function randomCall(random: Random): Call {
  const protocol = random.pick(["http", "http", "https", "https", "tls", "tcp"] as const);
  const name = random.pick(names);
  const isBytes = protocol === "tls" || protocol === "tcp";
  const isTls = protocol === "https" || protocol === "tls";
  const sni = random.chance(0.05)
    ? "outbound_.80_._.web.shop.svc.cluster.local"
    : random.chance(0.8)
      ? name
      : random.pick(names);
  return {
    peer: {},
    protocol,
    host: name,
    port: random.pick([80, 80, 443, 443, 443, 81, 8443, 9000]),
    ...(isTls && { sni }),
    ...(random.chance(0.5) && { clientCertificate: { names: ["client"] } }),
    ...(!isBytes && {
      http: {
        authority: random.chance(0.2) ? `${name}:${random.pick([80, 443, 8000])}` : name,
        path: random.pick(["/", "/a", "/a/b", "/a/b?q=1", "/ab", "/a/c?q=2&x", "/b"]),
        method: random.pick(["GET", "POST"]),
        headers: random.chance(0.3) ? { "x-user": "1" } : {},
        scheme: protocol === "https" ? "https" : "http",
      },
    }),
  };
}

/** The port of the Pods behind a port of the Service; of a Gateway of the API it is the same. */
const podPort = (isApi: boolean, port: number): number | undefined =>
  isApi ? port : frontPorts.find((one) => one.port === port)?.targetPort;

function expected(config: ProxyConfig, isApi: boolean, call: Call) {
  const port = podPort(isApi, call.port);
  return port === undefined
    ? { end: "reset" }
    : gatewayOutcome(config, {
        port,
        tls: call.protocol === "https" || call.protocol === "tls",
        clientCertificate: call.clientCertificate !== undefined,
        ...(call.sni !== undefined && { sni: call.sni }),
        ...(call.http && { http: { ...call.http, headers: { ...call.http.headers } } }),
      });
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe("what gateways do with random calls", () => {
  for (let i = 0; i < sets; i++) {
    it(`is what istiod gives them, seed ${seed + i}`, async () => {
      const random = new Random(seed + i);
      const objects = randomGateways(random);
      const all = [...ground(), ...objects];
      const configs = await translate({ objects: all, proxies });
      const mesh = new Mesh(all as never, { scope: Scope.Cluster });
      const wrong: unknown[] = [];
      const isThere = ({ kind }: { kind: string }) => kind === "Gateway";
      for (const { name, namespace } of proxies.filter(
        ({ name }) =>
          name !== apiGateway.name ||
          objects.some((one) => isThere(one) && one.metadata.name === name),
      )) {
        const from = { kind: "outside", gateway: `${namespace}/${name}` };
        const proxy: MeshProxy = proxyOf(entranceOf(mesh, { from } as Request));
        const isApi = name === apiGateway.name;
        for (let n = 0; n < requests; n++) {
          const call = randomCall(random);
          const wanted = plain(expected(configs[name] as ProxyConfig, isApi, call));
          const actual = plain(modelOutcome(mesh, proxy, call));
          try {
            assert.deepEqual(actual, wanted);
          } catch {
            wrong.push({ name, call, actual, wanted });
          }
        }
      }
      const words = `${wrong.length} of ${2 * requests}\n${JSON.stringify(objects)}`;
      assert.deepEqual(wrong.slice(0, 3), [], words);
    });
  }
});
