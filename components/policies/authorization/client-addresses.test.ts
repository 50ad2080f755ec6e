import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { record } from "../../../test/support/record";
import {
  AppGateway,
  Authorization,
  type AuthorizationRule,
  ControlPlane,
  IngressGateway,
} from "../..";

const labels = { istio: "ingressgateway" };
const byClient = { from: [{ remoteIpBlocks: ["203.0.113.0/24"] }] };
const byConnection = { from: [{ ipBlocks: ["10.0.0.0/8"] }] };
const mesh = (topology?: object) => () =>
  void new ControlPlane("mesh", {
    profile: "sidecar",
    ...(topology && { meshConfig: { defaultConfig: { gatewayTopology: topology } } }),
  });
const ingress =
  (args: object = {}) =>
  () =>
    void new IngressGateway("edge", args);
const policy =
  (rule: AuthorizationRule, place: object = { selector: labels }) =>
  () =>
    void new Authorization("office", { namespace: "istio-ingress", rules: [rule], ...place });

/** What is said of a policy for the Pods of a gateway. */
async function told(...program: (() => void)[]): Promise<string> {
  const { warnings } = await record(() => {
    for (const step of program) {
      step();
    }
  });
  return warnings.filter((line) => line.includes("Authorization")).join("\n");
}

describe("a rule by the addresses of clients", () => {
  it("is told of where its gateway believes no proxy in front", async () => {
    assert.match(
      await told(policy(byClient), ingress(), mesh()),
      /Authorization "office": rules\[0\]\.from\[0\]\.remoteIpBlocks: is the address of a client .* IngressGateway "edge" believes none.*numTrustedProxies/,
    );
    const condition = { when: [{ attribute: "remote.ip", values: ["203.0.113.1"] }] };
    assert.match(
      await told(
        mesh({ numTrustedProxies: 1 }),
        ingress({ numTrustedProxies: 0 }),
        policy(condition),
      ),
      /rules\[0\]\.when\[0\]\.attribute: is the address of a client/,
    );
  });

  it("is told of where it is by the connection and the Service loses the client's address", async () => {
    assert.match(
      await told(policy(byConnection), ingress()),
      /Authorization "office": rules\[0\]\.from\[0\]\.ipBlocks: is the address at the other end .* Service of IngressGateway "edge" may put that of a node there .*externalTrafficPolicy to "Local"/,
    );
  });

  for (const [what, topology, gateway, rule] of [
    ["the mesh believes one", { numTrustedProxies: 1 }, {}, byClient],
    ["the gateway believes one", undefined, { numTrustedProxies: 2 }, byClient],
    ["the PROXY protocol names them", { proxyProtocol: {} }, {}, byClient],
    ["the number arrives later", { numTrustedProxies: pulumi.output(1) }, {}, byClient],
    ["it is by the connection", undefined, { externalTrafficPolicy: "Local" }, byConnection],
    ["the connection comes from inside", undefined, { serviceType: "ClusterIP" }, byConnection],
  ] as [string, object | undefined, object, AuthorizationRule][]) {
    it(`is fine where ${what}`, async () => {
      assert.equal(await told(mesh(topology), ingress(gateway), policy(rule)), "");
    });
  }

  it("is not judged for Pods that are no gateway of the program, or of another mesh", async () => {
    const web = { namespace: "shop", selector: { app: "web" } };
    assert.equal(await told(mesh(), ingress(), policy(byClient, web)), "");
    assert.equal(await told(ingress(), policy(byClient)), "");
  });

  it("is judged at a Gateway of the Gateway API too", async () => {
    const app = (args: object) => () =>
      void new AppGateway("shop", {
        namespace: "shop",
        dialect: "gateway-api",
        routes: [{ service: "web", port: 80 }],
        ...args,
      });
    const place = { namespace: "shop", targets: [{ kind: "Gateway" as const, name: "shop" }] };
    assert.match(
      await told(mesh(), app({}), policy(byClient, place)),
      /remoteIpBlocks: .* Gateway shop\/shop believes none/,
    );
    assert.equal(await told(mesh(), app({ numTrustedProxies: 1 }), policy(byClient, place)), "");
  });
});
