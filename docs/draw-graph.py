#!/usr/bin/env python3
"""Draws a news-graph/1 file as SVG: docs/draw-graph.py GRAPH.json OUT.svg

The largest connected part: vertices coloured by type and sized by mentions; edges with their relation type, dashed where the
relation is not a fact (negated, future, possible, attempted, requested). Standard library only, same input, same picture.
"""
import json
import math
import sys
from html import escape

WIDTH, HEIGHT, MARGIN = 1100, 760, 105
COLOURS = {"Person": "#d1495b", "Organization": "#30638e", "Country": "#2e8b57", "Place": "#66a182",
           "Group": "#edae49", "Event": "#8d6a9f", "Law": "#5c5c5c", "Thing": "#9c9c9c"}


def load(path):
    with open(path, encoding="utf-8") as file:
        graph = json.load(file)
    edges = {}
    for r in graph["relations"]:
        if r["subject"] and r["object"] and r["subject"] != r["object"]:
            fact = r["polarity"] == "positive" and r["modality"] == "actual"
            kinds = edges.setdefault((r["subject"], r["object"]), {})
            kinds[r["type"]] = kinds.get(r["type"], False) or fact
    used = largest_component(edges)
    return [e for e in graph["entities"] if e["id"] in used], {pair: kinds for pair, kinds in edges.items() if pair[0] in used}


def largest_component(edges):
    near = {}
    for a, b in edges:
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    best, seen = set(), set()
    for start in near:
        if start not in seen:
            component, queue = {start}, [start]
            while queue:
                for other in near[queue.pop()]:
                    if other not in component:
                        component.add(other)
                        queue.append(other)
            seen |= component
            best = max(best, component, key=len)
    return best


def layout(nodes, edges):
    """Fruchterman & Reingold (1991) on a circle to begin with, a little pull to the middle."""
    place = {}
    for i, node in enumerate(nodes):
        angle = 2 * math.pi * i / len(nodes)
        place[node["id"]] = [math.cos(angle), math.sin(angle)]
    ideal = 1.5 / math.sqrt(len(nodes))
    degree = dict.fromkeys(place, 0)
    for a, b in edges:
        degree[a] += 1
        degree[b] += 1
    for step in range(600):
        heat = 0.15 * (1 - step / 600)
        push = {k: [-0.05 * p[0], -0.05 * p[1]] for k, p in place.items()}
        keys = list(place)
        for i, a in enumerate(keys):
            for b in keys[i + 1:]:
                dx, dy = place[a][0] - place[b][0], place[a][1] - place[b][1]
                d = max(math.hypot(dx, dy), 0.01)
                f = ideal * ideal / d
                for k, sign in ((a, 1), (b, -1)):
                    push[k][0] += sign * dx / d * f
                    push[k][1] += sign * dy / d * f
        for a, b in edges:
            dx, dy = place[a][0] - place[b][0], place[a][1] - place[b][1]
            d = max(math.hypot(dx, dy), 0.01)
            # Hubs pull less, or their neighbours lie on one heap.
            f = d * d / ideal / (2 + max(degree[a], degree[b]) / 2)
            for k, sign in ((a, -1), (b, 1)):
                push[k][0] += sign * dx / d * f
                push[k][1] += sign * dy / d * f
        for k, p in place.items():
            d = max(math.hypot(*push[k]), 1e-9)
            p[0] += push[k][0] / d * min(d, heat)
            p[1] += push[k][1] / d * min(d, heat)
    xs, ys = [p[0] for p in place.values()], [p[1] for p in place.values()]
    scale = lambda v, low, high, size: MARGIN + (v - low) / max(high - low, 1e-9) * (size - 2 * MARGIN)
    return {k: (scale(p[0], min(xs), max(xs), WIDTH), scale(p[1], min(ys), max(ys), HEIGHT)) for k, p in place.items()}


def short(text, length=34):
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + "…"


def draw(nodes, edges, place):
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Helvetica, Arial, sans-serif">',
           '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#888"/></marker></defs>',
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>']
    size = {n["id"]: 7 + 2.2 * math.sqrt(len(n["mentions"])) for n in nodes}
    for (a, b), kinds in edges.items():
        (x1, y1), (x2, y2) = place[a], place[b]
        d = max(math.hypot(x2 - x1, y2 - y1), 1)
        ux, uy = (x2 - x1) / d, (y2 - y1) / d
        bend = 22
        mx, my = (x1 + x2) / 2 - uy * bend, (y1 + y2) / 2 + ux * bend
        ex, ey = x2 - ux * (size[b] + 2), y2 - uy * (size[b] + 2)
        dash = "" if any(kinds.values()) else ' stroke-dasharray="5 4"'
        out.append(f'<path d="M{x1:.1f} {y1:.1f}Q{mx:.1f} {my:.1f} {ex:.1f} {ey:.1f}" fill="none" stroke="#888"{dash} marker-end="url(#arrow)"/>')
        label = ", ".join(sorted(kinds)[:2]) + (" …" if len(kinds) > 2 else "")
        out.append(f'<text x="{(mx + (x1 + x2) / 2) / 2:.1f}" y="{(my + (y1 + y2) / 2) / 2:.1f}" font-size="9" fill="#555" text-anchor="middle">{escape(label)}</text>')
    for n in nodes:
        x, y = place[n["id"]]
        out.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size[n["id"]]:.1f}" fill="{COLOURS[n["type"]]}"><title>{escape(n["name"])}</title></circle>')
        out.append(f'<text x="{x:.1f}" y="{y + size[n["id"]] + 13:.1f}" font-size="13" text-anchor="middle" stroke="#fff" stroke-width="3" paint-order="stroke" fill="#222">{escape(short(n["name"]))}</text>')
    x = 20
    for kind in sorted({n["type"] for n in nodes}, key=list(COLOURS).index):
        out.append(f'<circle cx="{x}" cy="{HEIGHT - 18}" r="6" fill="{COLOURS[kind]}"/><text x="{x + 11}" y="{HEIGHT - 14}" font-size="12" fill="#222">{kind}</text>')
        x += 95
    out.append(f'<text x="{x}" y="{HEIGHT - 14}" font-size="12" fill="#222">dashed: not a fact (denied, planned, requested …)</text></svg>')
    return "\n".join(out) + "\n"


def main():
    nodes, edges = load(sys.argv[1])
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(draw(nodes, edges, layout(nodes, edges)))


main()
