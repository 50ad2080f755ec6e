package network

import (
	"fmt"
	"strings"
)

const (
	// ClusterDomain is the DNS domain of a lab's cluster.
	ClusterDomain = "cluster.local"
	// TrustDomain is that of the identities in its mesh.
	TrustDomain = "cluster.local"
	// ServiceDomain is that of its Services, below which each namespace has one of its own.
	ServiceDomain = "svc." + ClusterDomain
)

// HostsFile is /etc/hosts with lines besides that of the machine itself.
func HostsFile(lines ...string) string {
	return "127.0.0.1\tlocalhost\n" + strings.Join(lines, "")
}

// ResolvConf is /etc/resolv.conf of a Pod in the namespace, "" for the lab's node.
func ResolvConf(namespace string) string {
	own := ""
	if namespace != "" {
		own = namespace + "." + ServiceDomain + " "
	}
	return fmt.Sprintf("nameserver %s\nsearch %s%s %s\noptions ndots:5\n", NodeIP, own, ServiceDomain, ClusterDomain)
}
