import { exportToAnnotation, gatewayNameLabel } from "../../../values/known-names";
import { fullName, serviceOfHost } from "../../../values/service-host";
import type { Declared, DeclaredSet } from "../declared-set";
import { fields, list, number, text, texts } from "../fields";
import { Kind } from "../kinds";
import { grouped, lazy } from "../lazy";
import { known } from "../not-judged";
import { canaryServices } from "./canaries";
import type { MeshConfig } from "./mesh-config";
import { portProtocol, sidecarProtocol } from "./protocol";
import type { Labels } from "./selector";
import type { Workload } from "./workloads";

/** A port of a Service or a ServiceEntry. */
export interface HostPort {
  readonly port: number;
  readonly name: string | undefined;
  /** Istio's name of the protocol, by `appProtocol`, or by the beginning of the port's name. */
  readonly protocol: string;
  /** `TCP` or `UDP`. */
  readonly transport: string;
  readonly targetPort: number | string | undefined;
  /** Path in the source. */
  readonly path: string;
}

/** A host that the mesh knows: a Service, or a host of a ServiceEntry. */
export interface Host {
  readonly source: Declared;
  readonly host: string;
  readonly namespace: string;
  readonly ports: readonly HostPort[];
  /** Labels of its Pods; undefined where nothing is chosen by labels. */
  readonly selector: Labels | undefined;
  /** Namespaces that see it. */
  readonly exportTo: readonly string[];
  readonly headless: boolean;
  /** Name outside that a Service of type ExternalName stands for. */
  readonly externalName: string | undefined;
  /** Path of the host in the source. */
  readonly path: string;
}

/** Who sees what an object's annotation or field exports; the default is that of the mesh, else everybody. */
const exportOf = (value: unknown, { all }: MeshConfig): readonly string[] => {
  const parts = typeof value === "string" ? value.split(",") : Array.isArray(value) ? value : [];
  const named = parts.map((part) => String(part).trim()).filter((part) => part !== "");
  const usual = all.defaultServiceExportTo;
  return named.length > 0
    ? named
    : Array.isArray(usual) && usual.length > 0
      ? usual.map(String)
      : ["*"];
};

function servicePorts(ports: unknown): HostPort[] {
  return list(ports).map((port, i) => ({
    port: number(port.port) ?? 0,
    name: text(port.name),
    protocol: portProtocol({
      appProtocol: text(port.appProtocol),
      name: text(port.name),
      transport: text(port.protocol),
      port: number(port.port),
    }),
    transport: text(port.protocol) ?? "TCP",
    targetPort: number(port.targetPort) ?? text(port.targetPort) ?? number(port.port),
    path: `spec.ports[${i}]`,
  }));
}

function ofService(source: Declared, config: MeshConfig): Host {
  const spec = fields(source.object.spec);
  const selector = texts(spec.selector);
  const { name, namespace } = source.id;
  return {
    source,
    host: fullName(name, namespace, config.domain),
    namespace,
    ports: servicePorts(spec.ports),
    selector: Object.keys(selector).length === 0 ? undefined : selector,
    exportTo: exportOf(source.annotations[exportToAnnotation], config),
    headless: spec.clusterIP === "None",
    externalName: spec.type === "ExternalName" ? text(spec.externalName) : undefined,
    path: "metadata.name",
  };
}

function* ofServiceEntries(set: DeclaredSet, config: MeshConfig): Iterable<Host> {
  for (const source of set.accepted(Kind.ServiceEntry)) {
    const { hosts, ports = [], workloadSelector, exportTo } = source.spec;
    for (const [i, host] of hosts.entries()) {
      yield {
        source,
        host,
        namespace: source.id.namespace,
        ports: ports.map(({ number: port, name, protocol = "", targetPort }, j) => ({
          port,
          name,
          protocol: sidecarProtocol(protocol),
          transport: "TCP",
          targetPort: targetPort ?? port,
          path: `spec.ports[${j}]`,
        })),
        selector: workloadSelector?.labels,
        exportTo: exportOf(exportTo, config),
        headless: false,
        externalName: undefined,
        path: `spec.hosts[${i}]`,
      };
    }
  }
}

