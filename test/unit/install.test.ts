import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { ControlPlane, IngressGateway } from "../../components";
import { chartAddress } from "../../components/install/gateway-address";
import { isKnown, record, settled } from "../support/record";

const chart = "kubernetes:helm.sh/v4:Chart";
const namespace = "kubernetes:core/v1:Namespace";
const file = "kubernetes:yaml/v2:ConfigFile";

describe("ControlPlane", () => {
  it("is a namespace and two charts for sidecars", async () => {
    const seen = await record(() => void new ControlPlane("istio", { profile: "sidecar" }));
    assert.deepEqual(
      seen.tree,
      [
        "istio-mesh:index:ControlPlane istio",
        `${namespace} istio < istio`,
        `${chart} istio-base < istio`,
        `${chart} istio-istiod < istio`,
      ].sort(),
    );
  });

  it("is a namespace, the Gateway API and four charts for ambient", async () => {
    const seen = await record(() => void new ControlPlane("istio", { profile: "ambient" }));
    assert.deepEqual(
      seen.tree,
      [
        "istio-mesh:index:ControlPlane istio",
        `${namespace} istio < istio`,
        `${chart} istio-base < istio`,
        `${chart} istio-cni < istio`,
        `${chart} istio-istiod < istio`,
        `${chart} istio-ztunnel < istio`,
        `${file} istio-gateway-api < istio`,
      ].sort(),
    );
  });

  it("installs each chart after the ones that it needs", async () => {
    const seen = await record(() => void new ControlPlane("istio", { profile: "ambient" }));
    const needs = (name: string) => seen.the(chart, name).dependencies;
    const ns = `${namespace} istio`;
    assert.deepEqual(needs("istio-base"), [ns]);
    assert.deepEqual(needs("istio-istiod"), [
      ns,
      `${chart} istio-base`,
      `${file} istio-gateway-api`,
    ]);
    assert.deepEqual(needs("istio-cni"), [ns, `${chart} istio-istiod`]);
    assert.deepEqual(needs("istio-ztunnel"), [ns, `${chart} istio-cni`]);
  });

  it("names release, version, repository and namespace of each chart", async () => {
    const seen = await record(() => void new ControlPlane("istio", { profile: "sidecar" }));
    assert.deepEqual(seen.the(chart, "istio-istiod").inputs, {
      name: "istiod",
      chart: "istiod",
      version: "1.31.1",
      namespace: "istio-system",
      repositoryOpts: { repo: "https://blob.istio.io/istio-release/charts" },
      values: {
        global: { istioNamespace: "istio-system" },
        base: { validationFailurePolicy: "Fail" },
        deploymentAnnotations: {
          "config.kubernetes.io/depends-on":
            "/namespaces/istio-system/ConfigMap/istio-sidecar-injector",
        },
      },
    });
  });

  it("tells the engine its arguments with the defaults filled in", async () => {
    const seen = await record(() => void new ControlPlane("istio", { profile: "sidecar" }));
    assert.deepEqual(seen.the("istio-mesh:index:ControlPlane").inputs, {
      profile: "sidecar",
      version: "1.31.1",
      namespace: "istio-system",
      charts: { repository: "https://blob.istio.io/istio-release/charts" },
    });
  });

  it("hands values that are not known yet through to the chart", async () => {
    const seen = await record(() => {
      const values = { istiod: { pilot: { env: { A: pulumi.output("later") } } } };
      new ControlPlane("istio", { profile: "sidecar", values });
    });
    assert.deepEqual(seen.the(chart, "istio-istiod").inputs.values.pilot, { env: { A: "later" } });
  });

  it("makes what depends on it wait for istiod, ztunnel and the definitions", async () => {
    const seen = await record(() => {
      const controlPlane = new ControlPlane("istio", { profile: "ambient" });
      new k8s.core.v1.ConfigMap("after", {}, { dependsOn: [controlPlane] });
    });
    assert.deepEqual(
      seen.the("kubernetes:core/v1:ConfigMap").dependencies,
      [
        `${namespace} istio`,
        `${chart} istio-base`,
        `${chart} istio-cni`,
        `${chart} istio-istiod`,
        `${chart} istio-ztunnel`,
        `${file} istio-gateway-api`,
      ].sort(),
    );
  });

  it("tells where and what it is", async () => {
    let controlPlane: ControlPlane | undefined;
    await record(() => {
      controlPlane = new ControlPlane("istio", { profile: "ambient", namespace: "mesh" });
    });
    assert.ok(controlPlane);
    const { namespace: ns, revision, version, profile } = controlPlane;
    assert.deepEqual(await settled(pulumi.all([ns, revision, version, profile])), [
      "mesh",
      "default",
      "1.31.1",
      "ambient",
    ]);
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
    assert.equal(await settled(gateway.serviceName), "istio-public.edge.svc.cluster.local");
  });
});

describe("the address of a gateway", () => {
  const status = { loadBalancer: { ingress: [{ ip: "10.0.0.7" }] } };

  async function addressOf(options: { preview: boolean; status?: object; service?: boolean }) {
    let address: pulumi.Output<string | undefined> | undefined;
    await record(
      () => {
        const others = [new k8s.core.v1.ServiceAccount("account", {})];
        const service = new k8s.core.v1.Service("gateway", {});
        const resources = options.service === false ? others : [...others, service];
        address = chartAddress({ resources: pulumi.output(resources) } as never);
      },
      {
        preview: options.preview,
        state: (type) =>
          type.endsWith(":Service") && options.status ? { status: options.status } : {},
      },
    );
    assert.ok(address);
    return address;
  }

  it("is the load balancer's in an update", async () => {
    assert.equal(await settled(await addressOf({ preview: false, status })), "10.0.0.7");
  });

  it("is not known in the preview that creates the Service", async () => {
    assert.equal(await isKnown(await addressOf({ preview: true })), false);
  });

  it("is nothing for a Service whose status says nothing", async () => {
    assert.equal(await settled(await addressOf({ preview: false })), undefined);
    assert.equal(await settled(await addressOf({ preview: false, status: {} })), undefined);
  });

  it("is nothing for a gateway without a Service", async () => {
    assert.equal(await settled(await addressOf({ preview: false, service: false })), undefined);
  });
});
