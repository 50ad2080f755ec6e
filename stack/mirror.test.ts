import assert from "node:assert/strict";
import { withMirror } from "./mirror";

describe("a mirror", () => {
  for (const [address, charts] of [
    ["http://127.0.0.1:8080/charts", { repository: "http://127.0.0.1:8080/charts" }],
    ["oci://registry.example.com/charts", { oci: "oci://registry.example.com/charts" }],
    ["/srv/charts", { path: "/srv/charts" }],
  ] as const) {
    it(`takes charts from ${address} instead of the address in the stack file`, () => {
      const mesh = { profile: "sidecar", charts: { repository: "https://example.com" } } as const;
      assert.deepEqual(withMirror(mesh, { ISTIO_MESH_CHARTS: address }).charts, charts);
    });
  }

  it("takes the Gateway API from elsewhere, but only where it is installed anyway", () => {
    const mirror = { ISTIO_MESH_GATEWAY_API: "/srv/gateway-api.yaml" };
    assert.deepEqual(withMirror({ profile: "ambient" }, mirror).gatewayApi, {
      manifest: "/srv/gateway-api.yaml",
    });
    assert.equal(withMirror({ profile: "sidecar" }, mirror).gatewayApi, undefined);
    const expected = { profile: "ambient", gatewayApi: { mode: "expect" } } as const;
    assert.deepEqual(withMirror(expected, mirror).gatewayApi, { mode: "expect" });
  });

  it("changes nothing when it is not set, or set to nothing", () => {
    const mesh = { profile: "ambient" } as const;
    assert.deepEqual(withMirror(mesh, {}), mesh);
    assert.deepEqual(withMirror(mesh, { ISTIO_MESH_CHARTS: "", ISTIO_MESH_GATEWAY_API: "" }), mesh);
  });
});
