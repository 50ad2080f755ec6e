/** What a field of the mesh config may hold; a list of texts are the words of an enum. */
export type FieldShape =
  | "any"
  | "text"
  | "flag"
  | "count"
  | "port"
  | "percentage"
  | "time"
  | readonly string[]
  /** Fields of a type. */
  | { readonly fields: string }
  /** A list of such. */
  | { readonly each: string };

/** Fields by type and name. */
export interface MeshConfigShape {
  readonly [type: string]: { readonly [field: string]: FieldShape };
}
