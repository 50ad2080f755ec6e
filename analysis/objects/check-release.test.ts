import assert from "node:assert/strict";
import { checkForRelease, releaseOf } from "./check-release";
import type { MeshObject } from "./mesh-object";

const gateway = (tls: object): MeshObject => ({
  apiVersion: "networking.istio.io/v1",
  kind: "Gateway",
  metadata: { name: "shop", namespace: "shop" },
  spec: {
    selector: { istio: "ingressgateway" },
    servers: [
      {
        port: { number: 443, name: "https", protocol: "HTTPS" },
        hosts: ["shop.example.com"],
        tls: { mode: "SIMPLE", credentialName: "shop", ...tls },
      },
    ],
  },
});
const newer = gateway({ ecdhCurves: ["X25519"] });
const path = "spec.servers[0].tls.ecdhCurves";
const installed = (version: string) => ({ owner: 'ControlPlane "mesh"', version });
const said = (object: MeshObject, version?: string) =>
  checkForRelease(object, version === undefined ? undefined : installed(version)).map(
    ({ level, path: at, reason }) => [level, at, reason],
  );

describe("an object for a release", () => {
  it("is taken by the release that knows its fields, and by later ones", () => {
    assert.deepEqual(said(newer, "1.32.0"), []);
    assert.deepEqual(said(newer, "1.33.2"), []);
  });

  it("is refused by an older one, with the release that it needs", () => {
    const reason = 'needs Istio 1.32; ControlPlane "mesh" installs 1.31.2';
    assert.deepEqual(said(newer, "1.31.2"), [["error", path, reason]]);
    assert.deepEqual(said(newer, "1.29.2"), [["error", path, reason.replace("1.31.2", "1.29.2")]]);
  });

  it("is warned of where nobody says what is installed", () => {
    const reason = "needs Istio 1.32; nothing in the program says which one is installed";
    assert.deepEqual(said(newer), [["warning", path, reason]]);
  });

  it("has the rest of it judged all the same", () => {
    const both = gateway({ ecdhCurves: ["X25519"], credentialName: undefined });
    assert.deepEqual(
      said(both).map(([level, at]) => [level, at]),
      [
        ["warning", path],
        ["error", "spec.servers[0].tls.serverCertificate"],
        ["error", "spec.servers[0].tls.privateKey"],
      ],
    );
  });

  it("is refused by all for what none knows, in the words of the one that is installed", () => {
    const wrong = gateway({ ecdhCurvs: ["X25519"] });
    for (const version of [undefined, "1.31.2", "1.32.0"]) {
      const [[level, at, reason] = []] = said(wrong, version);
      assert.deepEqual([level, at], ["error", "spec.servers[0].tls.ecdhCurvs"]);
      assert.match(reason ?? "", /^unknown field; allowed: /);
      assert.equal(/did you mean "ecdhCurves"/.test(reason ?? ""), version === "1.32.0");
    }
  });

  it("of the Gateway API is judged by its releases", () => {
    const route: MeshObject = {
      apiVersion: "gateway.networking.k8s.io/v1",
      kind: "HTTPRoute",
      metadata: { name: "shop", namespace: "shop" },
      spec: { rules: [{ retry: { attempts: 2 }, backendRefs: [{ name: "web", port: 80 }] }] },
    };
    assert.deepEqual(said(route, "1.7.0"), []);
    const reason = 'needs Gateway API 1.7; ControlPlane "mesh" installs 1.6.0';
    assert.deepEqual(said(route, "1.6.0"), [["error", "spec.rules[0].retry", reason]]);
  });

  it("is judged by the newest known release that is not after the version", () => {
    const releases = ["1.28.6", "1.31.0", "1.31.2-rc.1", "1.32.0", "1.45.0", "2.0.0"].map(
      (version) => releaseOf("Istio", version),
    );
    assert.deepEqual(releases, ["1.31", "1.31", "1.31", "1.32", "1.32", "1.32"]);
  });
});
