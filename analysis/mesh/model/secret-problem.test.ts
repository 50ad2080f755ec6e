import assert from "node:assert/strict";
import { newCertificate } from "../../../test/support/certificates";
import { Mesh } from "../mesh";
import { credentialsOfMesh } from "./credentials";
import { secretProblem } from "./secret-problem";

const now = new Date("2026-06-15T00:00:00Z");

const until = (notAfter: string, notBefore = "2025-01-01"): string =>
  newCertificate({
    commonName: "x",
    notBefore: new Date(notBefore),
    notAfter: new Date(notAfter),
    keyType: "ec",
  }).certificate;

function told(secret: Record<string, unknown>): string {
  const metadata = { name: "web", namespace: "gates" };
  const mesh = new Mesh([{ apiVersion: "v1", kind: "Secret", metadata, ...secret }]);
  const one = mesh.fact(credentialsOfMesh).find("gates", "web");
  assert.ok(one);
  const problem = secretProblem(one, now);
  return problem ? `${problem.level}: ${problem.message}` : "";
}

const pair = (certificate: string) => ({
  stringData: { "tls.crt": certificate, "tls.key": "a key" },
});

const needed = "has not both tls.crt and tls.key (or cert and key); it has";

describe("secretProblem", () => {
  const good = until("2027-01-01");
  const cases: [what: string, secret: Record<string, unknown>, expected: string][] = [
    ["a certificate that is valid for long", pair(good), ""],
    ["the other two keys", { stringData: { cert: good, key: "a key" } }, ""],
    [
      "base64",
      { data: { "tls.crt": Buffer.from(good).toString("base64"), "tls.key": "YQ==" } },
      "",
    ],
    ["the last day before it is told", pair(until("2026-06-29")), ""],
    [
      "the first day of the last two weeks",
      pair(until("2026-06-28T23:00:00Z")),
      "warning: has a certificate that expires on 2026-06-28, in 13 days",
    ],
    ["the past", pair(until("2026-06-14")), "error: has a certificate that expired on 2026-06-14"],
    [
      "the future",
      pair(until("2028-01-01", "2026-07-01")),
      "error: has a certificate that is valid from 2026-07-01",
    ],
    ["no PEM", pair("TODO"), "error: holds no certificate in PEM that can be read"],
    ["no base64", { data: { "tls.crt": "%", "tls.key": "YQ==" } }, "error: has an empty tls.crt"],
    ["an empty key", { stringData: { cert: good, key: "" } }, "error: has an empty key"],
    [
      "one of each sort",
      { stringData: { cert: good, "tls.key": "k" } },
      `error: ${needed} cert, tls.key`,
    ],
    ["nothing", {}, `error: ${needed} nothing`],
    [
      "another type",
      { type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "{}" } },
      `error: ${needed} .dockerconfigjson and is of type kubernetes.io/dockerconfigjson`,
    ],
  ];
  for (const [what, secret, expected] of cases) {
    it(`judges ${what}`, () => {
      assert.equal(told(secret), expected);
    });
  }
});
