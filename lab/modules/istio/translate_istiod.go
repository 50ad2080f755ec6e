package main

import (
	"istio.io/istio/pilot/pkg/config/aggregate"
	"istio.io/istio/pilot/pkg/config/kube/extensions"
	"istio.io/istio/pilot/pkg/config/kube/gateway"
	kubesecrets "istio.io/istio/pilot/pkg/credentials/kube"
	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pilot/pkg/networking/core"
	"istio.io/istio/pilot/pkg/serviceregistry"
	registry "istio.io/istio/pilot/pkg/serviceregistry/kube/controller"
	"istio.io/istio/pilot/pkg/xds"
	"istio.io/istio/pkg/cluster"
	"istio.io/istio/pkg/config/constants"
	"istio.io/istio/pkg/config/mesh/meshwatcher"
	"istio.io/istio/pkg/config/schema/gvr"
	"istio.io/istio/pkg/kube"
	"istio.io/istio/pkg/kube/kclient/clienttest"
	"istio.io/istio/pkg/kube/krt"
	"istio.io/istio/pkg/kube/multicluster"
	"istio.io/istio/pkg/test"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"sigs.k8s.io/gateway-api/pkg/consts"
)

const clusterID = cluster.ID(constants.DefaultClusterName)

// watched are the custom resources that istiod's controllers wait for before they read anything.
var watched = []schema.GroupVersionResource{
	gvr.AuthorizationPolicy, gvr.PeerAuthentication, gvr.ServiceEntry, gvr.WorkloadEntry,
	gvr.GatewayClass, gvr.KubernetesGateway, gvr.ListenerSet, gvr.ReferenceGrant, gvr.BackendTLSPolicy,
	gvr.HTTPRoute, gvr.GRPCRoute, gvr.TCPRoute, gvr.TLSRoute,
}

// istiod is the control plane without its network and without a cluster: what turns objects into
// Envoy configuration, over a client that holds the objects.
type istiod struct {
	*core.ConfigGenTest
	discovery *xds.DiscoveryServer
	secrets   *xds.SecretGen
	in        *inputs
}

// startIstiod runs until the test ends. What is passed on between the parts is the discovery server,
// which they tell of changes.
func startIstiod(t test.Failer, in *inputs) *istiod {
	// Parts of it register here for debugging, and would never be freed.
	krt.GlobalDebugHandler = new(krt.DebugHandler)
	discovery := newDiscovery(t)
	client := newClient(t, in)
	clusters := multicluster.NewFakeController()
	credentials := kubesecrets.NewMulticluster(clusterID, clusters)
	services := kubernetesServices(t, client, discovery, in)
	// Made after the services, since it has to end before they do: they wait for it.
	stop := test.NewStop(t)
	clusters.Add(clusterID, client, stop)
	gateways := gateway.NewController(client, always, registry.Options{DomainSuffix: in.domain, ClusterID: clusterID}, discovery)
	generator := newGenerator(t, in, discovery, services, gateways)

	// It keeps how access logs are written between questions, until it hears of another configuration.
	generator.ConfigGen.MeshConfigChanged(in.mesh)

	environment := generator.Env()
	environment.DomainSuffix = in.domain
	environment.GatewayAPIController = gateways
	ambient := ambientIndexes(t, client, discovery, in, stop)
	environment.AmbientIndexes = ambient
	discovery.Env = environment
	if err := environment.InitNetworksManager(discovery); err != nil {
		t.Fatal(err)
	}
	client.RunAndWait(stop)
	discovery.Start(stop)
	go ambient.Run(stop)
	generator.Run()
	kube.WaitForCacheSync("translate", stop, generator.Registry.HasSynced, generator.Store().HasSynced, ambient.HasSynced)
	return &istiod{generator, discovery, xds.NewSecretGen(credentials, discovery.Cache, clusterID, nil), in}
}

// newDiscovery waits for no further changes before it works: all are there at once.
func newDiscovery(t test.Failer) *xds.DiscoveryServer {
	discovery := xds.NewDiscoveryServer(model.NewEnvironment(), map[string]string{}, new(krt.DebugHandler))
	t.Cleanup(discovery.Shutdown)
	discovery.DebounceOptions.DebounceAfter = 0
	return discovery
}

// newGenerator reads configuration, and what the gateway controller derives from Gateway API objects.
func newGenerator(t test.Failer, in *inputs, updater model.XDSUpdater, services *registry.FakeController, gateways *gateway.Controller) *core.ConfigGenTest {
	generator := core.NewConfigGenTest(t, core.TestOptions{
		Configs:           in.configs,
		MeshConfig:        in.mesh,
		XDSUpdater:        updater,
		ServiceRegistries: []serviceregistry.Instance{services},
		CreateConfigStore: func(stored model.ConfigStoreController) model.ConfigStoreController {
			plugins := extensions.NewController(stored, updater, new(krt.DebugHandler))
			derived, err := aggregate.MakeCache([]model.ConfigStoreController{plugins, gateways})
			if err != nil {
				t.Fatal(err)
			}
			return derived
		},
		SkipRun:   true,
		ClusterID: clusterID,
	})
	// Services may select WorkloadEntries, and ServiceEntries may select Pods.
	generator.ServiceEntryRegistry.AppendWorkloadHandler(services.WorkloadInstanceHandler)
	services.AppendWorkloadHandler(generator.ServiceEntryRegistry.WorkloadInstanceHandler)
	return generator
}

func always(schema.GroupVersionResource, <-chan struct{}) bool { return true }

func kubernetesServices(t test.Failer, client kube.Client, updater model.XDSUpdater, in *inputs) *registry.FakeController {
	for _, kind := range watched {
		clienttest.MakeCRDWithAnnotations(t, client, kind, map[string]string{consts.BundleVersionAnnotation: consts.BundleVersion})
	}
	services, _ := registry.NewFakeControllerWithOptions(t, registry.FakeControllerOptions{
		Client:        client,
		ClusterID:     clusterID,
		ConfigCluster: true,
		DomainSuffix:  in.domain,
		XDSUpdater:    updater,
		MeshWatcher:   meshwatcher.NewTestWatcher(in.mesh),
		SkipRun:       true,
	})
	return services
}
