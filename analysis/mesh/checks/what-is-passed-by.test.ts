import { meshCases } from "../../../test/support/mesh-cases";
import { customProviders } from "./custom-providers";
import { envoyFilterType } from "./envoy-filter-type";
import { jobSidecar } from "./job-sidecar";
import { mutualTlsOffInAmbient } from "./mutual-tls-off-in-ambient";
import { networkOfGateway } from "./network-of-gateway";
import { outlierOff } from "./outlier-detection";
import { portPastMutualTls } from "./port-past-mutual-tls";
import { proxyResources } from "./proxy-resources";
import { hashWithoutRequests } from "./settings-without-requests";

const found = (check: { fires: string }, change: (yaml: string) => string): string =>
  change(check.fires);

meshCases(portPastMutualTls, {
  "finds ports that are not among those that are taken": {
    yaml: found(portPastMutualTls, (yaml) =>
      yaml.replace('excludeInboundPorts: "8080"', 'includeInboundPorts: "9102"'),
    ),
    says: ["warning Deployment roses spec.template.metadata.annotations"],
  },
  "says nothing of metrics, of TLS of one's own, of callers from outside": {
    yaml: [
      ["name: http", "name: http-metrics"],
      ["name: http", "name: https"],
      ["spec: {ports", "spec: {type: NodePort, ports"],
    ]
      .map(([from = "", to = ""]) => found(portPastMutualTls, (yaml) => yaml.replace(from, to)))
      .map((yaml, i) => yaml.replaceAll("garden", `garden-${i}`))
      .join("---\n"),
  },
  "says nothing where clients are told to speak plain text": {
    yaml: `${portPastMutualTls.fires}---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: roses, namespace: garden}
spec: {host: roses, trafficPolicy: {tls: {mode: DISABLE}}}
`,
  },
  "says nothing where the port takes plain text alone": {
    yaml: `${portPastMutualTls.fires}---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: roses, namespace: garden}
spec: {selector: {matchLabels: {app: roses}}, portLevelMtls: {8080: {mode: DISABLE}}}
`,
  },
  "says nothing where nobody else is in the mesh": {
    yaml: found(portPastMutualTls, (yaml) =>
      yaml.replace("{app: bees}", '{app: bees, sidecar.istio.io/inject: "false"}'),
    ),
  },
});

meshCases(customProviders, {
  "finds two that meet at a workload by different labels": {
    yaml: `${["app: desk", "tier: front"]
      .map(
        (label, i) => `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: p${i}, namespace: hall}
spec: {selector: {matchLabels: {${label}}}, action: CUSTOM, provider: {name: a${i}}, rules: [{}]}
---
`,
      )
      .join("")}apiVersion: apps/v1
kind: Deployment
metadata: {name: desk, namespace: hall}
spec: {template: {metadata: {labels: {app: desk, tier: front}}, spec: {containers: [{name: desk}]}}}
`,
    says: [
      "error AuthorizationPolicy p0 spec.provider.name",
      "error AuthorizationPolicy p1 spec.provider.name",
    ],
    related: [["AuthorizationPolicy p1.hall"], ["AuthorizationPolicy p0.hall"]],
  },
  "says nothing where istiod is told to ask several": {
    yaml: `${customProviders.fires}---
apiVersion: apps/v1
kind: Deployment
metadata: {name: istiod, namespace: istio-system}
spec:
  template:
    metadata: {labels: {app: istiod}}
    spec: {containers: [{name: discovery, env: [{name: PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS, value: "true"}]}]}
`,
  },
});

meshCases(networkOfGateway, {
  "finds a Service that says no network": {
    yaml: found(networkOfGateway, (yaml) =>
      yaml.replace("topology.istio.io/network: south", "a: b"),
    ),
    says: ["warning Service bridge metadata.labels"],
  },
  "says nothing where meshNetworks has the network": {
    yaml: `${found(networkOfGateway, (yaml) => yaml.replace("topology.istio.io/network: south", "a: b"))}---
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {meshNetworks: "networks: {north: {endpoints: [{fromRegistry: Kubernetes}], gateways: [{address: 192.0.2.1, port: 15443}]}}"}
`,
  },
  "says nothing where Pods are in that network": {
    yaml: `${networkOfGateway.fires}---
apiVersion: v1
kind: Pod
metadata: {name: far, namespace: away, labels: {topology.istio.io/network: south}}
spec: {containers: [{name: far}]}
`,
  },
  "says nothing of a cluster that says no network": {
    yaml: found(networkOfGateway, (yaml) =>
      yaml.replace(", labels: {topology.istio.io/network: north}", ""),
    ),
  },
});

