import type { Check, Fix } from "../analysis/mesh/check";
import { objectWords } from "../analysis/mesh/kubernetes-object";
import { checkMesh, type MeshFinding } from "../analysis/mesh/run-checks";
import { readYaml } from "../cli/read/yaml-objects";

const fixLine = ({ path, value }: Fix): string =>
  value === undefined
    ? `  to be taken out: ${path}`
    : `  to be written at ${path}: ${JSON.stringify(value)}`;

const saidLine = ({ level, resource, path, message, related, fix }: MeshFinding): string =>
  [
    `${level}: ${objectWords(resource)}: ${path}: ${message}`,
    ...(related.length > 0 ? [`  beside it: ${related.map(objectWords).join(", ")}`] : []),
    ...(fix ? [fixLine(fix)] : []),
  ].join("\n");

/** What a check says of its own example. */
export function saidOf(check: Check): string {
  const objects = readYaml(check.fires).objects.map(({ object }) => object);
  const { findings } = checkMesh(objects, { checks: [check] });
  return findings
    .filter((finding) => finding.check === check.id)
    .map(saidLine)
    .join("\n");
}
