import { recall } from "../../arguments/known-output";
import { shown } from "../../arguments/shown";
import { isKnown } from "../../arguments/when-known";
import { Product } from "../../schemas/releases";
import { versionInAddress } from "../../values/version";
import { namespacePart } from "../namespaces/own-namespace";
import type { ControlPlaneFact, ExtensionProviderFact } from "../program/facts/control-plane-facts";
import {
  type Claim,
  type Demand,
  demand,
  type EndCheck,
  type Fact,
  fact,
  objectClaim,
  type Part,
} from "../program/part";
import type { View } from "../program/view";
import { autoMtlsChecks } from "./auto-mtls";
import { caComesFirst, caIsHere } from "./ca-place";
import { type ChartValues, valueAt } from "./chart-values";
import { type ControlPlaneArgs, ControlPlaneParts, GatewayApiMode } from "./control-plane-args";
import type { ControlPlaneChoices } from "./control-plane-choices";
import { defaultMetricsChecks } from "./default-metrics";
import { definitionsNeeded } from "./gateway-api-choice";
import { meshTopology } from "./mesh-topology";
import { refusesInit } from "./pod-security-level";
import { defaultRevision, revisioned } from "./revision";
import { revisionClaim, revisionDemand } from "./revision-known";
import { defaultGatewayApiManifest } from "./version";

/** What a component says of its installation to the program. */
interface Installation {
  /** In the words of an error: `ControlPlane "mesh"`. */
  owner: string;
  args: ControlPlaneArgs;
  choices: ControlPlaneChoices;
  /** Absent for the shared parts. */
  istiod?: ControlPlaneFact;
  /** Values of the chart `istiod`. */
  values: ChartValues;
}

type Names = readonly [name: string, path: string][];

/** Names by which Pods choose this istiod, and the argument that says so. */
function namesOf({ args, choices, istiod }: Installation): Names {
  if (!istiod) {
    return [];
  }
  const injectsByDefault =
    istiod.revision !== defaultRevision &&
    choices.parts === ControlPlaneParts.All &&
    choices.defaultRevision === istiod.revision;
  return [
    [istiod.revision, "revision"],
    ...(args.revisionTags ?? []).map((tag, i) => [tag, `revisionTags[${i}]`] as const),
    ...(injectsByDefault ? ([[defaultRevision, "defaultRevision"]] as const) : []),
  ] as Names;
}

const hasShared = ({ choices }: Installation) => choices.parts !== ControlPlaneParts.Istiod;

/** The tag that injects by default stands for an istiod of another component. */
const tagsAnother = (said: Installation) =>
  hasShared(said) &&
  said.choices.defaultRevision !== defaultRevision &&
  said.choices.defaultRevision !== said.istiod?.revision;

function claims(said: Installation): Claim[] {
  const { choices, istiod } = said;
  const { namespace } = choices;
  const another = 'give it a revision of its own, and the part "istiod"';
  return [
    ...(hasShared(said)
      ? [
          {
            what: "installation of the shared parts in",
            key: ["this cluster"],
            path: "parts",
            way: 'write parts: "istiod" and a revision for a second istiod',
          },
        ]
      : []),
    ...(istiod
      ? [
          objectClaim(
            "Deployment",
            [namespace, revisioned("istiod", istiod.revision)],
            "revision",
            another,
          ),
        ]
      : []),
    ...[
      ...namesOf(said),
      ...(tagsAnother(said) ? ([[defaultRevision, "defaultRevision"]] as const) : []),
    ].map(([name, path]) => revisionClaim(name, path)),
  ];
}

/** Providers that are plain; those of an Output are nobody's to rely on. */
function providers({ owner, values, istiod }: Installation): Fact[] {
  const list = recall(valueAt(values, "meshConfig.extensionProviders"));
  return (Array.isArray(list) ? list : []).flatMap((provider, i) => {
    const { name, ...kinds } = provider as Record<string, unknown>;
    const [kind, settings] = Object.entries(kinds).find(([, value]) => value !== undefined) ?? [];
    if (typeof name !== "string" || kind === undefined) {
      return [];
    }
    const { service, port } = (isKnown(settings) ? settings : {}) as Record<string, unknown>;
    const value: ExtensionProviderFact = {
      owner,
      name,
      kind,
      ...(istiod && { revision: istiod.revision }),
      ...(typeof service === "string" && { service }),
      ...(typeof port === "number" && { port }),
    };
    const path = `meshConfig.extensionProviders[${i}]`;
    return [fact({ topic: "extensionProvider", key: [name], value, path })];
  });
}

/** Releases whose definitions come with the installation. */
function definitions({ owner, args, choices }: Installation): Fact[] {
  const gatewayApi =
    choices.gatewayApi === GatewayApiMode.Install &&
    versionInAddress(args.gatewayApi?.manifest ?? defaultGatewayApiManifest);
  const installed: [Product, string, string][] = [[Product.Istio, choices.version, "version"]];
  if (gatewayApi) {
    installed.push([Product.GatewayApi, gatewayApi, "gatewayApi.manifest"]);
  }
  return installed.map(([product, version, path]) =>
    fact({ topic: "definitions", key: [product], path, value: { owner, version } }),
  );
}

