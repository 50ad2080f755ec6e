package toolchain

// addons are the manifests of Kiali, Prometheus and the like that belong to the Istio release.
func (t *Toolchain) addons() task {
	return t.moduleFiles("istio-addons", "istio", "istio.io/istio", "samples/addons", "addons")
}

// allTasks lists what does not compile first: it starts at once, and compiling fills the rest of
// the time.
func (t *Toolchain) allTasks() []task {
	tasks := []task{
		t.nodePackages(),
		t.netfilter(),
		t.kubernetesClients(),
		t.gatewayAPI(),
		t.gatewayAPIConformance(),
		t.moduleFiles("envoy-bootstrap", "istio", "istio.io/istio", "tools/packaging/common/envoy_bootstrap.json", "envoy_bootstrap.json"),
		t.addons(),
		t.moduleFiles("kwok-node-stages", "kubernetes", "sigs.k8s.io/kwok", "kustomize/stage/node/fast", "kwok-node-stages"),
		t.moduleFiles("kwok-heartbeat-stages", "kubernetes", "sigs.k8s.io/kwok", "kustomize/stage/node/heartbeat-with-lease", "kwok-heartbeat-stages"),
		t.moduleFiles("kwok-pod-stages", "kubernetes", "sigs.k8s.io/kwok", "kustomize/stage/pod/fast", "kwok-pod-stages"),
		t.charts(),
	}
	for _, wheel := range wheels {
		tasks = append(tasks, t.wheelTask(wheel))
	}
	for _, build := range goBuilds {
		tasks = append(tasks, t.goTask(build))
	}
	return tasks
}
