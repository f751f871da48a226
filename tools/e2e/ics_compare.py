#!/usr/bin/env python3
"""Compares how two independent readers understand a calendar file, and what its writer meant.

    ics_compare.py FILE.ics EXPECTED.json

EXPECTED.json is a list of events in the order of the file. An event has its uid, and as many of the
other members as the writer knows; those that it lacks are compared between the readers only:

    uid, sequence, status (small letters), summary, description, location, url, categories,
    stamp             2025-01-15T09:30Z
    allDay            true or false
    start, end        2025-02-24, both inclusive, if allDay; else 2025-02-25T10:00, local
    zone              Europe/Zurich, UTC; empty if allDay
    startsAt, endsAt  2025-02-25T09:00Z; empty if allDay

What is missing of the readers is installed.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
ICAL_JS = "ical.js@2.2.1"
PYTHON = "/usr/bin/python3"  # Debian's: no other one sees python3-icalendar
MEMBERS = {
    "uid", "sequence", "status", "stamp", "summary", "description", "location", "url", "categories",
    "allDay", "start", "end", "zone", "startsAt", "endsAt",
}


def install(*packages):
    subprocess.run(["apt-get", "update", "-qq"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["apt-get", "install", "-y", "-qq", *packages], check=True, stdout=subprocess.DEVNULL)


def sees_icalendar():
    return shutil.which(PYTHON) and subprocess.run([PYTHON, "-c", "import icalendar"], stderr=subprocess.DEVNULL).returncode == 0


def events(*command):
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    # Only the line end of JSON lines counts: splitlines knows others, which texts may have.
    return [json.loads(line) for line in done.stdout.decode().split("\n") if line]


def read(file):
    """Returns the events as each reader has them."""
    if not sees_icalendar():
        install("python3-icalendar")
    if not shutil.which("npm"):
        install("nodejs", "npm")
    with tempfile.TemporaryDirectory() as folder:
        npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, ICAL_JS]
        subprocess.run(npm, check=True, stdout=subprocess.DEVNULL)
        return {
            "python3-icalendar": events(PYTHON, HERE / "ics.py", file),
            "ical.js": events("node", HERE / "ics.mjs", file, folder),
        }


def faults_of_bytes(data):
    """Holds the bytes against RFC 5545, section 3.1, which readers are lenient about."""
    if not data.endswith(b"\r\n"):
        yield "the file does not end with CRLF"
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if len(line) > 75:
            yield f"line {number} has {len(line)} octets"
        if b"\n" in line or b"\r" in line:
            yield f"line {number} has a line end of its own"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield f"line {number} cuts a rune"


def beyond(readers, member, value):
    """Says whether a known fault of one of the readers keeps it from reading a value.

    python3-icalendar 4.0.3 unescapes one sort of escape after the other, so that a backslash before an n
    becomes a line end, and cuts categories at escaped commas; its zones end in 2037. ical.js 2.2.1 takes
    the comma behind an escaped backslash for an escaped one.
    """
    values = value if isinstance(value, list) else [str(value)]
    if "python3-icalendar" in readers:
        if any("\\" in v or member == "categories" and "," in v for v in values):
            return True
        if member in ("startsAt", "endsAt") and value[:4] > "2037":
            return True
    return "ical.js" in readers and member == "categories" and any(v.endswith("\\") for v in values)


def differences(readers, found, expected):
    name = " against ".join(readers)
    if [e["uid"] for e in found] != [e["uid"] for e in expected]:
        yield f"{name}: events {[e['uid'] for e in found]}, expected {[e['uid'] for e in expected]}"
        return
    for have, want in zip(found, expected):
        for member in sorted(want):
            if have[member] != want[member] and not beyond(readers, member, want[member]):
                yield f"{name}: {want['uid']}: {member} is {have[member]!r}, expected {want[member]!r}"


def main():
    file, expected = pathlib.Path(sys.argv[1]), json.loads(pathlib.Path(sys.argv[2]).read_text())
    for event in expected:
        assert "uid" in event and event.keys() <= MEMBERS, f"members {sorted(event)}, known are {sorted(MEMBERS)}"
    faults = list(faults_of_bytes(file.read_bytes()))
    readers = read(file)
    for name, found in readers.items():
        assert all(event.keys() == MEMBERS for event in found), name
        faults += differences([name], found, expected)
    (one, first), (two, second) = readers.items()
    faults += differences([one, two], first, second)
    for fault in faults:
        print(f"{file}: {fault}", file=sys.stderr)
    if faults or not expected:
        sys.exit(f"{file}: {len(faults)} differences, {len(expected)} events expected")
    print(f"{file.name}: {len(expected)} events, as {one} and {two} read them")


main()
