/** What is said over the changes of a cluster that others have changed. */
export const driftWords =
  "Others have changed in the cluster what the stack declares. This update leaves it so; `pulumi up --refresh` would bring:";
