"""Writes the named character references of HTML as a table for C++.

Source: the WHATWG's list (https://html.spec.whatwg.org/entities.json), which
Python carries as html.entities.html5. Names are sorted by bytes, without the
semicolon; the few that old pages write without one are in html_entity.cc.
"""

from html.entities import html5

print("// Made by make_entities.py.")
for name in sorted(name for name in html5 if name.endswith(";")):
    text = "".join(f"\\x{byte:02x}" for byte in html5[name].encode())
    print(f'{{"{name[:-1]}", "{text}"}},')
