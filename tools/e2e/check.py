"""Reads the JSON of examples/check."""
import json
import subprocess
import sys


def run(*args):
    return subprocess.run([sys.argv[1], "-format", "json", *args], capture_output=True)


done = run("csp9", "proposal")
assert done.returncode == 1, done
answer = json.loads(done.stdout)
keys = {"rule", "severity", "path", "related", "message", "remedy", "cites"}
for finding in answer["findings"]:
    assert keys <= finding.keys(), finding
    assert all(c["text"] and c["paragraph"] for c in finding["cites"]), finding
rules = {r["id"] for r in json.loads(run("-list").stdout)["rules"]}
assert rules == {o["rule"] for o in answer["outcomes"]}
assert not [f for f in answer["findings"] if f["file"] == "proposal"]
assert run("proposal").returncode == 0
print(f"check: {len(answer['findings'])} findings on csp9, none on proposal, {len(rules)} rules")
