import { didYouMean } from "../../../values/closest";
import { check } from "../check";
import { Kind } from "../kinds";
import { Thing } from "../scope";

/** A WorkloadGroup of machines with a service account that does not exist. */
export const workloadGroupAccount = check({
  id: "workload-group-account",
  code: "KIA1701",
  aliases: [],
  level: "warning",
  kinds: [Kind.WorkloadGroup],
  summary: "The service account of a WorkloadGroup does not exist.",
  why: "A machine joins with a token of that account: without it istiod does not let it in.",
  fix: "Declare the ServiceAccount in the namespace of the group.",
  url: "https://kiali.io/docs/features/validations/#kia1701---service-account-not-found-in-this-namespace",
  fires: `apiVersion: v1
kind: ServiceAccount
metadata: {name: mainframe, namespace: vm}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: mainframe, namespace: vm}
spec:
  metadata: {labels: {app: mainframe}}
  template:
    serviceAccount: mainfrm # found
`,
  silent: `apiVersion: v1
kind: ServiceAccount
metadata: {name: mainframe, namespace: vm}
---
apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: mainframe, namespace: vm}
spec:
  metadata: {labels: {app: mainframe}}
  template:
    serviceAccount: mainframe
`,
  *run({ id, spec }, mesh) {
    const { serviceAccount } = spec.template;
    const { namespace } = id;
    const declared = mesh.set
      .all(Kind.ServiceAccount)
      .filter((account) => account.id.namespace === namespace)
      .map((account) => account.id.name);
    if (!serviceAccount || serviceAccount === "default" || declared.includes(serviceAccount)) {
      return;
    }
    const path = "spec.template.serviceAccount";
    if (!mesh.speaksFor(Thing.ServiceAccount, namespace, serviceAccount)) {
      yield { path, notDeclared: `ServiceAccount ${serviceAccount}.${namespace}` };
      return;
    }
    yield {
      path,
      message: `there is no ServiceAccount ${serviceAccount} in namespace ${namespace}${didYouMean(serviceAccount, declared)}`,
    };
  },
});
