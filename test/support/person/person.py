"""Does edits in LibreOffice as a person would. Reads jobs as JSON from its input, prints what went wrong with which job as JSON."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
import traceback

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import DisposedException
from com.sun.star.uno import Exception as UnoException

# Python was told to look nowhere else.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from edits import Person, Refused  # noqa: E402

STARTS_WITHIN = 60
ENDS_WITHIN = 20


def give_up(reason):
    """Ends this process and LibreOffice with it: both are of one group, which the test started for them."""
    print(reason, file=sys.stderr, flush=True)
    os.killpg(0, signal.SIGKILL)


def named(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


class Office:
    """One LibreOffice with a profile of its own."""

    def __init__(self, profile):
        pipe = os.path.basename(os.path.dirname(profile))
        profile_url = uno.systemPathToFileUrl(profile)
        self.process = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation={profile_url}",
                "--headless",
                "--norestore",
                "--nologo",
                "--nodefault",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        self.context = self.connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        self.desktop = self.service("com.sun.star.frame.Desktop")

    def connect(self, url):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        until = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < until and self.process.poll() is None:
            try:
                return resolver.resolve(url)
            except UnoException:
                time.sleep(0.1)
        return give_up("LibreOffice did not start")

    def service(self, name):
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def open(self, path, in_sight):
        url = uno.systemPathToFileUrl(path)
        document = self.desktop.loadComponentFromURL(url, "_blank", 0, named(Hidden=not in_sight))
        if document is None:
            raise Refused("LibreOffice could not open it")
        return document

    def end(self):
        try:
            self.desktop.terminate()
        except DisposedException:
            pass  # It was gone before it could answer.
        try:
            self.process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            give_up("LibreOffice did not end")


def done(office, job):
    # Out of sight it is done in half the time, but the sheet in front stays there even where it is hidden.
    document = office.open(job["from"], any(edit["kind"] == "hide" for edit in job["edits"]))
    try:
        # Worked out once at the end: formulas that nobody looks at in between cost time alone.
        document.enableAutomaticCalculation(False)
        person = Person(document)
        for number, edit in enumerate(job["edits"], 1):
            try:
                person.do(edit)
            except (Refused, UnoException) as problem:
                reason = str(problem) or type(problem).__name__
                raise Refused(f"edit {number}, {json.dumps(edit, ensure_ascii=False)}: {reason}") from problem
        document.enableAutomaticCalculation(True)
        document.calculateAll()
        document.storeToURL(uno.systemPathToFileUrl(job["to"]), named(FilterName="Calc MS Excel 2007 XML"))
    finally:
        document.close(True)


def failures_of(office, jobs, seconds):
    """Does every job; gives those that could not be done, each with its reason."""
    failures = []
    for number, job in enumerate(jobs):
        late = threading.Timer(seconds, give_up, [f"{job['name']} took longer than {seconds} s"])
        late.start()
        try:
            done(office, job)
        except DisposedException:
            give_up(f"LibreOffice died at {job['name']}")
        except (Refused, UnoException) as problem:
            failures.append({"job": number, "reason": str(problem) or type(problem).__name__})
        finally:
            late.cancel()
    return failures


def main():
    request = json.load(sys.stdin)
    office = Office(request["profile"])
    try:
        print(json.dumps(failures_of(office, request["jobs"], request["seconds"])), flush=True)
        office.end()
    except BaseException:
        give_up(traceback.format_exc())


main()