/** A Gateway of the API brings a Service of the same name as its Pods' Deployment. */
function ofGateway(workload: Workload, config: MeshConfig): Host {
  const { source, namespace, name } = workload;
  const listeners = list(fields(source.object.spec).listeners);
  return {
    source,
    host: fullName(name, namespace, config.domain),
    namespace,
    ports: listeners.map((listener, i) => ({
      port: number(listener.port) ?? 0,
      name: text(listener.name),
      protocol: text(listener.protocol) ?? "TCP",
      transport: "TCP",
      targetPort: number(listener.port),
      path: `spec.listeners[${i}].port`,
    })),
    selector: { [gatewayNameLabel]: source.id.name },
    exportTo: exportOf(undefined, config),
    headless: false,
    externalName: undefined,
    path: "metadata.name",
  };
}

/** Flagger makes the Services of a Canary, whose Pods it runs under names of its own. */
const ofCanary = (source: Declared, config: MeshConfig): Host[] =>
  canaryServices(source).map(({ name, port }) => ({
    source,
    host: fullName(name, source.id.namespace, config.domain),
    namespace: source.id.namespace,
    ports: servicePorts([port]).map((own) => ({ ...own, path: "spec.service.port" })),
    selector: undefined,
    exportTo: exportOf(undefined, config),
    headless: false,
    externalName: undefined,
    path: "metadata.name",
  }));

/** All hosts that the mesh knows. */
export class Hosts {
  readonly all: readonly Host[];
  readonly #byName: ReadonlyMap<string, readonly Host[]>;
  readonly #wildcards: readonly Host[];
  readonly #services: () => ReadonlyMap<string, readonly Host[]>;
  readonly #byNamespace: () => ReadonlyMap<string, readonly Host[]>;

  constructor(set: DeclaredSet, workloads: readonly Workload[], config: MeshConfig) {
    const own = set.all(Kind.Service).map((source) => ofService(source, config));
    const named = new Set(own.map(({ host }) => host));
    const implied = [
      ...workloads
        .filter(({ gateway, source }) => gateway !== undefined && source.id.kind === "Gateway")
        .map((workload) => ofGateway(workload, config)),
      ...set.all(Kind.Canary).flatMap((source) => known(() => ofCanary(source, config)) ?? []),
    ].filter(({ host }) => !named.has(host));
    this.all = [...own, ...implied, ...ofServiceEntries(set, config)];
    this.#byName = grouped(this.all, ({ host }) => host);
    this.#wildcards = this.all.filter(({ host }) => host.startsWith("*"));
    const services = [...own, ...implied];
    this.#services = lazy(() => grouped(services, ({ host }) => serviceOfHost(host)?.[1] ?? host));
    this.#byNamespace = lazy(() => grouped(services, ({ namespace }) => namespace));
  }

  /** Services of this short name, in whatever namespace. */
  called(name: string): readonly Host[] {
    return this.#services().get(name) ?? [];
  }

  /** Services of a namespace. */
  servicesIn(namespace: string): readonly Host[] {
    return this.#byNamespace().get(namespace) ?? [];
  }

  /** Their short names. */
  namesIn(namespace: string): readonly string[] {
    return this.servicesIn(namespace).map(({ host }) => serviceOfHost(host)?.[1] ?? host);
  }

  /** Those of exactly this name. */
  named(host: string): readonly Host[] {
    return this.#byName.get(host) ?? [];
  }

  /** Those whose name is a wildcard. */
  get wildcards(): readonly Host[] {
    return this.#wildcards;
  }

  /** Those of this name, or else those whose wildcard covers it, the longest first. */
  covering(host: string): readonly Host[] {
    const own = this.named(host);
    return own.length > 0
      ? own
      : this.#wildcards
          .filter((one) => host.endsWith(one.host.slice(1)) && host !== one.host)
          .sort((a, b) => b.host.length - a.host.length);
  }
}

/** Whether an object that is exported so is seen in a namespace. */
export const isExported = (exportTo: readonly string[], from: string, namespace: string): boolean =>
  exportTo.some((one) => one === "*" || one === namespace || (one === "." && from === namespace));
