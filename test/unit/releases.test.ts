import assert from "node:assert/strict";
import { ControlPlane, type ControlPlaneArgs, gateway, networking } from "../../components";
import { record } from "../support/record";

/** A field of Istio 1.32. */
const newer = () =>
  new networking.v1.Gateway("shop", {
    metadata: { name: "shop", namespace: "shop" },
    spec: {
      selector: { istio: "ingressgateway" },
      servers: [
        {
          port: { number: 443, name: "https", protocol: "HTTPS" },
          hosts: ["shop.example.com"],
          tls: { mode: "SIMPLE", credentialName: "shop", ecdhCurves: ["X25519"] },
        },
      ],
    },
  });
const path = "spec.servers[0].tls.ecdhCurves";

const istio = (args: Partial<ControlPlaneArgs> = {}) =>
  new ControlPlane("istio", { profile: "sidecar", ...args });

/** What a program is refused for, and its warnings. */
async function outcome(program: () => void) {
  let refusal: string | undefined;
  const { warnings } = await record(() => {
    try {
      program();
    } catch (error) {
      refusal = (error as Error).message;
    }
  });
  return { refusal, warnings: warnings.filter((text) => text.includes("needs")) };
}

describe("objects, and the release that the program installs", () => {
  it("go together where it is the one that they need", async () => {
    const seen = await outcome(() => {
      istio({ version: "1.32.0" });
      newer();
    });
    assert.deepEqual(seen, { refusal: undefined, warnings: [] });
  });

  it("are refused where it is an older one, by name and version", async () => {
    const { refusal } = await outcome(() => {
      istio({ version: "1.31.0" });
      newer();
    });
    assert.equal(
      refusal,
      `Gateway "shop": 1 argument cannot work\n  ${path}: needs Istio 1.32; ControlPlane "istio" installs 1.31.0 [IST0106]`,
    );
  });

  it("are compared with what is said after them, too", async () => {
    const { refusal } = await outcome(() => {
      newer();
      istio({ version: "1.31.0" });
    });
    assert.match(refusal ?? "", /^ControlPlane "istio": /);
    assert.match(
      refusal ?? "",
      /version: Gateway "shop" relies on it: spec\.servers\[0\]\.tls\.ecdhCurves needs Istio 1\.32; ControlPlane "istio" installs 1\.31\.0/,
    );
  });

  it("are taken with a warning where nobody says what is installed", async () => {
    const { refusal, warnings } = await outcome(newer);
    assert.equal(refusal, undefined);
    assert.deepEqual(warnings, [
      `Gateway "shop": ${path}: needs Istio 1.32; nothing in the program says which one is installed [IST0133]`,
    ]);
  });

  it("count the newest of several istiods", async () => {
    const seen = await outcome(() => {
      for (const [revision, version] of [
        ["1-32-0", "1.32.0"],
        ["1-31-2", "1.31.2"],
      ] as const) {
        new ControlPlane(revision, { profile: "sidecar", parts: "istiod", revision, version });
      }
      newer();
    });
    assert.deepEqual(seen, { refusal: undefined, warnings: [] });
  });

  it("of the Gateway API go by the address of its manifest", async () => {
    const route = () =>
      new gateway.v1.HTTPRoute("web", {
        metadata: { name: "web", namespace: "shop" },
        spec: { rules: [{ retry: { attempts: 2 }, backendRefs: [{ name: "web", port: 80 }] }] },
      });
    const manifest = (version: string) =>
      `https://github.com/kubernetes-sigs/gateway-api/releases/download/v${version}/standard-install.yaml`;
    const withManifest = (version: string) => () => {
      istio({ profile: "ambient", gatewayApi: { manifest: manifest(version) } });
      route();
    };
    assert.equal((await outcome(withManifest("1.7.0"))).refusal, undefined);
    assert.match(
      (await outcome(withManifest("1.6.0"))).refusal ?? "",
      /spec\.rules\[0\]\.retry: needs Gateway API 1\.7; ControlPlane "istio" installs 1\.6\.0/,
    );
  });
});
