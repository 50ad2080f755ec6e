import assert from "node:assert/strict";
import { defaultHub, defaultVersion, istioVersion } from "./version";

describe("istioVersion", () => {
  for (const version of [defaultVersion, "1.28.6", "1.29.2", "1.30.0", "1.31.0-rc.0", "1.32.0"]) {
    it(`accepts ${version}`, () => {
      assert.equal(istioVersion(version), undefined);
    });
  }
  for (const version of ["1.28.5", "1.29.1", "1.27.9"]) {
    it(`refuses ${version}: its charts would fight with istiod over a webhook`, () => {
      assert.match(
        istioVersion(version) ?? "",
        new RegExp(`"${version}" is too old; allowed: 1.28.6`),
      );
    });
  }
  it("refuses 2.0.0, which Istio has not released", () => {
    assert.match(istioVersion("2.0.0") ?? "", /"2\.0\.0" is no release of Istio/);
  });
  for (const version of ["", "1.31", "v1.31.1", "latest", "1.31.x"]) {
    it(`refuses ${JSON.stringify(version)}, which is no full version`, () => {
      assert.match(istioVersion(version) ?? "", /is not a version/);
    });
  }
});

describe("defaultHub", () => {
  it("replaces the closed registry of 1.30 and leaves the others alone", () => {
    assert.equal(defaultHub("1.30.5"), "docker.io/istio");
    assert.equal(defaultHub("1.29.8"), undefined);
    assert.equal(defaultHub("1.31.1"), undefined);
    assert.equal(defaultHub("1.3.0"), undefined);
  });
});
