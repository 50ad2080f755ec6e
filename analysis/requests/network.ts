import { Kind } from "../mesh/kinds";
import { objectWords } from "../mesh/kubernetes-object";
import { grouped } from "../mesh/lazy";
import type { Mesh } from "../mesh/mesh";
import { type NetworkPeer, type NetworkPort, plainlyTakes } from "../mesh/model/network-peers";
import {
  choosesPods,
  egressRules,
  ingressRules,
  isForEgress,
  isForIngress,
  type NetworkPolicy,
} from "../mesh/model/network-policies";
import type { Workload } from "../mesh/model/workloads";
import { known } from "../mesh/not-judged";

const policiesByNamespace = ({ set }: Mesh): ReadonlyMap<string, readonly NetworkPolicy[]> =>
  grouped(set.all(Kind.NetworkPolicy), ({ id }) => id.namespace);

/** One side of a connection: which policies are for its Pods, and what a rule of theirs says of the other side. */
interface Side {
  readonly isMeant: (policy: NetworkPolicy) => boolean;
  readonly takes: (policy: NetworkPolicy) => boolean;
}

/** The policies for the Pods of a workload, where none of them plainly takes the connection. */
function shutting(mesh: Mesh, workload: Workload | undefined, side: Side): NetworkPolicy[] {
  const all = mesh.fact(policiesByNamespace).get(workload?.namespace ?? "") ?? [];
  const meant = all.filter(
    (one) => known(() => side.isMeant(one) && choosesPods(one, workload ?? { labels: {} })) ?? true,
  );
  // What is not known yet may be what takes it, or not.
  return meant.some((one) => known(() => side.takes(one)) === true) ? [] : meant;
}

/**
 * NetworkPolicies that do not plainly let a connection pass, in words: whether it does is for the network to say,
 * which may know none of them.
 */
export function networkPoliciesOn(
  mesh: Mesh,
  client: NetworkPeer,
  server: NetworkPeer & NetworkPort,
): string[] {
  if (mesh.fact(policiesByNamespace).size === 0) {
    return [];
  }
  const out = shutting(mesh, client.workload, {
    isMeant: isForEgress,
    takes: (policy) =>
      egressRules(policy).some((rule) =>
        plainlyTakes(
          { rule, peers: rule.to, namespace: policy.id.namespace },
          server,
          server,
          mesh,
        ),
      ),
  });
  const into = shutting(mesh, server.workload, {
    isMeant: isForIngress,
    takes: (policy) =>
      ingressRules(policy).some((rule) =>
        plainlyTakes(
          { rule, peers: rule.from, namespace: policy.id.namespace },
          client,
          server,
          mesh,
        ),
      ),
  });
  return [...out, ...into].map(
    ({ id }) =>
      `whether ${objectWords(id)} lets connections to port ${server.port} pass, which is the network's to say`,
  );
}
