import { recall } from "../../../arguments/known-output";
import { shown } from "../../../arguments/shown";
import { isKnown } from "../../../arguments/when-known";
import { namespaceNameLabel, proxyConfigAnnotation } from "../../../values/known-names";
import { type ChartValues, valueAt } from "../../control-plane/chart-values";
import { discovered } from "../../control-plane/discovery-selectors";
import { defaultRevision } from "../../control-plane/revision";
import { revisionDemand } from "../../control-plane/revision-known";
import { namespacePart } from "../../namespaces/own-namespace";
import type { GatewayRole, GatewayTopologyFact } from "../../program/facts/gateway-facts";
import { type Labels, plainLabels } from "../../program/labels";
import {
  type Claim,
  type Demand,
  demand,
  type Fact,
  fact,
  objectClaim,
  type Part,
} from "../../program/part";
import { text } from "../../program/plain-fields";
import {
  ExternalTrafficPolicy,
  type GatewayChartArgs,
  GatewayKind,
  type GatewayPort,
  ServiceType,
} from "./gateway-chart-args";
import type { GatewayChartChoices, GatewayPlace } from "./gateway-chart-plan";
import { servedPorts } from "./gateway-chart-values";

/** What a gateway from the chart says to its program. */
interface GatewaySaid {
  /** In the words of an error: `IngressGateway "edge"`. */
  owner: string;
  args: GatewayChartArgs & GatewayPlace;
  choices: GatewayChartChoices;
  role: GatewayRole;
  /** Labels of its Pods, when they are plain. */
  selector?: { readonly [key: string]: string };
  values: ChartValues;
}

const another = "give this one another gatewayName or namespace";

/** A node opens a port for one Service. */
function nodePorts({ args }: GatewaySaid): Claim[] {
  const claim = (list: string) => (entry: GatewayPort, i: number) =>
    entry.nodePort === undefined
      ? []
      : [
          {
            what: "node port",
            key: [String(recall(entry.nodePort)), String(recall(entry.protocol ?? "TCP"))],
            path: `${list}[${i}].nodePort`,
            way: "choose another one",
          },
        ];
  return [
    ...(args.ports ?? []).flatMap(claim("ports")),
    ...(args.extraPorts ?? []).flatMap(claim("extraPorts")),
  ];
}

function claims(said: GatewaySaid): Claim[] {
  const { namespace, gatewayName } = said.choices;
  const kind = said.args.kind ?? GatewayKind.Deployment;
  const path = said.args.gatewayName === undefined ? "namespace" : "gatewayName";
  return [
    objectClaim(kind, [namespace, gatewayName], path, another),
    objectClaim("Service", [namespace, gatewayName], path, another),
    ...nodePorts(said),
  ];
}

/** Proxies in front that the gateway's own Pods believe; own values may say something else. */
function trusted({ args, values }: GatewaySaid): GatewayTopologyFact["numTrustedProxies"] {
  const own = valueAt(values, "podAnnotations");
  const isOpen = own !== undefined && !isKnown(own);
  const written = isOpen ? own : valueAt(args.values ?? {}, `podAnnotations`);
  const raw = written as Record<string, unknown> | undefined;
  return isOpen || (raw && proxyConfigAnnotation in raw)
    ? undefined
    : recall(args.numTrustedProxies ?? "of the mesh");
}

/** Between a load balancer, or a node, and another node's Pod the client's address is rewritten. */
function hidesClients({ args, choices }: GatewaySaid): boolean {
  const policy = args.externalTrafficPolicy ?? ExternalTrafficPolicy.Cluster;
  const isOpen = valueAt(args.values ?? {}, "service") !== undefined;
  return (
    choices.serviceType !== ServiceType.ClusterIP &&
    recall(policy) === ExternalTrafficPolicy.Cluster &&
    !isOpen
  );
}

function facts(said: GatewaySaid): Fact[] {
  const { owner, choices, role, selector } = said;
  const ports = servedPorts(said.values);
  const known = ports?.filter((port) => port !== undefined);
  const numTrustedProxies = trusted(said);
  const account = text(valueAt(said.values, "serviceAccount.name") ?? choices.gatewayName);
  const namespace = recall(choices.namespace);
  const revision = recall(said.args.revision ?? defaultRevision);
  return [
    fact({
      topic: "gatewayTopology",
      key: [],
      path: "numTrustedProxies",
      value: {
        owner,
        role,
        service: choices.gatewayName,
        ...(account !== undefined && { account }),
        ...(selector && { selector }),
        ...(namespace !== undefined && { namespace }),
        ...(revision !== undefined && { revision }),
        ...(numTrustedProxies !== undefined && { numTrustedProxies }),
        ...(known && known.length === ports?.length && { ports: known }),
        ...(hidesClients(said) && { hidesClients: true }),
      },
    }),
  ];
}

/** Its Pods are made with the image "auto", and the injector puts the proxy's in its place. */
const isInjected = ({ choices: { namespace } }: GatewaySaid): Demand =>
  demand({
    topic: "namespace",
    key: [namespace],
    path: "namespace",
    test: ({ injectsNothing, mode }) =>
      injectsNothing
        ? `nothing is injected there (istio-injection: disabled${mode === undefined ? "" : `, by dataPlaneMode ${shown(mode)}`}), and the gateway's Pods get their proxy from the injector: they never start; write dataPlaneMode "sidecar" for the namespace, or let the gateway create one of its own`
        : undefined,
  });

/** Labels of the namespace that it makes. */
function namespaceLabels({ args, choices }: GatewaySaid): Labels | undefined {
  const given = recall(args.labels ?? {});
  return choices.createNamespace && given
    ? plainLabels({ ...given, [namespaceNameLabel]: choices.namespace })
    : undefined;
}

/** What a gateway claims, makes so and relies on. */
export function gatewayPart(said: GatewaySaid): Part {
  const { args, choices } = said;
  const own = choices.createNamespace
    ? namespacePart(
        choices.namespace,
        "createNamespace",
        "write createNamespace: false here, or give this gateway a namespace of its own",
      )
    : { claims: [], demands: [] };
  return {
    claims: [...own.claims, ...claims(said)],
    facts: said.selector ? facts(said) : [],
    demands: [
      ...own.demands,
      isInjected(said),
      revisionDemand(args.revision, "revision"),
      ...discovered(namespaceLabels(said), args.revision),
    ],
  };
}
