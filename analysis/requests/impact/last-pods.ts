import { fullName } from "../../../values/service-host";
import type { Mesh } from "../../mesh/mesh";
import { known } from "../../mesh/not-judged";
import { type Answer, Outcome, type Reached } from "../answer";
import { callerOf } from "../caller";
import type { Request } from "../request";

const hasPods = (mesh: Mesh, { service, namespace }: Reached): boolean =>
  service !== undefined &&
  namespace !== undefined &&
  mesh.hosts
    .named(fullName(service, namespace, mesh.config.domain))
    .some((host) => known(() => mesh.podsOf(host).length > 0) ?? true);

/** Whether a proxy answers its client where nobody else does. */
const hasProxy = (mesh: Mesh, { from }: Request): boolean =>
  from.kind === "outside" || (from.kind === "pod" ? from : callerOf(mesh, from)).mode === "sidecar";

/**
 * An answer after a change by which a Service loses the last of its Pods: nobody is there, where the set alone
 * would leave open whether they are declared elsewhere.
 */
export function withoutLastPods(
  [before, after]: readonly [Mesh, Mesh],
  request: Request,
  answer: Answer,
): Answer {
  const isGone = (one: Reached) =>
    one.workload === undefined && hasPods(before, one) && !hasPods(after, one);
  const gone = answer.destinations.filter(isGone);
  if (gone.length === 0) {
    return answer;
  }
  const end = {
    outcome: Outcome.Unavailable,
    ...(request.http && hasProxy(after, request) && { status: 503 }),
  };
  const destinations = answer.destinations.filter((one) => !isGone(one));
  const lost = [...(answer.lost ?? []), ...gone.map(({ share }) => ({ ...end, share }))];
  return destinations.length === 0
    ? { ...answer, ...end, destinations }
    : { ...answer, destinations, lost };
}
