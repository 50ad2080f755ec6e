// Command pulumi-resource-kubernetes serves the Kubernetes provider of Pulumi.
//
// The upstream main package embeds generated files that its module zip lacks; the provider itself
// needs neither to create, read, update or delete objects, so empty documents stand in for them.
package main

import "github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/provider"

// version is set by the linker.
var version = "4.0.0-dev"

func main() {
	provider.Serve("kubernetes", version, []byte(`{"name":"kubernetes"}`), []byte(`{}`))
}
