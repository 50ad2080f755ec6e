import assert from "node:assert/strict";
import { checks } from "../../analysis/mesh/checks";
import { isClusterWide } from "../../analysis/mesh/kubernetes-object";
import { Mesh } from "../../analysis/mesh/mesh";
import { objectRules } from "../../analysis/mesh/object-rules";
import { checkMesh, type MeshFinding } from "../../analysis/mesh/run-checks";
import { Scope } from "../../analysis/mesh/scope";
import { type AnalyzedAnswer, type AnalyzedSet, analyzed } from "../support/analyzed-sets";
import { codesLeftOut } from "../support/analyzer-differences";
import { declaredMessage, inCluster } from "../support/in-cluster";
import { keepOpenSet } from "../support/open-sets";
import { Random } from "../support/random";
import { randomSet, startingSets } from "../support/random-sets";
import { reasonOf, type SetDifference } from "../support/set-differences";

const count = Number(process.env.ISTIO_MESH_SETS ?? 300);
const seed = Number(process.env.ISTIO_MESH_SEED ?? 20261130);

/** Codes that no analyzer of istioctl's default ones says any more. */
const codesNotAsked = ["IST0136"];

const ownCodes = new Set(
  [...checks, ...objectRules]
    .flatMap(({ code, aliases }) => [code, ...aliases])
    .filter((code) => code.startsWith("IST") && !codesNotAsked.includes(code)),
);

/** `CODE Kind namespace/name`, as Istio's messages are written. */
const lineOf = (code: string, { resource: { kind, namespace, name } }: MeshFinding): string =>
  `${code} ${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;

interface Compared {
  same: number;
  /** By reasons. */
  explained: Map<string, number>;
  /** What nobody has a reason for. */
  open: string[];
}

function compare(set: AnalyzedSet, { messages }: AnalyzedAnswer, into: Compared): void {
  const options = { scope: Scope.Cluster, ...(set.meshConfig && { meshConfig: set.meshConfig }) };
  const report = checkMesh(set.objects, { checks, ...options });
  assert.deepEqual(report.broken, []);
  const own = new Map<string, MeshFinding[]>();
  for (const finding of report.findings) {
    for (const code of [finding.code, ...finding.aliases].filter((one) => ownCodes.has(one))) {
      const line = lineOf(code, finding);
      own.set(line, [...(own.get(line) ?? []), finding]);
    }
  }
  const theirs = new Set(
    messages
      .flatMap((message) => declaredMessage(message) ?? [])
      .filter((line) => ownCodes.has(line.split(" ")[0] ?? "")),
  );
  const mesh = new Mesh(set.objects, options);
  const settle = (side: SetDifference["side"], line: string): void => {
    const [code = "", kind = "", ...words] = line.split(" ");
    const place = words.join(" ");
    const isThis = (id: MeshFinding["resource"]) =>
      id.kind === kind && (isClusterWide(kind) ? id.name : `${id.namespace}/${id.name}`) === place;
    const object = mesh.set.objects.find(({ id }) => isThis(id));
    assert.ok(object, `${line} is of no declared object`);
    const named = new Set(
      checks.filter((one) => [one.code, ...one.aliases].includes(code)).map(({ id }) => id),
    );
    const reason = reasonOf(side, {
      code,
      object,
      mesh,
      told: report.findings.filter(({ resource }) => isThis(resource)),
      findings: own.get(line) ?? [],
      unjudged: report.notJudged.some(
        ({ check, resource }) => named.has(check) && isThis(resource),
      ),
    });
    if (reason === undefined) {
      into.open.push(`${side} ${line}`);
    } else {
      into.explained.set(reason, (into.explained.get(reason) ?? 0) + 1);
    }
  };
  for (const line of theirs) {
    if (own.has(line)) {
      into.same += 1;
    } else {
      settle("missing", line);
    }
  }
  for (const line of own.keys()) {
    if (!theirs.has(line)) {
      settle("extra", line);
    }
  }
}

describe("random sets", function () {
  this.timeout(0);

  it("share the codes of Istio's analyzers, but for those left out with a reason", () => {
    assert.deepEqual(
      Object.keys(codesLeftOut).filter((code) => ownCodes.has(code)),
      [],
    );
  });

  it(`are judged as all of istioctl's analyzers judge them, or it is said why not (${count} sets, seed ${seed})`, async () => {
    const random = new Random(seed);
    const starting = startingSets();
    const sets = Array.from({ length: count }, () => randomSet(random, starting));
    const answers = await analyzed(
      sets.map(({ objects, ...more }) => ({ ...more, objects: inCluster(objects) })),
    );
    const compared: Compared = { same: 0, explained: new Map(), open: [] };
    let unread = 0;
    for (const [i, set] of sets.entries()) {
      const answer = answers[i];
      if (answer === undefined || answer.error !== "") {
        unread += 1;
        continue;
      }
      const before = compared.open.length;
      compare(set, answer, compared);
      const own = compared.open.splice(before);
      if (own.length > 0) {
        const file = keepOpenSet(`${seed}-${i}`, set, answer, own);
        compared.open.push(...own.map((line) => `${file}: ${line}`));
      }
    }
    assert.deepEqual(compared.open, []);
    assert.ok(unread < count / 20, `${unread} sets could not be read`);
    assert.ok(compared.same > count, `${compared.same} findings are the same`);
    if (process.env.ISTIO_MESH_SETS !== undefined) {
      const reasons = [...compared.explained].sort(([, a], [, b]) => b - a);
      process.stdout.write(
        [
          `${count - unread} sets, ${compared.same} findings alike, seed ${seed}; ${unread} sets are no objects for Istio`,
          ...reasons.map(([reason, times]) => `${times} times: ${reason}`),
        ]
          .map((line) => `    ${line}\n`)
          .join(""),
      );
    }
  });
});
