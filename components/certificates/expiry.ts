import * as pulumi from "@pulumi/pulumi";

const soon = 30 * 24 * 3600 * 1000;

/** What to tell about a certificate that nobody renews; nothing while there is time. */
export function expiryNote(expiry: string | undefined, now = Date.now()): string | undefined {
  const left = expiry === undefined ? Number.POSITIVE_INFINITY : Date.parse(expiry) - now;
  return left < soon
    ? `the certificate expires at ${expiry}; replace it before, nothing renews it by itself`
    : undefined;
}

/** Warns at the resource when a certificate ends within 30 days. */
export function warnBeforeExpiry(
  expiry: pulumi.Input<string | undefined>,
  resource: pulumi.Resource,
): void {
  pulumi.output(expiry).apply((known) => {
    const note = expiryNote(known);
    return note && pulumi.log.warn(note, resource);
  });
}
