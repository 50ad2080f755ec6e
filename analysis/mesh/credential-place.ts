import { closest } from "../../values/closest";
import type { Verdict } from "./check";
import { objectWords } from "./kubernetes-object";
import type { Mesh } from "./mesh";
import { credentialsOfMesh } from "./model/credentials";
import type { ServerCredential } from "./model/gateways";
import { Thing } from "./scope";
import { quoted } from "./words";

/** What is wrong with the name of a Secret at a gateway whose Pods are in a namespace, if anything. */
export function* missingCredential(
  mesh: Mesh,
  to: ServerCredential,
  namespace: string,
): Iterable<Verdict> {
  const { name, path } = to;
  const credentials = mesh.fact(credentialsOfMesh);
  // Other forms name what is no Secret.
  if (name.includes(":") || credentials.find(namespace, name)) {
    return;
  }
  if (name.includes("/")) {
    const [place, own] = name.split("/");
    if (place !== namespace) {
      yield {
        path,
        message: `${quoted(name)} names a namespace, and the gateway's Pods are in ${namespace}; a proxy reads Secrets of its own namespace only: declare ${own} in ${namespace}, and write its name alone`,
      };
    }
    return;
  }
  const elsewhere = credentials.named(name);
  if (elsewhere.length > 0 && !mesh.isExternal(Thing.Secret, namespace, name)) {
    const places = elsewhere.map((one) => one.namespace).join(", ");
    yield {
      path,
      message: `Secret ${name} is in namespace ${places}, and the gateway's Pods are in ${namespace}; a proxy reads Secrets of its own namespace only: declare it in ${namespace}`,
      related: elsewhere.map(({ source }) => source.id),
    };
    return;
  }
  if (!mesh.speaksFor(Thing.Secret, namespace, name)) {
    yield { path, notDeclared: `Secret ${name}.${namespace}` };
    return;
  }
  const own = closest(
    name,
    credentials.in(namespace).map((one) => one.name),
  );
  const found = own === undefined ? undefined : credentials.find(namespace, own);
  yield {
    path,
    message: `there is no Secret ${name} in namespace ${namespace}, where the gateway's Pods are${
      found ? `; did you mean ${JSON.stringify(own)} (${objectWords(found.source.id)})?` : ""
    }`,
    ...(found && { fix: { path, value: own }, related: [found.source.id] }),
  };
}
