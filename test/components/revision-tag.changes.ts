import { RevisionTag } from "../../components";
import { changesOf } from "../support/transitions/changes";

export default changesOf(RevisionTag, {
  bases: { "of a revision": { tag: "stable", revision: "1-31-1" } },
  values: { tag: ["default", "prod"] },
});
