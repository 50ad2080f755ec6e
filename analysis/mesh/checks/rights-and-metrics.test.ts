import { deployment, meshCases, service } from "../../../test/support/mesh-cases";
import { monitorTarget } from "./monitor-target";
import { roleSubject } from "./role-subject";

const account = (name: string, namespace: string) => `---
apiVersion: v1
kind: ServiceAccount
metadata: {name: ${name}, namespace: ${namespace}}
`;
const role = (kind: string, name: string) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: {name: ${name}, namespace: office}
rules: []
`;
const binding = (
  subject: string,
  ref = "{kind: ClusterRole, name: view}",
  kind = "RoleBinding",
) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: {name: b, namespace: office}
subjects: [${subject}]
roleRef: ${ref}
`;
const clerk = "{kind: ServiceAccount, name: clerk, namespace: office}";
const built = "not declared: ClusterRole view";

meshCases(roleSubject, {
  "finds an account without a namespace where a binding has none": {
    yaml:
      account("clerk", "office") +
      binding(
        "{kind: ServiceAccount, name: clerk}",
        "{kind: ClusterRole, name: view}",
        "ClusterRoleBinding",
      ),
    says: ["error ClusterRoleBinding b subjects[0].namespace", built],
  },
  "takes the namespace of the binding where none is written": {
    yaml: account("clerk", "office") + binding("{kind: ServiceAccount, name: clerk}"),
    says: [built],
  },
  "leaves sets alone that are given namespaces later": {
    yaml:
      account("clerk", "office").replace(", namespace: office", "") +
      binding(
        "{kind: ServiceAccount, name: clerk}",
        "{kind: ClusterRole, name: view}",
        "ClusterRoleBinding",
      ),
    says: [built],
  },
  "leaves the roles of Kubernetes alone": {
    yaml:
      role("Role", "own").replace("office", "kube-system") +
      binding("{kind: User, name: jane}", "{kind: Role, name: others}").replace(
        "office",
        "kube-system",
      ),
    says: ["not declared: Role others"],
  },
  "finds an account that is not there": {
    yaml: account("clerks", "office") + binding(clerk),
    says: ['warning RoleBinding b subjects[0].name = "clerks"', built],
  },
  "takes the account of every namespace": {
    yaml: binding("{kind: ServiceAccount, name: default, namespace: office}"),
    says: [built],
  },
  "does not know accounts of others": {
    yaml:
      account("clerk", "office") + binding("{kind: ServiceAccount, name: argo, namespace: argocd}"),
    says: ["not declared: ServiceAccount argo.argocd", built],
  },
  "takes groups and users": {
    yaml:
      account("clerk", "office") + binding("{kind: Group, name: devs}, {kind: User, name: jane}"),
    says: [built],
  },
  "finds a Role that is of the cluster": {
    yaml:
      account("clerk", "office") +
      role("ClusterRole", "reader") +
      binding(clerk, "{kind: Role, name: reader}"),
    says: ["warning RoleBinding b roleRef.name"],
    messages: ["there is no Role reader in namespace office; there is a ClusterRole of that name"],
  },
  "finds a Role that is bound for the whole cluster": {
    yaml:
      account("clerk", "office") +
      role("Role", "reader") +
      binding(clerk, "{kind: Role, name: reader}", "ClusterRoleBinding"),
    says: ["error ClusterRoleBinding b roleRef.kind"],
  },
  "finds a slip in the name of a role": {
    yaml:
      account("clerk", "office") +
      role("ClusterRole", "reader") +
      binding(clerk, "{kind: ClusterRole, name: readers}", "ClusterRoleBinding"),
    says: ['warning ClusterRoleBinding b roleRef.name = "reader"'],
  },
});

const monitor = (spec: string, labels = "") => `---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: m, namespace: watch, labels: {${labels}}}
spec: ${spec}
`;
const pods = deployment("watch", "eyes", "app: eyes");
const podMonitor = (port: string, more = "") =>
  monitor(
    `{selector: {matchLabels: {app: eyes}}${more}, podMetricsEndpoints: [{port: ${port}}]}`,
  ).replace("ServiceMonitor", "PodMonitor");

const roses = service("garden", "roses", "{port: 9100, name: metrics}").replace(
  "name: roses,",
  "name: roses, labels: {app: roses},",
);
const inGarden = "namespaceSelector: {matchNames: [garden]}";
const ofRoses = "selector: {matchLabels: {app: roses}}";
const prometheus = (selector: string) => `---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main, namespace: watch}
spec: {serviceMonitorSelector: ${selector}}
`;

meshCases(monitorTarget, {
  "finds a port that Pods do not have": {
    yaml: pods + podMonitor("metrics"),
    says: ["warning PodMonitor m spec.podMetricsEndpoints[0].port"],
    messages: ['"metrics" is no name of a port of Deployment eyes.watch, which has main'],
  },
  "takes ports of Pods and of their sidecar": {
    yaml: pods + podMonitor("main") + podMonitor("http-envoy-prom").replace("name: m,", "name: n,"),
  },
  "finds that the Service is in another namespace": {
    yaml: roses + monitor(`{${ofRoses}, endpoints: [{port: metrics}]}`),
    says: ["warning ServiceMonitor m spec.selector"],
  },
  "takes one of a namespace that is named": {
    yaml: roses + monitor(`{${inGarden}, ${ofRoses}, endpoints: [{port: metrics}]}`),
  },
  "takes all namespaces": {
    yaml:
      roses +
      monitor(`{namespaceSelector: {any: true}, selector: {}, endpoints: [{port: metrics}]}`),
  },
  "finds labels that no Service has": {
    yaml:
      roses +
      monitor(`{${inGarden}, selector: {matchLabels: {app: rose}}, endpoints: [{port: metrics}]}`),
    says: ['warning ServiceMonitor m spec.selector.matchLabels = "roses"'],
  },
  "leaves a port of the Pods alone": {
    yaml: roses + monitor(`{${inGarden}, ${ofRoses}, endpoints: [{targetPort: 9102}]}`),
  },
  "does not know Services of others": {
    yaml:
      roses +
      monitor(
        `{namespaceSelector: {matchNames: [park]}, selector: {matchLabels: {app: trees}}, endpoints: [{port: x}]}`,
      ),
  },
  "finds that no Prometheus takes it": {
    yaml:
      roses +
      prometheus("{matchLabels: {release: stack}}") +
      monitor(`{${inGarden}, ${ofRoses}, endpoints: [{port: metrics}]}`),
    says: ["warning ServiceMonitor m metadata.labels"],
    messages: [
      "Prometheus main.watch takes ServiceMonitors with release=stack, and this one has them not",
    ],
  },
  "takes one with the labels that are asked for": {
    yaml:
      roses +
      prometheus("{matchLabels: {release: stack}}") +
      monitor(`{${inGarden}, ${ofRoses}, endpoints: [{port: metrics}]}`, "release: stack"),
  },
  "takes one of a Prometheus that takes all": {
    yaml:
      roses + prometheus("{}") + monitor(`{${inGarden}, ${ofRoses}, endpoints: [{port: metrics}]}`),
  },
});
