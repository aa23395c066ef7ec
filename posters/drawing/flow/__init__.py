"""Text that runs over as many pages as it needs: blocks, one below the other."""
