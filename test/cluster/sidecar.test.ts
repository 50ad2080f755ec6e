import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { followsSplit } from "../../scripts/binomial";
import { eventually, must } from "../support/command";
import { Lab } from "../support/lab";

interface Pod {
  metadata: { name: string };
  spec: { initContainers?: { name: string }[]; containers: { name: string }[] };
  status: {
    conditions: { type: string; status: string }[];
    containerStatuses: { name: string; restartCount: number }[];
  };
}
interface List<T> {
  items: T[];
}

const requests = 200;
const weights = (v1: number, v2: number) => (text: string) =>
  text.replace(/reviews: \{.*\}/, `reviews: {v1: ${v1}, v2: ${v2}, v3: 0}`);

const httpbin = `
apiVersion: v1
kind: Service
metadata: {name: httpbin, namespace: bookinfo}
spec: {selector: {app: httpbin}, ports: [{name: http, port: 8000, targetPort: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: httpbin, namespace: bookinfo}
spec:
  selector: {matchLabels: {app: httpbin}}
  template:
    metadata: {labels: {app: httpbin, version: v1}}
    spec:
      containers:
        - name: httpbin
          image: docker.io/mccutchen/go-httpbin:v2.15.0
          ports: [{containerPort: 8080}]
`;

/** The application's process of a Pod; other labs beside this one have their own. */
async function processOf(pod: string): Promise<number> {
  const candidates = (await must("pgrep", ["-f", "lab __app "])).trim().split("\n");
  const own = candidates.filter((id) =>
    readFileSync(`/proc/${id}/environ`, "utf8").split("\0").includes(`HOSTNAME=${pod}`),
  );
  assert.equal(own.length, 1, `processes of ${pod}: ${own}`);
  return Number(own[0]);
}

