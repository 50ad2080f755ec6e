import type { FieldSentences } from "./field-sentence";

export const referenceGrantGateway: FieldSentences = {
  "spec.from": {
    text: "Who may refer to objects of this namespace: group, kind and namespace.",
  },
  "spec.to": {
    text: "Which objects of this namespace may be referred to.",
  },
};
