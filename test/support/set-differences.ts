import { fields, list, text, texts } from "../../analysis/mesh/fields";
import { Kind } from "../../analysis/mesh/kinds";
import { groupOf, kindOf } from "../../analysis/mesh/kubernetes-object";
import type { Mesh } from "../../analysis/mesh/mesh";
import { proxyContainer } from "../../analysis/mesh/model/workloads";
import { dataplaneModeLabel, gatewayApi, injectionLabel } from "../../values/known-names";
import {
  type Disputed,
  hasEmptySelector,
  hasIdleValues,
  hasInjector,
  hasIssuedCredential,
  hasNoSelector,
  hasPodsElsewhere,
  hasPortTwice,
  hasRefused,
  hasTarget,
  isClosedToInjection,
  isInjectedByName,
  isInjectors,
  isKubernetesOwn,
  leadsToCanary,
  leadsToPortless,
  leadsToSeveralEntries,
  names,
  placesOfPods,
  sharesNoCertificateAtPort,
  sharesNoTextOfHosts,
  specOf,
  subsetsOf,
  webhooksOf,
  writesShortHost,
} from "./disputed";

/** Why something that Istio's analyzers and our checks say differently of random sets stays so. */
export interface SetDifference {
  /** What Istio says and we do not, or what we say and Istio does not. */
  side: "missing" | "extra";
  /** Undefined is any. */
  code?: string;
  kinds?: readonly Kind[];
  /** For what we say: the check that says it. */
  check?: string;
  /** One of these checks says it of the object in its own words. */
  toldBy?: readonly string[];
  when?: (disputed: Disputed) => boolean;
  reason: string;
}

/** Whether it is said that a namespace does not exist, of which there is one in other case. */
const isNamespaceInOtherCase = (message: string, mesh: Mesh): boolean => {
  const [, name = ""] = /^there is no namespace "([^"]*)"/.exec(message) ?? [];
  return [...mesh.namespaces.keys()].some((one) => one.toLowerCase() === name.toLowerCase());
};

