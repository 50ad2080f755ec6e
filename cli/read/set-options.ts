/** Where a set is read from and as what, by options that the commands share. */
export interface SetOptions {
  stack: string[];
  kubeContext?: string;
  meshConfig?: string;
  namespace?: string;
  release?: string;
  wholeCluster?: boolean;
}
