"""The record of an attempt: what is kept of it, and how it comes back."""
