import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

/** How objects are registered without the library. */
export type Shape = "raw" | "empty components";

// biome-ignore lint/suspicious/noExplicitAny: objects of every kind
type KubernetesObject = any;

/** What a program's components made. */
export interface Made {
  objects: KubernetesObject[];
  components: number;
}

/** Classes of what is no custom resource, by kind. */
const classes: Record<
  string,
  new (
    name: string,
    args: KubernetesObject,
    opts: pulumi.CustomResourceOptions,
  ) => pulumi.CustomResource
> = {
  Deployment: k8s.apps.v1.Deployment,
  Namespace: k8s.core.v1.Namespace,
  Service: k8s.core.v1.Service,
  ServiceAccount: k8s.core.v1.ServiceAccount,
};

function register(object: KubernetesObject, opts: pulumi.CustomResourceOptions): void {
  const { name, namespace = "" } = object.metadata;
  const Class = classes[object.kind];
  const own = `${object.kind}-${namespace}-${name}`;
  if (Class) {
    new Class(own, object, opts);
  } else {
    new k8s.apiextensions.CustomResource(own, object, opts);
  }
}

/** Registers what components made, each object by itself or below as many components that do nothing. */
export function registerObjects({ objects, components }: Made, shape: Shape): void {
  let parent: pulumi.ComponentResource | undefined;
  let parents = 0;
  objects.forEach((object, i) => {
    if (shape === "empty components" && i * components >= parents * objects.length) {
      parent = new pulumi.ComponentResource("bench:index:Empty", `empty-${parents}`);
      parents += 1;
    }
    register(object, { parent });
  });
}
