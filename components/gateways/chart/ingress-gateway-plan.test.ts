import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { failureOf, settled } from "../../../test/support/record";
import { GatewayPorts } from "./gateway-chart-args";
import type { IngressGatewayArgs } from "./ingress-gateway-args";
import { ingressGatewayPlan } from "./ingress-gateway-plan";

const plan = (args: IngressGatewayArgs = {}) => ingressGatewayPlan("ingress", args);
const values = (args: IngressGatewayArgs) => JSON.parse(JSON.stringify(plan(args).release.values));

/** Keys that the closed schema of the chart knows and that are used here. */
const known = ["service", "platform", "revision"];

describe("the plan of an ingress gateway", () => {
  it("sends only keys that the chart's closed schema allows", () => {
    const sent = values({ platform: "k3s", revision: "1-31-1", labels: { team: "edge" } });
    assert.deepEqual(Object.keys(sent).sort(), [...known].sort());
  });

  it("lays own values that arrive later over its own, and reads names from them", async () => {
    const later = { labels: { istio: "edge" }, service: { type: "NodePort" } };
    const { release, selector, principal } = plan({ replicas: 3, values: pulumi.secret(later) });
    const sent = await settled(pulumi.output(release.values));
    assert.deepEqual([sent.replicaCount, sent.service.type], [3, "NodePort"]);
    assert.equal(await pulumi.isSecret(pulumi.output(release.values)), true);
    assert.equal(await settled(pulumi.output(selector.istio)), "edge");
    assert.match(await settled(pulumi.output(principal)), /\/sa\/istio-ingressgateway$/);
  });

  it("takes annotations of its Service that arrive as a whole, and holds bad ones back", async () => {
    const late = (key: string) =>
      plan({ serviceAnnotations: pulumi.output(Promise.resolve({ [key]: "internal" })) });
    const { service } = await settled(pulumi.output(late("example.com/lb").release.values));
    assert.deepEqual(service, {
      type: "LoadBalancer",
      annotations: { "example.com/lb": "internal" },
    });
    const { message } = await failureOf(pulumi.output(late("not a key").release.values));
    assert.match(message, /serviceAnnotations: key "not a key": /);
  });

  it("hands the chart no null for what a control plane of another stack turns out not to have", async () => {
    const { release } = plan({
      controlPlane: pulumi.output(Promise.resolve({ version: "1.31.1" })),
    });
    const { platform, revision, imagePullSecrets, podAnnotations } = await settled(
      pulumi.output(release.values),
    );
    assert.deepEqual([platform, revision, imagePullSecrets], ["", "", []]);
    assert.equal(podAnnotations["istio-mesh/control-plane-version"], "1.31.1");
    assert.ok(Object.values(podAnnotations).every((value) => typeof value === "string"));
  });

  it("sends every choice about Service and Pods under the chart's own names", () => {
    const all: IngressGatewayArgs = {
      serviceAnnotations: { "example.com/lb": "internal" },
      extraPorts: [GatewayPorts.TCP, GatewayPorts.TLS],
      loadBalancerClass: "example.com/lb",
      loadBalancerSourceRanges: ["10.0.0.0/8"],
      externalTrafficPolicy: "Local",
      autoscaling: { min: 2, max: 4, cpu: 60 },
      podDisruptionBudget: { minAvailable: 1 },
      resources: { requests: { cpu: "10m" } },
      controlPlaneVersion: "1.31.1",
    };
    assert.deepEqual(values(all), {
      service: {
        type: "LoadBalancer",
        annotations: { "example.com/lb": "internal" },
        ports: [
          { name: "status-port", port: 15021, targetPort: 15021, protocol: "TCP" },
          { name: "http2", port: 80, targetPort: 80, protocol: "TCP" },
          { name: "https", port: 443, targetPort: 443, protocol: "TCP" },
          { name: "tcp", port: 31400, targetPort: 31400, protocol: "TCP" },
          { name: "tls", port: 15443, targetPort: 15443, protocol: "TCP" },
        ],
        loadBalancerClass: "example.com/lb",
        loadBalancerSourceRanges: ["10.0.0.0/8"],
        externalTrafficPolicy: "Local",
      },
      autoscaling: { minReplicas: 2, maxReplicas: 4, targetCPUUtilizationPercentage: 60 },
      podDisruptionBudget: { minAvailable: 1 },
      resources: { requests: { cpu: "10m" } },
      podAnnotations: { "istio-mesh/control-plane-version": "1.31.1" },
    });
  });

  it("turns autoscaling off for a fixed number of Pods, 0 included, and for a DaemonSet", () => {
    const off = { autoscaling: { enabled: false } };
    const service = { type: "LoadBalancer" };
    assert.deepEqual(values({ replicas: 0 }), { service, ...off, replicaCount: 0 });
    assert.deepEqual(values({ kind: "DaemonSet" }), { service, kind: "DaemonSet", ...off });
  });

  it("has an identity by which policies name it", async () => {
    const principal = (args: IngressGatewayArgs) => settled(pulumi.output(plan(args).principal));
    assert.equal(await principal({}), "cluster.local/ns/istio-ingress/sa/istio-ingressgateway");
    assert.equal(
      await principal({
        namespace: "edge",
        trustDomain: "example.org",
        values: { serviceAccount: { name: "front" } },
      }),
      "example.org/ns/edge/sa/front",
    );
  });

  it("sends a plain gateway nothing but the type of its Service", () => {
    assert.deepEqual(values({}), { service: { type: "LoadBalancer" } });
  });

  it("completes ports", () => {
    assert.deepEqual(
      values({
        ports: [
          { name: "http2", port: 80 },
          { name: "dns", port: 53, targetPort: 5353, protocol: "UDP" },
        ],
      }).service.ports,
      [
        { name: "http2", port: 80, targetPort: 80, protocol: "TCP" },
        { name: "dns", port: 53, targetPort: 5353, protocol: "UDP" },
      ],
    );
  });

  it("selects the Pods the way the chart labels them", () => {
    assert.deepEqual(plan().selector, { istio: "ingressgateway" });
    assert.deepEqual(plan({ gatewayName: "edge" }).selector, { istio: "edge" });
    assert.deepEqual(plan({ values: { labels: { istio: "front" } } }).selector, { istio: "front" });
  });
});

