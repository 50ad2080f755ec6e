package pki

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"net"
	"os"
	"path/filepath"
	"testing"
)

func certificate(t *testing.T, dir, name string) *x509.Certificate {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, name+".crt"))
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode(content)
	if block == nil {
		t.Fatalf("%s.crt holds no PEM", name)
	}
	parsed, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func written(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "pki")
	if err := Write(dir, Names{DNS: []string{"kubernetes.default.svc"}, IPs: []net.IP{net.ParseIP("10.96.0.1")}}); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestServerIsTrustedUnderItsNamesOnly(t *testing.T) {
	dir := written(t)
	roots := x509.NewCertPool()
	roots.AddCert(certificate(t, dir, "ca"))
	server := certificate(t, dir, "server")
	for name, trusted := range map[string]bool{"kubernetes.default.svc": true, "10.96.0.1": true, "example.com": false, "10.96.0.2": false} {
		_, err := server.Verify(x509.VerifyOptions{Roots: roots, DNSName: name})
		if (err == nil) != trusted {
			t.Errorf("%s: %v, want trusted %v", name, err, trusted)
		}
	}
}

func TestAdminIsAClientOfTheMastersGroup(t *testing.T) {
	dir := written(t)
	roots := x509.NewCertPool()
	roots.AddCert(certificate(t, dir, "ca"))
	admin := certificate(t, dir, "admin")
	if got := admin.Subject.Organization; len(got) != 1 || got[0] != "system:masters" {
		t.Errorf("organization %q", got)
	}
	if _, err := admin.Verify(x509.VerifyOptions{Roots: roots, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}}); err != nil {
		t.Error(err)
	}
	if _, err := admin.Verify(x509.VerifyOptions{Roots: roots, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}}); err == nil {
		t.Error("the administrator's certificate serves too")
	}
}

func TestKeysFitAndAreTheOwnersOnly(t *testing.T) {
	dir := written(t)
	for _, name := range []string{"ca", "server", "admin"} {
		if _, err := tls.LoadX509KeyPair(filepath.Join(dir, name+".crt"), filepath.Join(dir, name+".key")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range []string{"ca.key", "server.key", "admin.key", "service-account.key"} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if mode := info.Mode().Perm(); mode != 0o600 {
			t.Errorf("%s has mode %o", name, mode)
		}
	}
}
