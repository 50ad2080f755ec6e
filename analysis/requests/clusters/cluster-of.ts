import { serviceOfHost } from "../../../values/service-host";
import { keyedFacts } from "../../mesh/keyed-facts";
import type { Mesh } from "../../mesh/mesh";
import type { HostPort } from "../../mesh/model/services";
import { NotJudged } from "../../mesh/not-judged";
import { Thing } from "../../mesh/scope";
import type { Call } from "../call";
import type { Cluster } from "../cluster";
import type { MeshProxy } from "../mesh-proxy";
import type { Destination } from "../route";
import { type View, viewOf } from "../visibility";
import { isKubernetes } from "../visibility/order";
import type { SeenHost } from "../visibility/seen-host";
import { type Built, builtCluster } from "./built-cluster";
import { calledCluster } from "./called-cluster";
import { type FollowedRule, ruleOf } from "./rules/rule-of";
import { isOwn, portAt, portOf, seenHost } from "./seen-destination";

/** A host of which the set does not say all may be there all the same. */
function mustBeSaid(mesh: Mesh, host: string): undefined {
  const [namespace, name] = serviceOfHost(host) ?? [];
  if (namespace === undefined) {
    if (mesh.isExternalHost(host)) {
      throw new NotJudged(`host ${host} is not declared here`);
    }
  } else if (
    mesh.hosts.named(host).length === 0 &&
    !mesh.speaksFor(Thing.Service, namespace, name)
  ) {
    throw new NotJudged(`Service ${name}.${namespace} is not declared here`);
  }
  return undefined;
}

/** Rules of hosts that are not exported to a proxy do not reach it either. */
const unseen: FollowedRule = { rule: undefined, isShared: true };

const shared = keyedFacts<[view: View, cluster: string], Built | undefined>();

function built(
  mesh: Mesh,
  proxy: MeshProxy,
  view: View,
  seen: SeenHost,
  port: HostPort,
  subset: string | undefined,
): Built | undefined {
  const shown = view.host(seen.host.host)?.host;
  const isTold = shown?.namespace === seen.host.namespace;
  const { rule, isShared } = shown ? ruleOf(mesh, proxy, shown) : unseen;
  const make = () =>
    builtCluster(mesh, proxy, {
      host: seen.host,
      port,
      subset,
      rule,
      isOwn: isOwn(mesh, proxy, seen),
      isTold,
    });
  if (!isShared || proxy.kind === "waypoint") {
    return make();
  }
  const key = `${proxy.kind} ${seen.host.host} ${port.port} ${subset ?? ""}`;
  return mesh.fact(shared).get([view, key], make);
}

/**
 * What stands behind a destination for a proxy: the host as it sees it, the DestinationRules that it follows,
 * merged, the subset's endpoints and how it speaks to each. Undefined where it has no such cluster.
 */
export function clusterOf(
  mesh: Mesh,
  proxy: MeshProxy,
  destination: Destination,
  call: Call,
): Cluster | undefined {
  const view = viewOf(mesh, proxy);
  const { named, seen } = seenHost(mesh, proxy, view, destination.host);
  if (seen === undefined) {
    return mustBeSaid(mesh, destination.host);
  }
  const port = portAt(seen, portOf(destination, named, call));
  if (port === undefined || (seen.host.externalName !== undefined && isKubernetes(seen.host))) {
    return undefined;
  }
  const found = built(mesh, proxy, view, seen, port, destination.subset);
  return found && (found.discovery === "told" || found.discovery === "dns")
    ? found.cluster
    : found && calledCluster(mesh, found, call);
}
