"""Values: scenario, rubric, state, events, diagnostics. Imports nothing of ours."""
