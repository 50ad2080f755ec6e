import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { eventually, must } from "../support/command";
import { Claim, claim } from "../support/component-case";
import { Lab } from "../support/lab";

const issuer = "https://id.example.com";
const own = generateKeyPairSync("ec", { namedCurve: "P-256" });
const foreign = generateKeyPairSync("ec", { namedCurve: "P-256" });
const kid = "own";

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

/** A JSON Web Token that holds an hour, unless `claims` say otherwise. */
function token(claims: object = {}, key: KeyObject = own.privateKey): string {
  const all = { iss: issuer, aud: "shop", sub: "alice", exp: secondsFromNow(3600), ...claims };
  const signed = `${encoded({ alg: "ES256", kid, typ: "JWT" })}.${encoded(all)}`;
  const signature = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
}

interface Answer {
  status: number;
  headers: Record<string, string[]>;
  body: string;
}

const format = '\\n{"status": %{http_code}, "headers": %{header_json}}';

/** What curl shows with `format`. */
function answer(text: string): Answer {
  const end = text.lastIndexOf('\n{"status"');
  return { body: text.slice(0, end), ...JSON.parse(text.slice(end)) };
}

// The real Envoys judge: the ingress gateway's, asked from the lab's node, and the workloads' sidecars,
// asked from a Pod of the mesh.
describe("policies, as a client sees them", function () {
  this.timeout(900_000);
  const lab = new Lab("test-policies", "policies", "test/cluster/programs/policies");
  let gateway = "";

  before("deploys them", async function () {
    this.timeout(900_000);
    const path = (await must("lab/lab", ["tools", "sh", "-c", 'echo "$ISTIO_MESH_CHARTS"'])).trim();
    const keys = [{ ...own.publicKey.export({ format: "jwk" }), kid, use: "sig", alg: "ES256" }];
    await lab.up();
    lab.configureWith({
      "istio-mesh-test-policies:charts": { path },
      "istio-mesh-test-policies:issuer": issuer,
      "istio-mesh-test-policies:jwks": JSON.stringify({ keys }),
    });
    await lab.deploy();
    gateway = String((await lab.outputs()).address);
  });
  after(() => lab.down());

  const options = ["--silent", "--max-time", "10", "--write-out", format];
  const atGateway = async (path: string, ...more: string[]) =>
    answer(await lab.exec("node", "curl", ...options, ...more, `http://${gateway}${path}`));
  const inMesh = async (address: string, ...more: string[]) =>
    answer(await lab.exec("shop/client", "curl", ...options, ...more, `http://${address}`));
  const bearer = (jwt: string) => ["--header", `Authorization: Bearer ${jwt}`];

  /** Statuses of one request after the other since the limit was there, up to the first refusal. */
  async function untilRefused(ask: () => Promise<Answer>): Promise<number[]> {
    const statuses: number[] = [];
    await eventually(async () => {
      const { status, headers } = await ask();
      if (headers["x-ratelimit-limit"]) {
        statuses.push(status);
      }
      assert.equal(status, 429);
    }, 60);
    return statuses;
  }

  it("has nothing to change after it was applied", async () => {
    assert.deepEqual(await lab.preview(), []);
  });

  describe(`a rate limit ${claim("RateLimit", Claim.Cluster)}`, () => {
    it("lets as many requests through the gateway as it says, and no other path suffers", async () => {
      assert.deepEqual(
        await untilRefused(() => atGateway("/anything/limited")),
        [200, 200, 200, 429],
      );
      const refused = await atGateway("/anything/limited");
      assert.deepEqual([refused.status, refused.body], [429, "local_rate_limited"]);
      assert.equal((await atGateway("/anything/else")).status, 200);
    });

    it("holds at a workload's sidecar too, for that workload alone", async () => {
      const ask = () => inMesh("scarce:8000/status/200");
      assert.deepEqual(await untilRefused(ask), [200, 200, 429]);
      assert.equal((await inMesh("httpbin:8000/status/200")).status, 200);
    });
  });

  describe(`tokens at the gateway ${claim("JwtAuthentication", Claim.Cluster)}`, () => {
    it("are needed", async () => {
      await eventually(async () => {
        const { status, body } = await atGateway("/headers");
        assert.deepEqual([status, body], [403, "RBAC: access denied"]);
      });
    });

    it("let a request through, and tell the workload who the user is", async () => {
      const { status, body } = await atGateway("/headers", ...bearer(token()));
      assert.equal(status, 200);
      assert.deepEqual(JSON.parse(body).headers["X-User"], ["alice"]);
    });

    it("are not needed for the paths that are exempt", async () => {
      assert.equal((await atGateway("/anything/else")).status, 200);
    });

    for (const [what, jwt, status, body] of [
      ["no token at all", "nonsense", 401, /^Jwt is not in the form/],
      ["signed by another key", token({}, foreign.privateKey), 401, /^Jwt verification fails/],
      ["out of date", token({ exp: secondsFromNow(-3600) }), 401, /^Jwt is expired/],
      ["of another issuer", token({ iss: "https://x.example" }), 401, /^Jwt issuer is not/],
      ["for another audience", token({ aud: "office" }), 403, /^Audiences in Jwt are not allowed/],
    ] as const) {
      it(`are refused with ${status} when they are ${what}, at exempt paths too`, async () => {
        for (const path of ["/headers", "/anything/else"]) {
          const seen = await atGateway(path, ...bearer(jwt));
          assert.equal(seen.status, status);
          assert.match(seen.body, body);
        }
      });
    }
  });

  describe(`authorization ${claim("Authorization", Claim.Cluster)}`, () => {
    it("judges by a claim of the token", async () => {
      const ask = (...groups: string[]) => atGateway("/uuid", ...bearer(token({ groups })));
      assert.equal((await ask("guests", "admins")).status, 200);
      for (const refused of [await ask(), await ask("guests")]) {
        assert.deepEqual([refused.status, refused.body], [403, "RBAC: access denied"]);
      }
    });

    it("lets nothing to the workloads but what is on the list", async () => {
      assert.equal((await atGateway("/anything/else")).status, 200);
      assert.equal((await inMesh("httpbin:8000/status/204")).status, 204);
      for (const refused of [
        await atGateway("/anything/else", "--request", "POST"),
        await inMesh("httpbin:8000/headers"),
      ]) {
        assert.deepEqual([refused.status, refused.body], [403, "RBAC: access denied"]);
      }
    });
  });

  describe("routes", () => {
    const coffee = ["--header", "x-drink: coffee"];

    it(`fail on purpose for the requests that they name ${claim("AppGateway", Claim.Cluster)}`, async () => {
      const { status, body } = await atGateway("/anything/else", ...coffee);
      assert.deepEqual([status, body], [418, "fault filter abort"]);
      assert.equal((await atGateway("/anything/else", "--header", "x-drink: tea")).status, 200);
    });

    it(`do so inside the mesh as well ${claim("ServiceRoute", Claim.Cluster)}`, async () => {
      const { status, body } = await inMesh("httpbin:8000/status/204", ...coffee);
      assert.deepEqual([status, body], [418, "fault filter abort"]);
      assert.equal((await inMesh("httpbin:8000/status/204")).status, 204);
    });

    it(`change path and headers on the way ${claim("AppGateway", Claim.Cluster)}`, async () => {
      const { status, headers, body } = await atGateway("/old/things?a=b", "--header", "x-by: me");
      assert.equal(status, 200);
      assert.deepEqual(headers["x-moved"], ["yes"]);
      const asked = JSON.parse(body);
      assert.deepEqual(asked.headers["X-By"], ["gateway"]);
      assert.match(asked.url, /\/anything\/new\/things\?a=b$/);
    });
  });
});
