import { recall } from "../../arguments/known-output";
import { shown } from "../../arguments/shown";
import type { ControlPlaneFact } from "../program/facts/control-plane-facts";
import { type Demand, demand } from "../program/part";
import type { View } from "../program/view";

/** A CA that is declared before its istiod is where the istiod looks for it. */
export const caIsHere = ({ namespace }: ControlPlaneFact, program: View): Demand =>
  demand({
    topic: "meshCa",
    key: [],
    path: "namespace",
    test: ({ owner, namespace: theirs, namespaceByDefault }) => {
      const own = recall(namespace);
      const isAnothers = program
        .said("controlPlane")
        .some((other) => recall(other.namespace) === theirs);
      return !namespaceByDefault || isAnothers || own === undefined || own === theirs
        ? undefined
        : `${shown(own)} is not where ${owner} puts its CA, ${shown(theirs)}: istiod would sign with a CA of its own; write namespace: ${shown(own)} on ${owner}`;
    },
  });

/** What makes the namespace together with istiod leaves no moment in which the CA could come between. */
export const caComesFirst = ({ namespace }: ControlPlaneFact): Demand =>
  demand({
    topic: "meshCa",
    key: [],
    path: "createNamespace",
    test: ({ owner, namespace: theirs }) =>
      theirs !== undefined && recall(namespace) === theirs
        ? `makes ${shown(theirs)} together with istiod, and ${owner} has to be in it before istiod, which makes a CA of its own when it finds none: make the namespace first, write createNamespace: false here, and give ${owner} to dependsOn`
        : undefined,
  });
