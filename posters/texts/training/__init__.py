"""What the trainer's handouts and booklet say, in English: data only; languages are spoken by whoever prints it."""
