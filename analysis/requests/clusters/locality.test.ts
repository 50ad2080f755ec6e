import assert from "node:assert/strict";
import type { TrafficPolicy } from "../../../schemas/kinds/networking/destination-rule";
import type { KubernetesObject } from "../../mesh/kubernetes-object";
import { Mesh } from "../../mesh/mesh";
import type { MeshOptions } from "../../mesh/mesh-options";
import { backendsOf } from "./backends/backends-of";
import { placementOf } from "./locality";

const deployment = (version: string, labels = {}): KubernetesObject => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: `web-${version}`, namespace: "shop" },
  spec: { template: { metadata: { labels: { app: "web", version, ...labels } } } },
});

const node = (name: string, zone: string): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Node",
  metadata: {
    name,
    labels: { "kubernetes.io/hostname": name, "topology.kubernetes.io/zone": zone },
  },
});

const service = (metadata = {}, spec = {}): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "web", namespace: "shop", ...metadata },
  spec: { selector: { app: "web" }, ports: [{ port: 80 }], ...spec },
});

const two = [deployment("v1"), deployment("v2")];

function placement(
  policy: TrafficPolicy | undefined,
  objects: readonly KubernetesObject[] = two,
  own = service(),
  meshConfig?: MeshOptions["meshConfig"],
) {
  const mesh = new Mesh([own, ...objects], meshConfig ? { meshConfig } : {});
  const [host] = mesh.hosts.all;
  const [port] = host?.ports ?? [];
  assert.ok(host && port);
  return placementOf(mesh, host, policy, backendsOf(mesh, host, port).all);
}

const outlierDetection = { consecutive5xxErrors: 5 };
const oneLocality =
  "all who answer for web.shop.svc.cluster.local are taken to be in one locality, of which outlier detection would make proxies prefer their own";
const failover = "failover between localities, by outlier detection";

describe("requests to the nearest endpoints", () => {
  it("are none without outlier detection, which is what fails over", () => {
    assert.deepEqual(placement(undefined), {});
    const localityLbSetting = { failover: [{ from: "a", to: "b" }] };
    assert.deepEqual(placement({ loadBalancer: { localityLbSetting } }), {});
  });

  it("are none where all are in one place, or one is all, and named where Nodes or labels differ", () => {
    const policy = { outlierDetection };
    assert.deepEqual(placement(policy), { assumed: oneLocality });
    assert.deepEqual(placement(policy, [deployment("v1")]), {});
    assert.deepEqual(placement(policy, [...two, node("n1", "a"), node("n2", "a")]), {});
    assert.deepEqual(placement(policy, [...two, node("n1", "a"), node("n2", "b")]), {
      notModelled: failover,
    });
    const placed = (one: string, other: string) => [
      deployment("v1", { "istio-locality": one }),
      deployment("v2", { "istio-locality": other }),
    ];
    assert.deepEqual(placement(policy, placed("r.a", "r.a")), {});
    assert.deepEqual(placement(policy, placed("r.a", "r.b")), { notModelled: failover });
  });

  it("follow the DestinationRule, then the Service or its namespace, then the mesh", () => {
    const near = service({}, { trafficDistribution: "PreferClose" });
    const off = { localityLbSetting: { enabled: false } };
    const distribute = { localityLbSetting: { distribute: [{ from: "a/*", to: { "b/*": 100 } }] } };
    assert.deepEqual(placement({ loadBalancer: distribute }, two, near), {
      notModelled: "localityLbSetting.distribute",
    });
    assert.deepEqual(placement({ loadBalancer: off, outlierDetection }, two, near), {});
    assert.deepEqual(placement(undefined, two, near, distribute), {
      notModelled: "trafficDistribution: PreferClose",
    });
    const annotations = { "networking.istio.io/traffic-distribution": "PreferSameZone" };
    assert.deepEqual(placement(undefined, two, service({ annotations })), {
      notModelled: "trafficDistribution: PreferSameZone",
    });
    const shop = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop", annotations } };
    assert.deepEqual(placement(undefined, [...two, shop]), {
      notModelled: "trafficDistribution: PreferSameZone",
    });
    assert.deepEqual(placement(undefined, two, service(), distribute), {
      notModelled: "localityLbSetting.distribute",
    });
    assert.deepEqual(placement({ outlierDetection }, two, service(), off), {});
  });

  it("are named where zones weigh, unless they are told not to", () => {
    const zones = (enabled?: boolean) => ({
      loadBalancer: { zoneAwareLbSetting: enabled === undefined ? {} : { enabled } },
    });
    assert.deepEqual(placement(zones()), { notModelled: "zoneAwareLbSetting" });
    assert.deepEqual(placement(zones(false)), {});
    assert.deepEqual(placement(undefined, two, service(), { zoneAwareLbSetting: {} }), {
      notModelled: "zoneAwareLbSetting of the mesh",
    });
  });
});
