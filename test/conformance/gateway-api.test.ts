import assert from "node:assert/strict";
import { meshOfObjects } from "../../testing";
import { type ConformanceTest, conformanceTests } from "../support/gateway-api-cases";
import { ask, questionOf } from "../support/gateway-api-question";
import { differencesIn } from "../support/gateway-api-verdict";

/** Tests of the suite, or one request of them, that ask something else than what its tables say. */
const leftOut: Readonly<Record<string, string>> = {
  "gateway-with-clientcertificate-validation-insecure-fallback":
    "the port that is called stands in the call",
  "httproute-reference-grant": "the second request is asked when the grant is gone",
  "mesh/mesh-consumer-route": "the first request is sent from another namespace",
  "mesh/httproute-named-rule": "a path that the suite does not look at is wrong in the table",
  "mesh/mesh-frontend-hostname": "a sidecar goes by the host of HTTP, not by the address",
};

/** Where answers are not what the suite wants. */
function differencesOf({ isMesh, objects, cases }: ConformanceTest): string[] {
  const mesh = meshOfObjects(objects);
  return cases.flatMap((one) => {
    const asked = questionOf(one, isMesh ? "echo" : "example.com");
    const answers = (isMesh ? ["mesh"] : one.gateways).map((gateway) => {
      const client = isMesh
        ? mesh.from("echo-v1", "gateway-conformance-mesh")
        : mesh.outside({ gateway });
      return differencesIn(ask(client, asked, objects, gateway), one, asked);
    });
    return answers.some((differences) => differences.length === 0)
      ? []
      : [`${one.place} ${answers[0]?.join(", ")}`];
  });
}

describe("requests of the Gateway API's conformance suite", () => {
  const tests = conformanceTests();

  for (const test of tests.filter(({ name }) => leftOut[name] === undefined)) {
    it(`${test.name}: ${test.cases.length}`, () => {
      assert.deepEqual(differencesOf(test), []);
    });
  }

  for (const [name, reason] of Object.entries(leftOut)) {
    it(`${name} is answered otherwise: ${reason}`, () => {
      const test = tests.find((one) => one.name === name);
      assert.ok(test);
      assert.notDeepEqual(differencesOf(test), []);
    });
  }

  it("is asked nearly whole", () => {
    assert.equal(tests.flatMap(({ cases }) => cases).length, 408);
  });
});
