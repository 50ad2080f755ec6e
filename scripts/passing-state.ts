/**
 * For runs of Pulumi whose state is thrown away: it need not be written anew after each object, as long as nobody
 * kills an update half way, nor hold what components were given.
 */
export const passingState = {
  PULUMI_SKIP_CHECKPOINTS: "true",
  PULUMI_NODEJS_SKIP_COMPONENT_INPUTS: "true",
} as const;
