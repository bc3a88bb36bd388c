"""E-mail as other programs receive it: sent through aiosmtpd over TLS with a login, read with Python's email; letters filled as pystache fills them."""

import email
import email.policy
import json
import logging
import os
import random
import re
import socket
import ssl
import subprocess
import sys
import tempfile
import unicodedata
from datetime import datetime, timedelta, timezone

import pystache
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from program import PROGRAM, Comparison

TOOL = os.path.join(os.path.dirname(PROGRAM), "letters")
comparison = Comparison("mail", "Python")
compare = comparison.compare
random.seed(20251231)
# A client that hangs up because it does not trust the server is what is asked for.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)


def letters(asked, **environment):
    done = subprocess.run([TOOL], input=json.dumps(asked), capture_output=True, encoding="utf-8", env=os.environ | environment)
    if done.returncode != 0:
        sys.exit(f"letters: exit {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)


class Mailroom:
    """Keeps what comes; refuses one recipient for good and one for now."""

    def __init__(self):
        self.envelopes = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 5.1.1 no such user"
        if address.startswith("later@"):
            return "450 4.2.0 greylisted"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        self.envelopes.append((session.ssl is not None, session.host_name, envelope))
        return "250 ok"


def certificate(folder):
    """A key and a certificate of our own for `localhost`."""
    pair = os.path.join(folder, "key.pem"), os.path.join(folder, "certificate.pem")
    words = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    subprocess.run(["openssl", *words.split(), "-keyout", pair[0], "-out", pair[1]], check=True, capture_output=True)
    return pair


# Whole characters, as templates and registers give them: composed, and no line breaks.
LETTERS = "aZ09 .-_:/=?@<>\"\\,;()[]ăâđêôơưĐẨỗửỵ€🌾"


def text(longest):
    return unicodedata.normalize("NFC", "".join(random.choices(LETTERS, k=random.randint(1, longest))))


def message(number):
    when = datetime(2020, 1, 1, tzinfo=timezone(timedelta(hours=7))) + timedelta(seconds=random.randint(0, 300_000_000))
    return {
        "key": f"{number}/{text(random.choice([5, 20, 60]))}",
        "to": f"person.{number}+x@office.example.vn",
        "name": re.sub(" +", " ", text(20)).strip(),
        "subject": re.sub(" +", " ", text(random.choice([10, 60, 400]))).strip() or "x",
        "body": "\n".join(text(200) for _ in range(random.randint(1, 20))) + "\n",
        "date": when.isoformat(),
        "urgent": random.random() < 0.3,
    }


def words(header):
    return re.sub(r"\s+", " ", str(header)).strip()


def deliveries(folder):
    key, chain = certificate(folder)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(chain, key)
    password = "p\"ạ\\ss: wörd#"
    with open(os.path.join(folder, "password"), "w", encoding="utf-8") as file:
        os.fchmod(file.fileno(), 0o600)
        file.write(password + "\n")

    def login(server, session, envelope, mechanism, data):
        return AuthResult(handled=False, success=(data.login, data.password) == (b"khcn@example.vn", password.encode()))

    room = Mailroom()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    guarded = {"authenticator": login, "auth_required": True, "auth_require_tls": True}
    server = Controller(room, hostname="127.0.0.1", port=port, tls_context=context, require_starttls=True, **guarded)
    server.start()
    try:
        settings = f"smtp://khcn@example.vn@localhost:{port}?from=khcn@example.vn&name=S%E1%BB%9F%20KH%26CN&helo=may.example.vn&timeout=20"
        trusted = {"CURL_CA_BUNDLE": chain}
        asked = [message(number) for number in range(40)]
        answers = letters({"settings": f"{settings}&password-file={folder}/password", "messages": asked}, **trusted)
        compare("messages received", len(answers), len(room.envelopes))
        for sent, answer, (secret, greeting, envelope) in zip(asked, answers, room.envelopes):
            what = f"message {sent['key']}"
            compare(f"{what} outcome", answer["outcome"], "delivered")
            compare(f"{what} over TLS", "may.example.vn True", f"{greeting} {secret}")
            compare(f"{what} envelope", ("khcn@example.vn", [sent["to"]]), (envelope.mail_from, envelope.rcpt_tos))
            compare_message(what, sent, answer, envelope.content)
        compare("keys", len(asked), len({answer["identifier"] for answer in answers}))

        refused = [message(0) | {"to": "nobody@office.example.vn"}, message(0) | {"to": "later@office.example.vn"}]
        answers = letters({"settings": f"{settings}&password-file={folder}/password", "messages": refused}, **trusted)
        compare("refusals", [(a["outcome"], a["code"]) for a in answers], [("refused", "mail-refused"), ("postponed", "mail-busy")])
        (stranger,) = letters({"settings": f"{settings}&password-file={folder}/password", "messages": [message(0)]}, CURL_CA_BUNDLE="/dev/null")
        compare("a certificate that nobody knows", (stranger["outcome"], stranger["code"]), ("postponed", "mail-tls"))
        with open(os.path.join(folder, "wrong"), "w", encoding="utf-8") as file:
            os.fchmod(file.fileno(), 0o600)
            file.write("wrong")
        (wrong,) = letters({"settings": f"{settings}&password-file={folder}/wrong", "messages": [message(0)]}, **trusted)
        compare("a wrong password", (wrong["outcome"], wrong["code"]), ("postponed", "mail-login"))
        compare("nothing more received", len(asked), len(room.envelopes))
    finally:
        server.stop()

    # The same bytes as files.
    letters({"settings": f"folder:{folder}/out?from=khcn@example.vn&name=S%E1%BB%9F%20KH%26CN", "messages": asked})
    files = [open(os.path.join(folder, "out", name), "rb").read() for name in sorted(os.listdir(os.path.join(folder, "out")))]
    compare("files", sorted(files), sorted(envelope.content for _, _, envelope in room.envelopes))


def compare_message(what, sent, answer, content):
    parsed = email.message_from_bytes(content, policy=email.policy.default)
    compare(f"{what} defects", [], [*parsed.defects, *(defect for header in parsed.values() for defect in header.defects)])
    compare(f"{what} subject", sent["subject"], str(parsed["Subject"]))
    compare(f"{what} body", sent["body"], parsed.get_content().replace("\r\n", "\n"))
    compare(f"{what} date", datetime.fromisoformat(sent["date"]), parsed["Date"].datetime)
    compare(f"{what} sender", ("Sở KH&CN", "khcn@example.vn"), (parsed["From"].addresses[0].display_name, parsed["From"].addresses[0].addr_spec))
    compare(f"{what} recipient", (sent["name"], sent["to"]), (parsed["To"].addresses[0].display_name, parsed["To"].addresses[0].addr_spec))
    compare(f"{what} identifier", answer["identifier"], parsed["Message-ID"])
    compare(f"{what} by a program", "auto-generated", parsed["Auto-Submitted"])
    compare(f"{what} urgent", "high" if sent["urgent"] else None, parsed["Importance"])
    left = parsed["Message-ID"][1:].rsplit("@", 1)[0]
    if "~" not in left:
        compare(f"{what} key", sent["key"], bytes.fromhex(re.sub("=(..)|(.)", lambda m: m[1] or m[2].encode().hex(), left)).decode())
        compare(f"{what} key read back", sent["key"], answer["key"])


def piece(depth, names):
    """A random piece of a template: words, fields, sections with the names they bring, tags alone on a line or not."""
    kind = random.random()
    if depth == 0 or kind < 0.35:
        return random.choice(["x", "mục ", " - ", "\n", "\n  ", "\n\n"])
    if kind < 0.6:
        return "{{" + random.choice(["", " "]) + random.choice(names["fields"]) + "}}"
    if kind < 0.65:
        return "{{! remark }}"
    name = random.choice(names["fields"] + list(names["sections"]))
    sign = random.choice("##^")
    inner = names
    if sign == "#" and name in names["sections"]:
        added = names["sections"][name]
        # Within itself a section would be repeated for each of its items, for each of its items: that is refused.
        others = {other: shape for other, shape in names["sections"].items() if other != name}
        inner = {"fields": names["fields"] + added["fields"], "sections": others | added["sections"]}
    # Blanks behind a tag alone on its line are a matter of opinion: the specification takes them away, pystache does not.
    end = random.choice(["", "\n"])
    body = "".join(piece(depth - 1, inner) for _ in range(random.randint(0, 4)))
    return "{{" + sign + name + "}}" + end + body + "{{/" + name + "}}" + random.choice(["", "\n"])


def templates():
    names = {"fields": ["a", "b"], "sections": {"items": {"fields": ["c"], "sections": {"inner": {"fields": ["d"], "sections": {}}}}}}
    asked = []
    for _ in range(1500):
        body = "".join(piece(4, names) for _ in range(random.randint(1, 6)))
        word = lambda: random.choice(["", "một", "<b> & \"hai\""])
        inner = lambda: [{"d": word()} for _ in range(random.randint(0, 2))]
        items = [{"c": word(), "inner": inner()} for _ in range(random.randint(0, 3))]
        asked.append({"text": "Subject: x {{a}}\n\n" + body, "data": {"a": word(), "b": word(), "items": items, "inner": []}})
    renderer = pystache.Renderer(escape=lambda text: text)
    for letter, filled in zip(asked, letters({"letters": asked}), strict=True):
        theirs = renderer.render(letter["text"].split("\n", 2)[2], letter["data"]).split("\n")
        while theirs and not theirs[-1].strip(" "):
            theirs.pop()
        compare(f"letter {letter}", filled["body"], "\n".join(theirs) + "\n")
        compare(f"subject {letter}", filled["subject"], f"x {letter['data']['a']}".strip())


templates()
with tempfile.TemporaryDirectory() as folder:
    deliveries(folder)
comparison.conclude()
