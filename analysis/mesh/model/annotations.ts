import type { IstioAnnotation, IstioAnnotations } from "../../../schemas/annotation-list";
import list from "../../../schemas/annotations.json";
import { ingressClassAnnotation, injectionLabel, revisionLabel } from "../../../values/known-names";
import { fieldPath } from "../../objects/path";
import type { Declared } from "../declared-set";
import type { Mesh } from "../mesh";
import type { Labels } from "./selector";

const annotations: IstioAnnotations = list;

/** Names of all annotations that Istio knows. */
export const annotationNames: readonly string[] = Object.keys(annotations);

/** An annotation that Istio reads, or seems to be meant for it, where it stands. */
export interface PlacedAnnotation {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  /** Kind of the object that has it: that of a template is `Pod`. */
  readonly kind: string;
  /** Labels beside it. */
  readonly labels: Labels;
  /** What Istio says of it; nothing where it does not know it. */
  readonly known: IstioAnnotation | undefined;
}

/** Set by Istio's own parts. */
const itsOwn = ["sidecar.istio.io/status", "gateway.istio.io/controller-version", revisionLabel];

/**
 * The class of an Ingress is the one annotation of Kubernetes that Istio says something of; the oldest of its
 * own labels, which is often written as an annotation, has no domain.
 */
const isIstios = (name: string): boolean =>
  name === ingressClassAnnotation ||
  name === injectionLabel ||
  (name.split("/")[0] ?? "").endsWith("istio.io");

function placed(all: Labels, path: string, kind: string, labels: Labels): PlacedAnnotation[] {
  return Object.entries(all)
    .filter(([name]) => isIstios(name) && !itsOwn.includes(name))
    .map(([name, value]) => ({
      name,
      value,
      path: fieldPath(path, name),
      kind,
      labels,
      known: annotations[name],
    }));
}

const found = new WeakMap<Declared, readonly PlacedAnnotation[]>();

/** The annotations of an object and of its Pods' template that are Istio's: several checks read them all. */
export function annotationsOf(object: Declared, mesh: Mesh): readonly PlacedAnnotation[] {
  const known = found.get(object) ?? read(object, mesh);
  found.set(object, known);
  return known;
}

function read(object: Declared, mesh: Mesh): readonly PlacedAnnotation[] {
  const own = placed(object.annotations, "metadata.annotations", object.id.kind, object.labels);
  const ofPods = mesh
    .workloadsOf(object.id)
    .filter(({ labelsPath }) => labelsPath.endsWith("template.metadata.labels"))
    .flatMap(({ annotations: pods, labels, labelsPath }) =>
      placed(pods, labelsPath.replace("labels", "annotations"), "Pod", labels),
    );
  return [...own, ...ofPods];
}
