// Package controlplane describes the Kubernetes components of a lab and the order they start in.
package controlplane

import (
	"path/filepath"

	"istio-mesh/lab/internal/network"
	"istio-mesh/lab/internal/process"
)

// Paths are where a lab keeps what the components need.
type Paths struct {
	Binary     string // the multi-call Kubernetes binary
	PKI        string
	Data       string
	Kubeconfig string
	KwokConfig string
}

const (
	etcdURL       = "http://127.0.0.1:2379"
	apiServerPort = "6443"
	apiServerName = "kubernetes.default." + network.ServiceDomain
	// APIServerURL is how programs on the lab's node reach the API.
	APIServerURL = "https://127.0.0.1:" + apiServerPort
)

// Nodes are the names of the lab's nodes.
var Nodes = []string{"lab-node-1", "lab-node-2"}

// Etcd is the store. A lab's data need not survive a power cut, so etcd may skip fsync.
func Etcd(p Paths) process.Spec {
	return p.component("etcd",
		"--data-dir="+filepath.Join(p.Data, "etcd"),
		"--unsafe-no-fsync",
		"--listen-client-urls="+etcdURL,
		"--advertise-client-urls="+etcdURL,
		"--listen-peer-urls=http://127.0.0.1:2380",
		"--log-level=warn",
	)
}

// APIServer is kube-apiserver.
func APIServer(p Paths) process.Spec {
	return p.component("kube-apiserver",
		"--etcd-servers="+etcdURL,
		"--bind-address=0.0.0.0",
		"--secure-port="+apiServerPort,
		"--advertise-address="+network.NodeIP.String(),
		"--service-cluster-ip-range="+network.ServiceCIDR.String()+","+network.ServiceCIDR6.String(),
		"--authorization-mode=RBAC",
		"--allow-privileged=true",
		"--enable-priority-and-fairness=false",
		"--client-ca-file="+p.pki("ca.crt"),
		"--tls-cert-file="+p.pki("server.crt"),
		"--tls-private-key-file="+p.pki("server.key"),
		"--service-account-issuer=https://"+apiServerName,
		"--service-account-key-file="+p.pki("service-account.pub"),
		"--service-account-signing-key-file="+p.pki("service-account.key"),
		"--endpoint-reconciler-type=lease",
		"--watch-cache=true",
	)
}

// Rest are the components that need a ready API server; they start together.
func Rest(p Paths) []process.Spec {
	return []process.Spec{
		p.component("kube-controller-manager",
			"--kubeconfig="+p.Kubeconfig,
			"--leader-elect=false",
			"--use-service-account-credentials=true",
			"--root-ca-file="+p.pki("ca.crt"),
			"--service-account-private-key-file="+p.pki("service-account.key"),
			"--cluster-signing-cert-file="+p.pki("ca.crt"),
			"--cluster-signing-key-file="+p.pki("ca.key"),
		),
		p.component("kube-scheduler",
			"--kubeconfig="+p.Kubeconfig,
			"--leader-elect=false",
		),
		p.component("kube-proxy",
			"--kubeconfig="+p.Kubeconfig,
			"--proxy-mode=nftables",
			"--cluster-cidr="+network.PodCIDR.String(),
			"--conntrack-max-per-core=0",
			"--hostname-override="+Nodes[0],
		),
		p.component("kwok",
			"--kubeconfig="+p.Kubeconfig,
			"--config="+p.KwokConfig,
			"--manage-all-nodes=true",
			"--cidr="+network.FakePods.String(),
			"--node-ip="+network.NodeIP.String(),
			"--node-lease-duration-seconds=40",
		),
	}
}

func (p Paths) component(name string, flags ...string) process.Spec {
	return process.Spec{Name: name, Path: p.Binary, Args: append([]string{name}, flags...)}
}

func (p Paths) pki(file string) string { return filepath.Join(p.PKI, file) }
