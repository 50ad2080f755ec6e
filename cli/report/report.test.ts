import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Level } from "../../analysis/mesh/check";
import { type Answer, Outcome } from "../../analysis/requests/answer";
import { requestFromUrl } from "../../analysis/requests/from-url";
import { type Change, Danger, type Impact } from "../../analysis/requests/impact/change";
import type { Located } from "../check/judgement";
import { UsageError } from "../usage-error";
import { exceptionOf } from "./exceptions";
import { jsonReport } from "./json";
import { markdownReport } from "./markdown";
import { objectChanges } from "./object-changes";
import { Fate, type Preview, previewOf } from "./preview";
import { type Judged, reportOf } from "./report";
import { setsOf } from "./sets";
import { textReport } from "./text";
import { isMinded, verdictOf } from "./verdict";

const folder = join(__dirname, "../../test/fixtures/previews");

function must(preview: Preview | undefined): Preview {
  assert.ok(preview);
  return preview;
}

const sample = (name: string): Preview =>
  must(previewOf(JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"))));

const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

const answer: Answer = {
  outcome: Outcome.Routed,
  destinations: [],
  mirrors: [],
  tls: [],
  trail: [],
  notModelled: [],
};

const change = (danger: Danger, to: string, effect: string): Change => ({
  danger,
  from: "mesh",
  to,
  requests: "any path",
  effect,
  example: requestFromUrl(
    { kind: "workload", namespace: "shop", name: "sleep" },
    "GET",
    `http://${to}/`,
  ),
  before: answer,
  after: answer,
});

const nothing: Impact = { changes: [], notJudged: [], asked: 0 };
const none = { introduced: [], fixed: [] };

const judged = (own: Partial<Judged> = {}): Judged => ({
  impact: nothing,
  drift: nothing,
  findings: none,
  exceptions: [],
  isLive: false,
  ...own,
});

const told = (level: Level, name: string): Located => ({
  finding: {
    check: "c",
    code: "C",
    aliases: [],
    level,
    resource: { apiVersion: "v1", kind: "Service", namespace: "shop", name },
    source: { apiVersion: "v1", kind: "Service", metadata: { name } },
    path: "spec",
    message: "why",
    help: "help",
    url: "u",
    related: [],
  },
  place: { file: "" },
  related: [],
});

const urn = (type: string, name: string) => `urn:pulumi:dev::shop::${type}::${name}`;

const state = (type: string, name: string, inputs: object, rest: object = {}) => ({
  urn: urn(type, name),
  type,
  custom: true,
  inputs,
  ...rest,
});

const route = "kubernetes:networking.istio.io/v1:VirtualService";

const virtualService = (weights: readonly number[], name = "reviews", rest: object = {}) =>
  state(
    route,
    "reviews",
    {
      apiVersion: "networking.istio.io/v1",
      kind: "VirtualService",
      metadata: { name, namespace: "bookinfo" },
      spec: {
        hosts: ["reviews"],
        http: [
          {
            route: weights.map((weight, i) => ({
              destination: { host: "reviews", subset: `v${i + 1}` },
              weight,
            })),
          },
        ],
      },
    },
    rest,
  );

const step = (op: string, oldState?: object, newState?: object, rest: object = {}) => ({
  op,
  urn: ((newState ?? oldState) as { urn: string }).urn,
  oldState,
  newState,
  ...rest,
});

const preview = (...steps: object[]): Preview => must(previewOf({ steps, diagnostics: [] }));

describe("what a preview says", () => {
  it("is one step for each resource, whatever its replacement is told in", () => {
    const { stack, steps, failures, leftOut } = sample("replace");
    assert.equal(stack, "twok/dev");
    assert.deepEqual(
      steps.map(({ fate, urn: own }) => `${fate} ${own.split("::").at(-1)}`),
      ["created c", "created group", "deleted a", "replaced b", "same files", "same twok-dev"],
    );
    assert.deepEqual(failures, []);
    assert.equal(leftOut, undefined);
  });

  it("lacks what is unchanged where it was not asked for", () => {
    assert.equal(
      sample("update").leftOut,
      "is a preview without its 2 unchanged resources: pulumi preview --json --show-sames",
    );
  });

  it("has the errors that ended it", () => {
    const diagnostics = [
      { severity: "warning", message: "odd" },
      { severity: "error", message: "\u001b[31merror: no such host\u001b[0m\n" },
    ];
    assert.deepEqual(must(previewOf({ diagnostics })).failures, ["error: no such host"]);
  });

  it("is nothing where it is something else", () => {
    for (const value of [undefined, [], {}, { deployment: {} }]) {
      assert.equal(previewOf(value), undefined);
    }
  });
});

describe("the objects that a preview changes", () => {
  it("are told field by field", () => {
    const found = objectChanges(
      preview(step("update", virtualService([90, 10]), virtualService([80, 10, 10]))),
    );
    assert.deepEqual(
      found.map(({ fate, object, fields, outage }) => ({ fate, object, fields, outage })),
      [
        {
          fate: Fate.Changed,
          object: "VirtualService reviews.bookinfo",
          fields: [
            { path: "spec.http[0].route[0].weight", before: "90", after: "80" },
            {
              path: "spec.http[0].route[2]",
              after: '{"destination":{"host":"reviews","subset":"v3"},"weight":10}',
            },
          ],
          outage: undefined,
        },
      ],
    );
  });

  it("are those of a real preview", () => {
    assert.deepEqual(
      objectChanges(sample("update")).map(({ object, fields }) => [object, fields]),
      [
        [
          "Namespace b",
          [
            { path: "metadata.labels.istio-injection", before: "enabled", after: "disabled" },
            { path: "metadata.labels.team", after: "core" },
          ],
        ],
      ],
    );
  });

  it("are told as an outage where a replacement takes away what serves", () => {
    const namespace = objectChanges(sample("replace")).find(({ fate }) => fate === Fate.Replaced);
    assert.equal(namespace?.outage, "it is deleted with all that is in it");
    const routes = (made: object) =>
      objectChanges(preview(step("replace", virtualService([100]), made)))[0]?.outage;
    assert.equal(
      routes(virtualService([100])),
      "it is deleted before it is made anew, and nothing serves its requests in between",
    );
    assert.equal(routes(virtualService([100], "other")), undefined);
  });

  it("stay in the cluster where Pulumi only forgets them", () => {
    const kept = preview(
      step("delete", virtualService([100], "reviews", { retainOnDelete: true })),
    );
    assert.deepEqual(
      objectChanges(kept).map(({ fate }) => fate),
      [Fate.Kept],
    );
    const { before, after } = setsOf(kept, "preview.json");
    assert.deepEqual([before.objects.length, after.objects.length], [1, 1]);
    const gone = setsOf(preview(step("delete", virtualService([100]))), "preview.json");
    assert.deepEqual([gone.before.objects.length, gone.after.objects.length], [1, 0]);
  });

  it("show no secret, however it is written", () => {
    const type = "kubernetes:core/v1:Secret";
    const tls = (data: unknown) =>
      state(type, "tls", {
        apiVersion: "v1",
        kind: "Secret",
        metadata: {
          name: "tls",
          annotations: { "kubectl.kubernetes.io/last-applied-configuration": "hunter1", a: "b" },
        },
        data,
      });
    const map = (token: unknown) =>
      state("kubernetes:core/v1:ConfigMap", "c", {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "c" },
        data: { token, plain: "seen" },
      });
    const report = reportOf(
      preview(
        step(
          "update",
          tls({ "tls.key": "hunter2" }),
          tls({ "tls.key": "hunter3", more: "hunter4" }),
        ),
        step("update", map({ ...secret, ciphertext: "hunter5" }), map("[secret]"), {
          detailedDiff: { "data.token": { kind: "update" } },
        }),
      ),
      judged(),
    );
    for (const text of [
      markdownReport(report),
      jsonReport(report),
      textReport(report, (_, t) => t),
    ]) {
      assert.doesNotMatch(text, /hunter/);
    }
    assert.deepEqual(
      report.objects.map(({ object, fields }) => [object, fields]),
      [
        ["ConfigMap c", [{ path: "data.token", before: "(secret)", after: "(secret)" }]],
        ["Secret tls", [{ path: "data.more", after: "(secret)" }]],
      ],
    );
  });
});

const both = preview(
  step("update", virtualService([90, 10]), virtualService([80, 20])),
  step(
    "delete",
    state("kubernetes:core/v1:ConfigMap", "old", {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "old" },
    }),
  ),
);

