package apps

import (
	"encoding/json"
	"net/http"
	"strings"
)

// hopsHeader tells who answered on the way of a request, as JSON: who answers, and whom it asked.
const hopsHeader = "Lab-Hops"

// hop is one call on the way of a request.
type hop struct {
	App     string `json:"app"`
	Version string `json:"version,omitempty"`
	Pod     string `json:"pod"`
	// Caller is the identity that the proxy in front of the application proved; "" where there is none.
	Caller string `json:"caller,omitempty"`
}

func hopOf(app string, env Env, request *http.Request) hop {
	return hop{App: app, Version: env(VersionVariable), Pod: podName(env), Caller: callerOf(request.Header)}
}

func tellHops(response http.ResponseWriter, hops ...hop) {
	if text, err := json.Marshal(hops); err == nil {
		response.Header().Set(hopsHeader, string(text))
	}
}

// hopsIn reads what a service says of its way; nothing where it says nothing, as a real image does.
func hopsIn(header http.Header) []hop {
	var hops []hop
	if err := json.Unmarshal([]byte(header.Get(hopsHeader)), &hops); err != nil {
		return nil
	}
	return hops
}

// callerOf reads whom a proxy let in from x-forwarded-client-cert: the last element is of the last
// proxy, the others were there before.
func callerOf(header http.Header) string {
	elements := splitUnquoted(header.Get("X-Forwarded-Client-Cert"), ',')
	for _, pair := range splitUnquoted(elements[len(elements)-1], ';') {
		if key, value, found := strings.Cut(pair, "="); found && strings.EqualFold(key, "URI") {
			return value
		}
	}
	return ""
}

// splitUnquoted splits at a separator that is not inside double quotes, as subjects of certificates are.
func splitUnquoted(text string, separator rune) []string {
	quoted := false
	parts, rest := []string{}, strings.Builder{}
	for _, char := range text {
		if char == '"' {
			quoted = !quoted
		}
		if char == separator && !quoted {
			parts = append(parts, rest.String())
			rest.Reset()
			continue
		}
		rest.WriteRune(char)
	}
	return append(parts, rest.String())
}
