package main

import (
	"fmt"

	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	"istio.io/api/label"
	"istio.io/istio/pilot/pkg/features"
	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pkg/config/constants"
	"istio.io/istio/pkg/network"
	"istio.io/istio/pkg/spiffe"
	"istio.io/istio/pkg/version"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
)

// proxySpec is a proxy of a question.
type proxySpec struct {
	Name           string            `json:"name"`
	Kind           string            `json:"kind"`
	Namespace      string            `json:"namespace"`
	Labels         map[string]string `json:"labels"`
	ServiceAccount string            `json:"serviceAccount"`
	IP             string            `json:"ip"`
}

var nodeTypes = map[string]model.NodeType{
	"sidecar":  model.SidecarProxy,
	"gateway":  model.Router,
	"waypoint": model.Waypoint,
}

// runProxy gives a proxy its Pod, or takes what a Pod of its name says of labels, account and address.
func (w *world) runProxy(spec *proxySpec) error {
	if _, known := nodeTypes[spec.Kind]; !known {
		return fmt.Errorf("proxy %q: kind %q is none of sidecar, gateway, waypoint", spec.Name, spec.Kind)
	}
	pod := newObject("v1", "Pod", spec.Namespace, spec.Name)
	pod.SetLabels(spec.Labels)
	account := w.deploy(spec, pod)
	if spec.ServiceAccount != "" {
		account = spec.ServiceAccount
	}
	set(pod, account, "spec", "serviceAccountName")
	pod = w.ensure(pod)
	w.makeReady(pod, spec.IP)
	addLabel(pod, tlsModeLabel, "istio")
	spec.Labels = pod.GetLabels()
	spec.IP = podIP(pod)
	spec.ServiceAccount, _, _ = unstructured.NestedString(pod.Object, "spec", "serviceAccountName")
	return nil
}

// deploy gives the Pod of a managed Gateway the labels that istiod's deployment of it has, and tells
// its service account.
func (w *world) deploy(spec *proxySpec, pod *unstructured.Unstructured) string {
	name := spec.Labels[gatewayNameLabel]
	if name == "" {
		name = spec.Name
	}
	gateway := w.byKey[key(gatewayKind, spec.Namespace, name)]
	if gateway == nil || spec.Kind == "sidecar" || !isManaged(gateway) {
		return "default"
	}
	class := w.classOf(gateway)
	if class == nil {
		return "default"
	}
	addLabel(pod, gatewayNameLabel, name)
	addLabel(pod, managedLabel, class.ControllerLabel)
	return deployedName(gateway, *class)
}

// node is what the proxy tells istiod of itself, and what istiod knows of its identity.
func (spec proxySpec) node(in *inputs) *model.Proxy {
	return &model.Proxy{
		Type:            nodeTypes[spec.Kind],
		ID:              spec.Name + "." + spec.Namespace,
		IPAddresses:     []string{spec.IP},
		ConfigNamespace: spec.Namespace,
		DNSDomain:       spec.Namespace + ".svc." + in.domain,
		Labels:          spec.Labels,
		XdsNode:         &core.Node{},
		VerifiedIdentity: &spiffe.Identity{
			TrustDomain:    in.mesh.GetTrustDomain(),
			Namespace:      spec.Namespace,
			ServiceAccount: spec.ServiceAccount,
		},
		Metadata: &model.NodeMetadata{
			Namespace:        spec.Namespace,
			ServiceAccount:   spec.ServiceAccount,
			WorkloadName:     spec.Name,
			Labels:           spec.Labels,
			ClusterID:        constants.DefaultClusterName,
			MeshID:           in.mesh.GetTrustDomain(),
			Network:          network.ID(spec.Labels[label.TopologyNetwork.Name]),
			IstioVersion:     version.Info.Version,
			InterceptionMode: model.InterceptionRedirect,
			ProxyConfig:      (*model.NodeMetaProxyConfig)(in.mesh.GetDefaultConfig()),
			EnableHBONE:      model.StringBool(features.EnableAmbient),
		},
	}
}

func locality(labels map[string]string) *core.Locality {
	return &core.Locality{
		Region:  labels["topology.kubernetes.io/region"],
		Zone:    labels["topology.kubernetes.io/zone"],
		SubZone: labels["topology.istio.io/subzone"],
	}
}
