import type { Check } from "../check";
import { destinationWeight } from "./destination-weight";
import { gatewayConflict } from "./gateway-conflict";
import { gatewayCredential } from "./gateway-credential";
import { gatewayDuplicateCertificate } from "./gateway-duplicate-certificate";
import { gatewayHostConflict } from "./gateway-host-conflict";
import { gatewayHosts } from "./gateway-hosts";
import { gatewayPort } from "./gateway-port";
import { gatewaySecret } from "./gateway-secret";
import { gatewaySelector } from "./gateway-selector";
import { ingressSplit } from "./ingress-split";
import { internalGateway } from "./internal-gateway";
import { jwtClaimRoute } from "./jwt-claim-route";
import { matchGateway } from "./match-gateway";
import { repeatedDestination } from "./repeated-destination";
import { shortDestination, shortRuleHost } from "./short-host";
import { virtualServiceConflict } from "./virtual-service-conflict";
import { virtualServiceDelegate } from "./virtual-service-delegate";
import { virtualServiceGateway } from "./virtual-service-gateway";
import { virtualServiceHost } from "./virtual-service-host";
import { virtualServicePort } from "./virtual-service-port";
import { virtualServicePortMissing } from "./virtual-service-port-missing";
import { virtualServiceSubset } from "./virtual-service-subset";
import { virtualServiceUnknownHost } from "./virtual-service-unknown-host";

/** All checks, by the names of their files. */
export const checks: readonly Check[] = [
  destinationWeight,
  gatewayConflict,
  gatewayCredential,
  gatewayDuplicateCertificate,
  gatewayHostConflict,
  gatewayHosts,
  gatewayPort,
  gatewaySecret,
  gatewaySelector,
  ingressSplit,
  internalGateway,
  jwtClaimRoute,
  matchGateway,
  repeatedDestination,
  shortDestination,
  shortRuleHost,
  virtualServiceConflict,
  virtualServiceDelegate,
  virtualServiceGateway,
  virtualServiceHost,
  virtualServicePort,
  virtualServicePortMissing,
  virtualServiceSubset,
  virtualServiceUnknownHost,
];
