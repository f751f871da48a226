"""Solves one model with HiGHS. The start, with a first model of one variable, is told so that it can be taken off."""
import json, sys, time
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

milp([1], integrality=[1], bounds=Bounds([0], [1]), constraints=LinearConstraint(csr_array([[1]]), [1], [np.inf]))
start = time.process_time()
with open(sys.argv[1]) as f:
    m = json.load(f)
n = m["vars"]
cost = np.zeros(n)
cost[m["objective"]] = m["costs"]
rows = csr_array((np.array(m["coefs"], float), m["columns"], m["starts"]), shape=(len(m["low"]), n))
low = np.array(m["low"], float)
high = np.where(m["equal"], low, np.inf)


def solve(presolve):
    return milp(cost, integrality=np.ones(n), bounds=Bounds(np.zeros(n), np.ones(n)), constraints=LinearConstraint(rows, low, high),
                options={"mip_rel_gap": 0, "presolve": presolve})


result = solve(True)
if result.status == 2:  # infeasible: presolve has been seen to say so of models that are not
    result = solve(False)
print(json.dumps({"start": start, "status": result.status, "ones": [] if result.x is None else np.flatnonzero(result.x > 0.5).tolist()}))
