"""What we print: scorecards in, PDF sheets out."""
