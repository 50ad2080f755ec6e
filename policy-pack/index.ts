import {
  PolicyPack,
  type PolicyResource,
  type ReportViolation,
  type StackValidationArgs,
  type StackValidationPolicy,
} from "@pulumi/policy";
import type { Level } from "../analysis/mesh/check";
import { checks } from "../analysis/mesh/checks";
import type { KubernetesObject } from "../analysis/mesh/kubernetes-object";
import { checkMesh, type MeshFinding } from "../analysis/mesh/run-checks";
import { Scope } from "../analysis/mesh/scope";
import { type Suppression, suppressionOf } from "../analysis/mesh/suppression";
import { objectOf, unseenNamespaces } from "./objects";

interface Config {
  suppress?: string[];
  external?: string[];
}

/** Each object with the resource that declares it. */
function declared(resources: readonly PolicyResource[]): Map<KubernetesObject, PolicyResource> {
  return new Map(
    resources.flatMap((resource) => {
      const object = objectOf(resource);
      return object ? [[object, resource] as const] : [];
    }),
  );
}

const words = ({ path, message, help, code, aliases, url }: MeshFinding): string =>
  `${path}: ${message} [${[code, ...aliases].join(", ")}]\n${help}\n${url}`;

/** One that nobody could mean ends the run: left out, what it is for would be told after all. */
function suppression(text: string): Suppression {
  const one = suppressionOf(text);
  if (one === undefined) {
    throw new Error(`suppress: ${JSON.stringify(text)}: "CODE=Kind name.namespace" is expected`);
  }
  return one;
}

function judge(level: Level, args: StackValidationArgs, report: ReportViolation): void {
  const { suppress = [], external = [] } = args.getConfig<Config>();
  const byObject = declared(args.resources);
  const { findings, broken } = checkMesh([...byObject.keys()], {
    checks,
    scope: Scope.Program,
    external: [...external, ...unseenNamespaces(args.resources).map((name) => `${name}/*`)],
    suppressions: suppress.map(suppression),
  });
  if (broken.length > 0) {
    throw broken[0]?.error;
  }
  for (const finding of findings.filter((one) => one.level === level)) {
    report(words(finding), byObject.get(finding.source)?.urn);
  }
}

const policy = (
  name: string,
  description: string,
  level: Level,
  enforcementLevel: StackValidationPolicy["enforcementLevel"],
): StackValidationPolicy => ({
  name,
  description,
  enforcementLevel,
  configSchema: {
    properties: {
      suppress: {
        type: "array",
        items: { type: "string" },
        description: 'What is not to be told: "CODE=Kind name.namespace"; * stands for any text.',
      },
      external: {
        type: "array",
        items: { type: "string" },
        description:
          "What lies in the cluster and not in this stack: namespace/*, namespace/name, or the full host of a Service.",
      },
    },
  },
  validateStack: (args, report) => judge(level, args, report),
});

new PolicyPack("istio-mesh", {
  policies: [
    policy(
      "mesh-errors",
      "Between the objects of the mesh nothing is wrong by which requests fail or a door is open.",
      "error",
      "mandatory",
    ),
    policy(
      "mesh-warnings",
      "Every object of the mesh has the effect that it seems to have.",
      "warning",
      "advisory",
    ),
  ],
});
