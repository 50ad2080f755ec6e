import type { AuthorizationPolicySpec } from "../../schemas/kinds/security/authorization-policy";
import type { PeerAuthenticationSpec } from "../../schemas/kinds/security/peer-authentication";
import type { RequestAuthenticationSpec } from "../../schemas/kinds/security/request-authentication";
import { fullName, isOfClusterSet, serviceOfHost } from "../../values/service-host";
import { type Declared, DeclaredSet } from "./declared-set";
import { KeyedFacts } from "./keyed-facts";
import { Kind } from "./kinds";
import { type KubernetesObject, kindOf, type ObjectId, objectWords } from "./kubernetes-object";
import { grouped, lazy } from "./lazy";
import type { ChangedMeshOptions } from "./mesh-options";
import { type Rule, Rules, rulesOf } from "./model/destination-rules";
import { type Entrance, entrancesOf } from "./model/entrances";
import { gatewaysOf, type IstioGateway } from "./model/gateways";
import { type MeshConfig, meshConfigOf } from "./model/mesh-config";
import { type MutualTls, mutualTlsOf } from "./model/mutual-tls";
import { type Namespace, namespacesOf } from "./model/namespaces";
import { type Attachable, Policies, selectorOf, targetsOf } from "./model/policies";
import { RouteIndex } from "./model/route-index";
import { firstPair, type Labels, pairsOf, selects } from "./model/selector";
import { type Host, Hosts, isExported } from "./model/services";
import { type Routes, routesOf } from "./model/virtual-services";
import { WorkloadIndex } from "./model/workload-index";
import { type Workload, workloadsOf } from "./model/workloads";
import { type Gone, isExternal, scopeOf, type Thing } from "./scope";

const placeOf = ({ namespace, name }: ObjectId): string => `${namespace}/${name}`;

const byPlace = <T extends { source: { id: ObjectId } }>(views: readonly T[]): Map<string, T> =>
  new Map(views.map((view) => [placeOf(view.source.id), view]));

function missing(id: ObjectId): never {
  throw new Error(`${objectWords(id)} is not of this set`);
}

/** The declared set as the mesh sees it: indexed, computed where asked for, never changed. */
export class Mesh {
  readonly set: DeclaredSet;
  readonly config: MeshConfig;
  /** When certificates are looked at. */
  readonly now: Date;
  readonly #options: ChangedMeshOptions;
  readonly #workloads: () => WorkloadIndex;
  readonly #namespaces: () => ReadonlyMap<string, Namespace>;
  readonly #hosts: () => Hosts;
  readonly #routes: () => ReadonlyMap<string, Routes>;
  readonly #routeIndex: () => RouteIndex;
  readonly #ruleViews: () => ReadonlyMap<string, Rule>;
  readonly #rules: () => Rules;
  readonly #gateways: () => ReadonlyMap<string, IstioGateway>;
  readonly #entrances: () => ReadonlyMap<string, readonly Entrance[]>;
  readonly #servicesByPair: () => ReadonlyMap<string, readonly Host[]>;
  readonly #authorizations: () => Policies<AuthorizationPolicySpec>;
  readonly #peerAuthentications: () => Policies<PeerAuthenticationSpec>;
  readonly #requestAuthentications: () => Policies<RequestAuthenticationSpec>;
  readonly #speaksFor: ReturnType<typeof scopeOf>;
  readonly #facts = new Map<unknown, unknown>();
  readonly #mutualTls = new KeyedFacts<[workload: Workload, port?: number], MutualTls>();

