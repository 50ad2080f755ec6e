package controlplane

import (
	"context"
	"fmt"
	"net"
	"time"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
	clientcmdapi "k8s.io/client-go/tools/clientcmd/api"

	"istio-mesh/lab/internal/network"
	"istio-mesh/lab/internal/pki"
	"istio-mesh/lab/internal/toolchain"
)

// ServerNames are what the API server's certificate must cover.
func ServerNames() pki.Names {
	return pki.Names{
		DNS: []string{"localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc", apiServerName},
		IPs: []net.IP{net.IPv4(127, 0, 0, 1), network.APIServiceIP.AsSlice(), network.NodeIP.AsSlice()},
	}
}

// WriteKubeconfig writes the administrator's kubeconfig with the certificates inside, so that the
// file works wherever it is copied to.
func WriteKubeconfig(p Paths, name string) error {
	config := clientcmdapi.NewConfig()
	config.Clusters[name] = &clientcmdapi.Cluster{Server: APIServerURL, CertificateAuthority: p.pki("ca.crt")}
	config.AuthInfos[name] = &clientcmdapi.AuthInfo{ClientCertificate: p.pki("admin.crt"), ClientKey: p.pki("admin.key")}
	config.Contexts[name] = &clientcmdapi.Context{Cluster: name, AuthInfo: name}
	config.CurrentContext = name
	if err := clientcmdapi.FlattenConfig(config); err != nil {
		return err
	}
	return clientcmd.WriteToFile(*config, p.Kubeconfig)
}

// Client connects to the API server of the kubeconfig.
func Client(kubeconfig string) (*kubernetes.Clientset, error) {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return nil, err
	}
	config.QPS, config.Burst = 200, 400
	return kubernetes.NewForConfig(config)
}

// DynamicClient connects to the API server of the kubeconfig for kinds without Go types.
func DynamicClient(kubeconfig string) (dynamic.Interface, error) {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return nil, err
	}
	return dynamic.NewForConfig(config)
}

// WaitReady returns when the API server says that it is ready.
func WaitReady(ctx context.Context, client *kubernetes.Clientset) error {
	var last error
	for ctx.Err() == nil {
		if _, last = client.RESTClient().Get().AbsPath("/readyz").DoRaw(ctx); last == nil {
			return nil
		}
		pause(ctx, 100*time.Millisecond)
	}
	return fmt.Errorf("the API server did not become ready: %w", last)
}

// CreateNodes registers the lab's nodes; kwok keeps them alive.
func CreateNodes(ctx context.Context, client *kubernetes.Clientset) error {
	for _, name := range Nodes {
		_, err := client.CoreV1().Nodes().Create(ctx, node(name), metav1.CreateOptions{})
		if err != nil && !apierrors.IsAlreadyExists(err) {
			return fmt.Errorf("node %s: %w", name, err)
		}
	}
	return nil
}

// node carries real version fields: istiod decides from the kubelet version whether native sidecars work.
func node(name string) *corev1.Node {
	return &corev1.Node{
		ObjectMeta: metav1.ObjectMeta{
			Name: name,
			Labels: map[string]string{
				corev1.LabelOSStable:       "linux",
				corev1.LabelArchStable:     "amd64",
				corev1.LabelHostname:       name,
				corev1.LabelTopologyZone:   "lab-zone-" + name[len(name)-1:],
				corev1.LabelTopologyRegion: "lab",
			},
		},
		Status: corev1.NodeStatus{
			NodeInfo: corev1.NodeSystemInfo{
				KubeletVersion:          "v" + toolchain.KubernetesVersion,
				ContainerRuntimeVersion: "lab://1",
				OperatingSystem:         "linux",
				Architecture:            "amd64",
			},
		},
	}
}

// WaitNodesReady returns when every node has the condition Ready.
func WaitNodesReady(ctx context.Context, client *kubernetes.Clientset) error {
	missing := Nodes
	for ctx.Err() == nil {
		nodes, err := client.CoreV1().Nodes().List(ctx, metav1.ListOptions{})
		if err == nil {
			if missing = notReady(nodes.Items); len(missing) == 0 {
				return nil
			}
		}
		pause(ctx, 100*time.Millisecond)
	}
	return fmt.Errorf("nodes not ready: %v", missing)
}

func notReady(nodes []corev1.Node) []string {
	ready := map[string]bool{}
	for _, node := range nodes {
		for _, condition := range node.Status.Conditions {
			if condition.Type == corev1.NodeReady && condition.Status == corev1.ConditionTrue {
				ready[node.Name] = true
			}
		}
	}
	var missing []string
	for _, name := range Nodes {
		if !ready[name] {
			missing = append(missing, name)
		}
	}
	return missing
}

func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
