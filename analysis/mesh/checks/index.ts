// Written by scripts/update-checks from the files beside it; do not edit.
import type { Check } from "../check";
import { aliasInZtunnel } from "./alias-in-ztunnel";
import { allowNothing } from "./allow-nothing";
import { annotationAlpha } from "./annotation-alpha";
import { annotationDeprecated } from "./annotation-deprecated";
import { annotationMisplaced } from "./annotation-misplaced";
import { annotationUnknown } from "./annotation-unknown";
import { annotationValue } from "./annotation-value";
import { apiGatewayAddress } from "./api-gateway-address";
import { apiGatewayHost } from "./api-gateway-host";
import { apiGatewayService } from "./api-gateway-service";
import { apiGatewayServicePort } from "./api-gateway-service-port";
import { applicationUser } from "./application-user";
import { authenticationSelector } from "./authentication-selector";
import { authorizationPolicyHost } from "./authorization-policy-host";
import { authorizationPolicyMethod } from "./authorization-policy-method";
import { authorizationPolicyNamespace } from "./authorization-policy-namespace";
import { authorizationPolicySelector } from "./authorization-policy-selector";
import { authorizationProvider } from "./authorization-provider";
import { authorizerRefused } from "./authorizer-refused";
import { autoscalerBounds } from "./autoscaler-bounds";
import { autoscalerMetric } from "./autoscaler-metric";
import { autoscalerTarget } from "./autoscaler-target";
import { backendCa } from "./backend-ca";
import { callOutOfScope } from "./call-out-of-scope";
import { callOutside } from "./call-outside";
import { callPastSidecar } from "./call-past-sidecar";
import { callerOutside } from "./caller-outside";
import { canaryAutoscaler } from "./canary-autoscaler";
import { canaryGateway } from "./canary-gateway";
import { canaryHosts } from "./canary-hosts";
import { canaryLabels } from "./canary-labels";
import { canaryOwnedRoutes } from "./canary-owned-routes";
import { canaryTarget } from "./canary-target";
import { captureBypassed } from "./capture-bypassed";
import { certificateHost } from "./certificate-host";
import { challengeListener } from "./challenge-listener";
import { clientOutside } from "./client-outside";
import { mutualClientTls, plainClientTls } from "./client-tls-mode";
import { corsAnyOrigin } from "./cors-any-origin";
import { corsOriginValue } from "./cors-origin-value";
import { credentialAtSidecars } from "./credential-at-sidecars";
import { customOnTcp } from "./custom-on-tcp";
import { customProviders } from "./custom-providers";
import { defaultProvider } from "./default-provider";
import { deprecated } from "./deprecated";
import { destinationRuleCa, destinationRulePortCa } from "./destination-rule-ca";
import { destinationRuleConflict } from "./destination-rule-conflict";
import { destinationRuleElsewhere } from "./destination-rule-elsewhere";
import { destinationRuleHost } from "./destination-rule-host";
import { destinationRuleOverlap } from "./destination-rule-overlap";
import { destinationRulePort } from "./destination-rule-port";
import { destinationRuleSubset } from "./destination-rule-subset";
import { destinationRuleWithoutWaypoint } from "./destination-rule-without-waypoint";
import { destinationWeight } from "./destination-weight";
import { discoverySelectors } from "./discovery-selectors";
import { disruptionBudget } from "./disruption-budget";
import { duplicateObject } from "./duplicate-object";
import { dynamicDnsOutlier } from "./dynamic-dns-outlier";
import { eastWestPassthrough } from "./east-west-passthrough";
import { egressLeg } from "./egress-leg";
import { emptySelectorInZtunnel } from "./empty-selector-in-ztunnel";
import { endpointPortName } from "./endpoint-port-name";
import { envoyFilterAdd } from "./envoy-filter-add";
import { envoyFilterCluster } from "./envoy-filter-cluster";
import { envoyFilterContext } from "./envoy-filter-context";
import { envoyFilterMatch } from "./envoy-filter-match";
import { envoyFilterOrder } from "./envoy-filter-order";
import { envoyFilterRemove } from "./envoy-filter-remove";
import { envoyFilterReplace } from "./envoy-filter-replace";
import { envoyFilterTerminal } from "./envoy-filter-terminal";
import { envoyFilterType } from "./envoy-filter-type";
import { envoyFilterVersionOrder } from "./envoy-filter-version-order";
import { envoyFilterVirtualHost } from "./envoy-filter-virtual-host";
import { exportToNamespace } from "./export-to-namespace";
import { extensionPort } from "./extension-port";
import { extensionSelector } from "./extension-selector";
import { extensionWithoutTargetRefs } from "./extension-without-target-refs";
import { extensionWithoutWaypoint } from "./extension-without-waypoint";
import { externalAuthority } from "./external-authority";
import { externalNamePort } from "./external-name-port";
import { faultWithoutPercentage } from "./fault-without-percentage";
import { gatewayAllHostsFirst } from "./gateway-all-hosts-first";
import { gatewayApiVersion } from "./gateway-api-version";
import { gatewayClass } from "./gateway-class";
import { gatewayClosed } from "./gateway-closed";
import { gatewayConflict } from "./gateway-conflict";
import { gatewayCredential } from "./gateway-credential";
import { gatewayDuplicateCertificate } from "./gateway-duplicate-certificate";
import { gatewayHostConflict } from "./gateway-host-conflict";
import { gatewayHosts } from "./gateway-hosts";
import { gatewayMixedPort } from "./gateway-mixed-port";
import { gatewayNameTaken } from "./gateway-name-taken";
import { gatewayOnApplication } from "./gateway-on-application";
import { gatewayOverlap } from "./gateway-overlap";
import { gatewayParameters } from "./gateway-parameters";
import { gatewayPort } from "./gateway-port";
import { gatewayRivalRoutes } from "./gateway-rival-routes";
import { gatewayRouteList } from "./gateway-route-list";
import { gatewaySecret } from "./gateway-secret";
import { gatewaySelector } from "./gateway-selector";
import { gatewayShutOut } from "./gateway-shut-out";
import { grantMisplaced } from "./grant-misplaced";
import { grantNamespace } from "./grant-namespace";
import { grpcBackendProtocol } from "./grpc-backend-protocol";
import { grpcContainerBehindHttp } from "./grpc-container-behind-http";
import { httpPortOfAnotherProtocol } from "./http-port-of-another-protocol";
import { httpsRedirectBehindTls } from "./https-redirect-behind-tls";
import { identityWithoutMutualTls } from "./identity-without-mutual-tls";
import { imageAuto, podImageAuto } from "./image-auto";
import { imagePullSecret } from "./image-pull-secret";
import { ingressAnnotation } from "./ingress-annotation";
import { ingressBackend } from "./ingress-backend";
import { ingressClassController } from "./ingress-class-controller";
import { ingressCredential } from "./ingress-credential";
import { ingressOutside } from "./ingress-outside";
import { ingressPastWaypoint } from "./ingress-past-waypoint";
import { ingressSplit } from "./ingress-split";
import { injectionByAnnotation } from "./injection-by-annotation";
import { injectionReference } from "./injection-reference";
import { injectorOverlap } from "./injector-overlap";
import { internalGateway } from "./internal-gateway";
import { issuedListener } from "./issued-listener";
import { issuerMissing } from "./issuer-missing";
import { jobSidecar } from "./job-sidecar";
import { jwtClaimRoute } from "./jwt-claim-route";
import { keysBehindStrict } from "./keys-behind-strict";
import { keysFromAnywhere } from "./keys-from-anywhere";
import { labelMisplaced } from "./label-misplaced";
import { labelText } from "./label-text";
import { listenerCertificate } from "./listener-certificate";
import { listenerConflict } from "./listener-conflict";
import { listenerMixedPort } from "./listener-mixed-port";
import { listenerSetParent } from "./listener-set-parent";
import { matchBehindPrefix } from "./match-behind-prefix";
import { matchGateway } from "./match-gateway";
import { matchPort } from "./match-port";
import { matchValue } from "./match-value";
import { meshConfigValue } from "./mesh-config-value";
import { meshConfigYaml } from "./mesh-config-yaml";
import { meshNetworks } from "./mesh-networks";
import { meshRouteElsewhere } from "./mesh-route-elsewhere";
import { meshRouteWithoutWaypoint } from "./mesh-route-without-waypoint";
import { meshSettingIgnored } from "./mesh-setting-ignored";
import { monitorTarget } from "./monitor-target";
import { mutualTlsOffInAmbient } from "./mutual-tls-off-in-ambient";
import { mutualTlsOutside } from "./mutual-tls-outside";
import { mutualTlsWeakened } from "./mutual-tls-weakened";
import { mutualTlsWithoutClients } from "./mutual-tls-without-clients";
import { namedSource } from "./named-source";
import { namespaceInjectedByDefault, namespaceNotInjected } from "./namespace-not-injected";
import { namespaceTwoModes } from "./namespace-two-modes";
import { networkGatewayService } from "./network-gateway-service";
import { networkOfGateway } from "./network-of-gateway";
import { networkPolicyDns } from "./network-policy-dns";
import { networkPolicyGateway } from "./network-policy-gateway";
import { networkPolicyHbone } from "./network-policy-hbone";
import { networkPolicyHboneOut } from "./network-policy-hbone-out";
import { networkPolicyIstiod } from "./network-policy-istiod";
import { networkPolicyPeer } from "./network-policy-peer";
import { networkPolicyPort } from "./network-policy-port";
import { networkPolicyProbes } from "./network-policy-probes";
import { networkPolicyProxies } from "./network-policy-proxies";
import { networkPolicySelector } from "./network-policy-selector";
import { noReplicas } from "./no-replicas";
import { openRule } from "./open-rule";
import { openToolAtGateway } from "./open-tool";
import { originalPort } from "./original-port";
import { outlierEverybody, outlierNobody, outlierOff } from "./outlier-detection";
import { plainAtTlsPort, tlsToPlainPort } from "./outside-port";
import { peerAuthenticationPort } from "./peer-authentication-port";
import { peerAuthenticationRivals } from "./peer-authentication-rivals";
import { plainAgainstMutualClients } from "./plain-against-mutual-clients";
import { plainHttpToTls } from "./plain-http-to-tls";
import { plainRouteToTls } from "./plain-route-to-tls";
import { podReference } from "./pod-reference";
import { policyPeerAddress } from "./policy-peer-address";
import { policyPort } from "./policy-port";
import { policyServiceAccount } from "./policy-service-account";
import { policyTrustDomain } from "./policy-trust-domain";
import { policyValue } from "./policy-value";
import { portLevelTls } from "./port-level-tls";
import { portPastMutualTls } from "./port-past-mutual-tls";
import { portPastSidecar } from "./port-past-sidecar";
import { probeNotRewritten } from "./probe-not-rewritten";
import { probePort } from "./probe-port";
import { providerService } from "./provider-service";
import { proxyConfigDefault } from "./proxy-config-default";
import { proxyPortTaken } from "./proxy-port-taken";
import { proxyResources } from "./proxy-resources";
import { quotaOfProxies } from "./quota-of-proxies";
import { redirectLoop } from "./redirect-loop";
import { redirectToClosedPort } from "./redirect-to-closed-port";
import { remoteSecretLabel } from "./remote-secret-label";
import { repeatedDestination } from "./repeated-destination";
import { requestPolicyInZtunnel } from "./request-policy-in-ztunnel";
import { requestPolicyOnTcp } from "./request-policy-on-tcp";
import { requestPolicyWithoutWaypoint } from "./request-policy-without-waypoint";
import { requestPrincipalsWithoutTokens } from "./request-principals-without-tokens";
import { revisionMissing } from "./revision-missing";
import { rewriteOfRegex } from "./rewrite-of-regex";
import { rewriteSlash } from "./rewrite-slash";
import { roleSubject } from "./role-subject";
import { rolloutAnalysis } from "./rollout-analysis";
import { rolloutAutoscaler } from "./rollout-autoscaler";
import { rolloutBesideDeployment } from "./rollout-beside-deployment";
import { rolloutGatewayRoutes } from "./rollout-gateway-routes";
import { rolloutManagedRoutes } from "./rollout-managed-routes";
import { rolloutServicesFit } from "./rollout-services";
import { rolloutTraffic } from "./rollout-traffic";
import { rootNamespaceElsewhere } from "./root-namespace-elsewhere";
import { routeBackend } from "./route-backend";
import { routeBackendGrant } from "./route-backend-grant";
import { routeBackendKind } from "./route-backend-kind";
import { routeBackendPort } from "./route-backend-port";
import { routeBesideVirtualService } from "./route-beside-virtual-service";
import { routeHostname } from "./route-hostname";
import { routeListener } from "./route-listener";
import { routeNotAllowed } from "./route-not-allowed";
import { routeOwnGateway } from "./route-own-gateway";
import { routeParent } from "./route-parent";
import { routeRedirectLoop } from "./route-redirect-loop";
import { routeServicePort } from "./route-service-port";
import { routeTaken } from "./route-taken";
import { routeWeights } from "./route-weights";
import { routesNotSeen } from "./routes-not-seen";
import { routingSelector } from "./routing-selector";
import { scrapeStrict } from "./scrape-strict";
import { secretKeyPair } from "./secret-key-pair";
import { selectorInRootNamespace } from "./selector-in-root-namespace";
import { selectorOnGateway } from "./selector-on-gateway";
import { serviceEntryAddresses } from "./service-entry-addresses";
import { serviceEntryOfService } from "./service-entry-of-service";
import { serviceEntryProtocol } from "./service-entry-protocol";
import { serviceEntryRepeated } from "./service-entry-repeated";
import { serviceEntryWithoutEndpoints } from "./service-entry-without-endpoints";
import { servicePortName } from "./service-port-name";
import { serviceRefused } from "./service-refused";
import { serviceSelector } from "./service-selector";
import { serviceTargetPort } from "./service-target-port";
import { hashWithoutRequests, poolWithoutRequests } from "./settings-without-requests";
import { sharedPodsPort, sharedPodsProtocol } from "./shared-pods";
import { shortDestination, shortRuleHost } from "./short-host";
import { sidecarEgressHost } from "./sidecar-egress-host";
import { sidecarEgressPort } from "./sidecar-egress-port";
import { sidecarHidesProvider } from "./sidecar-hides-provider";
import { sidecarInAmbient } from "./sidecar-in-ambient";
import { sidecarIngressEndpoint } from "./sidecar-ingress-endpoint";
import { sidecarIngressPort } from "./sidecar-ingress-port";
import { sidecarIngressProtocol } from "./sidecar-ingress-protocol";
import { sidecarMeshWide } from "./sidecar-mesh-wide";
import { sidecarOutboundMode } from "./sidecar-outbound-mode";
import { sidecarDefaultRivals, sidecarRivals } from "./sidecar-rivals";
import { sourceLabels } from "./source-labels";
import { sourceLabelsAtGateway } from "./source-labels-at-gateway";
import { sourceLabelsWithGateways } from "./source-labels-with-gateways";
import { spreadSelector } from "./spread-selector";
import { statefulSetService } from "./stateful-set-service";
import { strictBehindLoadBalancer } from "./strict-behind-load-balancer";
import { subsetPolicyUnused } from "./subset-policy-unused";
import { subsetWithoutLabels } from "./subset-without-labels";
import { targetRef } from "./target-ref";
import { telemetryAccessLog } from "./telemetry-access-log";
import { telemetryDefault } from "./telemetry-default";
import { telemetryFilter } from "./telemetry-filter";
import { telemetryOverlap } from "./telemetry-overlap";
import { telemetryProvider } from "./telemetry-provider";
import { telemetryProviderKind } from "./telemetry-provider-kind";
import { telemetrySelector } from "./telemetry-selector";
import { telemetryTracing } from "./telemetry-tracing";
import { tlsToPlainService } from "./tls-to-plain-service";
import { tlsTwice } from "./tls-twice";
import { tlsVersions } from "./tls-versions";
import { tokenHeaderPrefix } from "./token-header-prefix";
import { tokenIssuer } from "./token-issuer";
import { tokenKeys } from "./token-keys";
import { tokenKeysService } from "./token-keys-service";
import { tokenNotAskedFor } from "./token-not-asked-for";
import { tokenTakenAtGateway } from "./token-taken-at-gateway";
import { tokensAtPassthrough } from "./tokens-at-passthrough";
import { trialInZtunnel } from "./trial-in-ztunnel";
import { trustDomainInZtunnel } from "./trust-domain-in-ztunnel";
import { tryTimeout } from "./try-timeout";
import { virtualServiceConflict } from "./virtual-service-conflict";
import { virtualServiceDelegate } from "./virtual-service-delegate";
import { virtualServiceElsewhere } from "./virtual-service-elsewhere";
import { virtualServiceGateway } from "./virtual-service-gateway";
import { virtualServiceHidden } from "./virtual-service-hidden";
import { virtualServiceHost } from "./virtual-service-host";
import { virtualServicePort } from "./virtual-service-port";
import { virtualServicePortMissing } from "./virtual-service-port-missing";
import { virtualServiceSubset } from "./virtual-service-subset";
import { virtualServiceUnknownHost } from "./virtual-service-unknown-host";
import { virtualServiceWithoutWaypoint } from "./virtual-service-without-waypoint";
import { warmupWithoutEffect } from "./warmup-without-effect";
import { wasmFile } from "./wasm-file";
import { waypointFor } from "./waypoint-for";
import { waypointMissing } from "./waypoint-missing";
import { waypointNamespaceAlone } from "./waypoint-namespace-alone";
import { waypointNotAllowed } from "./waypoint-not-allowed";
import { waypointShutOut } from "./waypoint-shut-out";
import { waypointUnused } from "./waypoint-unused";
import { waypointWithoutAmbient } from "./waypoint-without-ambient";
import { webhookAddress } from "./webhook-address";
import { webhookIpAddress } from "./webhook-ip-address";
import { webhookService } from "./webhook-service";
import { clientTlsDropped, clientTlsNotRequired } from "./wide-client-tls";
import { workloadEntryPort } from "./workload-entry-port";
import { workloadGroupAccount } from "./workload-group-account";
import { workloadGroupLabels } from "./workload-group-labels";
import { workloadRefused } from "./workload-refused";
import { workloadTwoModes } from "./workload-two-modes";
import { workloadUncovered } from "./workload-uncovered";
import { workloadWithoutWaypoint } from "./workload-without-waypoint";

