package apps

import (
	"net/http"
	"testing"
)

func TestTheCallerIsWhomTheLastProxyLetIn(t *testing.T) {
	const sleep, gateway = "spiffe://cluster.local/ns/shop/sa/sleep", "spiffe://cluster.local/ns/istio-system/sa/istio-ingressgateway"
	for what, c := range map[string]struct{ header, want string }{
		"no proxy":                 {"", ""},
		"a sidecar":                {`By=spiffe://cluster.local/ns/shop/sa/web;Hash=12ab;Subject="";URI=` + sleep, sleep},
		"a gateway before it":      {`By=spiffe://a;Hash=1;Subject="";URI=` + sleep + `,By=spiffe://b;Hash=2;Subject="";URI=` + gateway, gateway},
		"separators in a subject":  {`By=spiffe://a;Subject="O=a,b;URI=spiffe://made/up";URI=` + sleep, sleep},
		"a certificate without it": {`By=spiffe://a;Hash=1;Subject="CN=client"`, ""},
	} {
		if got := callerOf(http.Header{"X-Forwarded-Client-Cert": {c.header}}); got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
}

func TestWhatIsNoHopsIsNone(t *testing.T) {
	for _, text := range []string{"", "reviews", `{"app":"reviews"}`} {
		if got := hopsIn(http.Header{hopsHeader: {text}}); got != nil {
			t.Errorf("%q: %+v", text, got)
		}
	}
}
