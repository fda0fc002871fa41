"""What a run is given: the files that paths lead to, their formats, and the documents and libraries they name."""