const impact: Impact = {
  changes: [
    change(Danger.Shifted, "reviews.bookinfo:9080", "v1 90 → 80 %"),
    change(Danger.Outage, "cart.shop:8080", "was cart, now 404"),
    change(Danger.Exposure, "admin.shop:80", "was denied, now admin"),
  ],
  notJudged: [{ reason: "an EnvoyFilter", requests: "mesh → a.b:1" }],
  asked: 100,
};

describe("a report", () => {
  it("has its verdict in one line, dangers first", () => {
    assert.equal(
      verdictOf(reportOf(both, judged({ impact }))),
      "1 outage, 1 exposure, 1 shift of weights; 2 objects (1 deleted, 1 changed); 1 not judged",
    );
    assert.equal(
      verdictOf(reportOf(both, judged())),
      "no request changes; 2 objects (1 deleted, 1 changed)",
    );
    assert.equal(
      verdictOf(reportOf(sample("update"), judged())),
      "no request changes as far as it is judged; 1 object (1 changed); 1 not judged",
    );
    assert.equal(
      verdictOf(reportOf(sample("replace"), judged())),
      "1 outage; 3 objects (1 deleted, 1 replaced, 1 created)",
    );
  });

  it("ends badly by its dangers, but for those that are allowed", () => {
    const minded = (failOn: Danger[], allow: string[] = []) =>
      isMinded(reportOf(both, judged({ impact, exceptions: allow.map(exceptionOf) })), failOn);
    assert.equal(minded([Danger.Outage]), true);
    assert.equal(minded([Danger.Lockout]), false);
    assert.equal(minded([]), false);
    assert.equal(minded([Danger.Outage], ["outage=cart.*"]), false);
    assert.equal(minded([Danger.Outage], ["outage=mesh → cart.shop:8080"]), false);
    assert.equal(minded([Danger.Outage], ["exposure=cart.*"]), true);
    assert.equal(minded([Danger.Outage, Danger.Exposure], ["*=*"]), false);
    const replaced = (allow: string[]) =>
      isMinded(reportOf(sample("replace"), judged({ exceptions: allow.map(exceptionOf) })), [
        Danger.Outage,
      ]);
    assert.equal(replaced([]), true);
    assert.equal(replaced(["outage=Namespace *"]), false);
    assert.equal(
      isMinded(
        reportOf(must(previewOf({ diagnostics: [{ severity: "error", message: "x" }] })), judged()),
        [],
      ),
      true,
    );
  });

  it("refuses exceptions that it cannot read", () => {
    for (const [written, message] of [
      ["outage", '--allow "outage": write "outage=reviews.bookinfo:9080", with * for any text'],
      ["outage=", '--allow "outage=": write "outage=reviews.bookinfo:9080", with * for any text'],
      [
        "outrage=x",
        '--allow "outrage": allowed: outage, exposure, lockout, rerouted, shifted, tuned; did you mean "outage"?',
      ],
    ] as const) {
      assert.throws(
        () => exceptionOf(written),
        (error) => error instanceof UsageError && error.message === message,
      );
    }
  });

  it("is a comment with a marker, dangers first", () => {
    const exceptions = [exceptionOf("exposure=admin.shop:80")];
    const text = markdownReport(reportOf(both, judged({ impact, exceptions })));
    assert.equal(
      text,
      `<!-- istio-mesh-report:shop/dev -->
**\`shop/dev\`: 1 outage, 1 shift of weights, 1 allowed; 2 objects (1 deleted, 1 changed); 1 not judged**

### Outage: answered before, now by nobody

- mesh → \`cart.shop:8080\`, any path: **was cart, now 404**, for example \`GET http://cart.shop:8080/\`

### Exposure: refused before, served now

- mesh → \`admin.shop:80\`, any path: **was denied, now admin** _(allowed)_, for example \`GET http://admin.shop/\`

### Shifted: the versions get other shares

- mesh → \`reviews.bookinfo:9080\`, any path: **v1 90 → 80 %**, for example \`GET http://reviews.bookinfo:9080/\`

### Not judged

- mesh → a.b:1: an EnvoyFilter

### Objects

- \`ConfigMap old\` deleted
- \`VirtualService reviews.bookinfo\` changed
  - \`spec.http[0].route[0].weight\` \`90\` → \`80\`
  - \`spec.http[0].route[1].weight\` \`10\` → \`20\`

<details><summary>Line by line</summary>

\`\`\`diff
--- ConfigMap old
+++ ConfigMap old
@@ -1,4 +0,0 @@
-apiVersion: v1
-kind: ConfigMap
-metadata:
-  name: old
--- VirtualService reviews.bookinfo
+++ VirtualService reviews.bookinfo
@@ -11,8 +11,8 @@
         - destination:
             host: reviews
             subset: v1
-          weight: 90
+          weight: 80
         - destination:
             host: reviews
             subset: v2
-          weight: 10
+          weight: 20
\`\`\`

</details>

<sub>Worked out from the objects before and after; no request was sent. It says who could ask, not who does, and nothing of names in DNS.</sub>`,
    );
  });

  it("folds what is there to be known only", () => {
    const introduced = [told("warning", "one"), told("info", "two"), told("info", "three")];
    const findings = { introduced, fixed: [told("error", "four"), told("info", "five")] };
    const report = reportOf(both, judged({ findings }));
    assert.equal(
      verdictOf(report),
      "no request changes; 2 objects (1 deleted, 1 changed); 1 finding new; 1 finding fixed",
    );
    const text = markdownReport(report);
    assert.ok(
      text.includes(`### New findings

- warning \`Service one.shop\` \`spec\`: why [[C](u)]
  help

### Fixed findings

- error \`Service four.shop\` \`spec\`: why [[C](u)]
  help

<details><summary>New remarks</summary>

- info \`Service two.shop\` \`spec\`: why [[C](u)]
  help
- info \`Service three.shop\` \`spec\`: why [[C](u)]
  help

</details>

<details><summary>Remarks that are gone</summary>

- info \`Service five.shop\` \`spec\`: why [[C](u)]
  help

</details>
`),
      text,
    );
  });

  it("is the same in whatever order the preview came", () => {
    const steps = ["web", "api", "cart"].map((name) =>
      step(
        "create",
        undefined,
        state("kubernetes:core/v1:ConfigMap", name, {
          apiVersion: "v1",
          kind: "ConfigMap",
          metadata: { name },
        }),
      ),
    );
    const text = (...all: object[]) => markdownReport(reportOf(preview(...all), judged()));
    assert.equal(text(...steps), text(...[...steps].reverse()));
  });

  it("leaves out whole sections, the least needed first, and says which", () => {
    const report = reportOf(both, judged({ impact }));
    const whole = markdownReport(report);
    const first = markdownReport(report, whole.length - 1);
    assert.doesNotMatch(first, /<details>/);
    assert.match(first, /### Objects/);
    assert.match(
      first,
      /_Left out, since a comment holds no more: the difference of 2 objects line by line\._$/,
    );
    const least = markdownReport(report, 710);
    assert.ok(least.length <= 710);
    assert.match(least, /### Outage/);
    assert.match(least, /line by line; 2 objects; why something is not judged \(1\)/);
  });

  it("stays within what a comment holds, however much changes", () => {
    const many = Array.from({ length: 3000 }, (_, i) =>
      step("create", undefined, { ...virtualService([100], `r${i}`), urn: urn(route, `r${i}`) }),
    );
    const text = markdownReport(reportOf(preview(...many), judged({ impact })));
    assert.ok(text.length <= 65_536);
    assert.match(text, /### Outage/);
    assert.match(text, /3000 objects/);
  });

  it("does not let a value leave its place", () => {
    const config = (data: string) =>
      state("kubernetes:core/v1:ConfigMap", "c", {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "c" },
        data: { text: data },
      });
    const text = markdownReport(
      reportOf(
        preview(
          step(
            "update",
            config("a"),
            config("```\n</details> `x` <!-- istio-mesh-report:other -->"),
          ),
        ),
        judged(),
      ),
    );
    const [comment, ...raw] = text.split("````diff");
    assert.equal(raw.length, 1);
    assert.ok(comment?.includes('`````"'.slice(0, 4)));
    assert.equal(text.split("\n").filter((line) => line.startsWith("<!--")).length, 1);
  });

  it("tells what others have changed apart from what the update does", () => {
    const drifted: Impact = {
      ...nothing,
      changes: [change("shifted", "web.shop:80", "v1 50 → 80 %")],
    };
    const report = reportOf(preview(), judged({ drift: drifted, isLive: true }));
    assert.equal(
      verdictOf(report),
      "no request changes; no object changes; the cluster has drifted",
    );
    assert.equal(isMinded(report, ["shifted"]), false);
    assert.match(
      markdownReport(report),
      /### Drift\n\n.*\n\n- mesh → `web\.shop:80`, any path: \*\*v1 50 → 80 %\*\*/,
    );
    assert.deepEqual(
      JSON.parse(jsonReport(report)).drift.map(({ to }: { to: string }) => to),
      ["web.shop:80"],
    );
  });

  it("is text and JSON too", () => {
    const report = reportOf(both, judged({ impact }));
    assert.equal(
      textReport(report, (_, text) => text),
      `shop/dev: 1 outage, 1 exposure, 1 shift of weights; 2 objects (1 deleted, 1 changed); 1 not judged
outage mesh → cart.shop:8080, any path: was cart, now 404
  GET http://cart.shop:8080/
exposure mesh → admin.shop:80, any path: was denied, now admin
  GET http://admin.shop/
shifted mesh → reviews.bookinfo:9080, any path: v1 90 → 80 %
  GET http://reviews.bookinfo:9080/
not judged: mesh → a.b:1: an EnvoyFilter
ConfigMap old deleted
VirtualService reviews.bookinfo changed
  spec.http[0].route[0].weight 90 → 80
  spec.http[0].route[1].weight 10 → 20`,
    );
    const { dangers, changes, objects } = JSON.parse(jsonReport(report));
    assert.deepEqual(dangers, { outage: 1, exposure: 1, shifted: 1 });
    assert.deepEqual(
      changes.map(({ danger, example }: { danger: string; example: string }) => [danger, example]),
      [
        ["outage", "GET http://cart.shop:8080/"],
        ["exposure", "GET http://admin.shop/"],
        ["shifted", "GET http://reviews.bookinfo:9080/"],
      ],
    );
    assert.equal(objects.length, 2);
  });
});
