import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { settled } from "../../test/support/record";
import type { Addon } from "./addon";
import { addonTransform } from "./addon-transform";
import type { AddonsArgs } from "./addons-args";
import { addonsPlan } from "./addons-plan";
import { joinedKialiConfig } from "./kiali-config";

const transformOf = (addon: Addon, args: AddonsArgs) =>
  addonTransform(addon, addonsPlan("tools", args).installation, args);

async function transformed(addon: Addon, args: AddonsArgs, props: object) {
  const input = { props, opts: {} } as unknown as pulumi.ResourceTransformArgs;
  const result = await transformOf(addon, args)?.(input);
  // biome-ignore lint/suspicious/noExplicitAny: objects of every kind, read by their paths
  return (result && settled(pulumi.output(result.props))) as Promise<any>;
}

const config = [
  "auth:",
  "  strategy: anonymous",
  "deployment:",
  "  namespace: istio-system",
  "external_services:",
  "  prometheus:",
  "    enabled: true",
  "  tracing:",
  "    enabled: false",
  "identity: {}",
  "",
].join("\n");

describe("the objects of an add-on's manifest", () => {
  it("stay as they are in the namespace that they are written for", () => {
    assert.equal(transformOf("prometheus", {}), undefined);
    assert.equal(transformOf("kiali", { jaeger: false }), undefined);
  });

  it("move to another namespace, their subjects too", async () => {
    const metadata = { name: "prometheus" };
    assert.deepEqual(
      await transformed(
        "prometheus",
        { namespace: "tools" },
        {
          kind: "Service",
          metadata: { ...metadata, namespace: "istio-system" },
        },
      ),
      { kind: "Service", metadata: { ...metadata, namespace: "tools" } },
    );
    assert.deepEqual(
      await transformed(
        "prometheus",
        { namespace: pulumi.output("tools") },
        {
          kind: "ClusterRoleBinding",
          metadata,
          subjects: [{ kind: "ServiceAccount", name: "prometheus", namespace: "istio-system" }],
        },
      ),
      {
        kind: "ClusterRoleBinding",
        metadata,
        subjects: [{ kind: "ServiceAccount", name: "prometheus", namespace: "tools" }],
      },
    );
  });

  it("leave the manifest itself alone, which is no object", async () => {
    assert.equal(await transformed("prometheus", { namespace: "tools" }, { file: "x" }), undefined);
  });

  it("get common labels", async () => {
    const args = { namespace: "tools", labels: { team: "mesh" } };
    const props = await transformed("loki", args, { metadata: { namespace: "istio-system" } });
    assert.deepEqual(props.metadata.labels, { team: "mesh" });
    assert.equal(props.metadata.namespace, "tools");
  });

  it("tell Kiali of the other tools", async () => {
    const props = await transformed(
      "kiali",
      {},
      {
        kind: "ConfigMap",
        metadata: { name: "kiali", namespace: "istio-system" },
        data: { "config.yaml": config },
      },
    );
    const [line = ""] = /external_services: .*/.exec(props.data["config.yaml"]) ?? [];
    const services = JSON.parse(line.replace("external_services: ", ""));
    assert.equal(services.prometheus.url, "http://prometheus.istio-system.svc.cluster.local:9090");
    assert.equal(
      services.grafana.internal_url,
      "http://grafana.istio-system.svc.cluster.local:3000",
    );
    assert.equal(
      services.tracing.internal_url,
      "http://tracing.istio-system.svc.cluster.local:16685/jaeger",
    );
  });

  it("start Kiali anew when it is told something else", async () => {
    const deployment = {
      kind: "Deployment",
      metadata: { name: "kiali", namespace: "istio-system" },
      spec: { replicas: 1, template: { metadata: { annotations: { a: "b" } }, spec: {} } },
    };
    const annotations = async (args: AddonsArgs) =>
      (await transformed("kiali", args, deployment)).spec.template.metadata.annotations;
    const [all, less] = [await annotations({}), await annotations({ grafana: false })];
    assert.equal(all.a, "b");
    assert.match(all["istio-mesh/joined-tools"], /^[0-9a-f]{16}$/);
    assert.notEqual(all["istio-mesh/joined-tools"], less["istio-mesh/joined-tools"]);
  });
});

describe("Kiali's configuration", () => {
  it("keeps everything but the other tools and its namespace", () => {
    assert.equal(
      joinedKialiConfig(config, { tracing: { enabled: true } }, "tools"),
      [
        "auth:",
        "  strategy: anonymous",
        "deployment:",
        "  namespace: tools",
        'external_services: {"tracing":{"enabled":true}}',
        "identity: {}",
        "",
      ].join("\n"),
    );
  });

  it("is not guessed where the manifest looks different", () => {
    assert.throws(
      () => joinedKialiConfig("auth: {}\n", {}, "tools"),
      /the manifest of Kiali cannot be joined.*no external_services.*source "charts"/,
    );
  });
});
