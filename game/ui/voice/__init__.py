"""Reading aloud, by a speaking program that is installed already: espeak-ng, or the system's own voice."""
