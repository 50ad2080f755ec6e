import { parseAllDocuments } from "yaml";
import type { KubernetesObject } from "../analysis/mesh/kubernetes-object";
import { isMap } from "./secrets";

/** Objects as they are given: a rendered text with one or many of them, an object, or a list of both. */
export type GivenObjects = string | object | readonly (string | object)[];

function mustBeObject(value: unknown, where: string): KubernetesObject {
  const { apiVersion, kind, metadata } = isMap(value) ? value : {};
  if (typeof apiVersion !== "string" || typeof kind !== "string") {
    throw new TypeError(`${where} is no Kubernetes object: apiVersion and kind are needed`);
  }
  if (!isMap(metadata) || typeof metadata.name !== "string") {
    throw new TypeError(`${where} is a ${kind} without a name: metadata.name is needed`);
  }
  return value as KubernetesObject;
}

/** A list of Kubernetes stands for what is in it. */
const members = (value: unknown): unknown[] =>
  isMap(value) && String(value.kind).endsWith("List") && Array.isArray(value.items)
    ? value.items
    : [value];

/** The values of a text in YAML or JSON; `where` is what it is called in errors. */
export function documentsOf(text: string, where: string): unknown[] {
  const documents = [...parseAllDocuments(text, { merge: true })];
  return documents.flatMap((document) => {
    const [error] = document.errors;
    if (error) {
      throw new TypeError(`${where} is no YAML: ${error.message}`);
    }
    const value: unknown = document.toJS();
    return value === null || value === undefined ? [] : [value];
  });
}

/**
 * The objects of texts in YAML or JSON and of values; `what` is what they are called in errors.
 *
 * @throws TypeError for what is no object.
 */
export function givenObjects(given: GivenObjects, what: string): KubernetesObject[] {
  const all: readonly unknown[] = Array.isArray(given) ? given : [given];
  return all.flatMap((one, i) => {
    const where = Array.isArray(given) ? `${what}[${i}]` : what;
    const values = typeof one === "string" ? documentsOf(one, where) : [one];
    return values.flatMap(members).map((value) => mustBeObject(value, where));
  });
}
