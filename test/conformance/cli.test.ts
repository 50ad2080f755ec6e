import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checks } from "../../analysis/mesh/checks";
import { Tool } from "../support/cli";
import { must } from "../support/command";
import { sarifComplaints } from "../support/sarif-validator";

const service = (name: string) => `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {ports: [{port: 9080, name: http}], selector: {app: ${name}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{name: main, image: main, ports: [{containerPort: 9080}]}]}
`;
const route = (host: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews]
  http:
  - route:
    - destination:
        host: ${host}
`;
const right = `${service("reviews")}---\n${route("reviews")}`;
const wrong = `${service("reviews")}---\n${route("review")}`;

interface SarifResult {
  relatedLocations?: { physicalLocation?: { region: { startLine: number } } }[];
}

describe("istio-mesh check", function () {
  this.timeout(60_000);
  let tool: Tool;

  before("npm run build", async () => {
    await must("node", ["--import", "tsx", "scripts/bundle.ts"]);
    tool = new Tool();
    tool.write({ "right.yaml": right, "wrong.yaml": wrong });
  });

  after(() => {
    tool.remove();
  });

  const check = (...args: string[]) => tool.run(["check", ...args]);

  /** A finding of a file is made in spite of what is wrong with another one. */
  const foundBeside = (...args: string[]) => {
    const { code, stdout, stderr } = check("wrong.yaml", ...args);
    assert.equal(code, 2, stdout + stderr);
    assert.match(stdout, /there is no Service review in namespace shop; did you mean "reviews"/);
    return stderr;
  };

  it("ends with 0 where nothing is wrong, with 1 where something is", () => {
    const clean = check("right.yaml");
    assert.deepEqual([clean.code, clean.stderr], [0, ""]);
    assert.match(clean.stdout, /^checked 3 objects with \d+ checks; 0 not judged\n$/);
    const found = check("wrong.yaml");
    assert.deepEqual([found.code, found.stderr], [1, ""]);
    assert.match(
      found.stdout,
      /^VirtualService reviews\.shop\n {2}wrong\.yaml:23:15\n {4}error spec\.http\[0\]\.route\[0\]\.destination\.host: .* \[IST0101, KIA1101\]\n/,
    );
  });

  it("minds what it is told to", () => {
    const codes = [
      ["--fail-on", "none"],
      ["--skip", "IST0101"],
      ["--only", "IST0106"],
      ["--suppress", "IST0101=VirtualService *.shop"],
      ["--external", "Service shop/review"],
    ].map((args) => check("wrong.yaml", ...args).code);
    assert.deepEqual(codes, [0, 0, 0, 0, 0]);
  });

  it("reads standard input", () => {
    const { code, stdout } = tool.run(["check", "-"], { input: wrong });
    assert.equal(code, 1);
    assert.match(stdout, /standard input:23:15/);
  });

  it("has the fields in its JSON that programs rely on", () => {
    const { findings, summary } = JSON.parse(check("wrong.yaml", "--output", "json").stdout);
    assert.deepEqual(Object.keys(findings[0]), [
      "code",
      "aliases",
      "level",
      "resource",
      "path",
      "message",
      "help",
      "url",
      "file",
      "line",
    ]);
    assert.deepEqual(findings[0].resource, {
      apiVersion: "networking.istio.io/v1",
      kind: "VirtualService",
      name: "reviews",
      namespace: "shop",
    });
    assert.deepEqual([findings[0].file, findings[0].line], ["wrong.yaml", 23]);
    assert.deepEqual([summary.objects, summary.errors], [3, 1]);
  });

  it("writes SARIF that its validator and GitHub take, with findings and without", async () => {
    tool.write({ "all.yaml": checks.map(({ fires }) => fires).join("---\n") });
    for (const file of ["right.yaml", "wrong.yaml", "all.yaml"]) {
      const log = check(file, "--output", "sarif").stdout;
      assert.deepEqual(await sarifComplaints(log, tool.folder), [], file);
    }
    const [run] = JSON.parse(check("right.yaml", "--output", "sarif").stdout).runs;
    assert.deepEqual(run.results, []);
    const [first] = JSON.parse(check("wrong.yaml", "--output", "sarif").stdout).runs[0].results;
    assert.deepEqual(first.locations[0].physicalLocation, {
      artifactLocation: { uri: "wrong.yaml", uriBaseId: "%SRCROOT%" },
      region: { startLine: 23, startColumn: 15 },
    });
    assert.deepEqual(Object.keys(first.partialFingerprints), ["istioMesh/v1"]);
    const all: SarifResult[] = JSON.parse(check("all.yaml", "--output", "sarif").stdout).runs[0]
      .results;
    const related = all.flatMap(({ relatedLocations = [] }) => relatedLocations);
    assert.ok(
      related.some(({ physicalLocation }) => (physicalLocation?.region.startLine ?? 0) > 1),
    );
  });

  it("would have SARIF refused that is none", async () => {
    const log = check("wrong.yaml", "--output", "sarif").stdout.replace('"results"', '"resluts"');
    assert.notDeepEqual(await sarifComplaints(log, tool.folder), []);
  });

  it("tells what is introduced, fixed and unchanged", () => {
    const worse = check("wrong.yaml", "--against", "right.yaml");
    assert.equal(worse.code, 1);
    assert.match(worse.stdout, /^introduced: 1\n[\s\S]*\nfixed: 0\nunchanged: 0\n/);
    const better = check("right.yaml", "--against", "wrong.yaml");
    assert.equal(better.code, 0);
    assert.match(better.stdout, /^introduced: 0\nfixed: 1\n[\s\S]*\nunchanged: 0\n/);
    assert.equal(check("wrong.yaml", "--against", "wrong.yaml").code, 0);
  });

  it("names and explains every check", () => {
    const { stdout } = check("--list", "--output", "json");
    assert.ok(JSON.parse(stdout).length > 50);
    assert.match(
      check("--explain", "kia1101").stdout,
      /^IST0101 \(also KIA1101\) virtual-service-host: error\n/,
    );
  });

  describe("with bad input", () => {
    it("names the line of what is no YAML", () => {
      tool.write({ "broken.yaml": `${service("a")}---\nkind: [\napiVersion: v1\n` });
      assert.match(foundBeside("broken.yaml"), /^istio-mesh: broken\.yaml:1[4-7]: .+\n$/);
    });

    it("says what is not UTF-8", () => {
      tool.write({ "latin.yaml": Buffer.from([0xe9, 0x0a]) });
      assert.equal(
        foundBeside("latin.yaml"),
        "istio-mesh: latin.yaml: is no text in UTF-8: save it as UTF-8\n",
      );
    });

    it("does not read what is too large", () => {
      tool.write({ "large.yaml": Buffer.alloc(50 * 1024 * 1024 + 1, "#") });
      assert.equal(
        foundBeside("large.yaml"),
        "istio-mesh: large.yaml: has 51 MB or more; at most 50 MB are read: give it in parts\n",
      );
      const input = readFileSync(join(tool.folder, "large.yaml"));
      assert.equal(tool.run(["check", "-"], { input }).code, 2);
    });

    it("says that a list of lists holds no object", () => {
      tool.write({ "lists.yaml": "- - a\n  - b\n" });
      assert.equal(
        foundBeside("lists.yaml"),
        "istio-mesh: lists.yaml:1: is no Kubernetes object: apiVersion and kind are needed\n",
      );
    });

    it("may not be there, or not be readable", () => {
      assert.equal(foundBeside("none.yaml"), "istio-mesh: none.yaml: there is no such file\n");
      tool.write({ "secret/mine.yaml": right });
      mkdirSync(join(tool.folder, "closed"), { mode: 0o000 });
      chmodSync(join(tool.folder, "secret/mine.yaml"), 0o000);
      const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
      const { code, stderr } = tool.run(["check", "secret", "closed"], nobody);
      assert.equal(code, 2);
      assert.equal(
        stderr,
        "istio-mesh: secret/mine.yaml: no permission to read it\nistio-mesh: closed: no permission to read it\n",
      );
    });

    it("may have anchors and merge keys, and kinds of other vendors", () => {
      const anchored = route("*name")
        .replace(
          "{name: reviews, namespace: shop}",
          "{<<: &where {namespace: shop}, name: &name reviews}",
        )
        .replace("[reviews]", "[*name]");
      const other = "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\nspec: [1]\n";
      tool.write({ "anchors.yaml": [service("reviews"), anchored, other].join("---\n") });
      const { code, stdout, stderr } = check("anchors.yaml");
      assert.deepEqual([code, stderr], [0, ""]);
      assert.match(stdout, /^checked 4 objects/m);
    });

    it("tells an object that is declared twice", () => {
      const { stdout } = check("right.yaml", "wrong.yaml", "--fail-on", "none");
      assert.match(stdout, /Service reviews\.shop\n[\s\S]*right\.yaml:1|wrong\.yaml:1/);
      assert.match(stdout, /twice|declared/);
    });

    it("names the releases that are known where another one is asked for", () => {
      const { code, stderr } = check("right.yaml", "--release", "1.7");
      assert.equal(code, 2);
      assert.match(
        stderr,
        /^istio-mesh: --release "1\.7": nothing is known of it; known are 1\.\d+/,
      );
    });

    it("is quiet where its reader has seen enough", async () => {
      const line = `"${process.execPath}" "${tool.program}" check --list --output json | head -n 1`;
      assert.equal(await must("sh", ["-c", `set -e; ${line} 2>&1`]), "[\n");
    });

    it("is a call without anything to check, or with a wrong option", () => {
      assert.equal(check().code, 2);
      assert.equal(check("--no-such-option").code, 2);
      assert.equal(check("right.yaml", "--only", "IST9999").code, 2);
      assert.equal(check("right.yaml", "--suppress", "IST0101").code, 2);
      assert.equal(tool.run(["chekc"]).code, 2);
      assert.equal(check("--help").code, 0);
      assert.equal(tool.run(["--version"]).code, 0);
    });
  });

  describe("of a cluster", () => {
    const cluster = (script: string, ...args: string[]) =>
      tool.run(["check", "--kube-context", "prod", ...args], tool.pretend("kubectl", script));

    const served = `services svc v1 true Service
secrets v1 true Secret
gateways gw networking.istio.io/v1 true Gateway
gateways gtw gateway.networking.k8s.io/v1 true Gateway`;
    const answer = (list: object, after = "") => `case "$*" in
*api-resources*) cat <<'END'
${served}
END
;;
*"get services,secrets,gateways.networking.istio.io,gateways.gateway.networking.k8s.io -A"*) cat <<'END'
${JSON.stringify(list)}
END
${after} ;;
*) echo "unexpected: $*" >&2; exit 9 ;;
esac
`;
    const gateway = {
      apiVersion: "networking.istio.io/v1",
      kind: "Gateway",
      metadata: { name: "edge", namespace: "shop" },
      spec: {
        selector: { istio: "nobody" },
        servers: [
          {
            port: { number: 443, name: "https", protocol: "HTTPS" },
            hosts: ["shop.example.com"],
            tls: { mode: "SIMPLE", credentialName: "shop" },
          },
        ],
      },
    };
    const list = { kind: "List", items: [gateway] };

    it("judges what it holds; what is not there is missing", () => {
      const { code, stdout, stderr } = cluster(answer(list));
      assert.deepEqual([code, stderr], [1, ""]);
      assert.match(stdout, /Gateway edge\.shop\n {2}kube-context prod\n/);
    });

    it("does not take for missing what it may not read, and says so", () => {
      const refusal = `echo 'Error from server (Forbidden): secrets is forbidden: User "me" cannot list resource "secrets"' >&2; exit 1`;
      const { code, stderr, stdout } = cluster(answer(list, refusal));
      assert.equal(code, 2);
      assert.match(stderr, /^istio-mesh: kube-context prod: .*secrets is forbidden/);
      assert.doesNotMatch(stdout, /Secret shop/);
    });

    it("that cannot be read makes nothing of a file missing", () => {
      tool.write({ "beside/edge.json": JSON.stringify(gateway) });
      const refused = cluster(
        `echo 'error: context "prod" does not exist' >&2; exit 1`,
        "beside/edge.json",
      );
      assert.deepEqual(
        [refused.code, refused.stderr],
        [2, 'istio-mesh: kube-context prod: context "prod" does not exist\n'],
      );
      assert.equal(
        refused.stdout.split("\n")[0],
        "1 not declared here, so not judged as missing: Pods with the labels istio=nobody",
      );
    });

    it("that does not answer, or without kubectl, is a clear word", () => {
      const down = cluster('echo "The connection to the server was refused" >&2; exit 1');
      assert.deepEqual(
        [down.code, down.stderr],
        [2, "istio-mesh: kube-context prod: The connection to the server was refused\n"],
      );
      const alone = tool.run(["check", "--kube-context", "prod"], { env: { PATH: tool.folder } });
      assert.equal(alone.code, 2);
      assert.match(alone.stderr, /kubectl is needed to read a cluster/);
    });
  });

  describe("of a cluster that something is to be applied to", () => {
    const metadata = { name: "web", namespace: "shop" };
    const labels = (version: string) => ({ app: "web", version });
    const pods = (version: string, own: object) => ({
      metadata: { labels: labels(version) },
      spec: own,
    });
    const containers = { containers: [{ name: "web", image: "web:1" }] };
    const owner = (kind: string, name: string) => ({
      ownerReferences: [{ apiVersion: "apps/v1", kind, name, controller: true }],
    });
    const version = (name: string) => [
      {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name, namespace: "shop" },
        spec: { selector: { matchLabels: labels(name) }, template: pods(name, containers) },
      },
      {
        apiVersion: "apps/v1",
        kind: "ReplicaSet",
        metadata: { name: `${name}-1`, namespace: "shop", ...owner("Deployment", name) },
        spec: { selector: { matchLabels: labels(name) }, template: pods(name, containers) },
      },
      {
        apiVersion: "v1",
        kind: "Pod",
        metadata: {
          name: `${name}-1-a`,
          namespace: "shop",
          labels: labels(name),
          ...owner("ReplicaSet", `${name}-1`),
        },
        spec: containers,
      },
    ];
    const rule = {
      apiVersion: "networking.istio.io/v1",
      kind: "DestinationRule",
      metadata,
      spec: {
        host: "web",
        subsets: ["v1", "v2"].map((name) => ({ name, labels: { version: name } })),
      },
    };
    const route = (weight: number) => ({
      apiVersion: "networking.istio.io/v1",
      kind: "VirtualService",
      metadata,
      spec: {
        hosts: ["web"],
        http: [
          {
            route: [
              { destination: { host: "web", subset: "v1" }, weight: 100 - weight },
              { destination: { host: "web", subset: "v2" }, weight },
            ],
          },
        ],
      },
    });
    const items = [
      {
        apiVersion: "v1",
        kind: "Namespace",
        metadata: { name: "shop", labels: { "istio-injection": "enabled" } },
      },
      {
        apiVersion: "v1",
        kind: "Service",
        metadata,
        spec: { selector: { app: "web" }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
      },
      ...version("v1"),
      ...version("v2"),
      rule,
      route(10),
    ];
    const kubectl = () =>
      tool.pretend(
        "kubectl",
        `case "$*" in