describe("an ingress gateway refuses", () => {
  const refused: [string, IngressGatewayArgs, RegExp][] = [
    [
      "an unknown type of Service",
      { serviceType: "Loadbalancer" as "NodePort" },
      /serviceType: "Loadbalancer" is unknown.*did you mean "LoadBalancer"/,
    ],
    [
      "a name that is no DNS label",
      { gatewayName: "istio.ingress" },
      /gatewayName: "istio.ingress" is not a DNS label/,
    ],
    [
      "two ports of one name",
      {
        ports: [
          { name: "a", port: 1 },
          { name: "a", port: 2 },
        ],
      },
      /ports\[1\].name: "a" is listed twice/,
    ],
    [
      "a port that is none",
      { ports: [{ name: "a", port: 70000 }] },
      /ports\[0\].port: 70000 is not/,
    ],
    ["an empty list of ports", { ports: [] }, /ports: is empty/],
    [
      "two ports of one number",
      { extraPorts: [{ name: "web", port: 80 }] },
      /extraPorts\[0\].port: "80\/TCP" is listed twice/,
    ],
    [
      "an extra port of a name that is there",
      { extraPorts: [{ name: "https", port: 8443 }] },
      /extraPorts\[0\].name: "https" is listed twice/,
    ],
    [
      "a transport that is none",
      { ports: [{ name: "a", port: 1, protocol: "HTTP" }] },
      /ports\[0\].protocol: "HTTP" is unknown; allowed: TCP, UDP, SCTP/,
    ],
    [
      "addresses that are no range",
      { loadBalancerSourceRanges: ["10.0.0.1"] },
      /loadBalancerSourceRanges\[0\]: "10.0.0.1" is not a range/,
    ],
    [
      "a load balancer's settings without one",
      { serviceType: "ClusterIP", externalTrafficPolicy: "Local" },
      /externalTrafficPolicy: "Local" is for a Service of type LoadBalancer or NodePort, and this one is ClusterIP/,
    ],
    [
      "a fixed number of Pods beside autoscaling",
      { replicas: 2, autoscaling: { min: 2 } },
      /replicas: replicas 2 and autoscaling are set; set at most one/,
    ],
    [
      "more Pods at least than at most",
      { autoscaling: { min: 6 } },
      /autoscaling.min: 6: at least 6 and at most 5 Pods is nothing/,
    ],
    [
      "a number of Pods for a DaemonSet",
      { kind: "DaemonSet", replicas: 2 },
      /replicas: 2 is not for a DaemonSet/,
    ],
    [
      "a budget that the chart would leave out",
      { podDisruptionBudget: { minAvailable: 1 } },
      /podDisruptionBudget: \{"minAvailable":1\} would have no effect with 1 Pods/,
    ],
    [
      "a budget that keeps every node from being drained",
      { autoscaling: { min: 2 }, podDisruptionBudget: { minAvailable: 2 } },
      /podDisruptionBudget\.minAvailable: 2 of 2 Pods lets no node be drained; write at most 1, or maxUnavailable: 0/,
    ],
    [
      "a budget that says two things",
      { replicas: 3, podDisruptionBudget: { minAvailable: 1, maxUnavailable: 1 } },
      /podDisruptionBudget: minAvailable 1 and maxUnavailable 1 are set; set exactly one/,
    ],
    [
      "an amount of memory that is none",
      { resources: { requests: { memory: "128MB" } } },
      /resources.requests.memory: "128MB" is not a quantity/,
    ],
    [
      "more memory than the chart's limit",
      { resources: { requests: { memory: "2Gi" } } },
      /resources.requests.memory: "2Gi" is more than the limit by default, "1024Mi"; write limits.memory as well/,
    ],
    [
      "a limit below what the chart requests",
      { resources: { limits: { memory: "64Mi" } } },
      /resources.limits.memory: "64Mi" is less than what is requested by default, "128Mi"; write requests.memory as well/,
    ],
    [
      "more CPU than its own limit",
      { resources: { requests: { cpu: "1500m" }, limits: { cpu: "1" } } },
      /resources.requests.cpu: "1500m" is more than the limit, "1"$/m,
    ],
    [
      "annotations for objects that Helm creates",
      { installer: "release", annotations: { a: "b" } },
      /annotations: \["a"\] cannot reach objects that Helm creates/,
    ],
    [
      "labels that are its selector",
      { labels: { istio: "x" } },
      /labels\["istio"\]: "x" is set by the component/,
    ],
    [
      "the retired bucket",
      { charts: { repository: "https://istio-release.storage.googleapis.com/charts" } },
      /charts.repository: .*retired/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
