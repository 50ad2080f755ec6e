import { structuredFindings } from "../objects/check";
import { valueAndReason } from "../objects/finding-text";
import type { Check, Fix, Found, Level, Verdict } from "./check";
import type { Declared } from "./declared-set";
import { carriesHttpAlone } from "./http-alone";
import { type KubernetesObject, kindOf, type ObjectId } from "./kubernetes-object";
import { Mesh } from "./mesh";
import type { MeshOptions } from "./mesh-options";
import type { Attachable } from "./model/policies";
import { known, NotJudged } from "./not-judged";
import { objectLevel, objectRule } from "./object-rules";
import { isSuppressed, type Suppression } from "./suppression";

/** What is wrong with an object of a set. */
export interface MeshFinding {
  /** Name of the check. */
  check: string;
  code: string;
  aliases: readonly string[];
  level: Level;
  resource: ObjectId;
  /** The object, as it was given. */
  source: KubernetesObject;
  path: string;
  message: string;
  /** What to do, in general. */
  help: string;
  url: string;
  related: readonly ObjectId[];
  fix?: Fix;
}

/** What could not be judged, or was left alone, of an object. */
interface Remark {
  check: string;
  resource: ObjectId;
  reason: string;
}

/** A check that ended in an error: its object is not judged, which never looks like "no findings". */
interface BrokenCheck {
  check: string;
  resource: ObjectId;
  error: unknown;
}

/** All that checks say of a set. */
export interface MeshReport {
  findings: readonly MeshFinding[];
  notJudged: readonly Remark[];
  /** References to what the set does not hold and need not hold. */
  notDeclared: readonly Remark[];
  broken: readonly BrokenCheck[];
  /** How many findings were suppressed. */
  suppressed: number;
  objects: number;
  checks: number;
}

/** What is checked, and what is told. */
export interface CheckOptions extends MeshOptions {
  checks: readonly Check[];
  suppressions?: readonly Suppression[];
}

/** Stands for a name that is not known yet. */
const notYet = "(not known yet)";

interface Sink {
  findings: MeshFinding[];
  notJudged: Remark[];
  notDeclared: Remark[];
  broken: BrokenCheck[];
}

function objectFindings(object: Declared, mesh: Mesh): MeshFinding[] {
  const { source, id, structure } = object;
  const isHttpAlone = () =>
    known(() => carriesHttpAlone(object as Declared<Attachable>, mesh)) ?? false;
  return structuredFindings(source, structure).map((finding) => {
    const { id: check, aliases, fix, url } = objectRule(finding);
    return {
      check,
      code: finding.code,
      aliases,
      level: objectLevel(finding, isHttpAlone),
      resource: id,
      source,
      path: finding.path,
      message: valueAndReason(finding),
      help: fix,
      url,
      related: [],
    };
  });
}

const findingOf = (check: Check, { id, source }: Declared, found: Found): MeshFinding => ({
  check: check.id,
  code: check.code,
  aliases: found.aliases ?? check.aliases,
  level: found.level ?? check.level,
  resource: id,
  source,
  path: found.path,
  message: found.message,
  help: check.fix,
  url: check.url,
  related: found.related ?? [],
  ...(found.fix && { fix: found.fix }),
});

function keep(check: Check, object: Declared, verdict: Verdict, sink: Sink): void {
  const resource = object.id;
  if ("notDeclared" in verdict) {
    sink.notDeclared.push({ check: check.id, resource, reason: verdict.notDeclared });
  } else if ("notJudged" in verdict) {
    sink.notJudged.push({ check: check.id, resource, reason: verdict.notJudged });
  } else {
    sink.findings.push(findingOf(check, object, verdict));
  }
}

function runOne(check: Check, object: Declared, mesh: Mesh, sink: Sink): void {
  try {
    for (const verdict of check.run(object as Declared<never>, mesh)) {
      keep(check, object, verdict, sink);
    }
  } catch (error) {
    if (error instanceof NotJudged) {
      sink.notJudged.push({ check: check.id, resource: object.id, reason: error.message });
    } else {
      sink.broken.push({ check: check.id, resource: object.id, error });
    }
  }
}

/** An object whose place in the cluster is not known yet is seen by no check. */
const unplaced = ({
  apiVersion,
  kind,
  metadata: { name, namespace },
}: KubernetesObject): Remark => ({
  check: "*",
  resource: {
    apiVersion,
    kind,
    namespace: typeof namespace === "string" ? namespace : "",
    name: typeof name === "string" ? name : notYet,
  },
  reason: `the name or namespace of a ${kind} is not known yet`,
});

/** Judges all objects of a set, each alone and all together. */
export function checkMesh(objects: readonly KubernetesObject[], options: CheckOptions): MeshReport {
  const mesh = new Mesh(objects, options);
  const { checks, suppressions = [] } = options;
  const byKind = new Map<string, Check[]>();
  for (const check of checks) {
    for (const kind of check.kinds) {
      byKind.set(kind, [...(byKind.get(kind) ?? []), check]);
    }
  }
  const sink: Sink = {
    findings: [],
    notJudged: mesh.set.unplaced.map(unplaced),
    notDeclared: [],
    broken: [],
  };
  const { notJudged, notDeclared, broken } = sink;
  let suppressed = 0;
  for (const object of mesh.set.objects) {
    const findings = objectFindings(object, mesh);
    const own: Sink = { findings, notJudged, notDeclared, broken };
    for (const check of byKind.get(kindOf(object.id)) ?? []) {
      runOne(check, object, mesh, own);
    }
    if (findings.length === 0) {
      continue;
    }
    const told = findings.filter(
      ({ check, code, aliases }) => !isSuppressed([check, code, ...aliases], object, suppressions),
    );
    suppressed += findings.length - told.length;
    sink.findings.push(...told);
  }
  return { ...sink, suppressed, objects: objects.length, checks: checks.length };
}
