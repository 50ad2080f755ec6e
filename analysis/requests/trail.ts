import type { Declared } from "../mesh/declared-set";

/** An object and the field of it that decided something. */
export interface Step {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Path of the field, e.g. `spec.http[0].route[1]`. */
  readonly path: string;
}

/** The step of an object's field. */
export const stepOf = ({ id }: Pick<Declared, "id">, path: string): Step => ({
  kind: id.kind,
  namespace: id.namespace,
  name: id.name,
  path,
});
