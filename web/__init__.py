"""Pages, JSON interface, command line: the edge of the program."""
