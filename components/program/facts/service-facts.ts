import type { WaypointName } from "./namespace-facts";

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
  /** Where it is, for one that is declared without a component, as far as it is plain. */
  place?: { readonly namespace: string; readonly name: string };
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

/** A call of the proxies' own. */
export interface ProxyCallFact {
  /** In the words of an error: `MeshTelemetry "traces"`. */
  owner: string;
  /** Argument that makes them call. */
  path: string;
  /** Namespace of the proxies; that of the control plane stands for all. Absent when it arrives later. */
  namespace?: string;
  /** Name of an extension provider. */
  provider?: string;
  /** Full host of the Service. */
  host?: string;
}

/** A host outside the mesh. */
export interface ExternalHostFact {
  /** In the words of an error: `ExternalService "pay"`. */
  owner: string;
  /** The host, as far as it is known while the program runs. */
  host?: string;
  /** Namespace of the object that declares it. */
  namespace?: string;
  /** Namespaces that see it: `*`, or names. Outputs are left out. */
  visibleIn: readonly string[];
  /** Set when more namespaces see it, which arrive later. */
  moreSeeIt?: true;
  /** Ports that clients call; what arrives later is absent. */
  ports: readonly ExternalPortFact[];
  /** Set when its owner routes the requests itself, through a gateway. */
  routed?: true;
  /** How proxies find its addresses, as Istio calls it; absent where nothing is declared of the host. */
  resolution?: string;
}

/** Port of a host outside the mesh. */
export interface ExternalPortFact {
  number?: number;
  /** What clients speak, such as `HTTP` or `TLS`. */
  protocol?: string;
  /** Whether a proxy adds TLS on the way. */
  tlsAdded: boolean;
}

/** A ServiceEntry of the program. */
export interface ServiceEntryFact {
  /** In the words of an error: `ExternalService "pay"`. */
  owner: string;
  /** What it names as waypoint itself. */
  waypoint?: WaypointName;
}
