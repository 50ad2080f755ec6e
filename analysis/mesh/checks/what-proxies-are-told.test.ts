import { meshCases } from "../../../test/support/mesh-cases";
import { authorizerRefused } from "./authorizer-refused";
import { customOnTcp } from "./custom-on-tcp";
import { envoyFilterMatch } from "./envoy-filter-match";
import { extensionPort } from "./extension-port";
import { injectionReference } from "./injection-reference";
import { networkPolicyProxies } from "./network-policy-proxies";
import { policyValue } from "./policy-value";
import { probePort } from "./probe-port";
import { revisionMissing } from "./revision-missing";
import { rootNamespaceElsewhere } from "./root-namespace-elsewhere";
import { poolWithoutRequests } from "./settings-without-requests";
import { sidecarHidesProvider } from "./sidecar-hides-provider";
import { wasmFile } from "./wasm-file";
import { workloadEntryPort } from "./workload-entry-port";

const changed = (yaml: string, ...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => text.replace(from, to), yaml);

const nearer = (provider: string) => `---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: own, namespace: farm}
spec: {tracing: [{providers: [{name: ${provider}}]}]}
`;

meshCases(sidecarHidesProvider, {
  "finds an authorizer, and says that requests wait for it": {
    yaml: changed(
      sidecarHidesProvider.fires,
      ["name: spans, zipkin", "name: spans, envoyExtAuthzGrpc"],
      ["telemetry.istio.io/v1\nkind: Telemetry", "security.istio.io/v1\nkind: AuthorizationPolicy"],
      [
        "{tracing: [{providers: [{name: spans}]}]}",
        "{action: CUSTOM, provider: {name: spans}, rules: [{}]}",
      ],
    ),
    says: ["error Sidecar default spec.egress"],
    messages: [
      '"zipkin.tracing.svc.cluster.local" of provider spans, which AuthorizationPolicy spans.istio-system names, is not among the hosts',
    ],
  },
  "goes by the nearest Telemetry": {
    yaml: sidecarHidesProvider.fires + nearer("other"),
  },
  "says nothing of Pods without a sidecar": {
    yaml: changed(sidecarHidesProvider.fires, [", labels: {istio-injection: enabled}", ""]),
  },
  "says nothing of a Telemetry for other Pods": {
    yaml: changed(
      sidecarHidesProvider.fires,
      ["name: spans, namespace: istio-system}", "name: spans, namespace: farm}"],
      ["spec: {tracing", "spec: {selector: {matchLabels: {app: shed}}, tracing"],
    ),
  },
  "says nothing of a Sidecar that leaves all hosts as they are": {
    yaml: changed(sidecarHidesProvider.fires, [
      "  egress:\n  - hosts: [./*, istio-system/*]",
      "  outboundTrafficPolicy: {mode: ALLOW_ANY}",
    ]),
  },
});

meshCases(customOnTcp, {
  "says nothing where the port carries requests, or some port does": {
    yaml: changed(customOnTcp.fires, [
      "[{port: 5432, name: tcp-pg}]",
      "[{port: 5432, name: tcp-pg}, {port: 80, name: http}]",
    ]),
  },
});

const provider = (settings: string) =>
  changed(authorizerRefused.silent, ["includeRequestHeadersInCheck: [cookie, x-*]", settings]);

meshCases(authorizerRefused, {
  "finds a star alone and a prefix without a slash": {
    yaml: provider("headersToUpstreamOnAllow: ['*'], pathPrefix: auth"),
    says: ["error ConfigMap istio data.mesh", "error ConfigMap istio data.mesh"],
    messages: [
      'provider oauth2-proxy: headersToUpstreamOnAllow: "*" alone is refused; write names, or a part of them before or after the star',
      'provider oauth2-proxy: pathPrefix: "auth" does not begin with "/"',
    ],
  },
  "finds two of one name": {
    yaml: changed(authorizerRefused.silent, [
      "[{name",
      "[{name: oauth2-proxy, prometheus: {}}, {name",
    ]),
    says: ["warning ConfigMap istio data.mesh"],
  },
  "says nothing of the names of others": {
    yaml: changed(authorizerRefused.fires, ["envoyExtAuthzHttp", "zipkin"]),
  },
});

