package labs

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// record is what is remembered of a running lab: the process that holds its namespaces, seen from
// the host, with its start time, so that a reused process id is never taken for the lab.
type record struct {
	PID     int    `json:"pid"`
	Started string `json:"started"`
	Address string `json:"address"`
}

func (l Layout) writeRecord(r record) error {
	content, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return os.WriteFile(l.record(), content, 0o644)
}

// running returns the record of the lab if its process is alive.
func (l Layout) running() (record, bool) {
	content, err := os.ReadFile(l.record())
	if err != nil {
		return record{}, false
	}
	var r record
	if json.Unmarshal(content, &r) != nil {
		return record{}, false
	}
	started, err := startTime(r.PID)
	return r, err == nil && started == r.Started
}

// startTime is field 22 of /proc/<pid>/stat; the command name before it may hold spaces and
// parentheses, so the fields are counted from the last one.
func startTime(pid int) (string, error) {
	content, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return "", err
	}
	return startField(string(content))
}

func startField(stat string) (string, error) {
	end := strings.LastIndex(stat, ")")
	if end < 0 {
		return "", fmt.Errorf("unexpected process state %q", stat)
	}
	fields := strings.Fields(stat[end+1:])
	const state, start = 3, 22
	if len(fields) <= start-state || fields[0] == "Z" {
		return "", fmt.Errorf("process has ended")
	}
	return fields[start-state], nil
}
