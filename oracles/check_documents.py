"""What python-docx reads in drafts of every form: paragraphs and tables as nhiemvu's own HTML has them, and no tag left."""

import os
import tempfile
from html.parser import HTMLParser

from docx import Document
from program import answer, conclude, output


class Blocks(HTMLParser):
    """The paragraphs of an HTML page, those of tables cell by cell."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.paragraph: str | None = None
        self.depth = 0

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tables.append([])
            self.depth += 1
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag == "td":
            self.tables[-1][-1].append([])
        elif tag == "p":
            self.paragraph = ""
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag):
        if tag == "table":
            self.depth -= 1
        elif tag == "p":
            (self.tables[-1][-1][-1] if self.depth else self.paragraphs).append(self.paragraph)
            self.paragraph = None

    def handle_data(self, data):
        if self.paragraph is not None:
            self.paragraph += data


task = answer("task", "list", "--state", "follow-up/applied")[0]["code"]
agreed, differences = 0, []
with tempfile.TemporaryDirectory() as folder:
    for form in answer("doc", "list"):
        code = form["form"]
        docx, html = os.path.join(folder, "a.docx"), os.path.join(folder, "a.html")
        output("doc", "render", task, code, "--draft", "--output", docx)
        output("doc", "render", task, code, "--draft", "--as", "html", "--output", html)
        document = Document(docx)
        theirs = [p.text for p in document.paragraphs], [
            [["\n".join(p.text for p in cell.paragraphs) for cell in row.cells] for row in table.rows] for table in document.tables
        ]
        page = Blocks()
        with open(html, encoding="utf-8") as file:
            page.feed(file.read().split("<body>", 1)[1])
        ours = page.paragraphs, [[["\n".join(cell) for cell in row] for row in table] for table in page.tables]
        text = " ".join(theirs[0]) + str(theirs[1])
        if theirs != ours:
            where = next((pair for pair in zip(theirs[0] + theirs[1], ours[0] + ours[1]) if pair[0] != pair[1]), "lengths")
            differences.append(f"{code}: {where}")
        elif "{{" in text or "}}" in text or "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" not in text:
            differences.append(f"{code}: a tag is left, or the head is missing")
        else:
            agreed += 1
conclude("documents", agreed, differences)
