import { isDigits } from "../../../values/number";
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

interface Probe {
  readonly path: string;
  readonly action: ProbeAction;
  /** Number or name of the port. */
  readonly written: unknown;
  readonly container: Fields;
}

/** The probes of a workload that go to a port. */
function* probesOf({ labelsPath, pod }: Workload): Iterable<Probe> {
  const spec = labelsPath.replace(/metadata\.labels$/, "spec");
  for (const [i, container] of list(fields(pod.spec).containers).entries()) {
    for (const probe of probes) {
      for (const action of actions) {
        const written = fields(fields(container[probe])[action]).port;
        const path = `${spec}.containers[${i}].${probe}.${action}.port`;
        yield* written === undefined ? [] : [{ path, action, written, container }];
      }
    }
  }
}

/** The ports of a workload that probes go to. */
export function* probedPorts(workload: Workload): Iterable<ProbedPort> {
  for (const { path, action, written, container } of probesOf(workload)) {
    const port = portOf(written, container);
    yield* port === undefined ? [] : [{ path, action, port }];
  }
}

/** A probe of a port by a name that its container does not have. */
export interface UnnamedProbe {
  readonly path: string;
  readonly name: string;
  /** Names that the container has. */
  readonly known: readonly string[];
}

/** The probes whose port nobody finds. */
export function* unnamedProbes(workload: Workload): Iterable<UnnamedProbe> {
  for (const { path, written, container } of probesOf(workload)) {
    const name = text(written);
    const known = list(container.ports).flatMap((port) => text(port.name) ?? []);
    if (name !== undefined && !known.includes(name) && !isDigits(name)) {
      yield { path, name, known };
    }
  }
}
