"""The doors to publishing: what each of them says, and where, when a draft is not whole."""
