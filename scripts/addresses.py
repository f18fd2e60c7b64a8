#!/usr/bin/env python3
"""Prints, in French and in English, the addresses that open a café: addresses.py LINKS SERVER."""

import json
import sys
from pathlib import Path
from urllib.parse import urlsplit


def main() -> None:
    links = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["links"]
    server = sys.argv[2].rstrip("/")

    print("\nLe café est ouvert. · The café is open.\n")
    show("Animation · Facilitator", links["facilitator"], server)
    show("Écran · Screen", links["screen"], server)
    for table, link in enumerate(links["captains"], 1):
        show(f"Capitaine, table {table} · Captain", link, server)
    show("Participants · Participants", links["participant"], server)
    print("\nCtrl-C arrête le serveur ; rien n’est perdu.", end=" · ")
    print("Ctrl-C stops the server; nothing is lost.\n", flush=True)


def show(whose: str, link: str, server: str) -> None:
    """One line: whose page it is, and its address on the server as it runs now."""
    parts = urlsplit(link)
    print(f"  {whose:<32} {server}{parts.path}#{parts.fragment}")


if __name__ == "__main__":
    main()
