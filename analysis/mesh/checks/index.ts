import type { Check } from "../check";
import { gatewayConflict } from "./gateway-conflict";
import { gatewayCredential } from "./gateway-credential";
import { gatewayDuplicateCertificate } from "./gateway-duplicate-certificate";
import { gatewayPort } from "./gateway-port";
import { gatewaySecret } from "./gateway-secret";
import { gatewaySelector } from "./gateway-selector";
import { jwtClaimRoute } from "./jwt-claim-route";
import { virtualServiceHost } from "./virtual-service-host";

/** All checks, by the names of their files. */
export const checks: readonly Check[] = [
  gatewayConflict,
  gatewayCredential,
  gatewayDuplicateCertificate,
  gatewayPort,
  gatewaySecret,
  gatewaySelector,
  jwtClaimRoute,
  virtualServiceHost,
];
