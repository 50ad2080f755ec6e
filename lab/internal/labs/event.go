package labs

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// event is what a lab that is coming up says to the `up` command that started it.
type event struct {
	Step    string  `json:"step"`
	Done    bool    `json:"done"`
	Seconds float64 `json:"seconds,omitempty"`
	Error   string  `json:"error,omitempty"`
	Log     string  `json:"log,omitempty"`
}

// lastStep is announced when the lab is usable.
const lastStep = "ready"

// steps reports the steps of a start, in order.
type steps struct {
	out io.Writer
	now func() time.Time
}

// run does one step and reports how it went. log is where to look when it fails.
func (s steps) run(name, log string, work func() error) error {
	began := s.now()
	s.send(event{Step: name})
	if err := work(); err != nil {
		s.send(event{Step: name, Error: err.Error(), Log: log})
		return fmt.Errorf("%s: %w", name, err)
	}
	s.send(event{Step: name, Done: true, Seconds: s.now().Sub(began).Seconds()})
	return nil
}

// send ignores errors: once the lab is ready nobody may be listening any more.
func (s steps) send(e event) {
	if content, err := json.Marshal(e); err == nil {
		_, _ = s.out.Write(append(content, '\n'))
	}
}

// follow prints a start's events until the lab is ready or failed.
func follow(events io.Reader, out io.Writer) error {
	scanner := bufio.NewScanner(events)
	for scanner.Scan() {
		var e event
		if err := json.Unmarshal(scanner.Bytes(), &e); err != nil {
			return fmt.Errorf("unexpected event %q", scanner.Text())
		}
		switch {
		case e.Error != "":
			return failure(e)
		case e.Step == lastStep:
			return nil
		case e.Done:
			fmt.Fprintf(out, "  %-34s %5.1f s\n", e.Step, e.Seconds)
		}
	}
	return fmt.Errorf("the lab ended while it was coming up")
}

// failure names the log of the step that failed and shows its end.
func failure(e event) error {
	text := fmt.Sprintf("%s: %s", e.Step, e.Error)
	if e.Log != "" {
		text += fmt.Sprintf("\nlog: %s\n%s", e.Log, lastLines(e.Log, 12))
	}
	return fmt.Errorf("%s", text)
}

func lastLines(file string, count int) string {
	content, err := os.ReadFile(file)
	if err != nil {
		return "  (" + err.Error() + ")"
	}
	lines := strings.Split(strings.TrimRight(string(content), "\n"), "\n")
	if len(lines) > count {
		lines = lines[len(lines)-count:]
	}
	return "  " + strings.Join(lines, "\n  ")
}
