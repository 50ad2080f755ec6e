/** What cannot be done as it was asked for: one line for whoever asked, and exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
