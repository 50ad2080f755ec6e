import { type Suppression, suppressionOf } from "../../analysis/mesh/suppression";
import { UsageError } from "../usage-error";

/** `CODE=Kind name.namespace` each. */
export function suppressions(written: readonly string[]): Suppression[] {
  return written.map((one) => {
    const suppression = suppressionOf(one);
    if (suppression === undefined) {
      throw new UsageError(
        `--suppress ${JSON.stringify(one)}: write "CODE=Kind name.namespace", with * for any text`,
      );
    }
    return suppression;
  });
}
