import { deployment, istio, meshCases, namespace, service } from "../../../test/support/mesh-cases";
import { aliasInZtunnel } from "./alias-in-ztunnel";
import { emptySelectorInZtunnel } from "./empty-selector-in-ztunnel";
import { extensionWithoutTargetRefs } from "./extension-without-target-refs";
import { requestPolicyInZtunnel } from "./request-policy-in-ztunnel";
import { requestPolicyWithoutWaypoint } from "./request-policy-without-waypoint";
import { trialInZtunnel } from "./trial-in-ztunnel";
import { trustDomainInZtunnel } from "./trust-domain-in-ztunnel";
import { waypointShutOut } from "./waypoint-shut-out";

const ambient = namespace("blog", "istio.io/dataplane-mode: ambient, istio.io/use-waypoint: w");
const posts = deployment("blog", "posts", "app: posts");
const policy = (spec: string) => istio("AuthorizationPolicy", "blog", "p", spec);
const behind = ambient + service("blog", "posts") + posts;
const from = (source: string) => policy(`{rules: [{from: [{source: ${source}}]}]}`);
const get = "rules: [{to: [{operation: {methods: [GET]}}]}]";
const at = "error AuthorizationPolicy p spec.rules[0].to[0].operation.methods";

meshCases(requestPolicyInZtunnel, {
  "finds a policy of a namespace": { yaml: ambient + posts + policy(`{${get}}`), says: [at] },
  "finds one of a namespace without Pods of its own": {
    yaml: ambient + policy(`{${get}}`),
    says: [at],
  },
  "finds one that denies": {
    yaml: ambient + posts + policy(`{action: DENY, ${get}}`),
    says: [at],
  },
  "says what becomes of a rule": {
    yaml:
      ambient +
      posts +
      policy(`{action: DENY, ${get}}`) +
      istio(
        "AuthorizationPolicy",
        "blog",
        "q",
        "{action: DENY, rules: [{from: [{source: {namespaces: [web], requestPrincipals: ['*']}}]}]}",
      ) +
      istio(
        "AuthorizationPolicy",
        "blog",
        "r",
        "{rules: [{when: [{key: connection.sni, values: [a.example.com]}]}]}",
      ),
    says: [
      at,
      "error AuthorizationPolicy q spec.rules[0].from[0].source.requestPrincipals",
      "error AuthorizationPolicy r spec.rules[0].when[0].key",
    ],
    messages: [
      "ztunnel, which stands before Deployment posts.blog, does not look at methods: the rule denies nobody",
      "ztunnel, which stands before Deployment posts.blog, does not look at requestPrincipals: the rule denies by what else it says, more than it is to",
      "ztunnel, which stands before Deployment posts.blog, does not look at connection.sni: the rule lets nobody in",
    ],
  },
  "finds an action that ztunnel does not know": {
    yaml: ambient + posts + policy("{action: CUSTOM, provider: {name: a}, rules: [{}]}"),
    says: ["error AuthorizationPolicy p spec.action"],
  },
  "finds a condition on requests": {
    yaml: ambient + posts + policy('{rules: [{when: [{key: "request.headers[x]", values: [y]}]}]}'),
    says: ["error AuthorizationPolicy p spec.rules[0].when[0].key"],
  },
  "finds a token": {
    yaml: ambient + posts + policy('{rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]}'),
    says: ["error AuthorizationPolicy p spec.rules[0].from[0].source.requestPrincipals"],
  },
  "takes conditions on connections": {
    yaml:
      ambient +
      posts +
      policy(
        '{rules: [{when: [{key: destination.port, values: ["80"]}, {key: source.principal, values: [a]}]}]}',
      ),
  },
  "takes a policy of sidecars": {
    yaml: namespace("blog", "istio-injection: enabled") + posts + policy(`{${get}}`),
  },
  "takes one with targetRefs": {
    yaml:
      ambient + posts + policy(`{targetRefs: [{kind: Service, group: "", name: posts}], ${get}}`),
  },
  "finds one of the whole mesh": {
    yaml: ambient + posts + istio("AuthorizationPolicy", "istio-system", "p", `{${get}}`),
    says: [at],
  },
  "leaves a namespace alone that nobody declares": { yaml: posts + policy(`{${get}}`) },
});

