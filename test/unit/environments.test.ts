import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { stackNames } from "../../scripts/programs";
import type { RequestOptions } from "../../testing";
import { meshOf, refusal, shares, type TestMesh } from "../../testing";
import { type Caller, denied, environmentAsks, refused } from "../support/environment-asks";

const meshOfStack = (stack: string) =>
  meshOf(() => require("../../index"), {
    project: "istio-mesh",
    stack,
    config: parse(readFileSync(`Pulumi.${stack}.yaml`, "utf8")).config,
  });

function answerTo(mesh: TestMesh, from: Caller, url: string, options?: RequestOptions) {
  const [namespace = "", workload = ""] = from.split("/");
  const client = from === "outside" ? mesh.outside() : mesh.from(workload, namespace);
  const answer = client.get(url, options);
  assert.deepEqual(answer.notModelled, []);
  return answer;
}

describe("the environments", () => {
  it("are asked one by one", () => {
    assert.deepEqual(Object.keys(environmentAsks).sort(), stackNames(".").sort());
  });

  for (const [stack, list] of Object.entries(environmentAsks)) {
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
