/**
 * What components say of the world to each other, by topic. A fact is said by who makes it so; a demand
 * by who relies on it. `key` names whom the fact is about, from the outside in: `[namespace, name]`.
 */
export interface Topics {
  /** A namespace of the program. Key: its name. */
  namespace: NamespaceFact;
  /** A Service of the program. Key: namespace, name. */
  service: ServiceFact;
  /** A canary of a Service. Key: full host of the Service. */
  canary: CanaryFact;
  /** A version that a route in dialect `istio` can name. Key: full host, name of the version. */
  subset: SubsetFact;
  /**
   * Services that a canary made for the versions of a Service; they are called through the Service, and
   * are a way round the policies of the Service for who calls them by name. A policy for the Service
   * (`targets`, `targetRefs`) takes those that were said before it (`programView`) into its targets, and
   * demands that it has all that are said later (`test`): then the canary is refused. Key: namespace,
   * name of the Service.
   */
  canaryServices: CanaryServicesFact;
}

/** What a program says of a namespace. */
export interface NamespaceFact {
  /** How its Pods are in the mesh; absent where nobody said so. */
  mode?: "sidecar" | "ambient" | "none";
  /** Level of Kubernetes' Pod security, as far as it is plain. */
  podSecurity?: string;
}

/** Port of a Service as a program declares it. */
export interface ServicePortFact {
  port: number;
  name?: string;
  targetPort?: number | string;
  protocol?: string;
  appProtocol?: string;
}

/** A Service of the program, as far as it is plain. */
export interface ServiceFact {
  ports: readonly ServicePortFact[];
  /** Set when there are more ports, parts of which are Outputs. */
  portsArriveLater?: true;
  selector?: { readonly [key: string]: string };
  /** The Service as it was declared, for what stands in for it: parts of it may arrive later. */
  declared?: DeclaredService;
}

/** Arguments of a Service, as far as what stands in for it has to repeat them. */
export interface DeclaredService {
  labels?: unknown;
  annotations?: unknown;
  spec?: unknown;
}

/** What a canary says of itself. */
export interface CanaryFact {
  /** In the words of an error: `Canary "web"`. */
  owner: string;
  /** Full host of the Service, as far as it is known while the program runs. */
  host?: string;
  dialect: "istio" | "gateway-api";
  /** Names of the versions. */
  versions: readonly string[];
}

/** What makes a version known. */
export interface SubsetFact {
  host?: string;
  version: string;
}

/** The Services of the versions, by name; they are in the namespace of the Service. */
export interface CanaryServicesFact {
  /** In the words of an error: `Canary "web"`. */
  owner: string;
  names: readonly string[];
}

export type Topic = keyof Topics;