meshCases(mutualTlsOffInAmbient, {
  "finds a port, and a namespace of which no Pods are declared": {
    yaml: `apiVersion: v1
kind: Namespace
metadata: {name: lake, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: lake}
spec: {mtls: {mode: DISABLE}}
---
${found(mutualTlsOffInAmbient, (yaml) =>
  yaml
    .replaceAll("lake", "pond")
    .replace("mode: DISABLE", "mode: STRICT\n  portLevelMtls: {8080: {mode: DISABLE}}"),
)}`,
    says: [
      'warning PeerAuthentication default spec.mtls.mode = "PERMISSIVE"',
      'warning PeerAuthentication swans spec.portLevelMtls["8080"].mode = "PERMISSIVE"',
    ],
  },
  "says nothing where some Pods have sidecars": {
    yaml: `${mutualTlsOffInAmbient.fires}---
apiVersion: v1
kind: Pod
metadata: {name: duck, namespace: lake, labels: {app: swans, sidecar.istio.io/inject: "true"}}
spec: {containers: [{name: duck}]}
`,
  },
});

meshCases(jobSidecar, {
  "says nothing of a Job that ends its proxy, or has none": {
    yaml: [
      found(jobSidecar, (yaml) =>
        yaml.replace("[/grind]", '[sh, -c, "/grind; curl -X POST localhost:15020/quitquitquit"]'),
      ),
      found(jobSidecar, (yaml) => yaml.replace(", labels: {istio-injection: enabled}", "")),
    ]
      .map((yaml, i) => yaml.replaceAll("mill", `mill-${i}`))
      .join("---\n"),
  },
});

meshCases(proxyResources, {
  "compares memory, and what is written in different units": {
    yaml: found(proxyResources, (yaml) =>
      yaml.replaceAll("CPU", "Memory").replace("500m", "1Gi").replace("250m", "900Mi"),
    ),
    says: [
      'error Deployment oven spec.template.metadata.annotations["sidecar.istio.io/proxyMemoryLimit"]',
    ],
  },
  "says nothing where both are the same, or one is not there": {
    yaml: ["500m", '"0.5"', "x"]
      .map((limit) => found(proxyResources, (yaml) => yaml.replace("250m", limit)))
      .map((yaml, i) => yaml.replaceAll("bread", `bread-${i}`))
      .join("---\n"),
  },
});

meshCases(hashWithoutRequests, {
  "finds the hash of one port and of a subset": {
    yaml: `apiVersion: v1
kind: Service
metadata: {name: cache, namespace: store}
spec: {ports: [{port: 6379, name: redis}, {port: 80, name: http}], selector: {app: cache}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cache, namespace: store}
spec:
  host: cache
  trafficPolicy: {loadBalancer: {consistentHash: {httpQueryParameterName: q}}}
  subsets:
  - name: v1
    trafficPolicy:
      portLevelSettings:
      - {port: {number: 6379}, loadBalancer: {consistentHash: {httpCookie: {name: c, ttl: 0s}}}}
      - {port: {number: 80}, loadBalancer: {consistentHash: {httpCookie: {name: c, ttl: 0s}}}}
`,
    says: [
      "warning DestinationRule cache spec.subsets[0].trafficPolicy.portLevelSettings[0].loadBalancer.consistentHash.httpCookie",
    ],
  },
});

meshCases(outlierOff, {
  "says nothing where errors of the connection are counted by themselves": {
    yaml: found(outlierOff, (yaml) =>
      yaml.replace("interval: 5s", "splitExternalLocalOriginErrors: true"),
    ),
  },
});

meshCases(envoyFilterType, {
  "finds a type within another one, and none of today": {
    yaml: found(envoyFilterType, (yaml) =>
      yaml
        .replace("envoy.config.filter.http.lua.v2.Lua", "udpa.type.v1.TypedStruct")
        .replace(
          "inlineCode: function envoy_on_request(handle) end",
          "type_url: type.googleapis.com/envoy.config.filter.http.fault.v2alpha1.HTTPFault",
        ),
    ),
    says: ["error EnvoyFilter notes spec.configPatches[0].patch.value.typed_config.type_url"],
  },
});
