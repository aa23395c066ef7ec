"""Tagged PDF on ReportLab: what a page says, in which order, for those who hear it instead of seeing it."""
