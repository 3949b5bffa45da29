"""Views: what one page or sheet says, in one language. Views decide, templates print."""