/** How istiod calls the Services. */
function domainFact({ owner, clusterDomain }: ControlPlaneFact): Fact {
  const domain = recall(clusterDomain);
  return fact({
    topic: "clusterDomain",
    key: [],
    path: "clusterDomain",
    value: { owner, ...(domain !== undefined && { domain }) },
  });
}

function facts(said: Installation, program: View): Fact[] {
  const { owner, choices, args, istiod, values } = said;
  const { profile } = choices;
  const tagged = istiod
    ? program
        .said("revision")
        .filter(({ revision, controlPlane }) => revision === istiod.revision && !controlPlane)
        .flatMap(({ name }) => (name === undefined ? [] : [[name, "revision"] as const]))
    : [];
  return [
    ...definitions(said),
    ...(hasShared(said)
      ? [
          fact({
            topic: "sharedParts",
            key: [],
            path: "defaultRevision",
            value: {
              owner,
              profile,
              defaultRevision: choices.defaultRevision,
              ...(istiod && { revision: istiod.revision }),
              defaultRevisionChosen: args.defaultRevision !== undefined,
            },
          }),
        ]
      : []),
    ...(istiod
      ? [fact({ topic: "controlPlane", key: [istiod.revision], path: "revision", value: istiod })]
      : []),
    ...[...namesOf(said), ...tagged].map(([name, path]) =>
      fact({
        topic: "revision",
        key: [name],
        path,
        value: { owner, name, ...(istiod && { revision: istiod.revision, controlPlane: istiod }) },
      }),
    ),
    ...(tagsAnother(said)
      ? [
          fact({
            topic: "revision",
            key: [defaultRevision],
            path: "defaultRevision",
            value: { owner, name: defaultRevision, revision: choices.defaultRevision },
          }),
        ]
      : []),
    ...providers(said),
    ...(istiod ? [domainFact(istiod)] : []),
    ...(istiod ? [meshTopology(istiod, values)] : []),
  ];
}

/** Policies are checked by the istiod of the default revision, which has to be one that is there. */
function validatedBySomebody(istiod: ControlPlaneFact, program: View): Demand[] {
  return istiod.revision === defaultRevision
    ? []
    : [
        demand({
          topic: "sharedParts",
          key: [],
          path: "revision",
          test: ({ owner, defaultRevision: validates, defaultRevisionChosen, revision }) =>
            validates === defaultRevision &&
            !defaultRevisionChosen &&
            revision !== defaultRevision &&
            program.said("controlPlane", [defaultRevision]).length === 0
              ? `${shown(istiod.revision)} validates no policies and injects only where it is named: ${owner} leaves both to an istiod without a revision, which is not there; write defaultRevision: ${shown(istiod.revision)} there, or defaultRevision: "default" when that istiod is still to come or is another program's`
              : undefined,
        }),
      ];
}

/** ztunnel and the CNI agent are among the shared parts. */
const agentsAreThere: Demand = demand({
  topic: "sharedParts",
  key: [],
  path: "profile",
  test: ({ owner, profile }) =>
    profile === "ambient"
      ? undefined
      : `"ambient" needs ztunnel and the CNI agent, and ${owner}, which has the shared parts, has the profile ${shown(profile)}`,
});

/** A MeshNamespace says it itself; of namespaces without a component only the control plane can. */
const podsRefused: EndCheck = {
  path: "cni",
  reason(program) {
    if (program.said("controlPlane").some(({ cniRedirects }) => cniRedirects)) {
      return undefined;
    }
    const [first] = program
      .said("namespace")
      .filter(({ mode, createdBy }) => mode === "sidecar" && createdBy !== undefined)
      .filter(({ podSecurity }) => refusesInit(podSecurity));
    return first === undefined
      ? undefined
      : `is not set, and the Pod security ${shown(first.podSecurity)} of ${first.createdBy} lets no Pod in that has the init container of a sidecar; write cni: true, and the CNI agent takes its place`;
  },
};

/** What a component claims, makes so and relies on. */
export function controlPlanePart(said: Installation, program: View): Part {
  const { choices, istiod } = said;
  const { createNamespace, namespace } = choices;
  const own = createNamespace
    ? namespacePart(namespace, "createNamespace", "write createNamespace: false here")
    : { claims: [], demands: [] };
  return {
    claims: [...claims(said), ...own.claims],
    facts: facts(said, program),
    atEnd: [
      ...(istiod && !istiod.cniRedirects ? [podsRefused] : []),
      ...(istiod ? [...autoMtlsChecks(said.values), ...defaultMetricsChecks(said.values)] : []),
      ...(hasShared(said) ? definitionsNeeded(said.args, choices) : []),
    ],
    demands: [
      ...own.demands,
      ...(tagsAnother(said) ? [revisionDemand(choices.defaultRevision, "defaultRevision")] : []),
      ...(istiod && choices.parts === ControlPlaneParts.Istiod
        ? validatedBySomebody(istiod, program)
        : []),
      ...(istiod ? [caIsHere(istiod, program)] : []),
      ...(istiod && createNamespace ? [caComesFirst(istiod)] : []),
      ...(istiod?.profile === "ambient" && choices.parts === ControlPlaneParts.Istiod
        ? [agentsAreThere]
        : []),
    ],
  };
}
