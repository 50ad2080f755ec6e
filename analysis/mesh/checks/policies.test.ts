import {
  deployment,
  gatewayApiObject,
  istio,
  meshCases,
  namespace,
  service,
} from "../../../test/support/mesh-cases";
import { Scope } from "../scope";
import { authorizationPolicyNamespace } from "./authorization-policy-namespace";
import { authorizationPolicySelector } from "./authorization-policy-selector";
import { callerOutside } from "./caller-outside";
import { identityWithoutMutualTls } from "./identity-without-mutual-tls";
import { mutualTlsWeakened } from "./mutual-tls-weakened";
import { peerAuthenticationPort } from "./peer-authentication-port";
import { peerAuthenticationRivals } from "./peer-authentication-rivals";
import { policyServiceAccount } from "./policy-service-account";
import { requestPolicyOnTcp } from "./request-policy-on-tcp";
import { requestPrincipalsWithoutTokens } from "./request-principals-without-tokens";

const inside = namespace("shop", "istio-injection: enabled");
const pods = deployment("shop", "web", "app: web");
const policy = (spec: string, place = "shop") => istio("AuthorizationPolicy", place, "p", spec);
const peer = (name: string, spec: string, place = "shop") =>
  istio("PeerAuthentication", place, name, spec);
const chosen = "selector: {matchLabels: {app: web}}";
const from = (source: string) => `rules: [{from: [{source: ${source}}]}]`;
const source = "spec.rules[0].from[0].source";

meshCases(authorizationPolicySelector, {
  "offers the value that is meant": {
    yaml: pods + policy("{selector: {matchLabels: {app: wbe}}}"),
    says: ['warning AuthorizationPolicy p spec.selector.matchLabels = "web"'],
  },
  "finds a label that no Pod has": {
    yaml: pods + policy("{selector: {matchLabels: {ap: web}}}"),
    says: ["warning AuthorizationPolicy p spec.selector.matchLabels"],
  },
  "says that a namespace without workloads is not all there is": {
    yaml: policy(`{${chosen}}`),
    says: ["not declared: workloads of namespace shop"],
  },
  "finds what is all outside the mesh": {
    yaml: namespace("shop") + pods + policy(`{${chosen}}`),
    says: ["warning AuthorizationPolicy p spec.selector.matchLabels"],
  },
  "takes one for the whole mesh": { yaml: policy("{}", "istio-system"), scope: Scope.Cluster },
  "looks in the whole mesh for one of the root namespace": {
    yaml: pods + policy(`{${chosen}}`, "istio-system"),
    scope: Scope.Cluster,
  },
  "takes one with targetRefs": {
    yaml: pods + policy('{targetRefs: [{kind: Service, group: "", name: web}]}'),
  },
});

const byApi = gatewayApiObject(
  "Gateway",
  "shop",
  "g",
  "{gatewayClassName: istio, listeners: [{name: x, port: 80, protocol: HTTP}]}",
);

meshCases(authorizationPolicySelector, {
  "finds labels of a chart's gateway beside gateways of the other API": {
    yaml: byApi + policy("{selector: {matchLabels: {istio: ingressgateway}}}"),
    says: ["warning AuthorizationPolicy p spec.selector.matchLabels"],
  },
  "does not know of other labels there": {
    yaml: byApi + policy("{selector: {matchLabels: {app: web}}}"),
    says: ["not declared: workloads of namespace shop"],
  },
});

