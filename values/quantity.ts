const form = /^\d+(?:\.\d+)?(?:m|k|M|G|T|Ki|Mi|Gi|Ti)?$/;

/** An amount of CPU or memory. */
export const quantityProblem = (text: string): string | undefined =>
  form.test(text) ? undefined : 'is not a quantity; write for example "100m" or "128Mi"';
