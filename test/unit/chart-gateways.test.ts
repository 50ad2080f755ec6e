import assert from "node:assert/strict";
import { ControlPlane, EastWestGateway, EgressGateway, IngressGateway } from "../../components";
import { record, settled } from "../support/record";

const chart = "kubernetes:helm.sh/v4:Chart";
const namespace = "kubernetes:core/v1:Namespace";

describe("EgressGateway", () => {
  it("is a namespace and a chart, and tells its identity", async () => {
    let gateway: EgressGateway | undefined;
    const seen = await record(() => {
      gateway = new EgressGateway("egress", {});
    });
    assert.equal(seen.the(chart).inputs.name, "istio-egressgateway");
    assert.equal(seen.the(namespace).inputs.metadata.name, "istio-egress");
    assert.ok(gateway);
    assert.equal(
      await settled(gateway.principal),
      "cluster.local/ns/istio-egress/sa/istio-egressgateway",
    );
  });
});

describe("EastWestGateway", () => {
  it("is a chart and the Gateway that opens it for sidecars", async () => {
    const seen = await record(() => void new EastWestGateway("east", { network: "network1" }));
    assert.deepEqual(seen.tree, [
      "istio-mesh:index:EastWestGateway east",
      `${chart} east < east`,
      "kubernetes:networking.istio.io/v1:Gateway east < east",
    ]);
    assert.equal(seen.the(chart).inputs.values.networkGateway, "network1");
  });

  it("is one Gateway of the Gateway API in ambient mode", async () => {
    let gateway: EastWestGateway | undefined;
    const args = { network: "network1", profile: "ambient" } as const;
    const seen = await record(
      () => {
        gateway = new EastWestGateway("east", args);
      },
      { state: () => ({ status: { loadBalancer: { ingress: [{ ip: "10.0.0.9" }] } } }) },
    );
    assert.deepEqual(seen.tree, [
      "istio-mesh:index:EastWestGateway east",
      "kubernetes:gateway.networking.k8s.io/v1:Gateway east < east",
    ]);
    assert.ok(gateway);
    assert.equal(await settled(gateway.ip), "10.0.0.9");
    assert.equal(await settled(gateway.hostname), undefined);
  });
});

describe("IngressGateway", () => {
  it("is a namespace and a chart that comes after it", async () => {
    const seen = await record(() => void new IngressGateway("ingress", {}));
    assert.deepEqual(
      seen.tree,
      [
        "istio-mesh:index:IngressGateway ingress",
        `${namespace} ingress < ingress`,
        `${chart} ingress < ingress`,
      ].sort(),
    );
    assert.deepEqual(seen.the(chart).dependencies, [`${namespace} ingress`]);
    assert.equal(seen.the(chart).inputs.name, "istio-ingressgateway");
    assert.equal(seen.the(chart).inputs.namespace, "istio-ingress");
  });

  it("leaves a namespace alone that somebody else creates", async () => {
    const seen = await record(
      () => void new IngressGateway("ingress", { namespace: "edge", createNamespace: false }),
    );
    assert.deepEqual(seen.ofType(namespace), []);
    assert.equal(seen.the(chart).inputs.namespace, "edge");
  });

  it("waits for the control plane needs it is registered, and so do its children", async () => {
    const seen = await record(() => {
      const controlPlane = new ControlPlane("istio", { profile: "sidecar" });
      new IngressGateway("ingress", {}, { dependsOn: [controlPlane] });
    });
    assert.ok(
      seen.the("istio-mesh:index:IngressGateway").dependencies.includes(`${chart} istio-istiod`),
    );
  });

  it("tells the names by which others use it", async () => {
    let gateway: IngressGateway | undefined;
    await record(() => {
      gateway = new IngressGateway("ingress", { namespace: "edge", gatewayName: "istio-public" });
    });
    assert.ok(gateway);
    assert.deepEqual(await settled(gateway.selector), { istio: "public" });
    assert.equal(await settled(gateway.serviceHost), "istio-public.edge.svc.cluster.local");
  });
});
