"""What people touch: the break-room check-in, on a terminal, by touch or in plain lines."""
