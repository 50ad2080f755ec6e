import { Op, type Step } from "./effect";
import { severalArguments, type Transition } from "./table";

/** A deletion or replacement that is meant. */
export interface Allowance {
  why: string;
  covers(transition: Transition, step: Step): boolean;
}

interface Case {
  component?: string | RegExp;
  argument: string | RegExp;
  op: Op | readonly Op[];
  kind?: RegExp;
}

const fits = (wanted: string | RegExp | undefined, text: string): boolean =>
  wanted === undefined || (typeof wanted === "string" ? wanted === text : wanted.test(text));

const allow = (why: string, { component, argument, op, kind }: Case): Allowance => ({
  why,
  covers: (transition, step) =>
    [op].flat().includes(step.op) &&
    fits(component, transition.component) &&
    fits(argument, transition.argument) &&
    fits(kind, step.kind),
});

/** What takes something away from the cluster. */
const destroys: ReadonlySet<Op> = new Set([Op.Delete, Op.Remake, Op.Move]);

/** The list is read from its beginning to its end; the reasons stand in docs/transitions.md. */
export const allowances: readonly Allowance[] = [
  allow(
    "An object cannot change its namespace. The new one is made first, and the namespace stays.",
    {
      argument: /^(gatewayN|agentN|n)amespace$/,
      op: Op.Move,
    },
  ),
  allow(
    "An object cannot change its name. The new one is made first; what refers to it by name has to follow.",
    {
      argument: /^(name|routeName|service|credentialName|gatewayName|releaseName|tag)$/,
      op: Op.Move,
    },
  ),
  allow(
    "The default name follows from whom it is for, as Istio has one such object for a namespace.",
    {
      component: /^(MeshTelemetry|MutualTls|SidecarScope)$/,
      argument: /^(selector|targets|\(way\))$/,
      op: Op.Move,
    },
  ),
  allow("What was listed has objects of its own, which go with it.", {
    argument:
      /^(catalogVersions|details|ratings|reviews|versions|enrolServices|gateways|routes|servers|hosts|ports)$/,
    op: Op.Delete,
  }),
  allow("Says whether there is such a thing; when it is left out, its objects go.", {
    argument:
      /^(cni|enrol|exposeServices|forum|require|grafana|jaeger|kiali|loki|prometheus|clientCa|global|local|trafficPolicy|tls|autoscaling|replicas|resources)$/,
    op: Op.Delete,
  }),
  allow(
    "The other dialect has other kinds. Its objects are made before those of the first are deleted.",
    {
      argument: /^(dialect|protocol|\(way\))$/,
      op: Op.Delete,
      kind: /^(Gateway|(HTTP|TCP|TLS)Route|VirtualService|DestinationRule|Service)$/,
    },
  ),
  allow(
    "Takes back the labels that it put on an object of somebody else, and nothing of the object.",
    {
      component: /^(MeshNamespace|Waypoint)$/,
      argument: /^(adopt|name|\(way\))$/,
      op: [Op.Delete, Op.Move],
      kind: /Patch$/,
    },
  ),
  allow(
    "An issuer of a namespace and one of the cluster are of two kinds; certificates that were issued stay.",
    {
      component: "CertificateIssuer",
      argument: /^(namespace|\(way\))$/,
      op: Op.Delete,
    },
  ),
  allow("A certificate comes from PEM or from cert-manager; the Secret of the other way goes.", {
    component: "GatewayCertificate",
    argument: severalArguments,
    op: Op.Delete,
  }),
  allow("Manifests and charts install the tools under the same names; they are away in between.", {
    component: "Addons",
    argument: /^(source|\(way\))$/,
    op: Op.Delete,
  }),
  allow(
    "Without mutual TLS of its own, the gateway needs no rule; without a token to ask for, no policy.",
    {
      component: /^(EgressRoute|ExternalService|JwtAuthentication|RateLimit)$/,
      argument: severalArguments,
      op: Op.Delete,
    },
  ),
  allow(
    "Another revision is another istiod, whose objects have other names; namespaces are moved to it one by one.",
    {
      component: "ControlPlane",
      argument: /^(revision|defaultRevision|parts|platform|\(way\))$/,
      op: [Op.Delete, Op.Move],
    },
  ),
  allow("The mode is left with its parts; the definitions of the Gateway API stay.", {
    component: /^(ControlPlane|EastWestGateway)$/,
    argument: /^(profile|\(way\))$/,
    op: Op.Delete,
  }),
  allow(
    "Helm and Pulumi do not hand objects over to each other: a change of the installer is a new installation.",
    {
      argument: /^(installer|\(way\))$/,
      op: Op.Delete,
      kind: /^(Chart|Release) /,
    },
  ),
  allow("A gateway with a namespace of its own is another one than in a namespace that exists.", {
    argument: severalArguments,
    op: Op.Move,
    kind: /^Chart gateway$/,
  }),
];

const reasonFor = (transition: Transition, step: Step): Allowance | undefined =>
  allowances.find(({ covers }) => covers(transition, step));

/** What would be destroyed without a reason, one line each. */
export function openSteps(found: readonly Transition[]): string[] {
  const open = found.flatMap((transition) =>
    transition.steps
      .filter((step) => destroys.has(step.op) && !reasonFor(transition, step))
      .map((step) => `${transition.component} ${transition.argument}: ${step.op} ${step.kind}`),
  );
  return [...new Set(open)].sort();
}
