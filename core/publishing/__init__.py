"""What stands between a draft and its readers: one audit, asked by every door through which anything is published.

`obstacles(record)` is what refuses publishing, `audit(record)` the same with what is only advice. Apps above core add
to them by the hooks `publishing_obstacles` and `publishing_advice`, each from a record to issues.
"""
