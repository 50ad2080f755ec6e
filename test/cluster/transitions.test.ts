import assert from "node:assert/strict";
import { must } from "../support/command";
import { Claim, claim } from "../support/component-case";
import type { Counts } from "../support/edge-meter";
import { Lab } from "../support/lab";
import { Meter } from "../support/meter";

interface Named {
  kind: string;
  metadata: { name: string; namespace?: string; uid: string; deletionTimestamp?: string };
}

/** A platform's Gateway and its route, of a class that nobody here serves. */
const theirs = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: theirs, namespace: default }
spec:
  gatewayClassName: theirs
  listeners: [{ name: http, port: 80, protocol: HTTP }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: theirs, namespace: default }
spec:
  parentRefs: [{ name: theirs }]
  rules: [{ backendRefs: [{ name: kubernetes, port: 443 }] }]
`;

const [old, next] = ["old.example.com", "new.example.com"];
const webhooks = ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"];

const first = {
  profile: "ambient",
  gatewayApi: {} as object,
  foreign: false,
  internal: true,
  pods: { replicas: 4 } as object,
  numTrustedProxies: 1,
  hosts: [old],
  canary: "httpbin" as string | undefined,
};

// Each of the changes that used to take something away, in the fewest updates that they fit into.
describe("the changes that are feared most", function () {
  this.timeout(900_000);
  const lab = new Lab("test-transitions", "life", "test/cluster/programs/transitions");
  const meter = new Meter(lab);
  let charts: { path: string };
  let manifest: string;
  let address: string;
  let state = first;

  const set = (changes: Partial<typeof first>) => {
    state = { ...state, ...changes };
    lab.configureWith({
      "istio-mesh-test-transitions:charts": charts,
      "istio-mesh-test-transitions:state": state,
    });
  };
  const list = async (...args: string[]) => (await lab.get<{ items: Named[] }>(...args)).items;
  const stays = ({ metadata }: Named) => metadata.deletionTimestamp === undefined;
  const line = ({ kind, metadata: { namespace = "", name, uid } }: Named) =>
    [kind, namespace, name, uid].join(" ");
  const lines = async (...args: string[]) => (await list(...args)).filter(stays).map(line).sort();

  const namespaces = () => lines("namespaces", "shop", "istio-system", "istio-ingress");
  const definitions = async () =>
    (await lines("customresourcedefinitions")).filter((one) =>
      one.includes(".gateway.networking.k8s.io "),
    );
  const ofOthers = () => lines("gateways.gateway.networking.k8s.io,httproutes", "-n", "default");
  const gatewayPods = () => lines("pods", "-n", "istio-ingress", "-l", "istio=ingressgateway");

  /** Everything that must outlive what happens to the program. */
  const kept = async () => [
    ...(await namespaces()),
    ...(await definitions()),
    ...(await ofOthers()),
  ];

  const asking = (hosts: readonly string[], change: () => Promise<unknown>): Promise<Counts> =>
    meter.during(
      hosts.map((host) => ({ name: host, address, host, path: "/status/200" })),
      change,
    );
  const assertAllAnswered = (counts: Counts) => {
    for (const [host, answers] of Object.entries(counts)) {
      assert.deepEqual(Object.keys(answers), ["200"], `${host}: ${JSON.stringify(answers)}`);
    }
  };

  before("deploys it", async () => {
    const script = 'echo "$ISTIO_MESH_CHARTS"; echo "$ISTIO_MESH_GATEWAY_API"';
    const paths = await must("lab/lab", ["tools", "sh", "-c", script]);
    const [path = "", file = ""] = paths.trim().split("\n");
    charts = { path };
    manifest = file;
    await lab.up();
    set({ gatewayApi: { manifest } });
    await lab.deploy();
    address = String((await lab.outputs()).address);
    assert.equal((await lab.apply("theirs", theirs)).code, 0);
  });
  after(() => lab.down());

  describe("namespaces and definitions become somebody else's", () => {
    let earlier: string[];
    let pods: string[];
    let counts: Counts;

    before("changes it", async () => {
      [earlier, pods] = [await kept(), await gatewayPods()];
      assert.equal(pods.length, 4);
      set({
        foreign: true,
        gatewayApi: { mode: "expect" },
        internal: false,
        pods: { autoscaling: { min: 4, max: 6 } },
      });
      counts = await asking([old], () => lab.deploy());
    });

    it(`and stay, with all that hangs on them ${claim("MeshNamespace", Claim.Cluster)} ${claim("ControlPlane", Claim.Cluster)}`, async () => {
      assert.deepEqual(await kept(), earlier);
    });
    it(`one of two gateways goes, and the other one stays with all its Pods when autoscaling takes over ${claim("IngressGateway", Claim.Cluster)}`, async () => {
      assert.deepEqual(await gatewayPods(), pods);
      assert.deepEqual(
        (await list("deployments", "-n", "istio-ingress")).map(({ metadata }) => metadata.name),
        ["istio-ingressgateway"],
      );
    });
    it("and no request is lost", () => assertAllAnswered(counts));
  });

  describe("ambient mode is left, and a number of trusted proxies changes", () => {
    let earlier: string[];
    let pods: string[];
    let counts: Counts;

    before("changes it", async () => {
      [earlier, pods] = [await kept(), await gatewayPods()];
      set({ profile: "sidecar", numTrustedProxies: 2, hosts: [old, next] });
      counts = await asking([old], () => lab.deploy());
    });

    it("and the definitions stay", async () => assert.deepEqual(await kept(), earlier));
    it(`the running gateway believes one proxy more ${claim("IngressGateway", Claim.Cluster)}`, async () => {
      const now = await gatewayPods();
      assert.equal(now.length, 4);
      assert.deepEqual(
        now.filter((pod) => pods.includes(pod)),
        [],
      );
      const headers = [`host: ${old}`, "x-forwarded-for: 192.0.2.1, 192.0.2.2, 192.0.2.3"];
      const answer = await lab.exec(
        "node",
        ...["curl", "--silent", ...headers.flatMap((header) => ["-H", header])],
        `http://${address}/headers`,
      );
      assert.deepEqual(JSON.parse(answer).headers["X-Envoy-External-Address"], ["192.0.2.2"]);
    });
    it("and no request is lost", () => assertAllAnswered(counts));
  });

  // A suite of its own, since mocha runs the tests of a suite before the suites in it.
  describe("and then, one after the other,", () => {
    it(`a host is renamed in two steps without a lost request ${claim("AppGateway", Claim.Cluster)}`, async () => {
      set({ hosts: [next] });
      assertAllAnswered(await asking([next], () => lab.deploy()));
    });

    it(`a canary that is renamed without an alias is refused, and stays ${claim("Canary", Claim.Cluster)}`, async () => {
      const objects = () => lines("virtualservices,destinationrules", "-n", "shop");
      const before = await objects();
      set({ canary: "renamed" });
      const { code, stdout, stderr } = await lab.try("up", "--yes", "--skip-preview");
      assert.notEqual(code, 0);
      assert.match(stdout + stderr, /aliases: \[\{ name: "httpbin" \}\]/);
      assert.deepEqual(await objects(), before);
    });

    it(`a canary goes without a lost request ${claim("Canary", Claim.Cluster)}`, async () => {
      set({ canary: undefined });
      assertAllAnswered(await asking([next], () => lab.deploy()));
      assert.deepEqual(await lines("destinationrules", "-n", "shop"), []);
    });

    it(`a destroyed stack leaves what others hang on ${claim("ControlPlane", Claim.Cluster)}`, async () => {
      const earlier = await kept();
      await lab.destroy();
      assert.deepEqual(await kept(), earlier);
      for (const kind of webhooks) {
        assert.deepEqual(await lines(kind), []);
      }
    });
  });
});