*api-resources*) cat <<'END'
namespaces ns v1 false Namespace
services svc v1 true Service
pods po v1 true Pod
deployments deploy apps/v1 true Deployment
replicasets rs apps/v1 true ReplicaSet
destinationrules dr networking.istio.io/v1 true DestinationRule
virtualservices vs networking.istio.io/v1 true VirtualService
END
;;
*) cat <<'END'
${JSON.stringify({ kind: "List", items })}
END
;;
esac
`,
      );
    const live = ["--kube-context", "prod"];

    it("says what the files change, and leaves what they do not name as it is", () => {
      tool.write({ "live/route.json": JSON.stringify(route(40)) });
      const { stdout, stderr, code } = tool.run(["impact", ...live, "live/route.json"], kubectl());
      assert.deepEqual([stderr, code], ["", 0]);
      assert.match(
        stdout,
        /^shifted mesh.* → web\.shop:80, any path: v1 90 → 60 %, v2 10 → 40 %\n/,
      );
    });

    it("lets Pods follow the template that they are made from", () => {
      const [deployment] = version("v2");
      const moved = JSON.stringify(deployment).replaceAll('"version":"v2"', '"version":"v3"');
      tool.write({ "live/v3.json": moved });
      const { stdout, code } = tool.run(["impact", ...live, "live/v3.json"], kubectl());
      assert.equal(code, 1);
      assert.match(stdout, /^outage mesh.* → web\.shop:80/);
    });

    it("takes away what the set before has and the set after has not", () => {
      tool.write({ "live/old.json": JSON.stringify(route(10)), "live/none.json": "[]" });
      const { stdout } = tool.run(
        ["impact", ...live, "live/old.json", "live/none.json"],
        kubectl(),
      );
      assert.match(
        stdout,
        /^shifted mesh.* → web\.shop:80, any path: v1 90 → 50 %, v2 10 → 50 %\n/,
      );
    });

    it("wants two sets where no cluster is named", () => {
      const { code, stderr } = tool.run(["impact", "live/route.json"]);
      assert.equal(code, 2);
      assert.match(
        stderr,
        /name two sets, or the one that is applied to a cluster by --kube-context/,
      );
    });

    it("is told of a preview of Pulumi's, also of the first one", () => {
      const type = "kubernetes:networking.istio.io/v1:VirtualService";
      const urn = `urn:pulumi:dev::shop::${type}::web`;
      const newState = { urn, custom: true, type, inputs: route(40) };
      const preview = JSON.stringify({ steps: [{ op: "create", urn, newState }] });
      const report = (...args: string[]) =>
        tool.run(["report", "--output", "text", ...args], { input: preview, ...kubectl() });
      assert.match(report().stdout, /all of it is new/);
      const { stdout, code } = report(...live);
      assert.equal(code, 0);
      assert.match(stdout, /shifted mesh.* → web\.shop:80, any path: v1 90 → 60 %, v2 10 → 40 %/);
    });

    it("tells a drift, and counts nothing that the update leaves as it is", () => {
      const type = "kubernetes:networking.istio.io/v1:VirtualService";
      const urn = `urn:pulumi:dev::shop::${type}::web`;
      const state = { urn, custom: true, type, inputs: route(40) };
      const unchanged = { op: "same", urn, oldState: state, newState: state };
      const input = JSON.stringify({ steps: [unchanged] });
      const { stdout, code } = tool.run(
        ["report", "--output", "text", "--fail-on", "shifted", ...live],
        { input, ...kubectl() },
      );
      assert.equal(code, 0);
      const [verdict, words, drift] = stdout.split("\n");
      assert.equal(
        verdict,
        "shop/dev: no request changes; no object changes; the cluster has drifted",
      );
      assert.match(words ?? "", /This update leaves it so; `pulumi up --refresh` would bring:$/);
      assert.match(
        drift ?? "",
        /^shifted mesh.* → web\.shop:80, any path: v1 90 → 60 %, v2 10 → 40 %$/,
      );
    });
  });

  it("reads a stack, with places in its program", () => {
    const inputs = {
      apiVersion: "networking.istio.io/v1",
      kind: "VirtualService",
      metadata: { name: "reviews", namespace: "shop" },
      spec: { hosts: ["reviews"], http: [{ route: [{ destination: { hots: "reviews" } }] }] },
    };
    const type = "kubernetes:networking.istio.io/v1:VirtualService";
    const sourcePosition = "project:///index.ts#7,1";
    const resources = [
      { urn: `urn:pulumi:dev::shop::${type}::reviews`, type, inputs, sourcePosition },
    ];
    const input = JSON.stringify({ version: 3, deployment: { resources } });
    const { code, stdout } = tool.run(["check", "--stack", "-"], { input });
    assert.equal(code, 1);
    assert.match(stdout, /^VirtualService reviews\.shop\n {2}index\.ts:7:1\n[\s\S]*hots/);
  });

  it("prints a patch, and applies it, for what has one right answer", () => {
    const file = `# ours\n${right.replace("[reviews]", '["reviews"]')}`;
    const typo = file.replace("        host: reviews", "        host: review # this one");
    tool.write({ "mend/a.yaml": typo });
    const { code, stdout } = check("mend", "--fix");
    assert.equal(code, 1);
    assert.match(stdout, /^--- a\/mend\/a\.yaml\n\+\+\+ b\/mend\/a\.yaml\n@@/);
    assert.match(stdout, /\n- {8}host: review # this one\n\+ {8}host: reviews # this one\n/);
    assert.equal(readFileSync(join(tool.folder, "mend/a.yaml"), "utf8"), typo);
    assert.equal(check("mend", "--write").code, 0);
    assert.equal(
      readFileSync(join(tool.folder, "mend/a.yaml"), "utf8"),
      file.replace("        host: reviews", "        host: reviews # this one"),
    );
  });
});
