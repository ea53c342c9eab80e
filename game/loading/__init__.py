"""From YAML text to a checked Scenario: marked nodes, fields, translations, the catalogue of scenes."""
