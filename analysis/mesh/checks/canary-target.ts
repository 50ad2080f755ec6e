import { check } from "../check";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import { kindOf } from "../kubernetes-object";
import { canaryTargetKind } from "../model/canaries";
import { slip } from "../slip";

const objects = (name: string): string => `apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: rooms, namespace: hotel}
spec:
  targetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: ${name}
  service: {port: 80}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: rooms, namespace: hotel}
spec:
  template:
    metadata: {labels: {app: rooms}}
    spec: {containers: [{name: rooms}]}
`;

/** A Canary of something that is not there. */
export const canaryTarget = check({
  id: "canary-target",
  code: "MESH0163",
  aliases: [],
  level: "error",
  kinds: [Kind.Canary],
  summary: "A Canary names a workload that does not exist.",
  why: "Flagger cannot begin: it makes no Services and no routes, and nobody answers by the Canary's name.",
  fix: "Name a workload of the Canary's namespace.",
  url: "https://docs.flagger.app/usage/how-it-works#canary-target",
  fires: objects("room # found"),
  silent: objects("rooms"),
  *run(canary, mesh) {
    const { namespace } = canary.id;
    const name = text(fields(fields(canary.object.spec).targetRef).name) ?? "";
    const kind = canaryTargetKind(canary);
    if (kind === undefined || name === "" || mesh.set.find(kind, namespace, name) !== undefined) {
      return;
    }
    const names = mesh.set
      .inNamespace(namespace)
      .flatMap(({ id }) => (kindOf(id) === kind ? [id.name] : []));
    const path = "spec.targetRef.name";
    const words = kind.slice(0, kind.indexOf("."));
    const { hint, fix } = slip(path, name, names);
    yield names.length === 0
      ? { path, notDeclared: `${words} ${name}.${namespace}` }
      : { path, message: `there is no ${words} ${name} in namespace ${namespace}${hint}`, ...fix };
  },
});
