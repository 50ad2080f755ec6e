import assert from "node:assert/strict";
import type { ControlPlaneArgs } from "../components";
import { withMirror } from "./mirror";

describe("a mirror", () => {
  for (const [address, charts] of [
    ["http://127.0.0.1:8080/charts", { repository: "http://127.0.0.1:8080/charts" }],
    ["oci://registry.example.com/charts", { oci: "oci://registry.example.com/charts" }],
    ["/srv/charts", { path: "/srv/charts" }],
  ] as const) {
    it(`takes charts from ${address} instead of the address in the stack file`, () => {
      const written = {
        mesh: { profile: "sidecar", charts: { repository: "https://example.com" } },
        certManager: { crds: false },
      } as const;
      const { mesh, certManager } = withMirror(written, { ISTIO_MESH_CHARTS: address });
      assert.deepEqual(mesh, { profile: "sidecar", charts });
      assert.deepEqual(certManager, { crds: false, charts });
    });
  }

  it("installs no cert-manager that the stack file does not ask for", () => {
    const config = withMirror({ mesh: { profile: "sidecar" } }, { ISTIO_MESH_CHARTS: "/charts" });
    assert.deepEqual(Object.keys(config), ["mesh"]);
  });

  it("takes the Gateway API from elsewhere, but only where it is installed anyway", () => {
    const mirror = { ISTIO_MESH_GATEWAY_API: "/srv/gateway-api.yaml" };
    const gatewayApiOf = (mesh: ControlPlaneArgs) => withMirror({ mesh }, mirror).mesh.gatewayApi;
    assert.deepEqual(gatewayApiOf({ profile: "ambient" }), { manifest: "/srv/gateway-api.yaml" });
    assert.equal(gatewayApiOf({ profile: "sidecar" }), undefined);
    assert.deepEqual(gatewayApiOf({ profile: "ambient", gatewayApi: { mode: "expect" } }), {
      mode: "expect",
    });
  });

  it("changes nothing when it is not set, or set to nothing", () => {
    const config = { mesh: { profile: "ambient" }, certManager: {} } as const;
    assert.deepEqual(withMirror(config, {}), config);
    const empty = { ISTIO_MESH_CHARTS: "", ISTIO_MESH_GATEWAY_API: "" };
    assert.deepEqual(withMirror(config, empty), config);
  });
});
