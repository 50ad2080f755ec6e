import assert from "node:assert/strict";
import { chartName } from "./chart-name";

describe("the name of a chart", () => {
  it("is the last part of what refers to it, without a version", () => {
    for (const reference of [
      "gateway",
      "istio/gateway",
      "./charts/gateway/",
      "/charts/gateway-1.31.0-rc.1.tgz",
      "gateway.tgz",
      "oci://ghcr.io/istio/release/charts/gateway",
      "oci://localhost:5000/charts/gateway:1.31.0",
      "https://example.com/charts/gateway-1.31.0.tgz",
    ]) {
      assert.equal(chartName(reference), "gateway", reference);
    }
    assert.equal(chartName("my-gateway"), "my-gateway");
    assert.equal(chartName(""), "");
  });
});