meshCases(policyValue, {
  "finds claims of Keycloak with dots, and no others": {
    yaml: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: roles, namespace: desk}
spec:
  rules:
  - when:
    - {key: "request.auth.claims[realm_access.roles]", values: [admin]}
    - {key: "request.auth.claims[resource_access.shop.roles]", values: [admin]}
    - {key: "request.auth.claims[realm_access][roles]", values: [admin]}
    - {key: "request.auth.claims[kubernetes.io]", values: [admin]}
`,
    says: [
      'warning AuthorizationPolicy roles spec.rules[0].when[0].key = "request.auth.claims[realm_access][roles]"',
      'warning AuthorizationPolicy roles spec.rules[0].when[1].key = "request.auth.claims[resource_access][shop][roles]"',
    ],
  },
});

meshCases(rootNamespaceElsewhere, {
  "says nothing of a policy with a selector, and where Pods of the mesh are": {
    yaml: `${rootNamespaceElsewhere.fires}---
apiVersion: v1
kind: Pod
metadata: {name: a, namespace: istio-system, labels: {sidecar.istio.io/inject: "true"}}
spec: {containers: [{name: a}]}
`,
  },
});

meshCases(revisionMissing, {
  "finds a slip of a tag, and no tag of another name": {
    yaml: ["prod-stabel", "canary"]
      .map(
        (revision) => `apiVersion: v1
kind: Namespace
metadata: {name: ns-${revision}, labels: {istio.io/rev: ${revision}}}
---
`,
      )
      .join("")
      .concat(`apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: istio-revision-tag, labels: {istio.io/tag: prod-stable, istio.io/rev: 1-31-1}}
`),
    says: ['warning Namespace ns-prod-stabel metadata.labels["istio.io/rev"] = "prod-stable"'],
  },
});

meshCases(injectionReference, {
  "finds a template by a slip, and leaves others to whoever has them": {
    yaml: changed(injectionReference.silent, [
      "sidecar.istio.io/bootstrapOverride: envoy-extras",
      "inject.istio.io/templates: sidecar,gatway,ours\n        sidecar.istio.io/bootstrapOverride: of-somebody",
    ]),
    says: [
      'error Deployment moths spec.template.metadata.annotations["inject.istio.io/templates"] = "gateway"',
    ],
  },
});

meshCases(probePort, {
  "says which names there are": {
    yaml: `${probePort.fires}---
${changed(probePort.fires, ["ports: [{name: http, containerPort: 8080}]", "image: a"], ["name: clock, namespace", "name: sundial, namespace"])}`,
    says: [
      "error Deployment clock spec.template.spec.containers[0].readinessProbe.httpGet.port",
      "error Deployment sundial spec.template.spec.containers[0].readinessProbe.httpGet.port",
    ],
    messages: [
      'the container has no port "web"; it has http',
      'the container has no port "web"; it has none with a name',
    ],
  },
  "takes a number between quotes": {
    yaml: changed(probePort.fires, ["port: web", 'port: "8080"']),
  },
});

meshCases(networkPolicyProxies, {
  "takes another policy that lets them in, and ports with names": {
    yaml: `${networkPolicyProxies.fires}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: xds, namespace: istio-system}
spec: {podSelector: {}, ingress: [{ports: [{port: https-dns}]}]}
`,
  },
  "finds a rule for other ports alone": {
    yaml: changed(networkPolicyProxies.silent, [
      "{istio-injection: enabled}}}]",
      "{istio-injection: enabled}}}]\n    ports: [{port: 15014}]",
    ]),
    says: ["error NetworkPolicy istiod spec.ingress"],
  },
});

meshCases(workloadEntryPort, {
  "takes a Service's port by name, and asks nobody where nobody chooses it": {
    yaml: `apiVersion: v1
kind: Service
metadata: {name: mainframe, namespace: cellar}
spec: {selector: {app: mainframe}, ports: [{port: 1414, name: tcp-mq}]}
---
${["tcp-mq", "mq"]
  .map(
    (name) => `apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: {name: ${name}, namespace: cellar}
spec: {address: 192.0.2.71, labels: {app: mainframe}, ports: {${name}: 11414}}
`,
  )
  .join("---\n")}---
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: {name: alone, namespace: cellar}
spec: {address: 192.0.2.72, labels: {app: other}, ports: {mq: 11414}}
`,
    says: ["warning WorkloadEntry mq spec.ports.mq"],
  },
});

meshCases(poolWithoutRequests, {
  "says nothing where a port has to be found out, and of hosts that are not declared": {
    yaml: changed(poolWithoutRequests.fires, ["name: tcp-redis", "name: main"]),
  },
});

meshCases(wasmFile, {
  "says nothing of a proxy with an image of one's own, and of a gateway's mount": {
    yaml: [
      changed(wasmFile.fires, [
        "annotations: {}",
        "annotations: {sidecar.istio.io/proxyImage: ours}",
      ]),
      changed(wasmFile.fires, [
        "[{name: loom}]",
        "[{name: istio-proxy, image: auto, volumeMounts: [{name: w, mountPath: /var/lib}]}]",
      ]),
    ]
      .map((yaml, i) => yaml.replaceAll("cloth", `cloth-${i}`))
      .join("---\n"),
  },
});

meshCases(extensionPort, {
  "says nothing of what goes out, and of a port that both have": {
    yaml: [
      changed(extensionPort.fires, ["mode: SERVER", "mode: CLIENT"]),
      changed(extensionPort.fires, [
        "name: http}]",
        "name: http}, {port: 90, targetPort: 80, name: http-b}]",
      ]),
    ]
      .map((yaml, i) => yaml.replaceAll("herbs", `herbs-${i}`))
      .join("---\n"),
  },
});

const incoming = (port: number) =>
  changed(
    envoyFilterMatch.silent,
    ["applyTo: CLUSTER", "applyTo: HTTP_FILTER"],
    ["context: SIDECAR_OUTBOUND", "context: SIDECAR_INBOUND"],
    ["cluster:\n        service: drum.stage.svc.cluster.local", `listener: {portNumber: ${port}}`],
  );

meshCases(envoyFilterMatch, {
  "finds what comes in by the Service's port": {
    yaml: incoming(80),
    says: ["warning EnvoyFilter drum spec.configPatches[0].match.listener.portNumber = 8080"],
  },
  "takes the port of the Pod, and one that nobody knows": {
    yaml: [8080, 9000]
      .map((port, i) => incoming(port).replaceAll("stage", `stage-${i}`))
      .join("---\n"),
  },
});