meshCases(authorizationPolicyNamespace, {
  "offers the namespace that is meant": {
    yaml: namespace("storefront") + policy(`{${from("{namespaces: [storefrnt]}")}}`),
    says: [`error AuthorizationPolicy p ${source}.namespaces[0] = "storefront"`],
  },
  "reads stars within a namespace": {
    yaml:
      namespace("team-a-prod") + policy(`{${from("{namespaces: ['team-*-prod', 'team-*-dev']}")}}`),
    says: [`error AuthorizationPolicy p ${source}.namespaces[1]`],
  },
  "says that a set without namespaces does not know": {
    yaml: policy(`{${from("{namespaces: [web]}")}}`),
    says: ["not declared: Namespace web"],
  },
  "reads conditions": {
    yaml: namespace("web") + policy("{rules: [{when: [{key: source.namespace, notValues: [x]}]}]}"),
    says: ["error AuthorizationPolicy p spec.rules[0].when[0].notValues[0]"],
  },
  "does not miss one that whoever runs the cluster brings": {
    yaml: namespace("web") + policy(`{${from("{namespaces: [monitoring]}")}}`),
    says: ["not declared: Namespace monitoring"],
  },
  "misses one of those in a whole cluster": {
    yaml: namespace("web") + policy(`{${from("{namespaces: [monitoring]}")}}`),
    scope: Scope.Cluster,
    says: [`error AuthorizationPolicy p ${source}.namespaces[0]`],
  },
  "takes a namespace in which something is": {
    yaml: namespace("web") + pods + policy(`{${from("{namespaces: [shop, default]}")}}`),
  },
  "does not know of a pattern for one of a platform": {
    yaml: namespace("web") + policy(`{${from("{namespaces: ['argo*']}")}}`),
    says: ["not declared: Namespace argo*"],
  },
});

const account =
  "---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: shop}\n";

meshCases(policyServiceAccount, {
  "offers the account that is meant, in the principal": {
    yaml: account + policy(`{${from("{principals: [td/ns/shop/sa/wbe]}")}}`),
    says: [`error AuthorizationPolicy p ${source}.principals[0] = "td/ns/shop/sa/web"`],
  },
  "reads an account of the policy's own namespace": {
    yaml: account + policy(`{${from("{serviceAccounts: [other]}")}}`),
    says: [`error AuthorizationPolicy p ${source}.serviceAccounts[0]`],
  },
  "takes an account that Pods run as": {
    yaml:
      account +
      pods.replace("spec: {containers", "spec: {serviceAccountName: other, containers") +
      policy(`{${from("{serviceAccounts: [shop/other]}")}}`),
  },
  "finds an account as which no Pod of the namespace runs": {
    yaml: pods + policy(`{${from("{serviceAccounts: [shop/other]}")}}`),
    says: [`warning AuthorizationPolicy p ${source}.serviceAccounts[0]`],
  },
  "says of the root namespace that it may have others": {
    yaml:
      deployment("istio-system", "istiod", "app: istiod") +
      policy(`{${from("{serviceAccounts: [istio-system/ingress]}")}}`),
    says: ["not declared: ServiceAccount ingress.istio-system"],
  },
  "reads a principal of any trust domain": {
    yaml: account + policy(`{${from('{principals: ["*/ns/shop/sa/other", "*/ns/shop/sa/web"]}')}}`),
    says: [`error AuthorizationPolicy p ${source}.principals[0]`],
  },
  "finds what is no identity of a service account": {
    yaml: policy(`{${from('{principals: [web, shop/web, "*", "*/web", td/ns/shop/sa/default]}')}}`),
    says: [`warning AuthorizationPolicy p ${source}.principals[1]`],
  },
  "finds a beginning that no account has": {
    yaml:
      account + policy(`{${from('{principals: ["td/ns/shop/sa/wbe*", "td/ns/shop/sa/we*"]}')}}`),
    says: [`error AuthorizationPolicy p ${source}.principals[0]`],
    messages: ['"td/ns/shop/sa/wbe*": no ServiceAccount of namespace shop begins with "wbe"'],
  },
  "leaves a beginning alone where accounts are not declared": {
    yaml: policy(`{${from('{principals: ["td/ns/shop/sa/wbe*", "td/ns/shop/*"]}')}}`),
  },
  "says that a namespace without accounts does not know": {
    yaml: policy(`{${from("{serviceAccounts: [shop/other]}")}}`),
    says: ["not declared: ServiceAccount other.shop"],
  },
  "asks for no account where a principal names none of one namespace": {
    yaml:
      account +
      policy(
        `{${from('{principals: ["td/ns/*/sa/wbe", td/ns/shop, td/ns//sa/wbe, td/ns/shop/sa/]}')}}`,
      ),
    says: [1, 2, 3].map((i) => `warning AuthorizationPolicy p ${source}.principals[${i}]`),
  },
  "names the accounts that Pods run as": {
    yaml:
      pods.replace("spec: {containers", "spec: {serviceAccountName: web, containers") +
      policy(`{${from("{serviceAccounts: [shop/wbe]}")}}`),
    says: [`warning AuthorizationPolicy p ${source}.serviceAccounts[0] = "shop/web"`],
    messages: [
      '"shop/wbe": no Pod that is declared in namespace shop runs as ServiceAccount wbe; they run as web; did you mean "web"?',
    ],
  },
  "does not know of a namespace of which Pods are declared elsewhere": {
    yaml: inside + pods + policy(`{${from("{serviceAccounts: [bank/wbe]}")}}`),
    says: ["not declared: ServiceAccount wbe.bank"],
  },
});