describe("the dev stack on a real cluster, in sidecar mode", function () {
  this.timeout(900_000);
  const lab = new Lab("test-sidecar", "dev");
  let address = "";
  let url = "";

  before("deploys it", async () => {
    await lab.up();
    await lab.deploy();
    address = String((await lab.outputs()).gatewayAddress);
    url = `http://${address}/productpage`;
  });
  after(() => lab.down());

  const pods = async (namespace: string) =>
    (await lab.get<List<Pod>>("pods", "-n", namespace)).items;
  const count = async (): Promise<Record<string, number>> =>
    JSON.parse(
      await lab.script("scripts/count-versions.ts", "bookinfo", url, address, String(requests)),
    );

  it("has nothing to change after it was applied", async () => {
    assert.deepEqual(await lab.preview(), []);
  });

  it("has every Pod ready", async () => {
    for (const namespace of ["istio-system", "istio-ingress", "bookinfo", "outside"]) {
      for (const { metadata, status } of await pods(namespace)) {
        const ready = status.conditions.find(({ type }) => type === "Ready");
        assert.equal(ready?.status, "True", `${namespace}/${metadata.name}`);
      }
    }
  });

  it("has sidecars injected into every Pod of the mesh, and into no other", async () => {
    for (const { metadata, spec } of await pods("bookinfo")) {
      const names = [...(spec.initContainers ?? []), ...spec.containers].map(({ name }) => name);
      assert.ok(names.includes("istio-proxy") && names.includes("istio-init"), metadata.name);
    }
    assert.deepEqual(
      (await pods("outside")).flatMap(({ spec }) => spec.containers.map(({ name }) => name)),
      ["notsleep"],
    );
  });

  it("answers at the gateway in the declared shares", async () => {
    const counts = await count();
    assert.ok(followsSplit(counts, { v1: 80, v2: 20, v3: 0 }), JSON.stringify(counts));
  });

  it("counts who answered, by version and Pod", async () => {
    const ask = ["--name", lab.name, "split", url, "--count", String(requests)];
    const said = await must("lab/lab", ask);
    assert.equal(said.split("\n")[0], `${requests} requests: ${requests} × 200`);
    const rows = [...said.matchAll(/^reviews +(v\d) +(\d+) +[\d.]+ % {2}reviews-\1-\S+ (\d+)$/gm)];
    const counts = Object.fromEntries(rows.map(([, version, count]) => [version, Number(count)]));
    assert.ok(followsSplit(counts, { v1: 80, v2: 20, v3: 0 }), said);
    assert.ok(
      rows.every(([, , ofVersion, ofPod]) => ofVersion === ofPod),
      said,
    );
  });

  it("shows at the lab's entrance what its gateway answers", async () => {
    const told = await must("lab/lab", ["--name", lab.name, "status", "--json"]);
    const { entrance } = JSON.parse(told) as { entrance: string };
    const index = await (await fetch(`http://${entrance}/`)).text();
    const [, page = ""] = /^VirtualService \S+ +\* +(http\S+\/productpage)$/m.exec(index) ?? [];
    assert.equal(page, `http://${entrance}/productpage`, index);
    const text = await (await fetch(page)).text();
    assert.match(text, /<title>Simple Bookstore App<\/title>/);
    assert.match(text, /Reviews served by: <u>reviews-v/);
    const callers = [...text.matchAll(/<td>(\w+)<\/td><td>v\d<\/td><td><code>(\S+)<\/code>/g)];
    const identity = "spiffe://cluster.local/ns/";
    assert.deepEqual(Object.fromEntries(callers.map(([, service, caller]) => [service, caller])), {
      productpage: `${identity}istio-ingress/sa/istio-ingressgateway`,
      details: `${identity}bookinfo/sa/bookinfo-productpage`,
      reviews: `${identity}bookinfo/sa/bookinfo-productpage`,
      ...(/reviews-v1/.test(text) ? {} : { ratings: `${identity}bookinfo/sa/bookinfo-reviews` }),
    });
  });

  it("serves a client of the mesh, which shows its identity", async () => {
    assert.equal((await lab.apply("httpbin", httpbin)).code, 0);
    await eventually(async () => {
      const { stdout } = await lab.curl("bookinfo/sleep", "http://httpbin:8000/headers");
      const headers = JSON.parse(stdout).headers as Record<string, string[]>;
      assert.match(
        headers["X-Forwarded-Client-Cert"]?.join() ?? "",
        /URI=spiffe:\/\/cluster\.local\/ns\/bookinfo\/sa\/sleep/,
      );
      const { stdout: own } = await lab.curl("bookinfo/sleep", "http://httpbin:8000/get");
      const { pod, version } = JSON.parse(own);
      assert.deepEqual([/^httpbin-/.test(pod), version], [true, "v1"]);
    });
  });

  it("resets a client from outside the mesh", async () => {
    const { code, stdout } = await lab.curl(
      "outside/notsleep",
      "--output",
      "/dev/null",
      "--write-out",
      "%{http_code}",
      "http://productpage.bookinfo:9080/productpage",
    );
    assert.deepEqual({ code, stdout }, { code: 56, stdout: "000" });
  });

  it("refuses an impossible VirtualService with istiod's own words", async () => {
    const { code, stderr } = await lab.apply(
      "bad",
      `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: bad, namespace: bookinfo}
spec: {hosts: [reviews], http: [{route: [{destination: {host: reviews}, weight: -1}]}]}
`,
    );
    assert.equal(code, 1);
    assert.match(stderr, /admission webhook "validation\.istio\.io" denied the request.*weight/s);
  });

  it("shows a change of weights as one VirtualService", async () => {
    lab.configure(weights(50, 50));
    assert.deepEqual(await lab.preview(), [
      "update kubernetes:networking.istio.io/v1:VirtualService reviews",
    ]);
  });

  it("loses no request while the weights change, and follows them", async () => {
    const done = resolve("build/test/test-sidecar/done");
    rmSync(done, { force: true });
    const traffic = lab.script("scripts/request-until.ts", url, done);
    await lab.deploy();
    writeFileSync(done, "");
    const { requests: sent, failures } = JSON.parse(await traffic);
    assert.deepEqual(failures, []);
    assert.ok(sent > requests, `only ${sent} requests`);
    const counts = await count();
    assert.ok(followsSplit(counts, { v1: 50, v2: 50, v3: 0 }), JSON.stringify(counts));
  });

  it("restarts a process that died, and counts it", async () => {
    const find = async () =>
      (await pods("bookinfo")).find(({ metadata }) => metadata.name.startsWith("details"));
    process.kill(await processOf((await find())?.metadata.name ?? ""), "SIGKILL");
    await eventually(async () => {
      const details = await find();
      const app = details?.status.containerStatuses.find(({ name }) => name === "details");
      assert.equal(app?.restartCount, 1);
      assert.equal(details?.status.conditions.find(({ type }) => type === "Ready")?.status, "True");
    });
  });

  it("has not drifted from the program", async () => {
    assert.match(await lab.refresh(), /84 unchanged/);
  });

  it("refuses a configuration that cannot work, and changes nothing", async () => {
    const mistakes: [string, (text: string) => string, RegExp][] = [
      [
        "an unknown profile",
        (text) => text.replace("profile: sidecar", "profile: sidcar"),
        /mesh\.profile: "sidcar".*sidecar/,
      ],
      ["weights that sum to 90", weights(70, 20), /bookinfo\.reviews:.*90/],
      [
        "an unknown key",
        (text) => text.replace("istio-mesh:mutualTls:", "istio-mesh:mutualTsl:"),
        /mutualTsl.*mutualTls/,
      ],
      [
        "a name that is no DNS label",
        (text) => text.replace("    outside: none", "    Out_side: none"),
        /Out_side.*a-z/,
      ],
    ];
    for (const [mistake, edit, message] of mistakes) {
      lab.configure(edit);
      const { code, stdout, stderr } = await lab.try("preview");
      assert.notEqual(code, 0, mistake);
      assert.match(stdout + stderr, message, mistake);
    }
    lab.configure(weights(50, 50));
    assert.deepEqual(await lab.preview(), []);
  });

  it("uses less than 4 GB with all of this running", async () => {
    const { memoryBytes } = JSON.parse(
      await must("lab/lab", ["--name", lab.name, "status", "--json"]),
    );
    assert.ok(memoryBytes < 4e9, `${memoryBytes} bytes`);
  });

  it("is gone after destroy, but for the namespaces and what Istio's charts keep", async () => {
    await lab.kubectl("delete", "service,deployment", "httpbin", "-n", "bookinfo");
    await lab.destroy();
    const names = async (...args: string[]) =>
      (await lab.get<List<{ metadata: { name: string } }>>(...args)).items.map(
        ({ metadata }) => metadata.name,
      );
    assert.deepEqual(await names("namespaces"), [
      "bookinfo",
      "default",
      "istio-ingress",
      "istio-system",
      "kube-node-lease",
      "kube-public",
      "kube-system",
      "outside",
    ]);
    assert.deepEqual(await names("deployments", "-A"), []);
    assert.deepEqual(
      await names("mutatingwebhookconfigurations,validatingwebhookconfigurations"),
      [],
    );
    assert.deepEqual(
      (await names("clusterroles")).filter((name) => name.includes("istio")),
      [],
    );
    assert.equal((await names("crds")).filter((name) => name.endsWith("istio.io")).length, 15);
  });
});
