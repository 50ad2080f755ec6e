import type { Impact } from "../analysis/requests/impact/change";
import { impact } from "../analysis/requests/impact/impact";
import type { TestMesh } from "./test-mesh";

/**
 * What has become of requests since a snapshot, the gravest first: `impactOf(snapshot, mesh).changes` is empty where
 * every request gets the answer that it got. What hangs on a secret is in `notJudged`.
 *
 * @param before what `mesh.snapshot()` gave, or another mesh
 * @throws TypeError for a text that is no snapshot.
 */
export const impactOf = (before: string | TestMesh, after: TestMesh): Impact =>
  impact(
    typeof before === "string" ? after.formerly(before) : before.concealed(),
    after.concealed(),
  );
