#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints lesson.rng: the grammar given first, with the definitions of those given after it (elements/KIND.rng, one a kind
of element). The build runs it; so does tests/lint/lessons.py, which needs no build."""
import sys
import xml.etree.ElementTree as xml

xml.register_namespace('', 'http://relaxng.org/ns/structure/1.0')
schema = xml.parse(sys.argv[1])
for name in sys.argv[2:]:
    schema.getroot().extend(xml.parse(name).getroot())
sys.stdout.buffer.write(xml.tostring(schema.getroot(), 'utf-8', xml_declaration=True))
