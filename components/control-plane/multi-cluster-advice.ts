import { type ChartValues, valueAt } from "./chart-values";

const isSet = (values: ChartValues, path: string): boolean => {
  const value = valueAt(values, path);
  return value !== undefined && value !== null && value !== "";
};

/** Clusters of one mesh are told apart by their names, and all of them have the same one by default. */
export const multiClusterWarnings = (owner: string, values: ChartValues): string[] =>
  isSet(values, "global.meshID") &&
  isSet(values, "global.network") &&
  !isSet(values, "global.multiCluster.clusterName")
    ? [
        `${owner}: clusterName: is not set beside meshId and network, and istiod then calls its cluster "Kubernetes": two clusters of one mesh with that name take their endpoints for each other's; give each a name of its own`,
      ]
    : [];