  constructor(
    objects: readonly KubernetesObject[] | DeclaredSet,
    options: ChangedMeshOptions = {},
  ) {
    const set =
      objects instanceof DeclaredSet
        ? objects
        : new DeclaredSet(objects, options.namespace, options.release);
    this.set = set;
    this.now = options.now ?? new Date();
    this.#options = options;
    this.config = meshConfigOf(set, options.meshConfig, options.domain);
    this.#namespaces = lazy(() => namespacesOf(set, options.assumesMesh));
    this.#workloads = lazy(() => new WorkloadIndex(workloadsOf(set, this.#namespaces())));
    this.#hosts = lazy(() => new Hosts(set, this.workloads, this.config));
    this.#routes = lazy(() => byPlace(routesOf(set, this.config)));
    this.#routeIndex = lazy(() => new RouteIndex(this.routes));
    this.#ruleViews = lazy(() => byPlace(rulesOf(set, this.config)));
    this.#rules = lazy(() => new Rules([...this.#ruleViews().values()], this.config));
    this.#gateways = lazy(() => byPlace(gatewaysOf(set, this.workloads)));
    this.#entrances = lazy(() =>
      entrancesOf(set, this.routes, this.gateways, this.workloads, this.config),
    );
    this.#servicesByPair = lazy(() =>
      grouped(
        this.hosts.all.filter(({ source, selector }) => source.id.kind === "Service" && selector),
        ({ namespace, selector = {} }) => `${namespace}|${firstPair(selector)}`,
      ),
    );
    const root = this.config.rootNamespace;
    this.#authorizations = lazy(() => new Policies(set.all(Kind.AuthorizationPolicy), root));
    this.#peerAuthentications = lazy(() => new Policies(set.all(Kind.PeerAuthentication), root));
    this.#requestAuthentications = lazy(
      () => new Policies(set.all(Kind.RequestAuthentication), root),
    );
    this.#speaksFor = scopeOf(this, options.scope, options);
  }

  get namespaces(): ReadonlyMap<string, Namespace> {
    return this.#namespaces();
  }

  get workloads(): readonly Workload[] {
    return this.#workloads().all;
  }

  get hosts(): Hosts {
    return this.#hosts();
  }

  /** All VirtualServices. */
  get routes(): readonly Routes[] {
    return [...this.#routes().values()];
  }

  /** VirtualServices by where they apply and what they send requests to. */
  get routeIndex(): RouteIndex {
    return this.#routeIndex();
  }

  /** The routes of one VirtualService. */
  routesOf(id: ObjectId): Routes {
    return this.#routes().get(placeOf(id)) ?? missing(id);
  }

  get rules(): readonly Rule[] {
    return this.#rules().all;
  }

  /** One DestinationRule with its host in full. */
  ruleOf(id: ObjectId): Rule {
    return this.#ruleViews().get(placeOf(id)) ?? missing(id);
  }

  /** All Gateways of Istio's. */
  get gateways(): readonly IstioGateway[] {
    return [...this.#gateways().values()];
  }

  /** A Gateway of Istio's by `namespace/name`. */
  gateway(name: string): IstioGateway | undefined {
    const found = this.#gateways().get(name);
    if (found === undefined) {
      this.mustKnow(Kind.Gateway, name.split("/")[0]);
    }
    return found;
  }

  /** What a function says of the mesh; asked once, however many checks need it. */
  fact<T>(of: (mesh: Mesh) => T): T {
    if (!this.#facts.has(of)) {
      this.#facts.set(of, of(this));
    }
    return this.#facts.get(of) as T;
  }

  /** The full name of a host that an object of a namespace names. */
  fullName(host: string, namespace: string): string {
    return fullName(host, namespace, this.config.domain);
  }

  /** Hosts of the mesh that clients of a namespace see by a full name. */
  visibleHosts(host: string, namespace: string): readonly Host[] {
    return this.hosts
      .covering(host)
      .filter((one) => isExported(one.exportTo, one.namespace, namespace));
  }

  /** Rules of exactly this host, in whatever namespace. */
  rulesNamed(host: string): readonly Rule[] {
    return this.#rules().named(host);
  }

  /** The rules that clients of a namespace follow for a host. */
  rulesFor(host: string, clientNamespace: string): readonly Rule[] {
    const [known] = this.hosts.covering(host);
    const place = known?.namespace ?? serviceOfHost(host)?.[0];
    return this.#rules().followed(host, place, clientNamespace);
  }

  /** What an object runs: one workload, or none. */
  workloadsOf(id: ObjectId): readonly Workload[] {
    return this.#workloads().of(id);
  }

  /** The workloads of a namespace. */
  workloadsIn(namespace: string): readonly Workload[] {
    return this.#workloads().in(namespace);
  }

  /** The workloads that labels choose in a namespace. */
  selected(selector: Labels, namespace: string): readonly Workload[] {
    return this.#workloads().selected(selector, namespace);
  }

  /** The workloads whose Pods a host stands for. */
  podsOf({ selector, namespace }: Host): readonly Workload[] {
    return selector === undefined ? [] : this.selected(selector, namespace);
  }

  /** The Services whose selector takes a workload. */
  servicesOf({ namespace, labels }: Pick<Workload, "namespace" | "labels">): readonly Host[] {
    return pairsOf(labels)
      .flatMap((pair) => this.#servicesByPair().get(`${namespace}|${pair}`) ?? [])
      .filter(({ selector = {} }) => selects(selector, labels));
  }

  /** The ways by which gateways send requests to a host. */
  entrancesTo(host: string): readonly Entrance[] {
    return this.#entrances().get(host) ?? [];
  }

  /** All AuthorizationPolicies. */
  get authorizations(): Policies<AuthorizationPolicySpec> {
    return this.#authorizations();
  }

  /** All PeerAuthentications. */
  get peerAuthentications(): Policies<PeerAuthenticationSpec> {
    return this.#peerAuthentications();
  }

  /** All RequestAuthentications. */
  get requestAuthentications(): Policies<RequestAuthenticationSpec> {
    return this.#requestAuthentications();
  }

  /** Service accounts of a namespace: those declared, those that Pods run as, and that of every namespace. */
  accountsIn(namespace: string): ReadonlySet<string> {
    return new Set([
      "default",
      ...this.set
        .inNamespace(namespace)
        .filter(({ id }) => kindOf(id) === Kind.ServiceAccount)
        .map(({ id }) => id.name),
      ...this.workloadsIn(namespace).map(({ serviceAccount }) => serviceAccount),
    ]);
  }

  /** What connections a workload takes, at a port of its own or elsewhere. */
  mutualTlsOf(workload: Workload, port?: number): MutualTls {
    return this.#mutualTls.get([workload, port], () =>
      mutualTlsOf(this.peerAuthentications, workload, port),
    );
  }

  /** The workloads that a policy without targetRefs is for: in the root namespace, of the whole mesh. */
  chosenBy({ id, spec }: Declared<Attachable>): readonly Workload[] {
    if (targetsOf(spec).length > 0) {
      return [];
    }
    const selector = selectorOf(spec);
    return id.namespace === this.config.rootNamespace
      ? this.workloads.filter(({ labels }) => selects(selector, labels))
      : this.selected(selector, id.namespace);
  }

  /**
   * Whether the set says all there is of something in a namespace, so that what it does not have is
   * missing. Where it does not, a reference is to what is "not declared here". Not judged where a name of
   * this kind is not known yet.
   */
  speaksFor(thing: Thing, namespace: string, name = ""): boolean {
    return this.#speaksFor(thing, namespace, name);
  }

  /** The same set, in a cluster from which something was taken away. */
  without(gone: Gone): Mesh {
    return new Mesh(this.set, { ...this.#options, gone });
  }

  /** Whether the Pods that a Gateway of Istio's had were taken away or are chosen no more. */
  hasLostPods(gateway: string): boolean {
    return this.#options.gone?.gateways.has(gateway) ?? false;
  }

  /** Whether something is said to lie in the cluster beside the set. */
  isExternal(thing: Thing, namespace: string, name: string): boolean {
    return isExternal(this.#options.external, thing, namespace, name);
  }

  /** The same of a host that is no Service. Which hosts its cluster set shares no cluster knows alone. */
  isExternalHost(host: string): boolean {
    return isOfClusterSet(host) || (this.#options.external ?? []).includes(host);
  }

  /** Ends the judgement where something of a kind has a name that is not known yet. */
  mustKnow(kind: Kind, namespace?: string): void {
    this.set.mustKnow(kind, namespace);
  }
}
