/** What Istio says of an annotation. */
export interface IstioAnnotation {
  /** Kinds of objects that it is for; `Any` for all. */
  readonly on: readonly string[];
  readonly deprecated?: boolean;
  /** Of a feature that may still change. */
  readonly alpha?: boolean;
}

/** Every annotation of Istio's by its name. */
export type IstioAnnotations = Readonly<Record<string, IstioAnnotation>>;
