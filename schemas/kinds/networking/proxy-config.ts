// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.

export interface ProxyConfigSpec {
  concurrency?: number;
  environmentVariables?: { [key: string]: string };
  image?: ProxyConfigImage;
  selector?: ProxyConfigSelector;
}

export interface ProxyConfigImage {
  imageType?: string;
}

export interface ProxyConfigSelector {
  matchLabels?: { [key: string]: string };
}
