/**
 * Names that Istio, Kubernetes and Pulumi read, which more than one file writes or looks for. A name
 * that stands in one file only is written there.
 */

/** API group of Istio's routes, gateways and Sidecars. */
export const networkingApi = "networking.istio.io";

/** Version in which its objects are checked as istiod would. */
export const networkingV1 = `${networkingApi}/v1`;

/** The same of Istio's policies on who may do what. */
export const securityV1 = "security.istio.io/v1";

/** API group of cert-manager, whose own issuers are in it. */
export const certManagerApi = "cert-manager.io";

/** API group of the Gateway API. */
export const gatewayApi = "gateway.networking.k8s.io";

/** Namespace of istiod, which is that of policies for the whole mesh, where nobody says another. */
export const usualIstioNamespace = "istio-system";

/** Registry of the images of Istio's project. */
export const istioHub = "docker.io/istio";

/** Port at which ztunnels, waypoints and gateways between networks take HBONE. */
export const hbonePort = 15008;

/** Label of namespaces and Pods for the revision that injects them, of gateways for that which deploys them. */
export const revisionLabel = "istio.io/rev";

/** Label of the webhook of a revision's tag. */
export const tagLabel = "istio.io/tag";

/** Label of namespaces whose Pods get a sidecar; it wins over that of a revision. */
export const injectionLabel = "istio-injection";

/** Label of Pods that get a sidecar or are spared one, whatever their namespace says. */
export const podInjectionLabel = "sidecar.istio.io/inject";

/** Label of Pods and machines that says whether they take Istio's own mutual TLS. */
export const tlsModeLabel = "security.istio.io/tlsMode";

/** Label of Pods and machines that take HBONE although no ztunnel stands before them. */
export const tunnelLabel = "networking.istio.io/tunnel";

/** Annotation of Pods with the names of the templates that the injector makes their proxy of. */
export const templatesAnnotation = "inject.istio.io/templates";

/** Label of namespaces and Pods that are in ambient mode or out of it. */
export const dataplaneModeLabel = "istio.io/dataplane-mode";

/** Annotation that Pods get while ztunnel stands before them. */
export const ambientRedirection = "ambient.istio.io/redirection";

/** Label that names the waypoint through which the traffic of a namespace, a Service or Pods goes. */
export const useWaypointLabel = "istio.io/use-waypoint";

/** Label for the namespace of that waypoint, where it is another one. */
export const useWaypointNamespaceLabel = "istio.io/use-waypoint-namespace";

/** Label that names a second waypoint, which gets a part of the connections. */
export const useWaypointCanaryLabel = "istio.io/use-waypoint-canary";

/** Label for the namespace of that second waypoint, where it is another one. */
export const useWaypointCanaryNamespaceLabel = "istio.io/use-waypoint-canary-namespace";

/** Label that says whether requests from an ingress gateway pass the waypoint too. */
export const ingressUseWaypointLabel = "istio.io/ingress-use-waypoint";

/** Label of a waypoint for what passes it. */
export const waypointForLabel = "istio.io/waypoint-for";

/** Label that istiod gives to all it deploys for a Gateway of the Gateway API. */
export const gatewayNameLabel = "gateway.networking.k8s.io/gateway-name";

/** Annotation of Pods with settings of their proxy, laid over those of the mesh. */
export const proxyConfigAnnotation = "proxy.istio.io/config";

/** Annotation of a policy of the Gateway API that istiod is to leave alone. */
export const ignorePolicyAnnotation = "istio.io/ignore-policy-attachment";

/** Annotation of Pods for how connections come to their proxy. */
export const interceptionModeAnnotation = "sidecar.istio.io/interceptionMode";

/** Namespaces that see a Service, with commas between them. */
export const exportToAnnotation = "networking.istio.io/exportTo";

/** Annotation of a Service or a namespace for which of the endpoints are preferred by place. */
export const trafficDistributionAnnotation = "networking.istio.io/traffic-distribution";

/** Annotation of a Gateway of the Gateway API for the name of what istiod deploys for it. */
export const nameOverrideAnnotation = "gateway.istio.io/name-override";

/** Label by which a namespace or a gateway says in which network it is. */
export const networkLabel = "topology.istio.io/network";

/** Label by which istiod finds again what it deploys for a Gateway. */
export const managedLabel = "gateway.istio.io/managed";

/** Label of an EndpointSlice with the name of its Service. */
export const serviceNameLabel = "kubernetes.io/service-name";

/** Label that Kubernetes recommends for the name of an application. */
export const applicationNameLabel = "app.kubernetes.io/name";

/** Label that Kubernetes gives to every node: its name. */
export const nodeNameLabel = "kubernetes.io/hostname";

/** Label that Kubernetes gives to every namespace: its name. */
export const namespaceNameLabel = "kubernetes.io/metadata.name";

/** Label by which a namespace chooses the level of its Pods' security. */
export const podSecurityLabel = "pod-security.kubernetes.io/enforce";

/** Annotation of a policy whose verdict is only logged. */
export const dryRunAnnotation = "istio.io/dry-run";

/** Annotation by which an Ingress chooses who serves it, as before there were classes. */
export const ingressClassAnnotation = "kubernetes.io/ingress.class";

/** Annotation by which Pulumi goes on only when the object is as it says. */
export const waitForAnnotation = "pulumi.com/waitFor";

/** Option of a listener for what clients prove, where it ends TLS. */
export const tlsModeOption = "gateway.istio.io/tls-terminate-mode";

/** Type of a Secret that holds a certificate and its key. */
export const tlsSecretType = "kubernetes.io/tls";

/** Protocols of a Service's port (`appProtocol`) in the words of Kubernetes, which Istio reads beside its own. */
export const KubernetesProtocol = {
  PlainHttp2: "kubernetes.io/h2c",
  WebSocket: "kubernetes.io/ws",
  SecureWebSocket: "kubernetes.io/wss",
} as const;

/** The class of Ingress that istiod makes routes of, where nobody gave it another name. */
export const usualIngressClass = "istio";

/** Class of the Gateways that are waypoints. */
export const waypointClass = "istio-waypoint";

/** Extension providers that istiod has without a declaration. */
export const builtInProviders: readonly string[] = ["envoy", "prometheus", "stackdriver"];

/** Annotations of Pods for what their sidecar asks for, and the most that it may take. */
export const proxyResources = {
  cpu: { request: "sidecar.istio.io/proxyCPU", limit: "sidecar.istio.io/proxyCPULimit" },
  memory: { request: "sidecar.istio.io/proxyMemory", limit: "sidecar.istio.io/proxyMemoryLimit" },
} as const;

/** Where a stack's configuration has settings of the checks. */
export const checksConfigKey = "istio-mesh:checks";