const outside = namespace("old") + deployment("old", "job", "app: job");

meshCases(callerOutside, {
  "finds an account of whom is outside": {
    yaml: outside + policy(`{${from("{serviceAccounts: [old/default]}")}}`),
    says: [`warning AuthorizationPolicy p ${source}.serviceAccounts[0]`],
  },
  "takes a namespace of which some are in the mesh": {
    yaml:
      outside +
      deployment("old", "in", 'app: in, sidecar.istio.io/inject: "true"') +
      policy(`{${from("{namespaces: [old]}")}}`),
  },
  "leaves a namespace without workloads alone": {
    yaml: namespace("old") + policy(`{${from("{namespaces: [old]}")}}`),
  },
});

meshCases(peerAuthenticationRivals, {
  "finds two on one workload": {
    yaml:
      pods +
      peer("a", `{${chosen}, mtls: {mode: STRICT}}`) +
      peer("b", `{${chosen}, mtls: {mode: PERMISSIVE}}`),
    says: [
      "error PeerAuthentication a spec.selector.matchLabels",
      "error PeerAuthentication b spec.selector.matchLabels",
    ],
  },
  "takes two on two workloads": {
    yaml:
      pods +
      deployment("shop", "db", "app: db") +
      peer("a", `{${chosen}, mtls: {mode: STRICT}}`) +
      peer("b", "{selector: {matchLabels: {app: db}}, mtls: {mode: STRICT}}"),
  },
});

meshCases(peerAuthenticationPort, {
  "finds a port that nothing has": {
    yaml: pods + peer("a", `{${chosen}, portLevelMtls: {9: {mode: STRICT}}}`),
    says: ['warning PeerAuthentication a spec.portLevelMtls["9"]'],
  },
  "takes the container's port": {
    yaml: pods + peer("a", `{${chosen}, portLevelMtls: {8080: {mode: STRICT}}}`),
  },
  "does not know Pods that name no ports": {
    yaml:
      pods.replace("[{name: main, containerPort: 8080}]", "[]") +
      peer("a", `{${chosen}, portLevelMtls: {9: {mode: STRICT}}}`),
  },
});

const weaker = (mode: string) => peer("default", `{mtls: {mode: ${mode}}}`);
const strict = (place: string) => peer("strict", "{mtls: {mode: STRICT}}", place);

