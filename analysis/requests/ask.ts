import type { Mesh } from "../mesh/mesh";
import { NotJudged } from "../mesh/not-judged";
import { checkedClaims } from "./access/claims";
import { type Answer, Outcome } from "./answer";
import { assumedOf } from "./assumed";
import type { Call } from "./call";
import { callerOf } from "./caller";
import { declaredTwice } from "./declared-twice";
import { deliver } from "./deliver";
import { direct } from "./direct";
import { calledPorts } from "./gateways/called-ports";
import { entranceOf } from "./gateways/entrance";
import { gatewayDecision } from "./gateways/gateway-decision";
import { joined } from "./join";
import type { Leaf } from "./leaf";
import { proxyOf } from "./mesh-proxy";
import { networkPoliciesOn } from "./network";
import { podOf } from "./pod";
import type { Request } from "./request";
import { pastSidecar } from "./sidecar/captured";
import { sidecarDecision } from "./sidecar/outbound";
import { undiscovered } from "./undiscovered";
import { further, wholeWay } from "./way";

function callOf({ from, ...request }: Request, workload?: Call["peer"]["workload"]): Call {
  const { kind, ...outside } = from;
  return {
    ...request,
    sni: request.sni ?? request.host,
    peer: {
      ...(workload && { workload }),
      ...(kind === "outside" && "ip" in outside && { ip: outside.ip }),
    },
  };
}

function leavesOf(mesh: Mesh, request: Request): Leaf[] {
  if (request.from.kind === "outside") {
    const proxy = proxyOf(entranceOf(mesh, request));
    const claims = checkedClaims(mesh, proxy.workload, request.token, request.http);
    const call = { ...callOf(request), ...(claims && { claims }) };
    const [port = call.port] = calledPorts(mesh, proxy.workload, call.port);
    const notModelled = networkPoliciesOn(mesh, call.peer, { workload: proxy.workload, port });
    const way = further(wholeWay, { notModelled });
    return deliver(mesh, proxy, call, gatewayDecision(mesh, proxy, call), way);
  }
  const { from } = request;
  const workload = from.kind === "pod" ? podOf(mesh, from) : callerOf(mesh, from);
  const call = callOf(request, workload);
  if (workload.mode !== "sidecar") {
    return direct(mesh, workload, call, wholeWay);
  }
  const past = pastSidecar(mesh, workload, call);
  if (past) {
    return direct(mesh, workload, call, further(wholeWay, { trail: [past] }));
  }
  const proxy = proxyOf(workload);
  return deliver(mesh, proxy, call, sidecarDecision(mesh, proxy, call), wholeWay);
}

/** Namespaces that an answer hangs on. */
const namespacesOf = ({ from }: Request, { trail, destinations }: Answer): string[] => [
  ...("namespace" in from ? [from.namespace] : []),
  ...trail.map(({ namespace }) => namespace),
  ...destinations.flatMap(({ namespace }) => namespace ?? []),
];

/**
 * Who answers a request, and why: as Envoy and ztunnel would with what istiod makes of the set. What hangs on a
 * value that is not known, or on what the model lacks, says so.
 *
 * Errors: `QuestionError` where nobody of the caller's name is there, or no gateway takes the request.
 */
export function answer(mesh: Mesh, request: Request): Answer {
  try {
    const joint = joined(leavesOf(mesh, request));
    const assumed = [...assumedOf(mesh, request.from, joint), ...(joint.assumed ?? [])];
    const unread = [
      ...declaredTwice(mesh, joint.trail),
      ...undiscovered(mesh, () => namespacesOf(request, joint)),
    ];
    return {
      ...joint,
      ...(unread.length > 0 && { notModelled: [...joint.notModelled, ...unread] }),
      ...(assumed.length > 0 && { assumed }),
    };
  } catch (error) {
    if (error instanceof NotJudged) {
      return {
        outcome: Outcome.NotJudged,
        destinations: [],
        mirrors: [],
        tls: [],
        trail: [],
        notModelled: [error.message],
      };
    }
    throw error;
  }
}
