import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { stackNames } from "../../scripts/programs";
import type { RequestOptions } from "../../testing";
import { meshOf, refusal, shares, type TestMesh } from "../../testing";

const meshOfStack = (stack: string) =>
  meshOf(() => require("../../index"), {
    project: "istio-mesh",
    stack,
    config: parse(readFileSync(`Pulumi.${stack}.yaml`, "utf8")).config,
  });

/** `namespace/workload`, or somebody at the ingress gateway. */
type Caller = `${string}/${string}` | "outside";

type Ask = [from: Caller, url: string, expected: Record<string, number> | string];

function answerTo(mesh: TestMesh, from: Caller, url: string, options?: RequestOptions) {
  const [namespace = "", workload = ""] = from.split("/");
  const client = from === "outside" ? mesh.outside() : mesh.from(workload, namespace);
  const answer = client.get(url, options);
  assert.deepEqual(answer.notModelled, []);
  return answer;
}

const refused = "the TLS handshake is refused";
const denied = "denied (403): AuthorizationPolicy allow-nothing.istio-system does not allow it";

const bookinfoAsks: Ask[] = [
  ["outside", "http://any.example/productpage", { v1: 100 }],
  ["outside", "http://any.example/reviews/0", "404: no route takes it"],
  ["bookinfo/sleep", "http://reviews:9080/reviews/0", { v1: 80, v2: 20 }],
  ["outside/notsleep", "http://reviews.bookinfo:9080/reviews/0", refused],
];

const asks: Record<string, Ask[]> = {
  dev: bookinfoAsks,
  ambient: bookinfoAsks,
  coolstore: [
    ["outside", "http://any.example/api/catalog", { webapp: 100 }],
    ["istioinaction/webapp", "http://catalog.istioinaction/items", { v1: 90, v2: 10 }],
    ["istioinaction/sleep", "http://forum/api/users", { v1: 100 }],
    ["outside/notsleep", "http://catalog.istioinaction/items", refused],
  ],
  mixed: [
    ...bookinfoAsks,
    ["outside", "http://webapp.istioinaction.io/api/catalog", { webapp: 100 }],
    ["istioinaction/webapp", "http://catalog.istioinaction/items", { v1: 90, v2: 10 }],
    ["outside/notsleep", "http://catalog.istioinaction/items", refused],
    // Each mode calls the other. The route of the shop is for its sidecars: ztunnel knows of none, and
    // no waypoint stands before the shop, so an ambient client reaches all Pods alike.
    ["istioinaction/sleep-sidecar", "http://reviews.bookinfo:9080/reviews/0", { v1: 80, v2: 20 }],
    ["bookinfo/sleep", "http://catalog.istioinaction/items", { v1: 50, v2: 50 }],
  ],
  production: [
    ["outside", "https://bookinfo.example.com/productpage", { v1: 100 }],
    ["outside", "https://bookinfo.example.com/reviews/0", "404: no route takes it"],
    [
      "outside",
      "https://other.example.com/productpage",
      "the connection is closed: no server at port 443 of istio-ingressgateway.istio-ingress knows other.example.com",
    ],
    ["bookinfo/productpage", "http://reviews:9080/reviews/0", { v2: 90, v3: 10 }],
    ["bookinfo/productpage", "http://details:9080/details/0", { v1: 100 }],
    ["bookinfo/reviews", "http://ratings:9080/ratings/0", { v1: 100 }],
    ["bookinfo/productpage", "http://ratings:9080/ratings/0", denied],
    ["bookinfo/reviews", "http://details:9080/details/0", denied],
    [
      "bookinfo/productpage",
      "http://example.com/",
      "502: outboundTrafficPolicy REGISTRY_ONLY lets nobody out to whom it does not know",
    ],
  ],
};

describe("the environments", () => {
  it("are asked one by one", () => {
    assert.deepEqual(Object.keys(asks).sort(), stackNames(".").sort());
  });

  for (const [stack, list] of Object.entries(asks)) {
    it(`answer as ${stack} promises`, async () => {
      const mesh = await meshOfStack(stack);
      assert.deepEqual(
        list.map(([from, url]) => {
          const answer = answerTo(mesh, from, url);
          return [from, url, refusal(answer) ?? shares(answer)];
        }),
        list,
      );
    });
  }

  it("send the cohort of coolstore to its new catalog", async () => {
    const mesh = await meshOfStack("coolstore");
    const headers = { "x-istio-cohort": "internal" };
    const { destinations, timeout } = answerTo(
      mesh,
      "istioinaction/webapp",
      "http://catalog.istioinaction/items",
      { headers },
    );
    assert.deepEqual(
      destinations.map(({ version, share }) => [version, share]),
      [["v2", 100]],
    );
    assert.equal(timeout, "3s");
  });

  it("lead plain requests of production to HTTPS, and let nobody else in whom no policy names", async () => {
    const mesh = await meshOfStack("production");
    const plain = answerTo(mesh, "outside", "http://bookinfo.example.com/productpage");
    assert.deepEqual(plain.redirect, {
      status: 301,
      location: "https://bookinfo.example.com/productpage",
    });
    const outsider = mesh.fromPod({ namespace: "default", mode: "none" });
    assert.equal(refusal(outsider.get("http://productpage.bookinfo:9080/productpage")), refused);
    const insider = mesh.fromPod({ namespace: "bookinfo", serviceAccount: "default" });
    assert.equal(refusal(insider.get("http://productpage.bookinfo:9080/productpage")), denied);
  });
});