meshCases(mutualTlsWeakened, {
  "finds a workload that is let out of its namespace": {
    yaml: strict("shop") + peer("a", `{${chosen}, mtls: {mode: DISABLE}}`),
    says: ["info PeerAuthentication a spec.mtls.mode"],
  },
  "finds a namespace that is let out of the mesh": {
    yaml: strict("istio-system") + weaker("PERMISSIVE"),
    says: ["info PeerAuthentication default spec.mtls.mode"],
  },
  "takes what the namespace says too": {
    yaml:
      strict("istio-system") +
      weaker("PERMISSIVE") +
      peer("a", `{${chosen}, mtls: {mode: PERMISSIVE}}`),
    says: ["info PeerAuthentication default spec.mtls.mode"],
  },
  "leaves another namespace alone": { yaml: strict("bank") + weaker("PERMISSIVE") },
});

const disabled = peer("off", "{mtls: {mode: DISABLE}}");

meshCases(identityWithoutMutualTls, {
  "finds each field that asks who calls": {
    yaml:
      inside +
      pods +
      disabled +
      policy(
        "{rules: [{from: [{source: {principals: [a], notNamespaces: [b]}}], when: [{key: source.principal, values: [c]}]}]}",
      ),
    says: [
      `error AuthorizationPolicy p ${source}.principals`,
      `error AuthorizationPolicy p ${source}.notNamespaces`,
      "error AuthorizationPolicy p spec.rules[0].when[0].key",
    ],
  },
  "takes a workload with a mode of its own": {
    yaml:
      inside +
      pods +
      disabled +
      peer("a", `{${chosen}, mtls: {mode: STRICT}}`) +
      policy(`{${from("{namespaces: [b]}")}}`),
  },
  "leaves ztunnel alone, which turns nothing off": {
    yaml:
      namespace("shop", "istio.io/dataplane-mode: ambient") +
      pods +
      disabled +
      policy(`{${from("{namespaces: [b]}")}}`),
  },
  "passes over other workloads of the policy, and other keys": {
    yaml:
      inside +
      deployment("shop", "db", "app: db") +
      pods +
      disabled +
      peer("a", "{selector: {matchLabels: {app: db}}, mtls: {mode: STRICT}}") +
      policy(
        "{rules: [{when: [{key: source.ip, values: [10.0.0.1]}, {key: source.namespace, values: [c]}]}]}",
      ),
    says: ["error AuthorizationPolicy p spec.rules[0].when[1].key"],
    messages: [
      "Deployment web.shop has mutual TLS turned off by PeerAuthentication off.shop, so that nobody who calls has an identity",
    ],
    related: [["Deployment web.shop", "PeerAuthentication off.shop"]],
  },
});

const tcp = service("shop", "web", "{port: 90, targetPort: 8080, name: tcp}") + pods;
const mixed = service("shop", "web", "{port: 80, name: http}", "{port: 90, name: tcp}") + pods;
const get = "to: [{operation: {methods: [GET]";
const web = service("shop", "web") + pods;
const db = service("shop", "db", "{port: 5432, name: tcp}") + deployment("shop", "db", "app: db");

