import assert from "node:assert/strict";
import { probes } from "./probes";

describe("a probe", () => {
  for (const [application, body, version] of [
    ["bookinfo", "<dd>reviews-v3-7d9f</dd>", "v3"],
    ["bookinfo", "Sorry, product reviews are currently unavailable", undefined],
    ["coolstore", '[{"id":1}]', "v1"],
    ["coolstore", '[{"id":1,"imageUrl":"http://…"}]', "v2"],
    ["coolstore", "error calling Catalog service", undefined],
  ] as const) {
    it(`reads ${version} in an answer of ${application} such as ${body}`, () => {
      assert.equal(probes[application]?.versionOf(body), version);
    });
  }
});
