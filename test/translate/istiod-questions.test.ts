import assert from "node:assert/strict";
import { hasCluster, request } from "../support/envoy";
import { client, configOf, host, subsets, virtualService, web } from "../support/hand-written";
import { service } from "../support/objects";
import { type ProxyConfig, type Question, translate } from "../support/translate";

describe("a question that cannot be answered", () => {
  const refused: [what: string, question: Question, error: RegExp][] = [
    [
      "an object that the API server refuses",
      { objects: [virtualService({ hosts: [host], htp: [] })], proxies: [client] },
      /VirtualService shop\/web: unknown fields \[spec\.htp\]/,
    ],
    [
      "an object that istiod's webhook refuses",
      { objects: [virtualService({ hosts: [host] })], proxies: [client] },
      /VirtualService shop\/web: http, tcp or tls must be provided/,
    ],
    [
      "a kind that Istio does not have",
      { objects: [{ ...subsets, kind: "DestinationRules" }], proxies: [client] },
      /no definition of networking\.istio\.io\/v1, Kind=DestinationRules/,
    ],
    [
      "the same object twice",
      { objects: [subsets, subsets], proxies: [client] },
      /DestinationRule shop\/web is there twice/,
    ],
    [
      "two proxies of one name",
      { objects: [], proxies: [client, client] },
      /two proxies are called "client"/,
    ],
    [
      "mesh configuration that is none",
      { objects: [], meshConfig: { accessLogFile: 1 }, proxies: [client] },
      /meshConfig: /,
    ],
    ["an object without kind", { objects: [{ ...subsets, kind: "" }], proxies: [client] }, /Kind/],
  ];
  for (const [what, question, error] of refused) {
    it(`${what} is an error, and the next question is answered`, async () => {
      await assert.rejects(translate(question), error);
      const config = await configOf({ objects: web, proxies: [client] });
      assert.deepEqual(request(config, { host })?.destinations, [{ host, port: 80, weight: 100 }]);
    });
  }

  it("answers questions at the same time, each for itself", async () => {
    const names = ["a", "b", "c"];
    const configs = await Promise.all(
      names.map((name) => configOf({ objects: [service(name, "shop")], proxies: [client] })),
    );
    names.forEach((name, i) => {
      const has = names.map((other) =>
        hasCluster(configs[i] as ProxyConfig, `${other}.shop.svc.cluster.local`, 80),
      );
      assert.deepEqual(
        has,
        names.map((other) => other === name),
        name,
      );
    });
  });
});