meshCases(requestPolicyOnTcp, {
  "finds a rule that allows at connections alone": {
    yaml: tcp + policy(`{rules: [{${get}}}]}]}`),
    says: ["warning AuthorizationPolicy p spec.rules[0].to[0].operation.methods"],
  },
  "takes such a rule where there are requests too": {
    yaml: mixed + policy(`{rules: [{${get}}}]}]}`),
  },
  "finds one that denies all the same": {
    yaml: mixed + policy(`{action: DENY, rules: [{${get}}}]}]}`),
    says: ["warning AuthorizationPolicy p spec.rules[0].to[0].operation.methods"],
  },
  "finds one for a port of connections": {
    yaml: mixed + policy(`{rules: [{${get}, ports: ["90"]}}]}]}`),
    says: ["warning AuthorizationPolicy p spec.rules[0].to[0].operation.methods"],
  },
  "tells a rule once": {
    yaml: tcp + policy(`{rules: [{${get}, paths: [/a]}}]}]}`),
    says: ["warning AuthorizationPolicy p spec.rules[0].to[0].operation.methods"],
  },
  "leaves what has no Service alone": { yaml: pods + policy(`{rules: [{${get}}}]}]}`) },
  "finds one for a namespace in which a workload takes connections alone": {
    yaml: web + db + policy(`{rules: [{${get}}}]}]}`),
    says: ["warning AuthorizationPolicy p spec.rules[0].to[0].operation.methods"],
    messages: [
      "methods is seen in requests alone, and port 5432 (tcp) of Deployment db.shop is TCP: the rule lets nobody in",
    ],
  },
  "takes it where another rule lets connections in": {
    yaml: web + db + policy(`{rules: [{${get}}}]}, {to: [{operation: {ports: ["5432"]}}]}]}`),
  },
  "takes it where another policy lets connections in": {
    yaml:
      web +
      db +
      policy(`{rules: [{${get}}}]}]}`) +
      istio(
        "AuthorizationPolicy",
        "shop",
        "db",
        "{selector: {matchLabels: {app: db}}, rules: [{}]}",
      ),
  },
  "finds it beside a policy that lets requests in": {
    yaml:
      web +
      db +
      policy(`{rules: [{${get}}}]}]}`) +
      istio("AuthorizationPolicy", "shop", "web", `{${chosen}, rules: [{}]}`),
    says: ["warning AuthorizationPolicy p spec.rules[0].to[0].operation.methods"],
  },
  "takes a note of requests where there are connections too": {
    yaml: web + db + policy(`{action: AUDIT, rules: [{${get}}}]}]}`),
  },
});

const token = `${source}.requestPrincipals`;
const asks = `{${chosen}, ${from('{requestPrincipals: ["*"]}')}}`;
const reads = (spec: string) =>
  istio("RequestAuthentication", "shop", "r", `{${spec}jwtRules: [{issuer: a, jwks: "{}"}]}`);

/** A Service that uses waypoint `g`. */
const used = namespace("shop", "istio.io/use-waypoint: g") + service("shop", "web");

