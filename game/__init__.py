"""First Session / Première séance: practise the first meeting with a guarded patient."""