const inDomain = (source: string, action = "ALLOW") =>
  ambient + posts + policy(`{action: ${action}, rules: [{from: [{source: ${source}}]}]}`);

meshCases(trustDomainInZtunnel, {
  "finds what widens a rule": {
    yaml: inDomain("{namespaces: [web], trustDomains: [a.example]}"),
    says: ["warning AuthorizationPolicy p spec.rules[0].from[0].source.trustDomains"],
  },
  "finds a rule that denies nobody": {
    yaml: inDomain("{notTrustDomains: [a.example]}", "DENY"),
    says: ["error AuthorizationPolicy p spec.rules[0].from[0].source.notTrustDomains"],
  },
  "leaves a rule alone that is for nobody anyway": {
    yaml: inDomain('{requestPrincipals: ["*"], trustDomains: [a.example]}'),
  },
});

const onTrial = (yaml: string) =>
  yaml.replace(
    "namespace: blog}\nspec",
    'namespace: blog, annotations: {istio.io/dry-run: "true"}}\nspec',
  );
const everybody = "rules: [{from: [{source: {namespaces: [web]}}]}]";
const inEmpty = (spec: string) => ambient + posts + policy(`{selector: {}, ${spec}}`);
const unread = "error AuthorizationPolicy p spec.selector = undefined";

for (const inZtunnel of [requestPolicyInZtunnel, trustDomainInZtunnel, waypointShutOut]) {
  meshCases(inZtunnel, {
    "leaves policies alone that ztunnel never gets": {
      yaml:
        behind +
        onTrial(policy(`{${get}}`)) +
        onTrial(policy("{rules: [{from: [{source: {trustDomains: [a.example]}}]}]}")).replace(
          "name: p",
          "name: q",
        ) +
        policy(`{selector: {}, ${get}}`).replace("name: p", "name: r"),
    },
  });
}

meshCases(emptySelectorInZtunnel, {
  "finds one that denies": { yaml: inEmpty(`action: DENY, ${everybody}`), says: [unread] },
  "finds one of the root namespace": {
    yaml: inEmpty(everybody).replace(
      "name: p, namespace: blog",
      "name: p, namespace: istio-system",
    ),
    says: [unread],
  },
  "takes a selector whose labels are an empty map, which istiod takes for all": {
    yaml: inEmpty(everybody).replace("selector: {}", "selector: {matchLabels: {}}"),
  },
  "takes a policy on trial": {
    yaml: ambient + posts + onTrial(policy(`{selector: {}, ${everybody}}`)),
  },
  "leaves actions to others that ztunnel does not know": {
    yaml: inEmpty("action: AUDIT, rules: [{}]"),
  },
});

const meshOf = (config: string) => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: "${config}"}
`;
const named = (principal: string) => from(`{principals: ["${principal}"]}`);

meshCases(aliasInZtunnel, {
  "finds an alias, which only old certificates have": {
    yaml:
      meshOf("{trustDomain: b, trustDomainAliases: [a, cluster.local]}") +
      ambient +
      named("a/ns/web/sa/x") +
      named("cluster.local/ns/web/sa/x").replace("name: p", "name: q"),
    says: [
      "warning AuthorizationPolicy p spec.rules[0].from[0].source.principals[0]",
      "warning AuthorizationPolicy q spec.rules[0].from[0].source.principals[0]",
    ],
    messages: [
      'ztunnel, which stands before namespace blog, takes "a" as it is written, and the mesh\'s identities are of "b"',
      'ztunnel, which stands before namespace blog, takes "cluster.local" as it is written, and the mesh\'s identities are of "b"',
    ],
  },
  "offers the mesh's own": {
    yaml: meshOf("{trustDomain: b}") + ambient + named("cluster.local/ns/web/sa/x"),
    says: [
      'error AuthorizationPolicy p spec.rules[0].from[0].source.principals[0] = "b/ns/web/sa/x"',
    ],
  },
  "finds it in a condition": {
    yaml:
      meshOf("{trustDomain: b}") +
      ambient +
      policy("{rules: [{when: [{key: source.principal, values: [cluster.local/ns/web/sa/x]}]}]}"),
    says: ['error AuthorizationPolicy p spec.rules[0].when[0].values[0] = "b/ns/web/sa/x"'],
  },
  "takes the mesh's own, patterns and what is no domain": {
    yaml:
      meshOf("{trustDomain: b, trustDomainAliases: [a]}") +
      ambient +
      from('{principals: ["b/ns/web/sa/x", "*/ns/web/sa/x", "*", a]}'),
  },
  "takes the usual one of a mesh that is called so": {
    yaml: ambient + named("cluster.local/ns/web/sa/x"),
  },
  "takes sidecars": {
    yaml:
      meshOf("{trustDomain: b}") +
      namespace("blog", "istio-injection: enabled") +
      named("cluster.local/ns/web/sa/x"),
  },
});

const istiod = (value: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: istiod, namespace: istio-system}
spec:
  template:
    metadata: {labels: {app: istiod}}
    spec: {containers: [{name: discovery, env: [{name: AMBIENT_ENABLE_DRY_RUN_AUTHORIZATION_POLICY, value: "${value}"}]}]}
`;
const untried = 'info AuthorizationPolicy p metadata.annotations["istio.io/dry-run"]';

