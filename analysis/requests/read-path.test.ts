import assert from "node:assert/strict";
import { Mesh } from "../mesh/mesh";
import { answer } from "./ask";
import type { Request } from "./request";

const named = (kind: string, name: string, spec: object, apiVersion = "v1") => ({
  apiVersion,
  kind,
  metadata: { name, ...(kind !== "Namespace" && { namespace: "shop" }) },
  spec,
});

const objects = [
  {
    ...named("Namespace", "shop", {}),
    metadata: { name: "shop", labels: { "istio-injection": "enabled" } },
  },
  named("Service", "web", { selector: { app: "web" }, ports: [{ name: "http", port: 80 }] }),
  ...["web", "client"].map((name) => ({
    ...named("Pod", name, { containers: [{ name, image: "x" }] }),
    metadata: { name, namespace: "shop", labels: { app: name } },
  })),
  named(
    "VirtualService",
    "web",
    {
      hosts: ["web"],
      http: [
        { match: [{ uri: { exact: "/cart" } }], directResponse: { status: 418 } },
        { match: [{ uri: { prefix: "/old" } }], redirect: { authority: "new" } },
        { match: [{ uri: { prefix: "/a/b" } }], directResponse: { status: 409 } },
        { route: [{ destination: { host: "web" } }] },
      ],
    },
    "networking.istio.io/v1",
  ),
];

const asked = (path: string, normalization?: string) => {
  const meshConfig = normalization ? { pathNormalization: { normalization } } : {};
  const request: Request = {
    from: { kind: "workload", namespace: "shop", name: "client" },
    protocol: "http",
    host: "web",
    port: 80,
    http: { authority: "web", path, method: "GET", headers: {}, scheme: "http" },
  };
  return answer(new Mesh(objects as never, { meshConfig }), request);
};

describe("a path as proxies read it", () => {
  it("is compared by routes after dots and needless escapes are gone", () => {
    for (const path of [
      "/x/../cart",
      "/./cart",
      "/%63art",
      "/x\\..\\cart",
      "/cart?q=1#x",
      "/cart#x",
    ]) {
      assert.equal(asked(path).status, 418, path);
    }
  });

  it("stands so in a redirect", () => {
    const { redirect } = asked("/old/./a/../b?x=/../y#z");
    assert.equal(redirect?.location, "http://new/old/b?x=/../y");
  });

  it("is sent on so", () => {
    assert.deepEqual(asked("/a/../c/.?q=%62").rewritten, { path: "/c/?q=%62" });
    assert.equal(asked("/c//d").rewritten, undefined);
  });

  it("is read as mesh config says", () => {
    assert.equal(asked("/x/../cart", "NONE").status, undefined);
    assert.equal(asked("//a//b", "BASE").status, undefined);
    assert.equal(asked("//a//b", "MERGE_SLASHES").status, 409);
    assert.equal(asked("/a%2Fb", "MERGE_SLASHES").status, undefined);
    assert.equal(asked("/a%2Fb", "DECODE_AND_MERGE_SLASHES").status, 409);
  });
});
