"""Reads the JSON of examples/savings, and adds it up again with exact decimals."""
import json
import subprocess
import sys
from decimal import Decimal

SCENARIOS = ("low", "likely", "high")
PAIRS = (("csp9", "proposal"), ("csp9", "csp10"), ("csp8", "csp11"), ("proposal", "csp9"), ("csp12", "csp7"))


def run(*flags):
    done = subprocess.run([sys.argv[1], "-format", "json", *flags], capture_output=True, check=True)
    assert not done.stderr, done.stderr
    return done.stdout


def add(lines, side, scenario):
    return sum((Decimal(l[side][scenario]) for l in lines), Decimal(0))


for before, after in PAIRS:
    raw = run("-from", before, "-to", after)
    assert raw == run("-from", before, "-to", after), "two runs differ"
    answer = json.loads(raw)
    for s in SCENARIOS:
        lines = answer["lines"]
        assert add(lines, "from", s) == Decimal(answer["from"]["total"][s]), (before, after, s)
        assert add(lines, "to", s) == Decimal(answer["to"]["total"][s]), (before, after, s)
        assert add(lines, "saving", s) == Decimal(answer["saving"][s]), (before, after, s)
        payers = sum(Decimal(p["saving"][s]) for p in answer["byPayer"])
        assert payers == Decimal(answer["saving"][s]), (before, after, s)
    for side in ("from", "to"):
        for key in ("rounds", "trips", "days", "sittings", "practicalMinutes"):
            assert key in answer[side], key
    budget = Decimal(answer["saving"]["percentOf"]["budget"].split()[1])
    part = next(p for p in answer["byPayer"] if p["payer"] == "conference-budget")
    exact = Decimal(part["saving"]["likely"]) * 100 / budget
    assert abs(exact - Decimal(answer["saving"]["percent"])) <= Decimal("0.05"), exact

sampled = json.loads(run("-samples", "1000", "-seed", "5"))["saving"]["sampled"]
quantiles = [Decimal(sampled["quantiles"][q]) for q in ("5", "25", "50", "75", "95")]
assert quantiles == sorted(quantiles)
print(f"savings: {len(PAIRS)} comparisons add up in three scenarios")
