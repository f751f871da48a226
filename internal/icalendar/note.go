package icalendar

import (
	"attwork.example/att"
	"attwork.example/att/check"
)

// Note says what [Read] understood and does not use.
type Note struct {
	att.Position
	Message check.Message
}

// notes collects notes and bounds their number.
type notes struct {
	list []Note
	more int // beyond MaxNotes
}

func (n *notes) add(at att.Position, key, english string, args ...check.Arg) {
	if len(n.list) == MaxNotes {
		n.more++
		return
	}
	n.list = append(n.list, Note{Position: at, Message: check.Say(english, args...).Keyed("icalendar/" + key)})
}

// all returns the notes; a last one counts those that were left out.
func (n *notes) all(name string) []Note {
	if n.more > 0 {
		message := check.Say("There are {more} more notes.", check.Number("more", n.more)).Keyed("icalendar/more")
		return append(n.list, Note{Position: att.Position{Name: name}, Message: message})
	}
	return n.list
}