meshCases(requestPrincipalsWithoutTokens, {
  "warns where the namespace has none at all": {
    yaml: inside + pods + policy(asks),
    says: [`warning AuthorizationPolicy p ${token}`],
  },
  "finds one for others": {
    yaml: inside + pods + policy(asks) + reads("selector: {matchLabels: {app: db}}, "),
    says: [`error AuthorizationPolicy p ${token}`],
  },
  "takes one for the same": { yaml: inside + pods + policy(asks) + reads(`${chosen}, `) },
  "takes one for the namespace": { yaml: inside + pods + policy(asks) + reads("") },
  "takes a rule that others fit without a token": {
    yaml:
      inside +
      pods +
      policy(
        '{rules: [{from: [{source: {requestPrincipals: ["*"]}}, {source: {namespaces: [a]}}]}]}',
      ),
  },
  "finds a rule that denies all without a token": {
    yaml: inside + pods + policy(`{action: DENY, ${from('{notRequestPrincipals: ["*"]}')}}`),
    says: [`warning AuthorizationPolicy p ${source}.notRequestPrincipals`],
  },
  "takes one that is attached to the same Service": {
    yaml:
      policy(
        `{targetRefs: [{kind: Service, group: "", name: web}], ${from('{requestPrincipals: ["*"]}')}}`,
      ) + reads('targetRefs: [{kind: Service, group: "", name: web}], '),
  },
  "takes one that is attached to the same Gateway": {
    yaml:
      policy(
        `{targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: g}], ${from('{requestPrincipals: ["*"]}')}}`,
      ) + reads("targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: g}], "),
  },
  "finds one that is attached to another Gateway": {
    yaml:
      policy(
        `{targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: g}], ${from('{requestPrincipals: ["*"]}')}}`,
      ) + reads("targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: h}], "),
    says: [`error AuthorizationPolicy p ${token}`],
  },
  "finds one that is attached to another": {
    yaml:
      policy(
        `{targetRefs: [{kind: Service, group: "", name: web}], ${from('{requestPrincipals: ["*"]}')}}`,
      ) + reads('targetRefs: [{kind: Service, group: "", name: db}], '),
    says: [`error AuthorizationPolicy p ${token}`],
  },
  "takes one that is attached to something of the namespace": {
    yaml:
      inside + pods + policy(asks) + reads('targetRefs: [{kind: Service, group: "", name: web}], '),
  },
  "finds one of another namespace for others": {
    yaml: inside + pods + policy(asks) + reads("").replace("namespace: shop", "namespace: market"),
    says: [`warning AuthorizationPolicy p ${token}`],
    messages: [
      "no RequestAuthentication reads tokens where this policy asks for them, so that no request has a principal",
    ],
    related: [[]],
  },
  "names those of the namespace": {
    yaml: inside + pods + policy(asks) + reads("selector: {matchLabels: {app: db}}, "),
    says: [`error AuthorizationPolicy p ${token}`],
    messages: [
      "RequestAuthentication r.shop is for other workloads, so that no request has a principal where this policy asks for one",
    ],
    related: [["RequestAuthentication r.shop"]],
  },
  "does not judge one that chooses nothing": {
    yaml: inside + policy(asks),
  },
  "takes one for some of the workloads": {
    yaml:
      inside +
      pods +
      deployment("shop", "db", "app: db") +
      policy(`{${from('{requestPrincipals: ["*"]}')}}`) +
      reads(`${chosen}, `),
  },
  "takes one for the class of all waypoints": {
    yaml:
      policy(
        `{targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: g}], ${from('{requestPrincipals: ["*"]}')}}`,
      ) +
      reads(
        "targetRefs: [{kind: GatewayClass, group: gateway.networking.k8s.io, name: istio-waypoint}], ",
      ).replace("namespace: shop", "namespace: istio-system"),
  },
  "finds one that is attached to a Gateway of another namespace": {
    yaml:
      policy(
        `{targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: g}], ${from('{requestPrincipals: ["*"]}')}}`,
      ) +
      reads("targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: g}], ").replace(
        "namespace: shop",
        "namespace: market",
      ),
    says: [`warning AuthorizationPolicy p ${token}`],
  },
  "finds one that is attached to a Service of the Gateway's name": {
    yaml:
      policy(
        `{targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: g}], ${from('{requestPrincipals: ["*"]}')}}`,
      ) + reads('targetRefs: [{kind: Service, group: "", name: g}], '),
    says: [`error AuthorizationPolicy p ${token}`],
  },
  "takes one that has the Gateway among others, as the policy has": {
    yaml:
      policy(
        `{targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: f}, {kind: Gateway, group: gateway.networking.k8s.io, name: g}], ${from('{requestPrincipals: ["*"]}')}}`,
      ) +
      reads(
        "targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: g}, {kind: Gateway, group: gateway.networking.k8s.io, name: h}], ",
      ) +
      reads('targetRefs: [{kind: Service, group: "", name: other}], ').replace(
        "name: r",
        "name: s",
      ),
  },
  "takes one that is attached to the Service's waypoint": {
    yaml:
      used +
      policy(
        `{targetRefs: [{kind: Service, group: "", name: web}], ${from('{requestPrincipals: ["*"]}')}}`,
      ) +
      reads("targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: g}], "),
  },
  "takes one that is attached to a Service of the waypoint": {
    yaml:
      used +
      policy(
        `{targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: g}], ${from('{requestPrincipals: ["*"]}')}}`,
      ) +
      reads('targetRefs: [{kind: Service, group: "", name: web}], '),
  },
  "finds one that is attached to another waypoint": {
    yaml:
      used +
      policy(
        `{targetRefs: [{kind: Service, group: "", name: web}], ${from('{requestPrincipals: ["*"]}')}}`,
      ) +
      reads("targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: h}], "),
    says: [`error AuthorizationPolicy p ${token}`],
  },
});