/** All checks between objects. */
export const checks: readonly Check[] = [
  aliasInZtunnel,
  allowNothing,
  annotationAlpha,
  annotationDeprecated,
  annotationMisplaced,
  annotationUnknown,
  annotationValue,
  apiGatewayAddress,
  apiGatewayHost,
  apiGatewayService,
  apiGatewayServicePort,
  applicationUser,
  authenticationSelector,
  authorizationPolicyHost,
  authorizationPolicyMethod,
  authorizationPolicyNamespace,
  authorizationPolicySelector,
  authorizationProvider,
  authorizerRefused,
  autoscalerBounds,
  autoscalerMetric,
  autoscalerTarget,
  backendCa,
  callOutOfScope,
  callOutside,
  callPastSidecar,
  callerOutside,
  canaryAutoscaler,
  canaryGateway,
  canaryHosts,
  canaryLabels,
  canaryOwnedRoutes,
  canaryTarget,
  captureBypassed,
  certificateHost,
  challengeListener,
  clientOutside,
  mutualClientTls,
  plainClientTls,
  corsAnyOrigin,
  corsOriginValue,
  credentialAtSidecars,
  customOnTcp,
  customProviders,
  defaultProvider,
  deprecated,
  destinationRuleCa,
  destinationRulePortCa,
  destinationRuleConflict,
  destinationRuleElsewhere,
  destinationRuleHost,
  destinationRuleOverlap,
  destinationRulePort,
  destinationRuleSubset,
  destinationRuleWithoutWaypoint,
  destinationWeight,
  discoverySelectors,
  disruptionBudget,
  duplicateObject,
  dynamicDnsOutlier,
  eastWestPassthrough,
  egressLeg,
  emptySelectorInZtunnel,
  endpointPortName,
  envoyFilterAdd,
  envoyFilterCluster,
  envoyFilterContext,
  envoyFilterMatch,
  envoyFilterOrder,
  envoyFilterRemove,
  envoyFilterReplace,
  envoyFilterTerminal,
  envoyFilterType,
  envoyFilterVersionOrder,
  envoyFilterVirtualHost,
  exportToNamespace,
  extensionPort,
  extensionSelector,
  extensionWithoutTargetRefs,
  extensionWithoutWaypoint,
  externalAuthority,
  externalNamePort,
  faultWithoutPercentage,
  gatewayAllHostsFirst,
  gatewayApiVersion,
  gatewayClass,
  gatewayClosed,
  gatewayConflict,
  gatewayCredential,
  gatewayDuplicateCertificate,
  gatewayHostConflict,
  gatewayHosts,
  gatewayMixedPort,
  gatewayNameTaken,
  gatewayOnApplication,
  gatewayOverlap,
  gatewayParameters,
  gatewayPort,
  gatewayRivalRoutes,
  gatewayRouteList,
  gatewaySecret,
  gatewaySelector,
  gatewayShutOut,
  grantMisplaced,
  grantNamespace,
  grpcBackendProtocol,
  grpcContainerBehindHttp,
  httpPortOfAnotherProtocol,
  httpsRedirectBehindTls,
  identityWithoutMutualTls,
  imageAuto,
  podImageAuto,
  imagePullSecret,
  ingressAnnotation,
  ingressBackend,
  ingressClassController,
  ingressCredential,
  ingressOutside,
  ingressPastWaypoint,
  ingressSplit,
  injectionByAnnotation,
  injectionReference,
  injectorOverlap,
  internalGateway,
  issuedListener,
  issuerMissing,
  jobSidecar,
  jwtClaimRoute,
  keysBehindStrict,
  keysFromAnywhere,
  labelMisplaced,
  labelText,
  listenerCertificate,
  listenerConflict,
  listenerMixedPort,
  listenerSetParent,
  matchBehindPrefix,
  matchGateway,
  matchPort,
  matchValue,
  meshConfigValue,
  meshConfigYaml,
  meshNetworks,
  meshRouteElsewhere,
  meshRouteWithoutWaypoint,
  meshSettingIgnored,
  monitorTarget,
  mutualTlsOffInAmbient,
  mutualTlsOutside,
  mutualTlsWeakened,
  mutualTlsWithoutClients,
  namedSource,
  namespaceInjectedByDefault,
  namespaceNotInjected,
  namespaceTwoModes,
  networkGatewayService,
  networkOfGateway,
  networkPolicyDns,
  networkPolicyGateway,
  networkPolicyHbone,
  networkPolicyHboneOut,
  networkPolicyIstiod,
  networkPolicyPeer,
  networkPolicyPort,
  networkPolicyProbes,
  networkPolicyProxies,
  networkPolicySelector,
  noReplicas,
  openRule,
  openToolAtGateway,
  originalPort,
  outlierEverybody,
  outlierNobody,
  outlierOff,
  plainAtTlsPort,
  tlsToPlainPort,
  peerAuthenticationPort,
  peerAuthenticationRivals,
  plainAgainstMutualClients,
  plainHttpToTls,
  plainRouteToTls,
  podReference,
  policyPeerAddress,
  policyPort,
  policyServiceAccount,
  policyTrustDomain,
  policyValue,
  portLevelTls,
  portPastMutualTls,
  portPastSidecar,
  probeNotRewritten,
  probePort,
  providerService,
  proxyConfigDefault,
  proxyPortTaken,
  proxyResources,
  quotaOfProxies,
  redirectLoop,
  redirectToClosedPort,
  remoteSecretLabel,
  repeatedDestination,
  requestPolicyInZtunnel,
  requestPolicyOnTcp,
  requestPolicyWithoutWaypoint,
  requestPrincipalsWithoutTokens,
  revisionMissing,
  rewriteOfRegex,
  rewriteSlash,
  roleSubject,
  rolloutAnalysis,
  rolloutAutoscaler,
  rolloutBesideDeployment,
  rolloutGatewayRoutes,
  rolloutManagedRoutes,
  rolloutServicesFit,
  rolloutTraffic,
  rootNamespaceElsewhere,
  routeBackend,
  routeBackendGrant,
  routeBackendKind,
  routeBackendPort,
  routeBesideVirtualService,
  routeHostname,
  routeListener,
  routeNotAllowed,
  routeOwnGateway,
  routeParent,
  routeRedirectLoop,
  routeServicePort,
  routeTaken,
  routeWeights,
  routesNotSeen,
  routingSelector,
  scrapeStrict,
  secretKeyPair,
  selectorInRootNamespace,
  selectorOnGateway,
  serviceEntryAddresses,
  serviceEntryOfService,
  serviceEntryProtocol,
  serviceEntryRepeated,
  serviceEntryWithoutEndpoints,
  servicePortName,
  serviceRefused,
  serviceSelector,
  serviceTargetPort,
  hashWithoutRequests,
  poolWithoutRequests,
  sharedPodsPort,
  sharedPodsProtocol,
  shortDestination,
  shortRuleHost,
  sidecarEgressHost,
  sidecarEgressPort,
  sidecarHidesProvider,
  sidecarInAmbient,
  sidecarIngressEndpoint,
  sidecarIngressPort,
  sidecarIngressProtocol,
  sidecarMeshWide,
  sidecarOutboundMode,
  sidecarDefaultRivals,
  sidecarRivals,
  sourceLabels,
  sourceLabelsAtGateway,
  sourceLabelsWithGateways,
  spreadSelector,
  statefulSetService,
  strictBehindLoadBalancer,
  subsetPolicyUnused,
  subsetWithoutLabels,
  targetRef,
  telemetryAccessLog,
  telemetryDefault,
  telemetryFilter,
  telemetryOverlap,
  telemetryProvider,
  telemetryProviderKind,
  telemetrySelector,
  telemetryTracing,
  tlsToPlainService,
  tlsTwice,
  tlsVersions,
  tokenHeaderPrefix,
  tokenIssuer,
  tokenKeys,
  tokenKeysService,
  tokenNotAskedFor,
  tokenTakenAtGateway,
  tokensAtPassthrough,
  trialInZtunnel,
  trustDomainInZtunnel,
  tryTimeout,
  virtualServiceConflict,
  virtualServiceDelegate,
  virtualServiceElsewhere,
  virtualServiceGateway,
  virtualServiceHidden,
  virtualServiceHost,
  virtualServicePort,
  virtualServicePortMissing,
  virtualServiceSubset,
  virtualServiceUnknownHost,
  virtualServiceWithoutWaypoint,
  warmupWithoutEffect,
  wasmFile,
  waypointFor,
  waypointMissing,
  waypointNamespaceAlone,
  waypointNotAllowed,
  waypointShutOut,
  waypointUnused,
  waypointWithoutAmbient,
  webhookAddress,
  webhookIpAddress,
  webhookService,
  clientTlsDropped,
  clientTlsNotRequired,
  workloadEntryPort,
  workloadGroupAccount,
  workloadGroupLabels,
  workloadRefused,
  workloadTwoModes,
  workloadUncovered,
  workloadWithoutWaypoint,
];
