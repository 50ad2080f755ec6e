import assert from "node:assert/strict";
import { Waypoint, type WaypointArgs } from "../../components";
import { type KubernetesObject, namespace, objectsOf, pod, service } from "../support/objects";
import { type Envoy, type ProxyConfig, ProxyKind, translate } from "../support/translate";

describe("[Waypoint: translated] what a waypoint enrols", () => {
  const labelsOf = (one: KubernetesObject | undefined) =>
    one?.metadata.labels as Record<string, string> | undefined;
  /** Objects as they are after the patches of the component: a patch has the kind and name of its object. */
  function patched(there: KubernetesObject[], made: KubernetesObject[]): KubernetesObject[] {
    const isSame = (one: KubernetesObject) => (other: KubernetesObject) =>
      ["Namespace", "Service"].includes(other.kind) &&
      other.kind === one.kind &&
      other.metadata.name === one.metadata.name;
    const own = made.filter((one) => !there.some(isSame(one)));
    const kept = there.map((one) => {
      const labels = { ...labelsOf(one), ...labelsOf(made.find(isSame(one))) };
      return { ...one, metadata: { ...one.metadata, labels } };
    });
    return [...kept, ...own];
  }

  const edge = {
    name: "edge-0",
    kind: ProxyKind.Gateway,
    namespace: "shop",
    labels: { app: "edge" },
  };
  async function enrolled(args: Partial<WaypointArgs>) {
    const made = await objectsOf(
      () => void new Waypoint("waypoint", { namespace: "shop", ...args }),
    );
    const there = [
      namespace("shop", { "istio.io/dataplane-mode": "ambient" }),
      ...["web", "api"].flatMap((name, i) => [
        service(name, "shop"),
        pod(`${name}-0`, "shop", `10.0.0.${i + 1}`, { app: name }),
      ]),
    ];
    const configs = await translate({
      objects: patched(there, made),
      proxies: [{ name: "waypoint", kind: ProxyKind.Waypoint, namespace: "shop" }, edge],
    });
    return configs as Record<"waypoint" | "edge-0", ProxyConfig>;
  }
  const web = "web.shop.svc.cluster.local";
  const names = ["api", "web"];
  const through = async (args: Partial<WaypointArgs>): Promise<string[]> => {
    const { waypoint: config } = await enrolled(args);
    return names.filter((name) =>
      config.clusters.some(
        (one) => one.name === `inbound-vip|80|http|${name}.shop.svc.cluster.local`,
      ),
    );
  };

  it("is nothing by itself", async () => {
    assert.deepEqual(await through({}), []);
  });

  it("is every Service of its namespace", async () => {
    assert.deepEqual(await through({ enrol: true }), names);
  });

  it("is every Service of its namespace under another name", async () => {
    const made = await objectsOf(
      () => void new Waypoint("w", { namespace: "shop", name: "front", enrol: true }),
    );
    const proxy = { name: "front", kind: ProxyKind.Waypoint, namespace: "shop" };
    const { front } = await translate({
      objects: patched([namespace("shop"), service("web", "shop")], made),
      proxies: [proxy],
    });
    assert.ok(front?.clusters.some(({ name }) => name === `inbound-vip|80|http|${web}`));
  });

  it("is the Services that are chosen, and no others", async () => {
    assert.deepEqual(await through({ enrolServices: ["web"] }), ["web"]);
  });

  it("is passed by requests of a gateway when told so", async () => {
    const callee = async (args: Partial<WaypointArgs>): Promise<string[]> => {
      const { "edge-0": config } = await enrolled({ enrolServices: ["web"], ...args });
      return config.endpoints
        .find(({ clusterName }) => clusterName === `outbound|80||${web}`)
        .endpoints.flatMap(({ lbEndpoints }: Envoy) => lbEndpoints)
        .map(({ metadata }: Envoy) => metadata.filterMetadata.istio.workload.split(";")[0]);
    };
    assert.deepEqual(await callee({ ingressUseWaypoint: true }), ["waypoint"]);
    assert.deepEqual(await callee({}), ["web-0"]);
  });
});
