"""How the page of a session looks: on a screen, on a phone, on paper. Light, with nothing from outside."""

from __future__ import annotations

from game.authoring.drawing import CREAM, FONT, INK, MIST, PINE, RUST, SAND, SOFT, STONE

_BROWN = "#5B4B45"

STYLE = f"""
:root{{color-scheme:light}}
*{{box-sizing:border-box}}
body{{font:17px/1.5 {FONT};color:{INK};background:{SAND};margin:0}}
main{{max-width:50rem;margin:0 auto;padding:2rem 1.25rem;overflow-wrap:break-word}}
h1{{font-size:1.9rem;line-height:1.2;margin:0}} h2{{font-size:1.3rem;margin:2rem 0 .6rem}}
h3{{font-size:1rem;margin:0 0 .4rem}} h4{{font-size:.85rem;margin:0;color:{SOFT}}} p{{margin:.4rem 0}}
.soft{{color:{SOFT}}} em{{color:{_BROWN}}}
section,article{{background:{CREAM};border-radius:12px;padding:1rem 1.25rem;margin:0 0 1rem}}
article{{border-left:4px dashed {RUST}}} article.good{{border-left:4px solid {PINE}}}
.said{{font-weight:700}} .mark{{color:{RUST};font-weight:700}}
table{{border-collapse:collapse;width:100%}} td,th{{text-align:left;padding:.25rem .5rem .25rem 0}}
td.n,th.n{{text-align:right;font-variant-numeric:tabular-nums}}
ul{{padding-left:1.2rem;margin:.4rem 0}} ul.plain{{list-style:none;padding:0}}
.plain li{{padding-left:1.6rem;text-indent:-1.6rem}}
.sign{{display:inline-block;width:1.6rem;text-indent:0;font-weight:700}}
.curve{{width:100%;height:auto;overflow:visible;font-family:{FONT}}}
.help{{border:2px solid {PINE}}}
.pair{{display:grid;grid-template-columns:1fr 1fr;gap:.6rem;margin:.6rem 0;font-size:.92em}}
.step{{border:2px solid {STONE};border-radius:8px;padding:.5rem .75rem;background:{SAND};min-width:0}}
.step.other{{border:2px dashed {PINE};background:{MIST}}} .other h4{{color:{PINE}}}
dl{{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1rem;margin:0}}
dt{{font-weight:700;max-width:11rem}} dd{{margin:0;min-width:0}}
dt.thought{{font-weight:400;font-style:italic}}
dd.cue{{grid-column:1/-1;font-style:italic;color:{_BROWN}}}
dd.thought{{font-style:italic;border-left:3px dotted {SOFT};padding-left:.7rem}}
@media (max-width:34rem){{main{{padding:1rem .6rem}} dl,.pair{{grid-template-columns:1fr}}
section,article{{padding:.8rem .9rem}} dt{{max-width:none}}
.curve text{{font-size:21px}}}}
@media print{{@page{{margin:14mm}} body{{background:#fff;font-size:9.5pt;line-height:1.4}}
main{{padding:0;max-width:none}} h2{{margin:1.2rem 0 .4rem}}
section,article{{padding:.3rem 0 .3rem .8rem;background:none;border-radius:0}}
article,table,li,dd,.pair,.curve,.help{{break-inside:avoid}} h1,h2,h3,h4,dt{{break-after:avoid}}
.pair{{grid-template-columns:1fr 1fr;gap:.3rem;margin:.3rem 0;font-size:8.5pt;line-height:1.3}}
.step,.step.other{{padding:.1rem .6rem;background:none}} .step p{{margin:.1rem 0}}
p{{margin:.2rem 0;orphans:3;widows:3}}}}
"""