meshCases(trialInZtunnel, {
  "takes what istiod is told to hand on": {
    yaml: istiod("true") + ambient + onTrial(from("{namespaces: [web]}")),
  },
  "finds what it is told to keep": {
    yaml: istiod("false") + ambient + onTrial(from("{namespaces: [web]}")),
    says: [untried],
  },
  "takes one that a waypoint tries": {
    yaml:
      ambient + onTrial(policy(`{targetRefs: [{kind: Service, group: "", name: posts}], ${get}}`)),
  },
});

const attached = policy(`{targetRef: {kind: Service, group: "", name: posts}, ${get}}`);

meshCases(requestPolicyWithoutWaypoint, {
  "reads a single targetRef": {
    yaml:
      namespace("blog", "istio.io/dataplane-mode: ambient") + service("blog", "posts") + attached,
    says: ["error AuthorizationPolicy p spec.targetRef.name"],
  },
  "takes a waypoint of the namespace": { yaml: ambient + service("blog", "posts") + attached },
  "does not know the labels of a namespace that nobody declares": {
    yaml: service("blog", "posts") + attached,
  },
  "leaves a Service alone that is not declared": {
    yaml: namespace("blog", "istio.io/dataplane-mode: ambient") + attached,
  },
});

const tokens = (spec = "") =>
  istio("RequestAuthentication", "blog", "r", `{${spec}jwtRules: [{issuer: a, jwks: "{}"}]}`);

meshCases(extensionWithoutTargetRefs, {
  "finds one for a namespace": {
    yaml: ambient + posts + tokens(),
    says: ["warning RequestAuthentication r metadata.namespace"],
  },
  "takes one that a sidecar follows too": {
    yaml:
      ambient +
      posts +
      deployment("blog", "old", 'app: old, sidecar.istio.io/inject: "true"') +
      tokens(),
  },
  "takes one for the whole mesh": {
    yaml: ambient + posts + tokens().replace("namespace: blog", "namespace: istio-system"),
  },
  "takes one with targetRefs": {
    yaml: ambient + posts + tokens('targetRefs: [{kind: Service, group: "", name: posts}], '),
  },
});

meshCases(waypointShutOut, {
  "finds a policy for clients": {
    yaml: behind + from("{namespaces: [web]}"),
    says: ["error AuthorizationPolicy p spec.rules"],
  },
  "takes the waypoint by its namespace": { yaml: behind + from("{namespaces: [blog]}") },
  "takes the waypoint by another policy": {
    yaml:
      behind +
      from("{namespaces: [web]}") +
      istio(
        "AuthorizationPolicy",
        "blog",
        "q",
        "{rules: [{from: [{source: {serviceAccounts: [w]}}]}]}",
      ),
  },
  "takes a Service without waypoint": {
    yaml:
      namespace("blog", "istio.io/dataplane-mode: ambient") +
      service("blog", "posts") +
      posts +
      from("{namespaces: [web]}"),
  },
  "finds what denies the waypoint": {
    yaml: behind + policy("{action: DENY, rules: [{from: [{source: {notNamespaces: [web]}}]}]}"),
    says: ["error AuthorizationPolicy p spec.rules"],
  },
});
