import { meshCases } from "../../../test/support/mesh-cases";
import { captureBypassed } from "./capture-bypassed";
import { envoyFilterMatch } from "./envoy-filter-match";
import { injectionByAnnotation } from "./injection-by-annotation";
import { labelText } from "./label-text";
import { networkGatewayService } from "./network-gateway-service";
import { networkPolicyHboneOut } from "./network-policy-hbone-out";
import { networkPolicyPort } from "./network-policy-port";
import { networkPolicySelector } from "./network-policy-selector";
import { quotaOfProxies } from "./quota-of-proxies";
import { remoteSecretLabel } from "./remote-secret-label";
import { requestPolicyOnTcp } from "./request-policy-on-tcp";
import { telemetryTracing } from "./telemetry-tracing";
import { tokenIssuer } from "./token-issuer";
import { tokensAtPassthrough } from "./tokens-at-passthrough";
import { warmupWithoutEffect } from "./warmup-without-effect";

const changed = (yaml: string, ...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => text.replace(from, to), yaml);

meshCases(tokenIssuer, {
  "finds an audience that no rule takes, and none where a rule takes all": {
    yaml: ["audiences: [shop]", "audiences: [shop, store-eu]", "forwardOriginalToken: true"]
      .map((field, i) =>
        `apiVersion: apps/v1
kind: Deployment
metadata: {name: diary, namespace: home}
spec: {template: {metadata: {labels: {app: diary}}, spec: {containers: [{name: diary}]}}}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: diary, namespace: home}
spec: {jwtRules: [{issuer: "https://login.example.com", ${field}}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: diary, namespace: home}
spec: {rules: [{when: [{key: request.auth.audiences, values: ["store-*"], notValues: [none]}]}]}
`.replaceAll("home", `home-${i}`),
      )
      .join("---\n"),
    says: ["warning AuthorizationPolicy diary spec.rules[0].when[0].values[0]"],
    messages: [
      'no token for audience "store-*" is read: RequestAuthentication diary.home-0 reads those for "shop"',
    ],
  },
});

const atGateway = (server: string) =>
  changed(
    tokensAtPassthrough.fires,
    ["protocol: TLS}, tls: {mode: PASSTHROUGH}", server],
    ["action: DENY", "action: ALLOW"],
  );

meshCases(requestPolicyOnTcp, {
  "finds a rule at a gateway that passes connections on": {
    yaml: atGateway("protocol: TLS}, tls: {mode: PASSTHROUGH}").replace(
      "IST0133,MESH0206",
      "IST0133",
    ),
    says: ["warning AuthorizationPolicy door spec.rules[0].from[0].source.notRequestPrincipals"],
  },
  "says nothing of a gateway that ends TLS": {
    yaml: atGateway("protocol: HTTPS}, tls: {mode: SIMPLE, credentialName: a}").replace(
      "IST0133,MESH0206",
      "IST0133",
    ),
  },
});

const exported = (gateway: string, protocol: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: ${gateway}, namespace: harbour}
spec: {gatewayClassName: istio, listeners: [{name: all, port: 80, protocol: ${protocol}}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: crane-istio, namespace: harbour}
spec:
  template:
    metadata: {labels: {gateway.networking.k8s.io/gateway-name: crane}}
    spec: {containers: [{name: istio-proxy}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: crane, namespace: harbour}
spec:
  selector: {matchLabels: {gateway.networking.k8s.io/gateway-name: crane}}
  rules: [{to: [{operation: {methods: [GET]}}]}]
`;

meshCases(requestPolicyOnTcp, {
  "knows the Gateway of Pods that are declared beside it": {
    yaml: exported("crane", "TCP"),
    says: ["warning AuthorizationPolicy crane spec.rules[0].to[0].operation.methods"],
  },
  "says nothing of a Gateway of HTTP, or one that is declared elsewhere": {
    yaml: [exported("crane", "HTTP"), exported("boat", "TCP")]
      .map((yaml, i) => yaml.replaceAll("harbour", `harbour-${i}`))
      .join("---\n"),
  },
});

meshCases(captureBypassed, {
  "says nothing of Pods with a sidecar": {
    yaml: changed(captureBypassed.fires, [
      "istio.io/dataplane-mode: ambient",
      "istio-injection: enabled",
    ]),
  },
});

meshCases(networkPolicyPort, {
  "finds a name that no container has": {
    yaml: changed(
      networkPolicyPort.silent,
      ["port: 8088\n", "port: htp\n"],
      ["[{containerPort: 8088}]", "[{name: http, containerPort: 8088}]"],
    ),
    says: ['warning NetworkPolicy tracks spec.ingress[0].ports[0].port = "http"'],
  },
  "says nothing of names where containers do not list their ports": {
    yaml: changed(
      networkPolicyPort.silent,
      ["port: 8088\n", "port: http\n"],
      [", ports: [{containerPort: 8088}]", ""],
    ),
  },
});

meshCases(networkPolicyHboneOut, {
  "takes another policy that lets it out": {
    yaml: `${networkPolicyHboneOut.fires}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: mesh, namespace: hive}
spec: {podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: 15008}]}]}
`,
  },
  "says nothing of clients or servers that are not ambient": {
    yaml: ["bees", "honey"]
      .map((app, i) =>
        changed(networkPolicyHboneOut.fires, [
          `labels: {app: ${app}}}`,
          `labels: {app: ${app}, istio.io/dataplane-mode: none}}`,
        ]).replaceAll("hive", `hive-${i}`),
      )
      .join("---\n"),
  },
});

meshCases(networkPolicySelector, {
  "says nothing where no label is near": {
    yaml: changed(networkPolicySelector.fires, ["databse", "billing"]),
  },
});

meshCases(quotaOfProxies, {
  "says nothing where a LimitRange fills in, where no annotation is written, and without a sidecar":
    {
      yaml: [
        `${quotaOfProxies.fires}---
