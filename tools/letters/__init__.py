"""The weights that choose between Polish words by what stands beside them, made from free texts."""
