"""Timeline: many reports on one country, their figures and claims followed over the years."""
