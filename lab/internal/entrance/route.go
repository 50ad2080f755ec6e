// Package entrance is where a lab is entered from outside: which hosts and paths its gateways
// answer, how each is asked for, and the proxy that leads from the host's network to the first of
// them.
package entrance

import (
	"fmt"
	"net"
	"strconv"
	"strings"
)

// anyHost is the host of a route for all.
const anyHost = "*"

// Route is a host and a path for which a gateway of the lab has a route.
type Route struct {
	// Owner is the object that declares the route, such as "VirtualService shop/cart".
	Owner string `json:"owner"`
	// Host is that of the requests, "*" for any; one that begins with "*." stands for those below.
	Host string `json:"host"`
	Path string `json:"path"`
	// Scheme is http or https.
	Scheme string `json:"scheme"`
	// Address and Port are the gateway's own inside the lab.
	Address string `json:"address"`
	Port    int    `json:"port"`
}

// Door is how a lab is entered.
type Door struct {
	// Lab is the lab's name.
	Lab string
	// Entrance is the host's address that leads to the gateway at Gateway.
	Entrance string
	Gateway  string
}

// direct says whether the host's own address leads to the route.
func (d Door) direct(r Route) bool {
	return r.Scheme == "http" && net.JoinHostPort(r.Address, strconv.Itoa(r.Port)) == d.Gateway
}

// URL is what a browser of this machine opens, "" where only a command reaches the route.
func (d Door) URL(r Route) string {
	if !d.direct(r) || r.Host != anyHost {
		return ""
	}
	return "http://" + d.Entrance + r.Path
}

// Try is a URL for a browser of this machine, or the command that asks for the route.
func (d Door) Try(r Route) string {
	host := strings.Replace(r.Host, "*", "any", 1)
	switch {
	case d.URL(r) != "":
		return d.URL(r)
	case d.direct(r):
		return fmt.Sprintf("curl -H 'Host: %s' http://%s%s", host, d.Entrance, r.Path)
	case r.Host == anyHost:
		return d.curl(r) + fmt.Sprintf("%s://%s%s%s", r.Scheme, r.Address, r.port(), r.Path)
	}
	return d.curl(r) + fmt.Sprintf("--resolve %s:%d:%s %s://%s%s%s", host, r.Port, r.Address, r.Scheme, host, r.port(), r.Path)
}

func (d Door) curl(r Route) string {
	command := "lab/lab curl "
	if d.Lab != DefaultLab {
		command += "--name " + d.Lab + " "
	}
	if r.Scheme == "https" {
		// Certificates of a lab are of authorities that this machine does not know.
		command += "--insecure "
	}
	return command
}

// DefaultLab is the lab that commands without a name mean.
const DefaultLab = "dev"

// port is the part of a URL that names the port, "" for the scheme's own.
func (r Route) port() string {
	if r.Scheme == "http" && r.Port == 80 || r.Scheme == "https" && r.Port == 443 {
		return ""
	}
	return ":" + strconv.Itoa(r.Port)
}
