import assert from "node:assert/strict";
import { changedInstaller } from "./changed-installer";

const urn = (type: string, name = "mesh-istiod") =>
  `urn:pulumi:dev::shop::istio-mesh:index:ControlPlane$kubernetes:helm.sh/${type}::${name}`;
const [chart, release] = [urn("v4:Chart"), urn("v3:Release")];

describe("a chart that somebody else is to install", () => {
  it("is refused, in both directions", () => {
    assert.match(
      changedInstaller(release, new Set([chart])) ?? "",
      /^"release" would delete all that "chart" installed/,
    );
    assert.match(
      changedInstaller(chart, new Set([release])) ?? "",
      /^"chart" would delete all that "release" installed/,
    );
  });

  it("is nothing to speak of for a first installation, or one that stays", () => {
    assert.equal(changedInstaller(release, new Set()), undefined);
    assert.equal(changedInstaller(release, new Set([release])), undefined);
    assert.equal(changedInstaller(release, new Set([urn("v4:Chart", "other-istiod")])), undefined);
    assert.equal(changedInstaller(urn("v1:Namespace"), new Set([chart])), undefined);
  });
});
