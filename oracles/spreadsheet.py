"""Has LibreOffice work a workbook out anew."""

import os
import subprocess

# LibreOffice trusts the results in a file; told so, it works all of them out anew.
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


def recalculated(path, folder):
    """The workbook as LibreOffice works it out and saves it."""
    profile, saved = os.path.join(folder, "profile"), os.path.join(folder, "saved")
    os.makedirs(os.path.join(profile, "user"), exist_ok=True)
    with open(os.path.join(profile, "user", "registrymodifications.xcu"), "w", encoding="utf-8") as file:
        file.write(ALWAYS)
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    subprocess.run([*command, saved, path], check=True, capture_output=True, timeout=120)
    return os.path.join(saved, os.path.basename(path))
