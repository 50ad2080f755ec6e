package network

import "testing"

func TestResolvConfSearchesTheOwnNamespaceFirst(t *testing.T) {
	for namespace, want := range map[string]string{
		"":     "nameserver 10.244.255.1\nsearch svc.cluster.local cluster.local\noptions ndots:5\n",
		"shop": "nameserver 10.244.255.1\nsearch shop.svc.cluster.local svc.cluster.local cluster.local\noptions ndots:5\n",
	} {
		if got := ResolvConf(namespace); got != want {
			t.Errorf("ResolvConf(%q) = %q, want %q", namespace, got, want)
		}
	}
}

func TestHostsFileBeginsWithTheMachineItself(t *testing.T) {
	if got, want := HostsFile("10.244.0.1\tapp\n"), "127.0.0.1\tlocalhost\n10.244.0.1\tapp\n"; got != want {
		t.Errorf("HostsFile = %q, want %q", got, want)
	}
}
