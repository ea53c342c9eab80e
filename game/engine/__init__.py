"""The rules of a session: pure functions over values. No disk, clock, randomness or drawing."""
