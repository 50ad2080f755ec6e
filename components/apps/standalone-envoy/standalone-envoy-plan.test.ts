import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { failureOf, settled } from "../../../test/support/record";
import versions from "../../../versions.json";
import type { StandaloneEnvoyArgs } from "./standalone-envoy-args";
import { standaloneEnvoyPlan } from "./standalone-envoy-plan";

const plan = (args: Partial<StandaloneEnvoyArgs> = {}) =>
  standaloneEnvoyPlan("proxy", {
    namespace: "edge",
    upstream: "httpbin",
    upstreamPort: 8000,
    ...args,
  });

const configOf = (args?: Partial<StandaloneEnvoyArgs>) =>
  JSON.parse((plan(args).config.data as Record<string, string>)["envoy.json"] ?? "");

function templateOf(args?: Partial<StandaloneEnvoyArgs>) {
  const [deployment] = plan(args).workload.deployments;
  assert.ok(deployment);
  // biome-ignore lint/suspicious/noExplicitAny: inputs are read as the plain values they are here
  return (deployment.args.spec as any).template;
}

describe("the plan of a standalone Envoy", () => {
  it("calls a Service of its own namespace by full name", () => {
    assert.deepEqual(configOf().static_resources.clusters, [
      {
        name: "upstream",
        type: "LOGICAL_DNS",
        dns_lookup_family: "V4_ONLY",
        lb_policy: "ROUND_ROBIN",
        connect_timeout: "5s",
        load_assignment: {
          cluster_name: "upstream",
          endpoints: [
            {
              lb_endpoints: [
                {
                  endpoint: {
                    address: {
                      socket_address: {
                        address: "httpbin.edge.svc.cluster.local",
                        port_value: 8000,
                      },
                    },
                  },
                },
              ],
            },
          ],
        },
      },
    ]);
  });

  it("leaves a name with dots as it is", () => {
    const config = JSON.stringify(configOf({ upstream: "httpbin.example.com" }));
    assert.match(config, /"address":"httpbin\.example\.com"/);
  });

  it("keeps the pages for its operator inside the Pod", () => {
    assert.deepEqual(configOf().admin.address.socket_address, {
      address: "127.0.0.1",
      port_value: 15000,
    });
  });

  it("keeps its Pods out of the mesh in both modes", () => {
    assert.deepEqual(templateOf().metadata.labels, {
      "sidecar.istio.io/inject": "false",
      "istio.io/dataplane-mode": "none",
      app: "proxy",
    });
  });

  it("runs Envoy on the file of the ConfigMap", () => {
    assert.deepEqual(templateOf().spec, {
      serviceAccountName: "proxy",
      containers: [
        {
          name: "envoy",
          image: `docker.io/envoyproxy/envoy:v${versions.envoy}`,
          imagePullPolicy: "IfNotPresent",
          args: ["--config-path", "/etc/envoy/envoy.json", "--disable-hot-restart"],
          ports: [{ name: "http", containerPort: 15001 }],
          readinessProbe: { tcpSocket: { port: 15001 } },
          volumeMounts: [{ name: "config", mountPath: "/etc/envoy", readOnly: true }],
        },
      ],
      volumes: [{ name: "config", configMap: { name: "proxy" } }],
    });
  });

  it("serves at port 80, or at another one", () => {
    const portsOf = (args?: Partial<StandaloneEnvoyArgs>) =>
      (plan(args).workload.service.spec as { ports: object[] }).ports;
    assert.deepEqual(portsOf(), [{ name: "http", port: 80, targetPort: 15001 }]);
    assert.deepEqual(portsOf({ port: 8080 }), [{ name: "http", port: 8080, targetPort: 15001 }]);
  });

  it("replaces its Pods when the configuration changes, and only then", () => {
    const digest = (args?: Partial<StandaloneEnvoyArgs>): string =>
      templateOf(args).metadata.annotations["checksum/config"];
    assert.match(digest(), /^[0-9a-f]{64}$/);
    assert.notEqual(digest({ timeout: "1s" }), digest());
    assert.equal(digest({ replicas: 2 }), digest());
  });

  it("waits for values that are known only later", async () => {
    const { config } = plan({ upstream: pulumi.output("later"), retries: pulumi.output(2) });
    const text = await settled(
      pulumi.output((config.data as Record<string, pulumi.Input<string>>)["envoy.json"]),
    );
    assert.match(text ?? "", /"address": "later\.edge\.svc\.cluster\.local"/);
    assert.match(text ?? "", /"num_retries": 2/);
  });
});

describe("StandaloneEnvoy refuses", () => {
  const refused: [string, Partial<StandaloneEnvoyArgs>, RegExp][] = [
    [
      "an upstream with a scheme",
      { upstream: "http://httpbin" },
      /upstream: "http:\/\/httpbin" is not a DNS name/,
    ],
    [
      "port 0 of the upstream",
      { upstreamPort: 0 },
      /upstreamPort: 0 is not a whole number between/,
    ],
    ["a timeout without unit", { timeout: "1" }, /timeout: "1" is not a duration/],
    ["half a retry", { retries: 0.5 }, /retries: 0\.5 is not a whole number of at least 0/],
    [
      "failures to retry without retries",
      { retryOn: "5xx" },
      /retryOn: "5xx" says what is tried again, but retries is missing/,
    ],
    ["a name that is no DNS label", { name: "-" }, /name: "-" is not a DNS label/],
    [
      "a label that selects its Pods",
      { labels: { app: "x" } },
      /labels\["app"\]: "x" is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }

  it("a timeout that turns out wrong only later", async () => {
    const { config } = plan({ timeout: pulumi.output("soon") });
    const text = pulumi.output((config.data as Record<string, pulumi.Input<string>>)["envoy.json"]);
    assert.match((await failureOf(text)).message, /timeout: "soon" is not a duration/);
  });
});
