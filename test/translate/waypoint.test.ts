import assert from "node:assert/strict";
import { Waypoint, type WaypointArgs } from "../../components";
import { listener } from "../support/envoy";
import { namespace, objectsOf, pod, service } from "../support/objects";
import { type ProxyConfig, ProxyKind, translate } from "../support/translate";

const ambient = { "istio.io/dataplane-mode": "ambient", "istio.io/use-waypoint": "waypoint" };
const elsewhere = { ...ambient, "istio.io/use-waypoint-namespace": "shop", team: "a" };

async function waypoint(args: Partial<WaypointArgs> = {}): Promise<ProxyConfig> {
  const made = await objectsOf(() => void new Waypoint("waypoint", { namespace: "shop", ...args }));
  const objects = [
    namespace("shop", ambient),
    namespace("other", elsewhere),
    ...["shop", "other"].flatMap((where, i) => [
      service("web", where),
      pod("web-0", where, `10.0.0.${i + 1}`, { app: "web" }),
    ]),
    ...made,
  ];
  const proxy = { name: "waypoint", kind: ProxyKind.Waypoint, namespace: "shop" };
  return (await translate({ objects, proxies: [proxy] })).waypoint as ProxyConfig;
}

/** Services that the waypoint routes for. */
const served = async (args?: Partial<WaypointArgs>): Promise<string[]> => {
  const { filterChains } = listener(await waypoint(args), "main_internal");
  return filterChains
    .map(({ name }: { name: string }) => name)
    .filter((name: string) => name.startsWith("inbound-vip|80|http|"))
    .map((name: string) => name.split("|")[3])
    .sort();
};

const web = (where: string) => `web.${where}.svc.cluster.local`;

describe("[Waypoint: translated] a waypoint", () => {
  it("routes for the Services of its own namespace", async () => {
    assert.deepEqual(await served(), [web("shop")]);
  });

  it("routes for those of all namespaces that it lets in", async () => {
    const all = [web("other"), web("shop")];
    assert.deepEqual(await served({ allowedNamespaces: "All" }), all);
    assert.deepEqual(await served({ namespaceSelector: { team: "a" } }), [web("other")]);
    assert.deepEqual(await served({ namespaceSelector: { team: "b" } }), []);
    assert.deepEqual(await served({ allowedNamespaces: "Same" }), [web("shop")]);
  });

  it("routes for no Service when it is for workloads", async () => {
    assert.deepEqual(await served({ waypointFor: "workload" }), []);
    assert.deepEqual(await served({ waypointFor: "service" }), [web("shop")]);
    assert.deepEqual(await served({ waypointFor: "all" }), [web("shop")]);
  });
});
