package main

import (
	"istio.io/istio/pilot/pkg/features"
	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pilot/pkg/serviceregistry/ambient"
	"istio.io/istio/pkg/activenotifier"
	"istio.io/istio/pkg/config/mesh/meshwatcher"
	"istio.io/istio/pkg/kube"
	"istio.io/istio/pkg/kube/krt"
	"istio.io/istio/pkg/kube/multicluster"
	"istio.io/istio/pkg/test"
)

// ambientIndex is what knows the waypoints; without ambient mode there are none.
type ambientIndex interface {
	model.AmbientIndexes
	Run(stop <-chan struct{})
	HasSynced() bool
}

type noAmbient struct{ model.NoopAmbientIndexes }

func (noAmbient) Run(<-chan struct{}) {}
func (noAmbient) HasSynced() bool     { return true }

// ambientIndexes has to be called before the client's informers start.
func ambientIndexes(t test.Failer, client kube.Client, updater model.XDSUpdater, in *inputs, stop <-chan struct{}) ambientIndex {
	if !features.EnableAmbient {
		return &noAmbient{}
	}
	watcher := meshwatcher.NewTestWatcher(in.mesh)
	clusters := multicluster.NewController(multicluster.ControllerOptions{
		Client:          client,
		ClusterID:       clusterID,
		SystemNamespace: in.mesh.GetRootNamespace(),
		MeshConfig:      watcher,
		Debugger:        new(krt.DebugHandler),
	})
	index := ambient.New(ambient.Options{
		SystemNamespace:        in.mesh.GetRootNamespace(),
		DomainSuffix:           in.domain,
		ClusterID:              clusterID,
		XDSUpdater:             updater,
		MeshConfig:             watcher,
		StatusNotifier:         activenotifier.New(false),
		Debugger:               new(krt.DebugHandler),
		MultiClusterController: clusters,
		Flags: ambient.FeatureFlags{
			DefaultAllowFromWaypoint:              features.DefaultAllowFromWaypoint,
			EnableK8SServiceSelectWorkloadEntries: features.EnableK8SServiceSelectWorkloadEntries,
		},
	})
	if err := clusters.Run(stop); err != nil {
		t.Fatal(err)
	}
	return index
}
