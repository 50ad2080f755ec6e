package network

import (
	"net/netip"
	"testing"
)

func TestPoolHandsOutLowestFreeAddress(t *testing.T) {
	pool := NewPool(netip.MustParsePrefix("10.0.0.0/29"))
	var got []string
	for range 3 {
		addr, err := pool.Take()
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, addr.String())
	}
	pool.Release(netip.MustParseAddr("10.0.0.3"))
	again, err := pool.Take()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"10.0.0.2", "10.0.0.3", "10.0.0.4"}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("address %d = %s, want %s", i, got[i], want[i])
		}
	}
	if again.String() != "10.0.0.3" {
		t.Errorf("after release = %s, want 10.0.0.3", again)
	}
}

func TestPoolSaysWhenItIsEmpty(t *testing.T) {
	pool := NewPool(netip.MustParsePrefix("10.0.0.0/30"))
	for range 2 {
		if _, err := pool.Take(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := pool.Take(); err == nil || err.Error() != "no free address left in 10.0.0.0/30" {
		t.Errorf("error = %v", err)
	}
}

func TestRangesDoNotOverlap(t *testing.T) {
	ranges := []netip.Prefix{ProcessPods, FakePods, ServiceCIDR, LoadBalancers, netip.PrefixFrom(NodeIP, 32)}
	for i, a := range ranges {
		for _, b := range ranges[i+1:] {
			if a.Overlaps(b) {
				t.Errorf("%s overlaps %s", a, b)
			}
		}
	}
	if !PodCIDR.Contains(ProcessPods.Addr()) || !PodCIDR.Contains(FakePods.Addr()) || !ServiceCIDR.Contains(APIServiceIP) {
		t.Error("a range lies outside its parent")
	}
}
