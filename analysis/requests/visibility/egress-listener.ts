import type { SidecarEgress } from "../../../schemas/kinds/networking/sidecar";
import { grouped, lazy } from "../../mesh/lazy";
import type { Mesh } from "../../mesh/mesh";
import type { Host } from "../../mesh/model/services";
import type { Sidecar } from "../../mesh/model/sidecars";
import { meshGateway, type Routes } from "../../mesh/model/virtual-services";
import { type Step, stepOf } from "../trail";
import { EgressEntries } from "./entries";
import { exportTo, oldestHosts, oldestNamed, seenFirst } from "./exported";
import { isKubernetes } from "./order";
import { type RouteTarget, routeTargets } from "./route-targets";
import { type RouteSource, routesAt, sourceOf } from "./routes";
import type { SeenHost } from "./seen-host";

/** What a Sidecar says of calls at one port, or of all others; without one there is one listener for all. */
export class EgressListener {
  readonly #entries: EgressEntries;
  readonly #mesh: Mesh;
  readonly #named = new Map<string, readonly SeenHost[]>();
  readonly #hosts: () => readonly SeenHost[];
  readonly #routes: () => readonly Routes[];

  /** `namespace` is that of the proxies. */
  constructor(
    mesh: Mesh,
    readonly namespace: string,
    /** As the Sidecar has it; the default takes in everything. */
    readonly spec: SidecarEgress = { hosts: ["*/*"] },
    /** The field that says it. */
    readonly step?: Step,
  ) {
    this.#mesh = mesh;
    this.#entries = new EgressEntries(spec.hosts, namespace);
    this.#hosts = lazy(() => this.#allHosts());
    this.#routes = lazy(() =>
      routesAt(mesh, namespace, meshGateway).filter((routes) => this.takes(sourceOf(routes))),
    );
  }

  /** The one port that it is for, of which hosts are seen alone; undefined where it is for all. */
  get port(): number | undefined {
    const { number = 0, protocol = "" } = this.spec.port ?? {};
    return number === 0 || protocol.toUpperCase() === "HTTP_PROXY" ? undefined : number;
  }

  /** Hosts of exactly this name: several where objects of one namespace share it. */
  named(host: string): readonly SeenHost[] {
    const known = this.#named.get(host) ?? this.#taken(this.#candidates(host));
    this.#named.set(host, known);
    return known;
  }

  /** All hosts, in istiod's order. */
  get hosts(): readonly SeenHost[] {
    return this.#hosts();
  }

  /** VirtualServices for sidecars, in istiod's order. */
  get routes(): readonly Routes[] {
    return this.#routes();
  }

  /** Whether routes are seen here. */
  takes({ hosts, namespace, exportTo: names, ofApi }: RouteSource): boolean {
    return (
      exportTo(names, namespace, this.namespace) !== undefined &&
      this.#entries.takesRoutes(hosts, namespace, ofApi)
    );
  }

  /** A host as the routes that are seen here send requests to it. */
  targets(host: string): readonly SeenHost[] {
    const targets = this.#mesh.fact(routeTargets).get(host) ?? [];
    return [...grouped(targets, ({ source }) => source)].flatMap(([source, own]) => {
      const seen = own.filter(
        ({ clients }) => clients === undefined || clients.includes(this.namespace),
      );
      return seen.length > 0 && this.takes(source) ? this.#ofTargets(host, seen) : [];
    });
  }

  #ofTargets(host: string, targets: readonly RouteTarget[]): readonly SeenHost[] {
    const all = oldestNamed(this.#mesh, host);
    const own = all.filter(({ namespace }) => namespace === this.namespace);
    const seen = seenFirst(all, this.namespace);
    const near = own.length > 0 ? own : seen;
    const [chosen] = [...near.filter(isKubernetes), ...near];
    if (chosen === undefined) {
      return [];
    }
    if (this.port !== undefined) {
      return this.#atPort(chosen);
    }
    const named = targets.map(({ port }) => port);
    const ports = named.includes(undefined)
      ? chosen.ports
      : chosen.ports.filter(({ port }) => named.includes(port));
    return ports.length === 0 ? [] : [{ host: chosen, ports }];
  }

  #candidates(host: string): readonly Host[] {
    const all = oldestNamed(this.#mesh, host);
    if (!this.#entries.isExact) {
      return seenFirst(all, this.namespace);
    }
    const places = [...grouped(all, ({ namespace }) => namespace).values()];
    const first = new Set(places.map((own) => own.find(isKubernetes) ?? own[0]));
    const seen = new Set(seenFirst(all, this.namespace));
    return all.filter((one) => first.has(one) && seen.has(one));
  }

  /** Those that are taken in; one namespace has a name: that of the proxies, else that of a Service, else the first. */
  #taken(candidates: readonly Host[]): readonly SeenHost[] {
    const taken = candidates
      .filter(({ host, namespace }) => this.#entries.takesHost(host, namespace))
      .flatMap((host) => this.#atPort(host));
    const [first] = taken;
    if (first === undefined) {
      return [];
    }
    const chosen =
      taken.find(({ host }) => host.namespace === this.namespace) ??
      taken.find(({ host }) => isKubernetes(host)) ??
      first;
    return taken.filter(({ host }) => host.namespace === chosen.host.namespace);
  }

  #atPort(host: Host): SeenHost[] {
    const { port } = this;
    const ports = port === undefined ? host.ports : host.ports.filter((own) => own.port === port);
    return port !== undefined && ports.length === 0 ? [] : [{ host, ports }];
  }

  #allHosts(): readonly SeenHost[] {
    const names = this.#entries.isExact
      ? this.#entries.names
      : seenFirst(this.#mesh.fact(oldestHosts), this.namespace).map(({ host }) => host);
    return [...new Set(names)].flatMap((name) => this.named(name));
  }
}

/** The egress listeners of a Sidecar, or the one that is there without. */
export function egressListeners(
  mesh: Mesh,
  namespace: string,
  sidecar: Sidecar | undefined,
): readonly EgressListener[] {
  const { egress = [] } = sidecar?.spec ?? {};
  return sidecar === undefined || egress.length === 0
    ? [new EgressListener(mesh, namespace)]
    : egress.map(
        (spec, i) =>
          new EgressListener(mesh, namespace, spec, stepOf(sidecar, `spec.egress[${i}]`)),
      );
}
