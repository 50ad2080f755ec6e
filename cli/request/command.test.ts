import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const tool = join(__dirname, "../main.ts");

const set = `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: client, namespace: shop}
spec: {template: {metadata: {labels: {app: client}}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec: {template: {metadata: {labels: {app: web, version: v1}}}}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
`;

const authorizer = `
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ask, namespace: shop}
spec: {action: CUSTOM, provider: {name: judge}, rules: [{}]}
`;

const asked = (objects: string, url = "http://web/") => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ["--import", "tsx", tool, "request", "--from", "client.shop", url, "-"],
    { input: objects, encoding: "utf8" },
  );
  return { status, lines: stdout.split("\n") };
};

describe("how istio-mesh request ends", () => {
  it("is with 0 when it is answered, also where nobody is there", () => {
    const { status, lines } = asked(set);
    assert.deepEqual([status, lines[1]], [0, "web.shop:80 v1"]);
    const nobody = asked(set, "http://wbe/");
    assert.deepEqual([nobody.status, nobody.lines[1]], [0, "there is no Service wbe"]);
  }).timeout(120_000);

  it("is with 1 when something touches it that is not modelled, such as a provider that is asked", () => {
    const { status, lines } = asked(set + authorizer);
    assert.deepEqual([status, lines[1]], [1, "web.shop:80 v1"]);
    assert.ok(
      lines.includes("not modelled: what the provider judge says (AuthorizationPolicy shop/ask)"),
      lines.join("\n"),
    );
  }).timeout(120_000);
});
