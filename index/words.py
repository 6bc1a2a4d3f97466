"""Words as the index knows them: folded surface forms and lemmas, Polish and English alike."""
