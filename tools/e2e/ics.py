"""Prints each event of a calendar file as a line of JSON, as Debian's python3-icalendar reads it.

ics_compare.py says what the members mean.
"""
import datetime
import json
import sys

import icalendar


def utc(value):
    return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ")


def times(event):
    start = event["DTSTART"].dt
    end = event["DTEND"].dt if "DTEND" in event else None
    if not isinstance(start, datetime.datetime):
        last = end - datetime.timedelta(days=1) if end else start
        return {"allDay": True, "start": str(start), "end": str(last), "zone": "", "startsAt": "", "endsAt": ""}
    end = end or start
    zone = event["DTSTART"].params.get("TZID", "")
    if not zone and start.utcoffset() is not None:
        zone = "UTC"
    hour = "%Y-%m-%dT%H:%M"
    return {
        "allDay": False, "start": start.strftime(hour), "end": end.strftime(hour), "zone": zone,
        "startsAt": utc(start), "endsAt": utc(end),
    }


def categories(event):
    value = event.get("CATEGORIES", [])
    lists = value if isinstance(value, list) else [value]
    return [str(name) for each in lists for name in each.cats]


with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    print(json.dumps({
        "uid": str(event["UID"]),
        "sequence": int(event.get("SEQUENCE", 0)),
        "status": str(event.get("STATUS", "")).lower(),
        "stamp": utc(event["DTSTAMP"].dt),
        "summary": str(event.get("SUMMARY", "")),
        "description": str(event.get("DESCRIPTION", "")),
        "location": str(event.get("LOCATION", "")),
        "url": str(event.get("URL", "")),
        "categories": categories(event),
        **times(event),
    }, sort_keys=True))
