import type { Mesh } from "../../mesh/mesh";
import type { Impact } from "./change";

/** What a change of the set does to requests: one of each class of them is asked of both sets. */
export const impact = (before: Mesh, after: Mesh): Impact => ({
  changes: [],
  notJudged: before === after ? [] : [{ reason: "what changes for requests is not modelled" }],
  asked: 0,
});
