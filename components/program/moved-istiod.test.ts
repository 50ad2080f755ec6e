import assert from "node:assert/strict";
import { movedIstiods } from "./moved-istiod";
import type { PreviousResource } from "./previous-state";
import type { NewObject } from "./renamed-objects";

const urn = (path: string, { chart = "mesh-istiod", kind = "Deployment", above = "" } = {}) =>
  `urn:pulumi:dev::shop::${above}istio-mesh:index:ControlPlane$kubernetes:helm.sh/v4:Chart$kubernetes:apps/v1:${kind}::${chart}:${path}`;

const object = (one: string): NewObject => ({
  urn: one,
  identity: one,
  owner: { words: 'ControlPlane "mesh"', type: "istio-mesh:index:ControlPlane", name: "mesh" },
  aliases: [],
});

const found = (before: (string | PreviousResource)[], now: string[]) =>
  movedIstiods(
    before.map((one) => (typeof one === "string" ? { urn: one } : one)),
    now.map(object),
  ).map(({ owner, path, text }) => `${owner}: ${path}: ${text}`);

const running = urn("istio-system/istiod");

describe("an istiod whose component is to have another one", () => {
  it("is told of by the revision, with the way to have both", () => {
    const [text = "", ...others] = found([running], [urn("istio-system/istiod-1-31-4")]);
    assert.match(
      text,
      /^ControlPlane "mesh": revision: Deployment istio-system\/istiod would be deleted as soon as istio-system\/istiod-1-31-4 is there.*add a ControlPlane with parts: "istiod".*by parts: "shared" and the new defaultRevision where/,
    );
    assert.deepEqual(others, []);
  });

  it("is told of by the namespace, which a mesh cannot leave", () => {
    const above = "platform:index:Mesh$";
    assert.match(
      found([urn("istio-system/istiod", { above })], [urn("mesh/istiod", { above })])[0] ?? "",
      /^ControlPlane "mesh": namespace: .*the CA .* stays in "istio-system"/,
    );
  });

  it("is told of where Helm installs, by the name of the release", () => {
    const release = (name: string, chart = "mesh-istiod") => ({
      urn: `urn:pulumi:dev::shop::istio-mesh:index:ControlPlane$kubernetes:helm.sh/v3:Release::${chart}`,
      identity: `helm.sh Release istio-system/${name}`,
    });
    const moved = (before: PreviousResource, now: { urn: string; identity: string }) =>
      movedIstiods([before], [{ ...object(now.urn), ...now }]);
    assert.match(
      moved(release("istiod"), release("istiod-1-31-4"))[0]?.text ?? "",
      /^Deployment istio-system\/istiod would be deleted as soon as istio-system\/istiod-1-31-4/,
    );
    assert.deepEqual(moved(release("istiod"), release("istiod")), []);
    assert.deepEqual(moved(release("a", "mesh-base"), release("b", "mesh-base")), []);
  });

  it("is not, where what goes was made after it, by an update that was refused too late", () => {
    const first = { urn: running, created: "2030-01-01T10:00:00Z" };
    const next = urn("istio-system/istiod-1-31-4");
    const left = { urn: next, created: "2030-01-01T11:00:00Z" };
    assert.deepEqual(found([first, left], [running]), []);
    assert.equal(found([first, left], [next]).length, 1);
    assert.equal(found([first, next], [running]).length, 1);
  });

  it("is not, where it stays, is new, or goes for good", () => {
    const another = urn("istio-system/istiod-next", { chart: "next-istiod" });
    assert.deepEqual(found([running], [running, another]), []);
    assert.deepEqual(found([], [running]), []);
    assert.deepEqual(found([running], [another]), []);
    const agent = (path: string) => urn(path, { chart: "mesh-cni", kind: "DaemonSet" });
    assert.deepEqual(found([agent("istio-system/cni")], [agent("kube-system/cni")]), []);
  });
});
