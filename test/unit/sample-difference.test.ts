import assert from "node:assert/strict";
import type { KubernetesObject } from "../support/objects";
import { lacks } from "../support/sample-difference";

const object = (spec: object, namespace?: string, kind = "Deployment"): KubernetesObject => ({
  apiVersion: "apps/v1",
  kind,
  metadata: { name: "web", ...(namespace !== undefined && { namespace }) },
  spec,
});

const pod = (container: object, more: object = {}) => ({
  template: { spec: { containers: [{ name: "web", ...container }], ...more } },
});

const container = "spec.template.spec.containers[0]";

/** What an example does not say of a sample. */
const missing = (sample: object, found: object, kind?: string) =>
  lacks(object(sample, undefined, kind), [object(found, undefined, kind)]);

describe("what an example does not say of a sample", () => {
  it("is every field that is left out or says something else, and none that it has besides", () => {
    assert.deepEqual(missing({ a: { b: 1, c: 2 } }, { a: { b: 3 }, d: 4 }), [
      "spec.a.b",
      "spec.a.c",
    ]);
    assert.deepEqual(missing({ a: [{ b: 1 }] }, { a: [] }), ["spec.a[0].b"]);
  });

  it("is not what is understood without it, and no more than that", () => {
    const said = {
      ports: [{ containerPort: 80, protocol: "TCP" }],
      securityContext: { privileged: false },
      image: "istioinaction/webapp",
    };
    const found = {
      ports: [{ containerPort: 80 }],
      image: "docker.io/istioinaction/webapp:latest",
    };
    assert.deepEqual(missing(pod(said, { restartPolicy: "Always" }), pod(found)), []);
    const other = {
      ports: [{ containerPort: 80, protocol: "UDP" }],
      securityContext: { privileged: true },
      image: "istioinaction/webapp:1",
    };
    assert.deepEqual(missing(pod(other, { restartPolicy: "Never" }), pod(found)), [
      `${container}.ports[0].protocol`,
      `${container}.securityContext.privileged`,
      `${container}.image`,
      "spec.template.spec.restartPolicy",
    ]);
  });

  it("is of settings within a text what they say, however they are written", () => {
    const found = { config: '{"tracing": {"sampling": 10, "zipkin": {"address": "z:9411"}}}' };
    const yaml = (sampling: number) => ({
      config: `tracing:\n  sampling: ${sampling}\n  zipkin:\n    address: z:9411\n`,
    });
    assert.deepEqual(missing(yaml(10), found), []);
    assert.deepEqual(missing(yaml(100), found), ["spec.config.tracing.sampling"]);
    assert.deepEqual(missing({ config: { tracing: { sampling: 1 } } }, found), [
      "spec.config.tracing.sampling",
    ]);
    assert.deepEqual(missing({ config: "another\ntext" }, found), ["spec.config"]);
  });

  it("is not a gateway that is switched off, unless it is there", () => {
    const gateways = (...list: object[]) => ({ components: { ingressGateways: list } });
    const off = gateways({ name: "ingress", enabled: false });
    const on = { name: "ingress", enabled: true };
    assert.deepEqual(missing(off, gateways({ ...on, name: "other" }), "IstioOperator"), []);
    assert.deepEqual(missing(off, gateways(on), "IstioOperator"), [
      "spec.components.ingressGateways[0].enabled",
    ]);
  });

  it("is the namespace, where the row has none in its place", () => {
    const sample = object({ host: "web.shop.svc.cluster.local", gateway: "shop/web" }, "shop");
    const found = object({ host: "web.other.svc.cluster.local", gateway: "shop/web" }, "other");
    assert.deepEqual(lacks(sample, [found]), ["metadata.namespace"]);
    assert.deepEqual(lacks(sample, [found], "other"), []);
    assert.deepEqual(
      lacks(sample, [object({ host: "web.third.svc.cluster.local" }, "third")], "other"),
      undefined,
    );
  });

  it("is undefined where nothing is of its kind", () => {
    assert.equal(lacks(object({}), [object({}, undefined, "Service")]), undefined);
  });
});
