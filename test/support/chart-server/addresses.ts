/** Ports on the loopback address of a lab's node. */
export const repositoryPort = 8879;
export const registryPort = 8443;

/** Folder of the registry in which the charts are. */
export const prefix = "charts";

/** File with the certificate of whom clients of the registry have to trust. */
export const trusted = "ca.pem";

/** What the server prints when it can be asked. */
export const ready = "charts are served";
