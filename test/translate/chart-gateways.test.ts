import assert from "node:assert/strict";
import { GatewayPorts } from "../../components";
import { egressGatewayPlan } from "../../components/gateways/chart/egress-gateway-plan";
import { ingressGatewayPlan } from "../../components/gateways/chart/ingress-gateway-plan";
import { openedPorts } from "../support/chart-gateway-ports";
import { chartGateway } from "../support/chart-objects";
import { Claim, claim } from "../support/component-case";
import { connection, request } from "../support/envoy";

const web = [{ host: "web.shop.svc.cluster.local", port: 80, weight: 100 }];
const to = (found: { host: string; port: number; weight: number }[] | undefined) =>
  found?.map(({ host, port, weight }) => ({ host, port, weight }));

for (const [component, gatewayPlan] of [
  ["IngressGateway", ingressGatewayPlan],
  ["EgressGateway", egressGatewayPlan],
] as const) {
  describe(`${claim(component, Claim.Translated)} a gateway from the chart`, () => {
    it("is found by its selector, and answers on the port of its Service", async () => {
      const config = await openedPorts(gatewayPlan("gateway", {}), [80]);
      assert.deepEqual(to(request(config, { host: "a.example.com", port: 80 })?.destinations), web);
    });

    it("is found by the selector of another name, also one from own values", async () => {
      for (const args of [{ gatewayName: "front" }, { values: { labels: { istio: "front" } } }]) {
        const plan = gatewayPlan("gateway", args);
        assert.deepEqual(plan.selector, { istio: "front" });
        const config = await openedPorts(plan, [80]);
        assert.deepEqual(to(request(config, { host: "a", port: 80 })?.destinations), web);
      }
    });

    it("listens where the Service's port leads to", async () => {
      const ports = [{ name: "http", port: 80, targetPort: 8080 }];
      const config = await openedPorts(gatewayPlan("gateway", { ports }), [80]);
      assert.deepEqual(to(request(config, { host: "a", port: 8080 })?.destinations), web);
    });

    it("passes TCP on at an extra port, beside HTTP", async () => {
      const plan = gatewayPlan("gateway", { extraPorts: [GatewayPorts.TCP] });
      const config = await openedPorts(plan, [80], [31400]);
      assert.deepEqual(to(connection(config, { port: 31400 })), web);
      assert.deepEqual(to(request(config, { host: "a", port: 80 })?.destinations), web);
    });

    it("is there for every kind and number of Pods, in any namespace", async () => {
      for (const args of [
        { kind: "DaemonSet" },
        { replicas: 2, podDisruptionBudget: { minAvailable: 1 } },
        { namespace: "edge", revision: "canary", controlPlaneVersion: "1.31.1" },
      ] as const) {
        const config = await openedPorts(gatewayPlan("gateway", args), [80]);
        assert.deepEqual(to(request(config, { host: "a", port: 80 })?.destinations), web);
      }
    });
  });

  describe(`what the chart makes of an ${component}`, () => {
    // biome-ignore lint/suspicious/noExplicitAny: objects of every kind, read by their paths
    type Rendered = Record<string, any>;
    const rendered = async (args: Parameters<typeof gatewayPlan>[1]): Promise<Rendered> => {
      const { objects } = await chartGateway(gatewayPlan("gateway", args).release);
      return Object.fromEntries(objects.map((object) => [object.kind, object]));
    };

    it("has what was said about Service and Pods", async () => {
      const { Service, Deployment, HorizontalPodAutoscaler, PodDisruptionBudget } = await rendered({
        serviceType: "LoadBalancer",
        serviceAnnotations: { "example.com/lb": "internal" },
        loadBalancerClass: "example.com/lb",
        loadBalancerSourceRanges: ["10.0.0.0/8"],
        externalTrafficPolicy: "Local",
        autoscaling: { min: 2, max: 4, cpu: 60 },
        podDisruptionBudget: { maxUnavailable: 1 },
        resources: { requests: { cpu: "10m" } },
        controlPlaneVersion: "1.31.1",
        revision: "canary",
      });
      assert.equal(Service.metadata.annotations["example.com/lb"], "internal");
      assert.equal(Service.spec.loadBalancerClass, "example.com/lb");
      assert.deepEqual(Service.spec.loadBalancerSourceRanges, ["10.0.0.0/8"]);
      assert.equal(Service.spec.externalTrafficPolicy, "Local");
      const { minReplicas, maxReplicas, metrics } = HorizontalPodAutoscaler.spec;
      assert.deepEqual(
        [minReplicas, maxReplicas, metrics[0].resource.target.averageUtilization],
        [2, 4, 60],
      );
      assert.equal(PodDisruptionBudget.spec.maxUnavailable, 1);
      const { metadata, spec } = Deployment.spec.template;
      assert.equal(spec.containers[0].resources.requests.cpu, "10m");
      assert.equal(metadata.annotations["istio-mesh/control-plane-version"], "1.31.1");
      assert.equal(metadata.annotations["inject.istio.io/templates"], "gateway");
      assert.equal(metadata.labels["istio.io/rev"], "canary");
    });

    it("has a fixed number of Pods, or one on every node", async () => {
      const fixed = await rendered({ replicas: 3 });
      assert.equal(fixed.Deployment.spec.replicas, 3);
      assert.equal(fixed.HorizontalPodAutoscaler, undefined);
      const spread = await rendered({ kind: "DaemonSet" });
      assert.ok(spread.DaemonSet);
      assert.equal(spread.Deployment, undefined);
      assert.equal(spread.HorizontalPodAutoscaler, undefined);
    });
  });
}
