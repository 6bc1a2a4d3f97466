"""Programs that make files which are committed; none of them is needed to run the project."""
