"""Step 4, jobs: work on files that outlives its request and the process."""

JOBS: tuple[str, ...] = ()
