import assert from "node:assert/strict";
import { heading, nextSteps, observed } from "./summary-text";

const bookinfo = { page: "http://10.98.0.1/productpage", split: { v1: 80, v2: 20 } };
const coolstore = { page: "http://webapp.example.com/", split: { v1: 90, v2: 10 } };
const outputs = {
  version: "1.30.2",
  profile: "sidecar",
  namespaces: { bookinfo: "sidecar", outside: "none" },
  gatewayAddress: "10.98.0.1",
  applications: { bookinfo },
};
const both = { ...outputs, applications: { bookinfo, coolstore } };
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

  it("tells which name has to lead to the gateway", () => {
    assert.deepEqual(heading(both, dev).slice(-2), [
      "  Bookinfo, for your browser: http://127.0.0.1:4000/productpage",
      "  Coolstore: http://webapp.example.com/, where the name leads to 10.98.0.1",
    ]);
  });

  it("says when the gateway has no address", () => {
    const { gatewayAddress: _, ...without } = both;
    assert.deepEqual(heading(without, dev).slice(3), [
      "  namespace outside: none",
      "  the gateway has no address yet; `pulumi stack output gatewayAddress` shows it once it has one",
    ]);
  });

  it("holds what the requests saw against what was declared", () => {
    assert.deepEqual(observed("reviews", bookinfo.split, { v1: 163 }, 200), [
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
    const named = { bookinfo: { ...bookinfo, page: "http://bookinfo.example.com/productpage" } };
    assert.deepEqual(
      nextSteps(
        { ...outputs, applications: { ...named, coolstore } },
        { ...dev, stack: "mixed" },
      ).slice(3, -1),
      [
        "  lab/lab --name mixed split http://10.98.0.1/productpage --header 'host: bookinfo.example.com'    # who answers",
        "  lab/lab --name mixed status    # all that runs; http://127.0.0.1:4000/ lists what the gateway answers",
      ],
    );
    const secure = { bookinfo: { ...bookinfo, page: "https://bookinfo.example.com/productpage" } };
    assert.deepEqual(nextSteps({ ...outputs, applications: secure }, dev).slice(3), [
      "  lab/lab status    # all that runs; http://127.0.0.1:4000/ lists what the gateway answers",
      "  make down",
    ]);
    assert.deepEqual(nextSteps(outputs, { stack: "ambient", context: "mine", entrance: "" }), [
      "",
      "Next:",
      "  edit the weights in Pulumi.ambient.yaml, then: make preview STACK=ambient CONTEXT=mine, make up STACK=ambient CONTEXT=mine",
      "  make down STACK=ambient CONTEXT=mine",
    ]);
  });
});
