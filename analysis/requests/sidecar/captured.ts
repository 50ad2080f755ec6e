import type { Mesh } from "../../mesh/mesh";
import { captureOf, outboundAnnotations } from "../../mesh/model/outbound-capture";
import type { Workload } from "../../mesh/model/workloads";
import { NotJudged } from "../../mesh/not-judged";
import type { Call } from "../call";
import { proxyOf } from "../mesh-proxy";
import { type Step, stepOf } from "../trail";
import { calledAddress } from "./called-address";

const pathOf = ({ labelsPath }: Workload, annotation: string): string =>
  `${labelsPath.slice(0, labelsPath.lastIndexOf("."))}.annotations[${JSON.stringify(annotation)}]`;

/**
 * What makes a call go past the sidecar of its client, which then knows nothing of it: the annotations of its Pods.
 * Nothing where it goes by the sidecar, as calls do.
 */
export function pastSidecar(mesh: Mesh, workload: Workload, call: Call): Step | undefined {
  const { annotations } = workload;
  if (!outboundAnnotations.some((name) => annotations[name] !== undefined)) {
    return undefined;
  }
  const { ip } = calledAddress(mesh, proxyOf(workload), call);
  const { isTaken, by = "" } = captureOf(annotations, call.port, ip);
  if (isTaken === "open") {
    throw new NotJudged(
      `whether annotation ${by} takes calls of ${call.host} past the sidecar: its address is not declared`,
    );
  }
  return isTaken ? undefined : stepOf(workload.source, pathOf(workload, by));
}
