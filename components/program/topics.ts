/**
 * What components say of the world to each other, by topic. A fact is said by who makes it so; a demand
 * by who relies on it. `key` names whom the fact is about, from the outside in: `[namespace, name]`.
 */
export interface Topics {
  /** A namespace of the program. Key: its name. */
  namespace: NamespaceFact;
  /** A Service of the program. Key: namespace, name. */
  service: ServiceFact;
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
}

export type Topic = keyof Topics;
