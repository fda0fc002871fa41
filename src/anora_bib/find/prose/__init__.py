"""The running text: sentences, quotations, people, titles, attributions and mentions."""