/** What is said and not said of random sets, and why each stays as it is. */
const setDifferences: readonly SetDifference[] = [
  {
    side: "extra",
    when: isKubernetesOwn,
    reason: "analyzers read nothing of namespaces that are Kubernetes' own",
  },
  {
    side: "missing",
    code: "IST0166",
    when: hasRefused(Kind.ApiGateway),
    reason: "the Gateway is refused, and so it has no Pods",
  },
  {
    side: "extra",
    code: "IST0127",
    when: hasRefused(Kind.ApiGateway),
    reason: "the Gateway is refused, and so it has no Pods",
  },
  {
    side: "extra",
    code: "IST0127",
    when: isClosedToInjection,
    reason:
      "the analyzer takes a Pod by its own label, and the webhooks leave out what is in a namespace that says disabled",
  },
  {
    side: "extra",
    code: "IST0151",
    toldBy: ["envoy-filter-version-order"],
    reason:
      "the analyzer says IST0155 in its place where an EnvoyFilter of another namespace has a patch of the same name",
  },
  {
    side: "extra",
    code: "IST0116",
    when: (disputed) => !isInjectedByName(disputed),
    reason: "the namespace is in the mesh by a revision, which the analyzer does not look at",
  },
  {
    side: "extra",
    code: "IST0137",
    when: (disputed) => !isInjectedByName(disputed),
    reason: "the namespace is in the mesh by a revision, which the analyzer does not look at",
  },
  {
    side: "extra",
    code: "IST0164",
    check: "webhook-ip-address",
    when: ({ object }) => !object.id.name.startsWith("istio-sidecar-injector"),
    reason: "the webhook is known by its own name too, where that of the object is another",
  },
  {
    side: "extra",
    code: "IST0139",
    check: "injector-overlap",
    when: hasIdleValues,
    reason:
      "the API server refuses a selector that wants a label to be there and names values, and analyzers take it for none",
  },
  {
    side: "extra",
    code: "IST0167",
    check: "sidecar-in-ambient",
    when: ({ object, mesh }) =>
      specOf(object).workloadSelector === undefined &&
      mesh.namespaces.get(object.id.namespace)?.mode !== "ambient",
    reason:
      "the Pods are ambient by themselves, and for a Sidecar without a selector the analyzer asks their namespace",
  },
  {
    side: "missing",
    code: "IST0175",
    when: ({ mesh }) =>
      mesh.set
        .all(Kind.RequestAuthentication)
        .every((one) => list(specOf(one).jwtRules).every(({ jwksUri }) => jwksUri === undefined)),
    reason: "the keys stand in the policies, and istiod fetches none",
  },
  {
    side: "extra",
    code: "IST0109",
    check: "virtual-service-conflict",
    when: ({ findings }) => findings.every(({ level }) => level === "info"),
    reason:
      "one host is a wildcard that covers the other: the analyzer compares them where one is not exported to all, and else as texts",
  },
  {
    side: "extra",
    code: "IST0132",
    check: "gateway-hosts",
    when: ({ object }) => names(specOf(object).hosts).some((host) => /^\*[^.]+$/.test(host)),
    reason:
      "istiod takes a wildcard without a dot for a short name and completes it, and the analyzer compares it as it is",
  },
  {
    side: "missing",
    code: "IST0144",
    when: ({ object, mesh }) =>
      mesh
        .workloadsOf(object.id)
        .every(({ pod }) =>
          list(fields(pod.spec).containers).every(({ name }) => name === proxyContainer),
        ),
    reason: "the only container is the proxy, which is to run as that user",
  },
  {
    side: "missing",
    code: "IST0101",
    kinds: [Kind.VirtualService],
    when: leadsToPortless,
    reason: "the API server refuses a Service without ports, and no route can name one of its",
  },
  {
    side: "missing",
    code: "IST0101",
    kinds: [Kind.VirtualService],
    when: leadsToCanary,
    reason: "the analyzer does not know that Flagger makes the Services of a Canary",
  },
  {
    side: "missing",
    code: "IST0101",
    kinds: [Kind.VirtualService],
    when: leadsToSeveralEntries,
    reason: "the host has several ServiceEntries, and the analyzer looks at the ports of one",
  },
  {
    side: "missing",
    code: "IST0134",
    when: ({ mesh }) => mesh.config.autoAllocation,
    reason:
      "istiod allocates addresses where sidecars answer DNS; the analyzer wants a second setting that says so",
  },
  {
    side: "extra",
    code: "IST0125",
    check: "annotation-value",
    when: ({ findings }) =>
      findings.every(({ message }) => /^"\{.*\}[^}]+" is not YAML$/.test(message)),
    reason: "Go's parser passes over what follows the closing brace of a map",
  },
  {
    side: "missing",
    code: "IST0159",
    when: hasRefused(Kind.Telemetry),
    reason: "the other Telemetry is refused, and so it is in nobody's way",
  },
  {
    side: "missing",
    toldBy: ["object-refused"],
    reason:
      "the object is refused, and so it is not there: the rest of it is judged once it is mended",
  },
  {
    side: "missing",
    when: ({ unjudged }) => unjudged,
    reason:
      "a part of what the object hangs on is refused, and the check says that it has not judged it",
  },
  {
    side: "extra",
    code: "IST0106",
    check: "object-refused",
    when: ({ object }) =>
      object.structure.findings.length > 0 || groupOf(object.id.apiVersion) === gatewayApi,
    reason: "the API server refuses it by the definition, which analyzers do not read",
  },
  {
    side: "extra",
    code: "IST0106",
    check: "listeners-alike",
    reason: "the API server refuses it by the definition, which analyzers do not read",
  },
  {
    side: "extra",
    code: "IST0101",
    kinds: [Kind.AuthorizationPolicy],
    when: ({ findings, mesh }) =>
      findings.every(({ message }) => isNamespaceInOtherCase(message, mesh)),
    reason:
      "the analyzer takes names of namespaces in any case, and Envoy compares them as they are",
  },
  {
    side: "extra",
    code: "IST0106",
    check: "object-refused",
    when: ({ findings }) => findings.every(({ path }) => path.startsWith("metadata.annotations")),
    reason:
      "istiod's webhook refuses the annotation, and the analyzer asks the same code without any",
  },
  {
    side: "extra",
    code: "IST0112",
    toldBy: ["object-refused"],
    reason: "istiod's webhook refuses the object (an empty port), which both say",
  },
  {
    side: "missing",
    code: "IST0106",
    kinds: [Kind.EnvoyFilter],
    when: ({ object }) =>
      list(specOf(object).configPatches).some(({ patch }) => fields(patch).value),
    reason: "Envoy's own configuration in a patch is judged by Envoy's types, which are not here",
  },
  {
    side: "missing",
    code: "IST0132",
    toldBy: ["virtual-service-gateway", "internal-gateway"],
    reason:
      "the Gateway does not exist or is istiod's own, which is said; that no host fits says it once more",
  },
  {
    side: "extra",
    code: "IST0132",
    check: "gateway-hosts",
    when: ({ findings }) => findings.every(({ path }) => path.startsWith("spec.hosts[")),
    reason: "one of several hosts is not served, and analyzers want no more than one that is",
  },
  {
    side: "extra",
    code: "IST0165",
    check: "internal-gateway",
    when: ({ object }) => names(specOf(object).gateways).every((name) => !name.includes("~")),
    reason:
      "istiod 1.31 writes its own Gateways with hyphens, and the analyzer looks for the tilde of before",
  },
  {
    side: "missing",
    code: "IST0101",
    kinds: [Kind.VirtualService],
    toldBy: ["internal-gateway", "short-destination"],
    reason:
      "it is said in other words: the Gateway is istiod's own, or the host is a short name with a dot",
  },
  {
    side: "extra",
    code: "IST0101",
    kinds: [Kind.VirtualService],
    check: "virtual-service-host",
    when: hasRefused(Kind.ServiceEntry),
    reason: "the ServiceEntry of the host is refused, and so the host is not known",
  },
  {
    side: "extra",
    code: "IST0174",
    check: "destination-rule-host",
    when: hasRefused(Kind.ServiceEntry),
    reason: "the ServiceEntry of the host is refused, and so the host is not known",
  },
  {
    side: "missing",
    code: "IST0101",
    kinds: [Kind.Sidecar],
    toldBy: ["sidecar-mesh-wide"],
    reason: "that the selector chooses Pods of the root namespace alone is said in other words",
  },
  {
    side: "missing",
    code: "IST0145",
    toldBy: ["gateway-mixed-port"],
    reason:
      "two servers of the Gateway itself are in each other's way, which is said in other words",
  },
  {
    side: "missing",
    code: "IST0125",
    when: ({ object }) =>
      fields(object.source.metadata.annotations)["proxy.istio.io/config"] !== undefined,
    reason:
      "the types of the proxy's settings in an annotation are not judged, only whether it is a map",
  },
  {
    side: "missing",
    code: "IST0127",
    when: ({ object, mesh }) => {
      const own = mesh.workloadsIn(object.id.namespace);
      return own.length > 0 && own.every(({ gateway }) => gateway !== undefined);
    },
    reason: "the Pods are a gateway's, which has its proxy from elsewhere",
  },
  {
    side: "missing",
    code: "IST0127",
    toldBy: ["selector-on-gateway"],
    reason: "the Pods are a gateway's, which is said; that they have no proxy is no news then",
  },
  {
    side: "missing",
    code: "IST0127",
    when: hasTarget,
    reason: "the analyzer knows no targetRefs, and looks for Pods in the namespace",
  },
  {
    side: "missing",
    code: "IST0127",
    when: ({ object, mesh }) =>
      mesh
        .workloadsIn(object.id.namespace)
        .some(({ source }) => source.id.kind.startsWith("Workload")),
    reason: "the policy is for machines that are no Pods, and the analyzer looks for Pods",
  },
  {
    side: "missing",
    code: "IST0174",
    when: ({ object }) => text(specOf(object).host)?.startsWith("*") === true,
    reason:
      "a pattern is for the hosts that fit it, and the analyzer looks for a host of that very name",
  },
  {
    side: "missing",
    code: "IST0174",
    toldBy: ["short-rule-host"],
    reason: "it is said in other words: the host is a short name with a dot",
  },
  {
    side: "extra",
    code: "IST0145",
    check: "gateway-conflict",
    when: sharesNoTextOfHosts,
    reason:
      "hosts with and without a namespace before them are one host, and other labels may choose the same Pods: the analyzer compares both as texts",
  },
  {
    side: "missing",
    code: "IST0145",
    when: hasRefused(Kind.Gateway),
    reason: "the other Gateway is refused, and so it is in nobody's way",
  },
  {
    side: "missing",
    code: "IST0138",
    when: (disputed) => hasRefused(Kind.Gateway)(disputed) || sharesNoCertificateAtPort(disputed),
    reason: "the other Gateway is refused, or has another port: connections to it are never shared",
  },
  {
    side: "missing",
    code: "IST0146",
    when: (disputed) => !hasInjector(disputed),
    reason: "without a declared injector, the labels say whether there is one that takes the Pods",
  },
  {
    side: "missing",
    code: "IST0147",
    when: hasInjector,
    reason:
      "the Pods are asked about as the usual injector leaves them, and the declared one takes others",
  },
  {
    side: "extra",
    code: "IST0102",
    check: "namespace-not-injected",
    when: ({ object }) => fields(object.source.metadata.labels)[injectionLabel] !== undefined,
    reason:
      "a value that means nothing is as good as none, and the analyzer takes it for a refusal",
  },
  {
    side: "extra",
    code: "IST0147",
    check: "pod-image-auto",
    when: hasInjector,
    reason: "the Pods are asked about as they run, and the declared injector does not take them",
  },
  {
    side: "missing",
    code: "IST0101",
    kinds: [Kind.Gateway],
    when: hasIssuedCredential,
    reason: "the Secret is one that cert-manager writes",
  },
  {
    side: "extra",
    code: "IST0101",
    kinds: [Kind.Gateway],
    check: "gateway-credential",
    when: (disputed) => placesOfPods(disputed).size > 1,
    reason: "the Gateway has Pods in several namespaces, and the analyzer looks at one of them",
  },
  {
    side: "extra",
    code: "IST0161",
    check: "gateway-secret",
    when: (disputed) => placesOfPods(disputed).size > 1,
    reason: "the Gateway has Pods in several namespaces, and the analyzer looks at one of them",
  },
  {
    side: "missing",
    code: "IST0161",
    when: (disputed) => placesOfPods(disputed).size > 1,
    reason: "the Gateway has Pods in several namespaces, and the analyzer looks at one of them",
  },
  {
    side: "missing",
    code: "IST0101",
    kinds: [Kind.Gateway],
    when: ({ object }) => Object.keys(texts(specOf(object).selector)).length === 0,
    reason: "a Gateway without labels is for all Pods: there is no label that could be mended",
  },
  {
    side: "extra",
    code: "IST0162",
    check: "gateway-port",
    when: ({ mesh }) =>
      mesh.set
        .all(Kind.Service)
        .some((one) => Object.keys(texts(specOf(one).selector)).length === 0),
    reason: "a Service without a selector has no Pods, and for the analyzer it has all",
  },
  {
    side: "missing",
    code: "IST0173",
    when: (disputed) =>
      subsetsOf(disputed).some(({ labels }) => Object.keys(texts(labels)).length === 0),
    reason:
      "a subset without labels is all Pods of the host; that there are none is said of the Service",
  },
  {
    side: "missing",
    code: "IST0173",
    when: hasNoSelector,
    reason: "the Service has no selector: nobody knows the Pods behind its endpoints",
  },
  {
    side: "missing",
    code: "IST0173",
    when: (disputed) =>
      subsetsOf(disputed).some(({ labels }) =>
        Object.keys(texts(labels)).some((label) => label.startsWith("topology.")),
      ),
    reason: "labels of the nodes that Pods run on are not known where none is declared",
  },
  {
    side: "missing",
    code: "IST0150",
    when: ({ object }) => specOf(object).externalName === undefined,
    reason: "the API server refuses a Service of this type without the name outside",
  },
  {
    side: "extra",
    code: "IST0118",
    check: "service-port-name",
    when: ({ object }) =>
      specOf(object).type === "ExternalName" && specOf(object).externalName === undefined,
    reason: "the API server refuses a Service of this type without the name outside",
  },
  {
    side: "missing",
    code: "IST0167",
    when: ({ object }) =>
      Object.keys(texts(fields(specOf(object).workloadSelector).labels)).length === 0,
    reason:
      "a selector without labels is warned of, and there are no Pods that it could be wrong for",
  },
  {
    side: "extra",
    code: "IST0173",
    check: "destination-rule-subset",
    when: hasPodsElsewhere,
    reason: "Pods with the labels are of another Service, and the analyzer takes those of any",
  },
  {
    side: "extra",
    code: "IST0101",
    kinds: [Kind.DestinationRule, Kind.ServiceEntry],
    check: "routing-selector",
    reason: "no analyzer looks at the workloadSelector of these",
  },
  {
    side: "extra",
    check: "gateway-api-version",
    when: ({ findings }) => findings.every(({ code }) => code === "IST0176"),
    reason: "the codes of earlier releases are told as other names of the same",
  },
  {
    side: "missing",
    code: "IST0102",
    when: ({ object }) => fields(object.source.metadata.labels)[dataplaneModeLabel] === "none",
    reason: "the namespace is kept out of the mesh by its own label",
  },
  {
    side: "extra",
    check: "shared-pods-port",
    when: ({ object }) => object.id.kind !== "Deployment",
    reason: "the analyzer looks at Deployments alone",
  },
  {
    side: "extra",
    check: "shared-pods-protocol",
    when: ({ object }) => object.id.kind !== "Deployment",
    reason: "the analyzer looks at Deployments alone",
  },
  {
    side: "missing",
    code: "IST0137",
    when: ({ object, mesh }) =>
      mesh
        .workloadsOf(object.id)
        .some((own) => own.gateway || own.mode === "none" || mesh.servicesOf(own).length === 1),
    reason:
      "the ports are of one Service, which may well send two to one, or listeners of a gateway, which follow its Gateways",
  },
  {
    side: "missing",
    code: "IST0140",
    when: writesShortHost,
    reason: "the analyzer compares short hosts of different namespaces as texts",
  },
  {
    side: "extra",
    code: "IST0140",
    check: "ingress-split",
    reason:
      "a VirtualService of the mesh that sends requests to other hosts or by full names is a split too",
  },
  {
    side: "missing",
    code: "IST0109",
    when: hasRefused(Kind.VirtualService),
    reason: "the other VirtualService is refused, and so it is in nobody's way",
  },
  {
    side: "extra",
    code: "IST0109",
    check: "virtual-service-conflict",
    when: hasRefused(Kind.VirtualService),
    reason: "the other VirtualService is for all hosts of the mesh, which istiod's webhook refuses",
  },
  {
    side: "missing",
    code: "IST0160",
    when: hasTarget,
    reason: "the analyzer knows no targetRefs, and takes the Telemetry for one of the namespace",
  },
  {
    side: "extra",
    code: "IST0160",
    check: "telemetry-default",
    when: hasEmptySelector,
    reason:
      "a selector without labels is for all Pods of the namespace, and the analyzer leaves it out",
  },
  {
    side: "missing",
    code: "IST0166",
    when: hasEmptySelector,
    reason:
      "a selector without labels is for all Pods of the namespace, and that of a gateway is not meant",
  },
  {
    side: "missing",
    code: "IST0101",
    kinds: [Kind.Telemetry],
    when: ({ object, mesh }) => object.id.namespace === mesh.config.rootNamespace,
    reason: "in the root namespace the selector is for Pods of all namespaces",
  },
  {
    side: "missing",
    code: "IST0134",
    when: ({ object, mesh }) => mesh.namespaces.get(object.id.namespace)?.mode === "ambient",
    reason: "istiod allocates addresses for ambient clients",
  },
  {
    side: "missing",
    code: "IST0112",
    when: hasPortTwice,
    reason:
      "a Service with one port number under two names is refused, and is one port for a route",
  },
  {
    side: "extra",
    check: "webhook-service",
    when: ({ object }) => !webhooksOf(object).some(isInjectors),
    reason: "the webhook is known by the object's name too, where its own has a slip",
  },
  {
    side: "missing",
    code: "IST0139",
    when: ({ object }) =>
      webhooksOf(object).some(({ clientConfig }) => {
        const { service } = fields(clientConfig);
        return service !== undefined && text(fields(service).namespace) === undefined;
      }),
    reason: "the API server refuses a webhook whose Service has no namespace",
  },
  {
    side: "extra",
    check: "webhook-address",
    when: ({ object }) =>
      object.id.kind === "ValidatingWebhookConfiguration" ||
      webhooksOf(object).some(({ clientConfig }) => {
        const { url, service } = fields(clientConfig);
        return (url ?? service ?? undefined) === undefined;
      }),
    reason: "no analyzer looks at webhooks that validate, nor at those that have no address at all",
  },
];

const fits = (difference: SetDifference, disputed: Disputed): boolean => {
  const { code, kinds, check, toldBy, when } = difference;
  return (
    (code === undefined || code === disputed.code) &&
    (kinds === undefined || kinds.some((kind) => kind === kindOf(disputed.object.id))) &&
    (check === undefined || disputed.findings.every((finding) => finding.check === check)) &&
    (toldBy === undefined || disputed.told.some((finding) => toldBy.includes(finding.check))) &&
    (when === undefined || when(disputed))
  );
};

/** Why a difference stays; nothing where nobody has said. */
export const reasonOf = (side: SetDifference["side"], disputed: Disputed): string | undefined =>
  setDifferences.find((one) => one.side === side && fits(one, disputed))?.reason;
