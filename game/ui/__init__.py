"""The window: pygame draws views and answers with intents. The only room that imports pygame."""
