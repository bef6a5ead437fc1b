"""What is to happen by itself, and what people mean to do on a day: asked of pages and their drafts, no table of its own."""
