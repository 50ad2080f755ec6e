/** The manifest's own block, to the next key at the start of a line. */
const externalServices = /^external_services:\n(?:[ \t].*\n|\n)+/m;
const ownNamespace = /^( {2}namespace:) .+$/m;

/**
 * Kiali's configuration from Istio's manifest with other `external_services`, and in another
 * namespace. All else stays as the release has it.
 */
export function joinedKialiConfig(config: string, services: object, namespace: string): string {
  if (!externalServices.test(config)) {
    throw new Error(
      'the manifest of Kiali cannot be joined to the other tools: its config.yaml has no external_services; install it from its chart, with source "charts"',
    );
  }
  // JSON is YAML.
  return config
    .replace(externalServices, () => `external_services: ${JSON.stringify(services)}\n`)
    .replace(ownNamespace, (_, key: string) => `${key} ${namespace}`);
}
