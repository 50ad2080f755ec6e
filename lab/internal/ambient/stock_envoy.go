// Package ambient stands in for ztunnel, which cannot be built here: it takes the outbound
// connections of ambient Pods and carries those for a Service with a waypoint to that waypoint, over
// HBONE with the Pod's own mesh identity. It has no inbound side: Pods are reached in plain text.
package ambient

import (
	"context"
	_ "embed"
	"fmt"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"
	"sigs.k8s.io/yaml"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

//go:embed stock-envoy.yaml
var stockEnvoy []byte

const fieldManager = "istio-mesh-lab"

// AdaptWaypoints makes the configuration of every waypoint, and of every sidecar that takes HBONE as a
// waypoint does, one that upstream Envoy accepts. rootNamespace is istiod's.
func AdaptWaypoints(ctx context.Context, client dynamic.Interface, rootNamespace string) error {
	waypoints := &unstructured.Unstructured{}
	if err := yaml.Unmarshal(stockEnvoy, &waypoints.Object); err != nil {
		return err
	}
	resource := schema.GroupVersionResource{Group: "networking.istio.io", Version: "v1alpha3", Resource: "envoyfilters"}
	options := metav1.ApplyOptions{FieldManager: fieldManager, Force: true}
	for _, filter := range []*unstructured.Unstructured{waypoints, forSidecars(waypoints)} {
		_, err := client.Resource(resource).Namespace(rootNamespace).Apply(ctx, filter.GetName(), filter, options)
		if err != nil {
			return fmt.Errorf("EnvoyFilter %s for upstream Envoy: %w", filter.GetName(), err)
		}
	}
	return nil
}

// forSidecars is the same for all that is not named by its class, which waypoints alone are.
func forSidecars(waypoints *unstructured.Unstructured) *unstructured.Unstructured {
	filter := waypoints.DeepCopy()
	filter.SetName(waypoints.GetName() + "-sidecars")
	unstructured.RemoveNestedField(filter.Object, "spec", "targetRefs")
	return filter
}
