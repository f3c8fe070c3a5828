"""The tests: one folder for each package of the library, and what they share in `support`."""
