package entrance

import (
	"fmt"
	"html/template"
	"io"
	"strings"
)

// indexLine is one route of the index.
type indexLine struct {
	Owner, Host, URL, Try string
}

func linesOf(door Door, routes []Route) []indexLine {
	lines := make([]indexLine, len(routes))
	for i, route := range routes {
		lines[i] = indexLine{Owner: route.Owner, Host: route.Host, URL: door.URL(route), Try: door.Try(route)}
	}
	return lines
}

// PrintRoutes writes the routes for people, one a line.
func PrintRoutes(out io.Writer, door Door, routes []Route) {
	if len(routes) == 0 {
		fmt.Fprintln(out, "no gateway has a route yet")
		return
	}
	owner, host := len("ROUTE"), len("HOST")
	for _, route := range routes {
		owner, host = max(owner, len(route.Owner)), max(host, len(route.Host))
	}
	row := fmt.Sprintf("%%-%ds  %%-%ds  %%s\n", owner, host)
	fmt.Fprintf(out, row, "ROUTE", "HOST", "URL OR COMMAND")
	for _, line := range linesOf(door, routes) {
		fmt.Fprintf(out, row, line.Owner, line.Host, line.Try)
	}
}

// index is the page at the lab's entrance.
func index(out io.Writer, door Door, routes []Route, html bool) {
	if html {
		_ = page.Execute(out, struct {
			Lab   string
			Lines []indexLine
		}{door.Lab, linesOf(door, routes)})
		return
	}
	fmt.Fprintf(out, "lab %s\n\n", door.Lab)
	PrintRoutes(out, door, routes)
}

// wantsHTML says whether a request comes from a browser.
func wantsHTML(accept string) bool { return strings.Contains(accept, "text/html") }

var page = template.Must(template.New("index").Parse(`<!DOCTYPE html>
<html><head><title>lab {{.Lab}}</title></head>
<body><h1>lab {{.Lab}}</h1>
{{if not .Lines}}<p>No gateway has a route yet.</p>{{end}}<table>
{{range .Lines}}<tr><td>{{.Owner}}</td><td>{{.Host}}</td><td>{{if .URL}}<a href="{{.URL}}">{{.URL}}</a>{{else}}<code>{{.Try}}</code>{{end}}</td></tr>
{{end}}</table></body></html>
`))
