package main

import (
	"encoding/json"
	"fmt"
	"time"

	meshconfig "istio.io/api/mesh/v1alpha1"
	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pkg/config"
	"istio.io/istio/pkg/config/mesh"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/config/schema/resource"
	"istio.io/istio/pkg/kube"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
)

// inputs is what istiod reads: Istio's kinds as configuration and, for the index of ambient mode, as
// objects of the cluster like all others.
type inputs struct {
	// domain is the cluster's.
	domain  string
	mesh    *meshconfig.MeshConfig
	configs []config.Config
	// meshObjects are of Istio's and the Gateway API's kinds, objects are those of Kubernetes.
	meshObjects, objects []runtime.Object
}

// born is the age of every object that says none, so that names alone decide between them where istiod asks who was
// first.
var born = metav1.NewTime(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))

func (w *world) inputs(meshConfig json.RawMessage) (*inputs, error) {
	settings, err := meshSettings(meshConfig)
	if err != nil {
		return nil, err
	}
	read := &inputs{domain: w.domain, mesh: settings}
	for _, object := range w.objects {
		if err := read.add(object); err != nil {
			return nil, fmt.Errorf("%s: %w", titleOf(object), err)
		}
	}
	return read, nil
}

func meshSettings(given json.RawMessage) (*meshconfig.MeshConfig, error) {
	defaults := mesh.DefaultMeshConfig()
	if len(given) == 0 {
		return defaults, nil
	}
	settings, err := mesh.ApplyMeshConfig(string(given), defaults)
	if err != nil {
		return nil, fmt.Errorf("meshConfig: %w", err)
	}
	return settings, nil
}

// add leaves out kinds that istiod does not know; its own were looked at before.
func (in *inputs) add(object *unstructured.Unstructured) error {
	if age := object.GetCreationTimestamp(); age.IsZero() {
		object.SetCreationTimestamp(born)
	}
	kind := object.GroupVersionKind()
	schema, isConfig := collections.PilotGatewayAPI().FindByGroupKind(resource.FromKubernetesGVK(&kind))
	if isConfig {
		// The API server serves every version in the one that istiod asks for.
		object.SetAPIVersion(schema.APIVersion())
	}
	line, err := object.MarshalJSON()
	if err != nil {
		return err
	}
	if isConfig && !isGatewayAPI(object) {
		if err := in.addConfig(schema, line); err != nil {
			return err
		}
	}
	typed, _, err := kube.IstioCodec.UniversalDeserializer().Decode(line, nil, nil)
	if runtime.IsNotRegisteredError(err) {
		return nil
	}
	if err != nil {
		return err
	}
	if isMesh(object) {
		in.meshObjects = append(in.meshObjects, typed)
	} else {
		in.objects = append(in.objects, typed)
	}
	return nil
}

func (in *inputs) addConfig(schema resource.Schema, line []byte) error {
	var object crd.IstioKind
	if err := json.Unmarshal(line, &object); err != nil {
		return err
	}
	read, err := crd.ConvertObject(schema, &object, in.domain)
	if err != nil {
		return err
	}
	in.configs = append(in.configs, *read)
	return nil
}
