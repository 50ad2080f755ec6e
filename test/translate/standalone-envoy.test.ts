import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StandaloneEnvoy, type StandaloneEnvoyArgs } from "../../components";
import { eventually, must } from "../support/command";
import { Claim, claim } from "../support/component-case";
import { objectsOf } from "../support/objects";

const listening = async (answer: RequestListener): Promise<Server> => {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
};
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

async function freePort(): Promise<number> {
  const server = await listening(() => {});
  const port = portOf(server);
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The file that the component gives the proxy, with ports that are free here. */
async function configOf(
  args: Partial<StandaloneEnvoyArgs>,
  ports: Record<number, number>,
): Promise<string> {
  const whole = { namespace: "edge", upstream: "upstream.localhost", upstreamPort: 80, ...args };
  const objects = await objectsOf(() => void new StandaloneEnvoy("proxy", whole));
  const { data } = objects.find(({ kind }) => kind === "ConfigMap") as unknown as {
    data: Record<string, string>;
  };
  return JSON.stringify(JSON.parse(data["envoy.json"] ?? ""), (_, value) => ports[value] ?? value);
}

describe(`${claim("StandaloneEnvoy", Claim.Translated)} a real Envoy on the component's file`, function () {
  this.timeout(60_000);
  let envoy = "";
  let proxy: ChildProcess | undefined;
  let upstream: Server | undefined;
  let dir = "";
  let url = "";

  before(async () => {
    envoy = (await must("lab/lab", ["bin", "envoy"])).trim();
  });
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "envoy-"));
  });
  afterEach(async () => {
    if (proxy?.exitCode === null) {
      proxy.kill("SIGTERM");
      await once(proxy, "exit");
    }
    upstream?.closeAllConnections();
    upstream?.close();
    rmSync(dir, { recursive: true });
  });

  /** Starts an upstream that answers so, and the proxy in front of it. */
  async function start(args: Partial<StandaloneEnvoyArgs>, answer: RequestListener): Promise<void> {
    upstream = await listening(answer);
    const [http, admin] = [await freePort(), await freePort()];
    const config = await configOf(
      { ...args, upstreamPort: portOf(upstream) },
      { 15000: admin, 15001: http },
    );
    const file = join(dir, "envoy.json");
    writeFileSync(file, config);
    const options = ["--config-path", file, "--disable-hot-restart", "--log-level", "error"];
    proxy = spawn(envoy, [...options, "--concurrency", "1"], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    url = `http://127.0.0.1:${http}`;
    await eventually(async () => {
      const { status } = await fetch(`http://127.0.0.1:${admin}/ready`);
      assert.equal(status, 200);
    });
  }

  /** Answers with this status, and counts the requests. */
  function counting(status: number): { seen: string[]; answer: RequestListener } {
    const seen: string[] = [];
    return {
      seen,
      answer: ({ url, headers }, response) => {
        seen.push(`${headers.host}${url}`);
        response.writeHead(status).end();
      },
    };
  }

  it("sends every path of every host to the upstream, under the upstream's name", async () => {
    const { seen, answer } = counting(200);
    await start({}, answer);
    for (const path of ["/", "/status/200?a=b"]) {
      assert.equal((await fetch(url + path)).status, 200);
    }
    assert.deepEqual(seen, ["upstream.localhost/", "upstream.localhost/status/200?a=b"]);
  });

  it("answers 504 after its timeout", async () => {
    await start({ timeout: "300ms" }, () => {});
    const began = Date.now();
    assert.equal((await fetch(url)).status, 504);
    const took = Date.now() - began;
    assert.ok(took >= 290 && took < 3_000, `${took} ms`);
  });

  for (const [what, args, status, tries] of [
    ["does not try again by itself", {}, 503, 1],
    ["tries again as often as it is told", { retries: 2 }, 503, 3],
    ["does not try again with 0 retries", { retries: 0 }, 503, 1],
    ["leaves other failures alone", { retries: 2 }, 404, 1],
    ["tries again on failures of choice", { retries: 2, retryOn: "retriable-4xx" }, 409, 3],
    ["tries again only on failures of choice", { retries: 2, retryOn: "retriable-4xx" }, 503, 1],
  ] as const) {
    it(`${what}: ${tries} for ${status} with ${JSON.stringify(args)}`, async () => {
      const { seen, answer } = counting(status);
      await start(args, answer);
      assert.equal((await fetch(url)).status, status);
      assert.equal(seen.length, tries);
    });
  }
});