apiVersion: v1
kind: LimitRange
metadata: {name: market, namespace: market}
spec: {limits: [{type: Container, default: {cpu: 1}}]}
`,
        changed(quotaOfProxies.fires, ['sidecar.istio.io/proxyCPU: "100m"', "note: none"]),
        changed(quotaOfProxies.fires, [", labels: {istio-injection: enabled}", ""]),
      ]
        .map((yaml, i) => yaml.replaceAll("market", `market-${i}`))
        .join("---\n"),
    },
});

meshCases(injectionByAnnotation, {
  "says nothing in a namespace that is injected, or is not declared": {
    yaml: [
      changed(injectionByAnnotation.fires, [
        "{name: meadow}",
        "{name: meadow, labels: {istio-injection: enabled}}",
      ]),
      changed(injectionByAnnotation.fires, [
        "apiVersion: v1\nkind: Namespace\nmetadata: {name: meadow}\n---\n",
        "",
      ]),
    ]
      .map((yaml, i) => yaml.replaceAll("meadow", `meadow-${i}`))
      .join("---\n"),
  },
});

meshCases(telemetryTracing, {
  "says nothing where spans are turned off, or the Telemetry is for some Pods": {
    yaml: ["disableSpanReporting: true", "providers: [{name: zipkin}]"]
      .map((field, i) =>
        changed(
          telemetryTracing.fires,
          ["randomSamplingPercentage: 5", field],
          ["name: sampling", `name: sampling-${i}`],
        ),
      )
      .map((yaml, i) => (i === 0 ? yaml : yaml.slice(yaml.indexOf("---"))))
      .join(""),
  },
  "does not know of a mesh config that is not declared": {
    yaml: telemetryTracing.fires.slice(telemetryTracing.fires.indexOf("---")),
    says: ["not declared: defaultProviders of the mesh config"],
  },
});

meshCases(envoyFilterMatch, {
  "finds HTTP filters within another filter": {
    yaml: changed(
      envoyFilterMatch.silent,
      ["applyTo: CLUSTER", "applyTo: HTTP_FILTER"],
      [
        "cluster:\n        service: drum.stage.svc.cluster.local",
        "listener: {filterChain: {filter: {name: envoy.filters.network.tcp_proxy}}}",
      ],
    ),
    says: [
      'warning EnvoyFilter drum spec.configPatches[0].match.listener.filterChain.filter.name = "envoy.filters.network.http_connection_manager"',
    ],
  },
});

meshCases(labelText, {
  "finds flags among labels of the object, of Jobs, and among annotations": {
    yaml: `apiVersion: batch/v1
kind: CronJob
metadata: {name: a, namespace: b, labels: {nightly: true}}
spec:
  jobTemplate:
    spec:
      template:
        metadata: {labels: {app: a}, annotations: {prometheus.io/port: 9090, note: "1"}}
        spec: {containers: [{name: a}]}
`,
    says: [
      'error CronJob a metadata.labels.nightly = "true"',
      'error CronJob a spec.jobTemplate.spec.template.metadata.annotations["prometheus.io/port"] = "9090"',
    ],
  },
});

meshCases(warmupWithoutEffect, {
  "finds it beside a hash, in ports and subsets": {
    yaml: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: engines, namespace: hangar}
spec:
  host: engines
  trafficPolicy:
    portLevelSettings:
    - {port: {number: 80}, loadBalancer: {consistentHash: {useSourceIp: true}, warmup: {duration: 9s}}}
  subsets:
  - {name: v1, trafficPolicy: {loadBalancer: {simple: PASSTHROUGH, warmupDurationSecs: 9s}}}
  - {name: v2, trafficPolicy: {loadBalancer: {warmup: {duration: 9s}}}}
`,
    says: [
      "warning DestinationRule engines spec.trafficPolicy.portLevelSettings[0].loadBalancer.consistentHash",
      "warning DestinationRule engines spec.subsets[0].trafficPolicy.loadBalancer.simple",
    ],
  },
});

meshCases(networkGatewayService, {
  "leaves a Service of another namespace to whoever has it": {
    yaml: changed(networkGatewayService.fires, ["bridges.istio-system", "bridges.far"]),
    says: ["not declared: Service bridges.far"],
  },
});

meshCases(remoteSecretLabel, {
  "says nothing of other Secrets": {
    yaml: changed(remoteSecretLabel.fires, ["istio-remote-secret-north", "north"]),
  },
});
