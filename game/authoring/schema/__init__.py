"""JSON Schemas of an author's files, for completion and explanations in editors.

They are made from the tables that the reader itself uses, so that the two cannot drift apart.
"""
