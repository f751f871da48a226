"""Writes what the calendar file of examples/timetable has to say, derived from its JSON.

    timetable.py PROGRAM EXPECTED.json

The sittings of the constructed proposal are those of usual working days, and their ids tell the day and the half of it.
"""
import json
import pathlib
import subprocess
import sys

HOURS = {"am": ("10:00", "13:00"), "pm": ("15:00", "18:00")}
ZONE = "Europe/Zurich"


def utc(day, hour):
    assert "2024-03-31" < day < "2024-10-27", day  # summer time, two hours ahead
    return f"{day}T{int(hour[:2]) - 2:02}{hour[2:]}Z"


answer = json.loads(subprocess.run([sys.argv[1], "-format", "json"], capture_output=True, check=True).stdout)
assert answer["status"] == "optimal", answer["status"]
sittings = sorted({a["sitting"] for a in answer["assignments"]})
first, last = sittings[0][:10], sittings[-1][:10]
same = {"sequence": 0, "status": "tentative", "stamp": f"{first}T00:00Z", "location": "CICG, Geneva", "url": ""}
events = [{
    **same, "uid": "proposal-round-1@attwork.example", "categories": ["round"], "description": "",
    "allDay": True, "start": first, "end": last, "zone": "", "startsAt": "", "endsAt": "",
}]
for sitting in sittings:
    day, half = sitting[:10], sitting[11:]
    start, end = HOURS[half]
    events.append({
        **same, "uid": f"proposal-round-1-{sitting}@attwork.example", "categories": ["sitting"], "allDay": False,
        "start": f"{day}T{start}", "end": f"{day}T{end}", "zone": ZONE, "startsAt": utc(day, start), "endsAt": utc(day, end),
    })
assert len(sittings) == 10, sittings  # all are in use, so that none is missing here
pathlib.Path(sys.argv[2]).write_text(json.dumps(events))
