import assert from "node:assert/strict";
import { heading, nextSteps, observed } from "./summary-text";

const outputs = {
  version: "1.30.2",
  profile: "sidecar",
  namespaces: { bookinfo: "sidecar", outside: "none" },
  url: "http://10.98.0.1/productpage",
  split: { v1: 80, v2: 20 },
};
const dev = { stack: "dev", context: "", entrance: "127.0.0.1:4000" };

describe("the end of make up", () => {
  it("tells what runs, and where a browser finds it", () => {
    assert.deepEqual(heading(outputs, dev), [
      "",
      "Istio 1.30.2 (sidecar), stack dev",
      "  namespace bookinfo: sidecar",
      "  namespace outside: none",
      "  Bookinfo, for your browser: http://127.0.0.1:4000/productpage",
    ]);
    const elsewhere = { stack: "dev", context: "mine", entrance: "" };
    assert.equal(
      heading(outputs, elsewhere).at(-1),
      "  Bookinfo, for your browser: http://10.98.0.1/productpage",
    );
  });

  it("says when the gateway has no address", () => {
    const { url: _, ...without } = outputs;
    assert.equal(
      heading(without, dev).at(-1),
      "  the gateway has no address yet; `pulumi stack output url` shows it once it has one",
    );
  });

  it("holds what the requests saw against what was declared", () => {
    assert.deepEqual(observed(outputs, { v1: 163 }, 200), [
      "  reviews v1: 163 of 200 requests, declared 80 %",
      "  reviews v2: 0 of 200 requests, declared 20 %",
    ]);
  });

  it("names the next commands as they are for this stack", () => {
    assert.deepEqual(nextSteps(outputs, dev), [
      "",
      "Next:",
      "  edit the weights in Pulumi.dev.yaml, then: make preview, make up",
      "  lab/lab split http://10.98.0.1/productpage    # who answers",
      "  lab/lab status    # all that runs; http://127.0.0.1:4000/ lists what the gateway answers",
      "  make down",
    ]);
    assert.equal(
      nextSteps(outputs, { ...dev, stack: "ambient" })[3],
      "  lab/lab --name ambient split http://10.98.0.1/productpage    # who answers",
    );
    assert.deepEqual(nextSteps(outputs, { stack: "ambient", context: "mine", entrance: "" }), [
      "",
      "Next:",
      "  edit the weights in Pulumi.ambient.yaml, then: make preview STACK=ambient CONTEXT=mine, make up STACK=ambient CONTEXT=mine",
      "  make down STACK=ambient CONTEXT=mine",
    ]);
  });
});
