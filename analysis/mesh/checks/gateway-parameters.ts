import { check } from "../check";
import { Kind } from "../kinds";
import { kindOf } from "../kubernetes-object";
import { isClassOfIstio } from "../model/gateway-classes";
import { slip } from "../slip";

const objects = (name: string): string => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: quay, namespace: ferry}
spec:
  gatewayClassName: istio
  infrastructure:
    parametersRef:
      group: ""
      kind: ConfigMap
      name: ${name}
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: quay-options, namespace: ferry}
data: {service: "spec: {type: ClusterIP}"}
`;

/** Settings of a Gateway's Pods that are not there. */
export const gatewayParameters = check({
  id: "gateway-parameters",
  code: "MESH0144",
  aliases: [],
  level: "error",
  kinds: [Kind.ApiGateway],
  summary: "A Gateway names settings of its Pods that do not exist, or that are no ConfigMap.",
  why: "istiod does not accept the Gateway (InvalidParameters), and makes neither its Pods nor its Service.",
  fix: "Name a ConfigMap of the Gateway's namespace.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment",
  fires: objects("quay-option # found"),
  silent: objects("quay-options"),
  *run({ id, spec }, mesh) {
    const wanted = spec.infrastructure?.parametersRef;
    if (wanted === undefined || !isClassOfIstio(mesh, spec.gatewayClassName)) {
      return;
    }
    const { group, kind, name } = wanted;
    const path = "spec.infrastructure.parametersRef";
    if (group !== "" || kind !== "ConfigMap") {
      const words = group === "" ? kind : `${kind}.${group}`;
      yield { path: `${path}.kind`, message: `${words} is not read; a ConfigMap is` };
      return;
    }
    const { namespace } = id;
    const names = mesh.set
      .inNamespace(namespace)
      .flatMap((one) => (kindOf(one.id) === Kind.ConfigMap ? [one.id.name] : []));
    if (!names.includes(name)) {
      const { hint, fix } = slip(`${path}.name`, name, names);
      yield names.length === 0
        ? { path: `${path}.name`, notDeclared: `ConfigMap ${name}.${namespace}` }
        : {
            path: `${path}.name`,
            message: `there is no ConfigMap ${name} in namespace ${namespace}${hint}`,
            ...fix,
          };
    }
  },
});
