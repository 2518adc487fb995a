"""Our order of letters against a browser's, for every Arabic sentence of the program and for lines of all kinds."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitate.language import catalog
from facilitate.tui.bidi.classes import REMOVED, bidi_class
from facilitate.tui.bidi.levels import embedding_levels
from facilitate.tui.bidi.order import at_line_end, reordered

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PATIENCE = 60

MIXED = """
نعم (3 مرات)|في 12:40 مع ABC|15 %|من 15-17 سنة|15-17 سنة|«نعم»: A1، A2|الرقم +212 600-123456
(o) ضبط الوقت|الملف douar.meeting في /home/amina|facilitate open douar.meeting --as أمينة|3/4 من الحاضرين
× 2,5 أو ÷ 2|Y08 · أولوياتنا: التصويت|قال: "نعم" (ثم سكت)|[A1] {ب} <ج>|Amina و Hassan
Amina (النساء 25-29 سنة) 0:27|14:05–15:30|٣٤ أو 34|٣٤٫٥ ٪|12.5٪ من الوقت|من CEG إلى دار الشباب (2 km)
2 km من CEG|نعم! لا؟ ربما...|C++ و C#|a.b@c.ma لأمينة|https://example.org/ar/1 هنا|لا (لا (لا) A) B
A (ب) C|(A) ب|ب (A)|ب (A) ج|A1: ب، C2: د|1. أولا|2) ثانيا|- بند|• نصائح: 3|$5 أو 5$|5 د + 2 د = 7 د|+2 د
−3 د|2026-07-16 في الساعة 15:00|16/07/2026|الخميس 16 يوليوز 2026، 15:00|1.234,5 درهم|عدد:3|A/ب/C|ا-ب-A-1
مُسيِّر(ة)|المُسيِّر(ة) Amina|؟ A ؟|A، B، C|A؛ ب؛ 3|#1 ب|ب #1|@A ب @B|ب\u2066A (1)\u2069 ج
ب \u2068Hassan B.\u2069 (2)|A\u200fب 1\u200e2|50 × 20 m في الحقل
"""
SAMPLES = ("Hassan B.", "12", "أمينة", "Y08", "12:40", "douar.meeting", "3 (A1)", "15-17 سنة")

PAGE = """<!doctype html><meta charset="utf-8"><style>
p { direction: rtl; unicode-bidi: isolate; white-space: pre; width: 9000px; margin: 0; font: 20px sans-serif;
    font-variant-ligatures: none; }
p.ltr { direction: ltr; }</style><body><pre id="found"></pre><script>
const lines = LINES, found = [];
for (const [text, base] of lines) {
  const p = document.createElement("p"), range = document.createRange(), places = [];
  p.textContent = text; if (base === 0) p.className = "ltr";
  document.body.append(p);
  const node = p.firstChild, middle = [];
  for (let place = 0; place < text.length; place++) {
    range.setStart(node, place); range.setEnd(node, place + 1);
    const box = range.getBoundingClientRect();
    middle.push((box.left + box.right) / 2); places.push(place);
  }
  places.sort((a, b) => middle[a] - middle[b]);
  found.push(places); p.remove();
}
document.getElementById("found").textContent = JSON.stringify(found);
</script>"""

Line = tuple[str, int]


def sentences() -> Iterator[str]:
    """What the Arabic catalogs say, with values of both directions in its places."""
    folder = Path(catalog.__file__).parent / "locale" / "ar"
    said = re.compile(r'^msgstr(?:\[\d\])? "(.+)"$', re.MULTILINE)
    for room in sorted(folder.glob("*.po")):
        for number, found in enumerate(said.findall(room.read_text(encoding="utf-8"))):
            text = json.loads(f'"{found}"')
            for place, value in enumerate(re.findall(r"\{\w+\}", text)):
                text = text.replace(value, SAMPLES[(number + place) % len(SAMPLES)], 1)
            yield from (each for each in text.split("\n") if each.strip())


def lines() -> list[Line]:
    made = [each for each in MIXED.replace("\n", "|").split("|") if each]
    assert len(made) >= 50
    return [(each, base) for each in made for base in (0, 1)] + [(each, 1) for each in dict.fromkeys(sentences())]


def letters(text: str, order: list[int]) -> str:
    """What stands there from left to right. Marks are drawn over their letter and controls nowhere: a browser gives
    them no place of their own."""
    unseen = REMOVED | {"NSM", "LRI", "RLI", "FSI", "PDI"}
    signs = (text[each] for each in order)
    return "".join(each for each in signs if bidi_class(each) not in unseen and unicodedata.category(each) != "Cf")


def ours(line: Line) -> list[int]:
    return reordered(at_line_end(embedding_levels(*line)))


def browsers(asked: list[Line], folder: Path) -> list[list[int]]:
    page = folder / "page.html"
    page.write_text(PAGE.replace("LINES", json.dumps(asked)), encoding="utf-8")
    assert BROWSER
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    done = subprocess.run(
        [*command, "--dump-dom", page.as_uri()], capture_output=True, encoding="utf-8", timeout=PATIENCE, check=True
    )
    found = re.search(r'<pre id="found">(\[.*?)</pre>', done.stdout, re.DOTALL)
    assert found, done.stderr[-500:]
    places: list[list[int]] = json.loads(found.group(1))
    return places


@pytest.mark.skipif(BROWSER is None, reason="Chromium is not installed")
def test_every_sentence_stands_as_in_a_browser(tmp_path: Path) -> None:
    asked = lines()
    assert len(asked) > 1000
    found = browsers(asked, tmp_path)
    different = [
        (line, letters(line[0], theirs), letters(line[0], ours(line)))
        for line, theirs in zip(asked, found, strict=True)
        if letters(line[0], theirs) != letters(line[0], ours(line))
    ]
    assert different == []
