import { deployment, meshCases, namespace, service } from "../../../test/support/mesh-cases";
import { ingressBackend } from "./ingress-backend";
import { namedSource } from "./named-source";
import { networkPolicyDns } from "./network-policy-dns";
import { networkPolicyPeer } from "./network-policy-peer";
import { podReference } from "./pod-reference";
import { rolloutAnalysis } from "./rollout-analysis";
import { serviceRefused } from "./service-refused";
import { workloadRefused } from "./workload-refused";

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  body: string,
  place = "cafe",
) => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: ${name}, namespace: ${place}}
${body}
`;
const pods = (spec: string, kind = "Deployment", more = "selector: {matchLabels: {app: a}}, ") =>
  object(
    kind === "Job" ? "batch/v1" : "apps/v1",
    kind,
    "a",
    `spec: {${more}template: {metadata: {labels: {app: a}}, spec: {${spec}}}}`,
  );
const at = "error Deployment a spec.template.spec";
const secret = (place = "cafe") => object("v1", "Secret", "keys", "stringData: {one: x}", place);
const ofSecret = (more = "") =>
  pods(
    `containers: [{name: a, env: [{name: X, valueFrom: {secretKeyRef: {name: keys, key: two${more}}}}]}]`,
  );

meshCases(podReference, {
  "finds a value that a Secret does not have": {
    yaml: secret() + ofSecret(),
    says: [`${at}.containers[0].env[0].valueFrom.secretKeyRef.key`],
  },
  "takes what is optional": { yaml: secret() + ofSecret(", optional: true") },
  "leaves a Secret alone into which others write": {
    yaml:
      secret() +
      object("external-secrets.io/v1", "ExternalSecret", "more", "spec: {target: {name: keys}}") +
      ofSecret(),
  },
  "finds a Secret of another namespace": {
    yaml: secret("vault") + ofSecret(),
    says: [`${at}.containers[0].env[0].valueFrom.secretKeyRef`],
  },
  "does not know a Secret that nobody declares": {
    yaml: ofSecret(),
    says: ["not declared: Secret keys.cafe"],
  },
  "finds a file of a ConfigMap, and a slip in a name": {
    yaml:
      object("v1", "ConfigMap", "menu", "data: {a.txt: x}") +
      pods(
        "containers: [{name: a, envFrom: [{configMapRef: {name: menus}}]}], volumes: [{name: v, configMap: {name: menu, items: [{key: b.txt, path: b}]}}, {name: w, projected: {sources: [{configMap: {name: menu}}]}}]",
      ),
    says: [
      `${at}.containers[0].envFrom[0].configMapRef`,
      `${at}.volumes[0].configMap.items[0].key = "a.txt"`,
    ],
  },
  "finds a claim beside others, and takes those of a StatefulSet": {
    yaml:
      object("v1", "PersistentVolumeClaim", "files", "spec: {}") +
      pods(
        "containers: [{name: a}]",
        "StatefulSet",
        "volumeClaimTemplates: [{metadata: {name: data}}], ",
      ) +
      pods(
        "containers: [{name: a}], volumes: [{name: v, persistentVolumeClaim: {claimName: pictures}}, {name: w, persistentVolumeClaim: {claimName: data-a-0}}]",
      ),
    says: [`${at}.volumes[0].persistentVolumeClaim.claimName`],
  },
  "finds an account that is not there": {
    yaml:
      object("v1", "ServiceAccount", "cook", "") +
      pods("serviceAccountName: waiter, containers: [{name: a}]"),
    says: [`${at}.serviceAccountName`],
  },
});

meshCases(workloadRefused, {
  "finds a volume that the Pods do not have": {
    yaml: pods(
      "containers: [{name: a, volumeMounts: [{name: v, mountPath: /v}]}], volumes: [{name: w}]",
    ),
    says: [`${at}.containers[0].volumeMounts[0].name`],
    messages: ['the Pods have no volume "v"; they have w'],
  },
  "takes a volume of a StatefulSet's own": {
    yaml: pods(
      "containers: [{name: a, volumeMounts: [{name: v, mountPath: /v}]}]",
      "StatefulSet",
      "selector: {matchLabels: {app: a}}, volumeClaimTemplates: [{metadata: {name: v}}], ",
    ),
  },
  "finds a Job that begins again for ever": {
    yaml: pods("restartPolicy: Always, containers: [{name: a, image: a}]", "Job", ""),
    says: ["error Job a spec.template.spec.restartPolicy"],
  },
  "leaves parts alone that are laid over others": {
    yaml: pods(
      "containers: [{name: a, volumeMounts: [{name: v, mountPath: /v}]}]",
      "Deployment",
      "",
    ),
  },
});

const ports = (...all: string[]) => service("cafe", "a", ...all);

meshCases(serviceRefused, {
  "finds a name that is taken": {
    yaml: ports("{port: 80, name: a}", "{port: 81, name: a}"),
    says: ["error Service a spec.ports[1].name"],
  },
  "finds a number that is taken": {
    yaml: ports("{port: 80, name: a}", "{port: 80, name: b}"),
    says: ["error Service a spec.ports[1].port"],
  },
  "takes one number of two protocols, and one port without a name": {
    yaml:
      ports("{port: 53, name: a}", "{port: 53, name: b, protocol: UDP}") +
      service("cafe", "b", "{port: 80}"),
  },
});

const policy = (spec: string) =>
  object("networking.k8s.io/v1", "NetworkPolicy", "p", `spec: {${spec}}`);
const app = (place: string, name: string) => deployment(place, name, `app: ${name}`);

meshCases(networkPolicyPeer, {
  "finds Pods that are in another namespace": {
    yaml:
      app("cafe", "a") +
      app("web", "front") +
      policy("podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: front}}}]}]"),
    says: ["warning NetworkPolicy p spec.ingress[0].from[0].podSelector"],
  },
  "takes Pods of its own namespace": {
    yaml:
      app("cafe", "a") +
      policy("podSelector: {}, egress: [{to: [{podSelector: {matchLabels: {app: a}}}]}]"),
  },
  "takes a label that a namespace has": {
    yaml:
      namespace("web", "name: web") +
      policy(
        "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {name: web}}}]}]",
      ),
  },
  "leaves labels alone that name nobody": {
    yaml:
      namespace("web") +
      policy("podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: x}}}]}]"),
  },
});

const out = (rule: string) => policy(`podSelector: {}, policyTypes: [Egress], egress: [${rule}]`);
const toPods = "to: [{podSelector: {matchLabels: {app: b}}}]";

meshCases(networkPolicyDns, {
  "finds Pods that may call others alone": {
    yaml: app("cafe", "a") + out(`{${toPods}}`),
    says: ["warning NetworkPolicy p spec.egress"],
  },
  "takes DNS that another policy lets out": {
    yaml:
      app("cafe", "a") +
      out(`{${toPods}}`) +
      out("{ports: [{port: 53, protocol: UDP}]}").replace("name: p", "name: q"),
  },
  "takes all ports of a namespace": {
    yaml: app("cafe", "a") + out(`{${toPods}}, {to: [{namespaceSelector: {}}]}`),
  },
  "leaves addresses alone": {
    yaml: app("cafe", "a") + out("{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}"),
  },
  "leaves Pods alone that may call nobody": {
    yaml: app("cafe", "a") + policy("podSelector: {}, policyTypes: [Egress]"),
  },
});

const rollout = (spec: string) => object("argoproj.io/v1alpha1", "Rollout", "r", `spec: {${spec}}`);
const template = (kind: string) =>
  object("argoproj.io/v1alpha1", kind, "t", "spec: {}").replace(
    kind.startsWith("Cluster") ? ", namespace: cafe" : "-",
    kind.startsWith("Cluster") ? "" : "-",
  );

meshCases(rolloutAnalysis, {
  "takes a template of the whole cluster": {
    yaml:
      template("ClusterAnalysisTemplate") +
      rollout(
        "strategy: {blueGreen: {prePromotionAnalysis: {templates: [{templateName: t, clusterScope: true}]}}}",
      ),
  },
  "finds a Deployment that is not there": {
    yaml:
      app("cafe", "spare") +
      rollout("workloadRef: {apiVersion: apps/v1, kind: Deployment, name: a}"),
    says: ["error Rollout r spec.workloadRef.name"],
  },
  "does not know templates of others": {
    yaml: rollout("strategy: {canary: {analysis: {templates: [{templateName: t}]}}}"),
    says: ["not declared: AnalysisTemplate t.cafe"],
  },
});

const asking = (annotation: string) =>
  object("networking.k8s.io/v1", "Ingress", "i", "spec: {}").replace(
    "namespace: cafe",
    `namespace: cafe, annotations: {cert-manager.io/${annotation}}`,
  );
const issuer = object("cert-manager.io/v1", "ClusterIssuer", "acme", "spec: {}").replace(
  ", namespace: cafe",
  "",
);

meshCases(namedSource, {
  "takes an issuer that is there": { yaml: issuer + asking("cluster-issuer: acme") },
  "finds a slip in the name of one": {
    yaml: issuer + asking("cluster-issuer: acmee"),
    says: ['warning Ingress i metadata.annotations["cert-manager.io/cluster-issuer"] = "acme"'],
  },
  "does not know issuers of the cluster that others declare": {
    yaml: issuer + asking("cluster-issuer: letsencrypt"),
    says: ["not declared: ClusterIssuer letsencrypt"],
  },
  "takes one of the cluster where its kind is written": {
    yaml: issuer + asking("issuer: acme, cert-manager.io/issuer-kind: ClusterIssuer"),
  },
  "finds credentials that are called nearly so": {
    yaml:
      object("keda.sh/v1alpha1", "TriggerAuthentication", "queue", "spec: {}") +
      object(
        "keda.sh/v1alpha1",
        "ScaledObject",
        "s",
        "spec: {triggers: [{authenticationRef: {name: queues}}, {authenticationRef: {name: x, kind: ClusterTriggerAuthentication}}]}",
      ),
    says: [
      'warning ScaledObject s spec.triggers[0].authenticationRef.name = "queue"',
      "not declared: ClusterTriggerAuthentication x",
    ],
  },
  "finds a store of another namespace": {
    yaml:
      object("external-secrets.io/v1", "SecretStore", "vault", "spec: {}", "bank") +
      object(
        "external-secrets.io/v1",
        "ExternalSecret",
        "e",
        "spec: {secretStoreRef: {name: vault}}",
      ),
    says: ["warning ExternalSecret e spec.secretStoreRef.name"],
  },
});

const ingress = (name: string, port: string) =>
  object(
    "networking.k8s.io/v1",
    "Ingress",
    "i",
    `spec: {ingressClassName: nginx, defaultBackend: {service: {name: ${name}, port: {${port}}}}}`,
  );

meshCases(ingressBackend, {
  "finds a backend of another controller's": {
    yaml: service("cafe", "menu") + ingress("b", "number: 80"),
    says: ["error Ingress i spec.defaultBackend.service.name"],
  },
  "leaves backends of annotations alone": {
    yaml: service("cafe", "a") + ingress("b", "name: use-annotation"),
  },
});
