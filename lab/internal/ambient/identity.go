package ambient

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"net/url"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/metadata"
	securityv1alpha1 "istio.io/api/security/v1alpha1"

	"istio-mesh/lab/internal/network"
)

// Authority is istiod as the mesh's certificate authority.
type Authority struct {
	// Address is host:port of istiod's secure gRPC port.
	Address string
	// ServerName is the name in istiod's certificate.
	ServerName string
	// Roots is the mesh's trust bundle, PEM.
	Roots string
}

// Workload is whose identity is asked for.
type Workload struct {
	Namespace      string
	ServiceAccount string
	// Token returns a service-account token for istiod.
	Token func() (string, error)
	// Authority finds istiod; it may not be there yet.
	Authority func() (Authority, error)
}

const (
	certificateLife = 24 * time.Hour
	requestTimeout  = 10 * time.Second
)

// identity keeps a workload's certificate until half of its life is over.
type identity struct {
	workload Workload

	mutex  sync.Mutex
	config *tls.Config
	renew  time.Time
}

// clientConfig is what a tunnel to a waypoint needs: the workload's certificate, and a check that
// the other side belongs to the mesh. (Mesh certificates carry no host names to check.)
func (i *identity) clientConfig(ctx context.Context) (*tls.Config, error) {
	i.mutex.Lock()
	defer i.mutex.Unlock()
	if i.config != nil && time.Now().Before(i.renew) {
		return i.config, nil
	}
	authority, err := i.workload.Authority()
	if err != nil {
		return nil, err
	}
	roots := x509.NewCertPool()
	if !roots.AppendCertsFromPEM([]byte(authority.Roots)) {
		return nil, fmt.Errorf("the mesh's trust bundle holds no certificate")
	}
	certificate, err := i.request(ctx, authority, roots)
	if err != nil {
		return nil, fmt.Errorf("certificate for %s/%s: %w", i.workload.Namespace, i.workload.ServiceAccount, err)
	}
	i.config = &tls.Config{
		Certificates:          []tls.Certificate{certificate},
		NextProtos:            []string{"h2"},
		MinVersion:            tls.VersionTLS12,
		InsecureSkipVerify:    true,
		VerifyPeerCertificate: inMesh(roots),
	}
	i.renew = time.Now().Add(certificateLife / 2)
	return i.config, nil
}

func inMesh(roots *x509.CertPool) func([][]byte, [][]*x509.Certificate) error {
	return func(raw [][]byte, _ [][]*x509.Certificate) error {
		intermediates := x509.NewCertPool()
		var leaf *x509.Certificate
		for _, der := range raw {
			certificate, err := x509.ParseCertificate(der)
			if err != nil {
				return err
			}
			if leaf == nil {
				leaf = certificate
				continue
			}
			intermediates.AddCert(certificate)
		}
		if leaf == nil {
			return fmt.Errorf("the waypoint showed no certificate")
		}
		_, err := leaf.Verify(x509.VerifyOptions{Roots: roots, Intermediates: intermediates, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny}})
		return err
	}
}

func (i *identity) request(ctx context.Context, authority Authority, roots *x509.CertPool) (tls.Certificate, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, err
	}
	name := &url.URL{Scheme: "spiffe", Host: network.TrustDomain, Path: fmt.Sprintf("/ns/%s/sa/%s", i.workload.Namespace, i.workload.ServiceAccount)}
	csr, err := x509.CreateCertificateRequest(rand.Reader, &x509.CertificateRequest{Subject: pkix.Name{}, URIs: []*url.URL{name}}, key)
	if err != nil {
		return tls.Certificate{}, err
	}
	token, err := i.workload.Token()
	if err != nil {
		return tls.Certificate{}, err
	}
	connection, err := grpc.NewClient("passthrough:///"+authority.Address,
		grpc.WithTransportCredentials(credentials.NewTLS(&tls.Config{RootCAs: roots, ServerName: authority.ServerName, MinVersion: tls.VersionTLS12})))
	if err != nil {
		return tls.Certificate{}, err
	}
	defer connection.Close()
	ctx, cancel := context.WithTimeout(ctx, requestTimeout)
	defer cancel()
	ctx = metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+token)
	answer, err := securityv1alpha1.NewIstioCertificateServiceClient(connection).CreateCertificate(ctx, &securityv1alpha1.IstioCertificateRequest{
		Csr:              string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE REQUEST", Bytes: csr})),
		ValidityDuration: int64(certificateLife.Seconds()),
	})
	if err != nil {
		return tls.Certificate{}, err
	}
	certificate := tls.Certificate{PrivateKey: key}
	for _, part := range answer.CertChain {
		for rest := []byte(part); ; {
			var block *pem.Block
			if block, rest = pem.Decode(rest); block == nil {
				break
			}
			certificate.Certificate = append(certificate.Certificate, block.Bytes)
		}
	}
	return certificate, nil
}
