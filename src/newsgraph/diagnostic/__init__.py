"""What a person or a program is told of a report: place, demand, finding, suggestion; and the formats they come in."""
