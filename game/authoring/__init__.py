"""For instructors: new scenes, checks, exhaustive exploration, simulated clinicians, graphs."""
