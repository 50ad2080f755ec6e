import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

/** How objects are registered without the library. */
export type Shape = "raw" | "empty components";

/** What a program's components made. */
export interface Made {
  // biome-ignore lint/suspicious/noExplicitAny: objects of every kind
  objects: any[];
  components: number;
}

const kubernetesClasses = {
  v1: k8s.core.v1,
  "apps/v1": k8s.apps.v1,
} as unknown as Record<string, Record<string, new (...args: unknown[]) => unknown>>;

function register(object: Made["objects"][number], opts: pulumi.CustomResourceOptions): void {
  const { name, namespace = "" } = object.metadata;
  const Class = kubernetesClasses[object.apiVersion]?.[object.kind];
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
