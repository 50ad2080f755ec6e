import assert from "node:assert/strict";
import { MutualTls, type MutualTlsArgs } from "../../components";
import { atSidecar, inboundChains } from "../support/policy-world";
import type { Envoy } from "../support/translate";

/** What a port of the Pod takes: TLS with the client's certificate, plain text, or both. */
async function accepted(port: number, ...rules: Partial<MutualTlsArgs>[]): Promise<string[]> {
  const config = await atSidecar(() => {
    rules.forEach((args, i) => {
      new MutualTls(`rule-${i}`, { namespace: "shop", ...args });
    });
  });
  const kinds = inboundChains(config, port).map(({ transportSocket }: Envoy) =>
    transportSocket?.typedConfig.requireClientCertificate ? "mutual" : "plain",
  );
  return [...new Set(kinds)].sort();
}

/** Another chain of a permissive sidecar takes TLS that is not the mesh's and hands it on. */
const both = ["mutual", "plain"];
const selector = { app: "web" };

describe("[MutualTls: translated] what the sidecar accepts", () => {
  const modes: [MutualTlsArgs["mode"], string[]][] = [
    ["STRICT", ["mutual"]],
    ["PERMISSIVE", both],
    ["DISABLE", ["plain"]],
    ["UNSET", both],
  ];
  for (const [mode, kinds] of modes) {
    it(`with mode ${mode}, at a port of the Service and at others`, async () => {
      assert.deepEqual(await accepted(8080, { mode }), kinds);
      assert.deepEqual(await accepted(0, { mode }), kinds);
    });
  }

  it("with no mode", async () => {
    assert.deepEqual(await accepted(8080, {}), ["mutual"]);
  });

  it("by the rule of the mesh, unless the namespace has its own", async () => {
    const mesh = { namespace: "istio-system" };
    assert.deepEqual(await accepted(8080, mesh), ["mutual"]);
    assert.deepEqual(await accepted(8080, mesh, { mode: "PERMISSIVE" }), both);
    assert.deepEqual(await accepted(8080, mesh, { mode: "UNSET" }), ["mutual"]);
  });

  it("by the rule of the workload before that of the namespace", async () => {
    assert.deepEqual(await accepted(8080, {}, { mode: "DISABLE", selector }), ["plain"]);
    const other = { app: "other" };
    assert.deepEqual(await accepted(8080, {}, { mode: "DISABLE", selector: other }), ["mutual"]);
  });

  it("at one port alone", async () => {
    const rule = { selector, ports: { "8080": "DISABLE" } } as const;
    assert.deepEqual(await accepted(8080, rule), ["plain"]);
    assert.deepEqual(await accepted(0, rule), ["mutual"]);
  });

  it("in ambient mode as well, where the chains are those of sidecars among its callers", async () => {
    const rule = { dataPlane: "ambient", mode: "PERMISSIVE", name: "open" } as const;
    assert.deepEqual(await accepted(8080, rule), both);
  });
});
