import type * as pulumi from "@pulumi/pulumi";

/** What the components of one class made; as a field of the class it would be one of their outputs. */
export class Children<T> {
  readonly #kept = new WeakMap<object, T>();

  /** To be called in the constructor of the component. */
  keep(component: pulumi.Resource, children: T): void {
    this.#kept.set(component, children);
  }

  of(component: pulumi.Resource): T {
    const children = this.#kept.get(component);
    if (children === undefined) {
      throw new Error("a component has its children when its constructor has ended");
    }
    return children;
  }
}
