// Package cycles has the real cycles of the Arms Trade Treaty as programmes of work: what was held, on
// which dates, in which form, with the source and the confidence of each fact.
//
// What is not public stays unknown and is listed in [att.Programme] under Gaps. The cycle of CSPn runs
// from the close of the conference before to the close of CSPn, so a meeting in February belongs to the
// conference of the same calendar year.
package cycles

import (
	"embed"

	"attwork.example/att"
	"attwork.example/internal/strictjson"
)

//go:embed *.json
var files embed.FS

// Names returns the names of the cycles in the order of time: csp5 to csp12.
func Names() []string {
	return []string{"csp5", "csp6", "csp7", "csp8", "csp9", "csp10", "csp11", "csp12"}
}

// Programme returns the cycle with this name, a fresh copy at each call, and whether there is one.
func Programme(name string) (att.Programme, bool) {
	data, err := files.ReadFile(name + ".json")
	if err != nil {
		return att.Programme{}, false
	}
	var p att.Programme
	strictjson.MustDecode(name+".json", "attwork/programme/1", data, &p)
	return p, true
}
