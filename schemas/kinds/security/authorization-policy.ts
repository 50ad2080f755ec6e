// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.

export interface AuthorizationPolicySpec {
  action?: "ALLOW" | "DENY" | "AUDIT" | "CUSTOM";
  provider?: AuthorizationPolicyProvider;
  rules?: AuthorizationPolicyRule[];
  selector?: AuthorizationPolicySelector;
  targetRef?: AuthorizationPolicyTargetRef;
  targetRefs?: AuthorizationPolicyTargetRef[];
}

export interface AuthorizationPolicyProvider {
  name?: string;
}

export interface AuthorizationPolicyRule {
  from?: AuthorizationPolicyRuleFrom[];
  to?: AuthorizationPolicyRuleTo[];
  when?: AuthorizationPolicyRuleWhen[];
}

export interface AuthorizationPolicySelector {
  matchLabels?: { [key: string]: string };
}

export interface AuthorizationPolicyTargetRef {
  group?: string;
  kind: string;
  name: string;
  namespace?: string;
}

export interface AuthorizationPolicyRuleFrom {
  source?: AuthorizationPolicyRuleFromSource;
}

export interface AuthorizationPolicyRuleTo {
  operation?: AuthorizationPolicyRuleToOperation;
}

export interface AuthorizationPolicyRuleWhen {
  key: string;
  notValues?: string[];
  values?: string[];
}

export interface AuthorizationPolicyRuleFromSource {
  ipBlocks?: string[];
  namespaces?: string[];
  notIpBlocks?: string[];
  notNamespaces?: string[];
  notPrincipals?: string[];
  notRemoteIpBlocks?: string[];
  notRequestPrincipals?: string[];
  notServiceAccounts?: string[];
  notTrustDomains?: string[];
  principals?: string[];
  remoteIpBlocks?: string[];
  requestPrincipals?: string[];
  serviceAccounts?: string[];
  trustDomains?: string[];
}

export interface AuthorizationPolicyRuleToOperation {
  hosts?: string[];
  methods?: string[];
  notHosts?: string[];
  notMethods?: string[];
  notPaths?: string[];
  notPorts?: string[];
  paths?: string[];
  ports?: string[];
}
