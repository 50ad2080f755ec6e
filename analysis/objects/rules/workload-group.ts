import { probeHeaderProblem } from "../../../values/header";
import { type Finding, refused } from "../finding";
import type { MeshObject } from "../mesh-object";
import {
  checkText,
  entries,
  field,
  isBlank,
  isSet,
  isUnknown,
  type Place,
  refusedIf,
} from "./primitives/place";
import { labelFindings } from "./workload-entry";

/** What istiod's webhook says of a WorkloadGroup: of the labels and the probe of its workloads. */
export function workloadGroupRules({ spec: value }: MeshObject): Finding[] {
  const spec: Place = { path: "spec", value };
  return [
    ...labelFindings(field(field(spec, "metadata"), "labels")),
    ...probeFindings(field(spec, "probe")),
  ];
}

const methods = ["httpGet", "tcpSocket", "exec"];

function probeFindings(probe: Place): Finding[] {
  const exec = field(probe, "exec");
  const command = field(exec, "command");
  const grpc = field(probe, "grpc");
  const places = [...methods.map((name) => field(probe, name)), grpc];
  return [
    ...refusedIf(
      isSet(probe) && places.every(isBlank),
      probe,
      `a way to check is expected: ${methods.join(", ")}`,
    ),
    ...refusedIf(isSet(grpc), grpc, `istiod refuses it still; allowed: ${methods.join(", ")}`),
    ...refusedIf(isSet(exec) && isBlank(command), command, "a command is expected"),
    ...entries(field(field(probe, "httpGet"), "httpHeaders")).flatMap(headerFindings),
  ];
}

function headerFindings(header: Place): Finding[] {
  const name = field(header, "name");
  if (isUnknown(name)) {
    return [];
  }
  return isBlank(name)
    ? [refused(name.path, name.value, "a header needs a name")]
    : checkText(name, probeHeaderProblem);
}
