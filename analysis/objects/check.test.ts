import assert from "node:assert/strict";
import { checkObject } from "./check";

const without = (apiVersion: string, kind: string): string[] =>
  checkObject({ apiVersion, kind, metadata: { name: "a", namespace: "ns" } }).map(
    ({ level, path }) => `${level} ${path}`,
  );

describe("an object without a spec", () => {
  it("is refused where its kind needs one, or something in it", () => {
    assert.deepEqual(without("networking.istio.io/v1", "ServiceEntry"), ["error spec"]);
    assert.deepEqual(without("networking.istio.io/v1", "DestinationRule"), ["error spec.host"]);
  });

  it("is taken where nothing is needed", () => {
    assert.deepEqual(without("security.istio.io/v1", "AuthorizationPolicy"), []);
    assert.deepEqual(without("security.istio.io/v1", "PeerAuthentication"), []);
  });
});
