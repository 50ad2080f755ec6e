import { type Fields, fields, list, number, text } from "../fields";
import type { Workload } from "./workloads";

/** A port of a container to which the kubelet sends a probe. */
export interface ProbedPort {
  /** Path of the port in the source of the workload. */
  readonly path: string;
  readonly action: ProbeAction;
  readonly port: number;
}

/** How a probe reaches a container. */
type ProbeAction = "httpGet" | "grpc" | "tcpSocket";

const probes = ["startupProbe", "readinessProbe", "livenessProbe"] as const;
const actions: readonly ProbeAction[] = ["httpGet", "grpc", "tcpSocket"];

/** Port of a probe; a name is that of a port of its container. */
function portOf(port: unknown, container: Fields): number | undefined {
  const name = text(port);
  return name === undefined
    ? number(port)
    : number(list(container.ports).find((own) => own.name === name)?.containerPort);
}

/** The ports of a workload that probes go to. */
export function* probedPorts({ labelsPath, pod }: Workload): Iterable<ProbedPort> {
  const spec = labelsPath.replace(/metadata\.labels$/, "spec");
  for (const [i, container] of list(fields(pod.spec).containers).entries()) {
    for (const probe of probes) {
      for (const action of actions) {
        const port = portOf(fields(fields(container[probe])[action]).port, container);
        if (port !== undefined) {
          yield { path: `${spec}.containers[${i}].${probe}.${action}.port`, action, port };
        }
      }
    }
  }
}
