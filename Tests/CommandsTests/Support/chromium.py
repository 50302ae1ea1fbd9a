"""Opens an HTML file in headless Chromium and says, as JSON, what a reader would meet.

    python3 chromium.py CHROMIUM FILE [SCREENSHOTS]

The browser is driven over its debugging pipe: the document forbids itself every script, and stays as it is.
With a folder for SCREENSHOTS, pictures are left there: light, dark, phone, and a PDF.
"""

import base64
import json
import os
import subprocess
import sys
import tempfile

WIDTHS = [320, 390, 820, 1100]

# What is wider than the window; text that a reader hears only is allowed to stand anywhere.
WIDE = """(() => {
  const wide = [...document.body.querySelectorAll('*')].filter(e => {
    const r = e.getBoundingClientRect();
    return r.width > 1 && r.height > 1 && r.right > innerWidth + 1 && !e.closest('.vh, .skip');
  });
  return {scroll: document.documentElement.scrollWidth, window: innerWidth,
          wide: wide.slice(0, 5).map(e => e.outerHTML.slice(0, 120))};
})()"""

SHAPE = """(() => {
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  const luminance = c => {
    const [r, g, b] = c.match(/[0-9.]+/g).map(Number).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  // A letter stands on a mark of its own, not on paper.
  const paper = luminance(getComputedStyle(document.body).backgroundColor);
  const contrast = e => {
    const style = getComputedStyle(e);
    const own = luminance(e instanceof SVGElement ? style.fill : style.color);
    return (Math.max(own, paper) + .05) / (Math.min(own, paper) + .05);
  };
  const texts = [...document.querySelectorAll('p, li, th, td, summary, h1, h2, h3, h4, svg text:not(.letter), caption, a, code')]
    .filter(e => e.textContent.trim() && e.checkVisibility({checkVisibilityCSS: true}));
  const faint = texts.filter(e => contrast(e) < 4.5);
  return {
    headings: [...document.querySelectorAll('h1, h2, h3, h4')].map(e => Number(e.tagName[1])),
    tables: document.querySelectorAll('table').length,
    tablesWithoutCaption: document.querySelectorAll('table:not(:has(> caption))').length,
    headsWithoutScope: document.querySelectorAll('th:not([scope])').length,
    pictures: document.querySelectorAll('svg[role=img]').length,
    picturesWithoutTitle: [...document.querySelectorAll('svg[role=img]')].filter(e => !e.querySelector(':scope > title')?.textContent.trim()).length,
    picturesOfNothing: [...document.querySelectorAll('svg:not([role=img]):not([aria-hidden=true])')].filter(e => !e.parentElement.closest('svg')).length,
    idsTwice: ids.filter((id, n) => ids.indexOf(id) !== n),
    deadLinks: [...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1)).filter(id => !document.getElementById(decodeURIComponent(id))),
    scripts: document.querySelectorAll('script, iframe, object, embed, img, link, form, [onclick], [onerror], [onload]').length,
    faint: faint.slice(0, 5).map(e => e.outerHTML.slice(0, 120)),
    title: document.title,
  };
})()"""


class Browser:
    def __init__(self, program):
        # The browser may still write there when it is told to end.
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_child, self.output = os.pipe()
        self.input, from_child = os.pipe()

        def place():
            # The pipe is on 3 and 4; what is dup'ed first could lie there.
            reading, writing = os.dup(to_child), os.dup(from_child)
            os.dup2(os.dup(reading), 3)
            os.dup2(os.dup(writing), 4)
            os.set_inheritable(3, True)
            os.set_inheritable(4, True)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-extensions",
             "--disable-background-networking", "--user-data-dir=" + self.profile.name, "--remote-debugging-pipe", "about:blank"],
            preexec_fn=place, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_child)
        os.close(from_child)
        self.number = 0
        self.rest = b""
        self.events = []
        self.session = None

    def message(self):
        while b"\0" not in self.rest:
            part = os.read(self.input, 1 << 20)
            if not part:
                raise SystemExit("the browser ended")
            self.rest += part
        text, self.rest = self.rest.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, address, width):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.call(domain + ".enable")
        self.width(width)
        self.call("Page.navigate", url=address)
        self.wait("Page.loadEventFired")

    def wait(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.message())

    def evaluate(self, expression):
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def width(self, width, height=900):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 700)

    def close(self):
        self.process.kill()
        self.process.wait()


def main():
    program, file = sys.argv[1], os.path.realpath(sys.argv[2])
    folder = sys.argv[3] if len(sys.argv) > 3 else None
    browser = Browser(program)
    try:
        browser.open("file://" + file, 1100)
        result = {"widths": {}}
        for width in WIDTHS:
            browser.width(width)
            # What is folded has to fit too.
            for state in ["false", "true"]:
                browser.evaluate(f"document.querySelectorAll('details').forEach(e => e.open = {state})")
                result["widths"][f"{width}{'' if state == 'false' else ' unfolded'}"] = browser.evaluate(WIDE)
            browser.evaluate("document.querySelectorAll('details').forEach(e => e.open = false)")
        browser.width(1100)
        result["light"] = browser.evaluate(SHAPE)
        browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
        result["dark"] = {"faint": browser.evaluate(SHAPE)["faint"]}
        browser.call("Emulation.setEmulatedMedia", features=[])
        document = base64.b64decode(browser.call("Page.printToPDF")["data"])
        result["printed"] = len(document)
        requests = [event["params"]["request"]["url"] for event in browser.events if event.get("method") == "Network.requestWillBeSent"]
        result["requests"] = [url for url in requests if url != "file://" + file]
        result["console"] = [
            event["params"] for event in browser.events
            if event.get("method") in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded", "Page.javascriptDialogOpening")]
        if folder:
            shoot(browser, folder, document)
        print(json.dumps(result, indent=1, ensure_ascii=False))
    finally:
        browser.close()


def shoot(browser, folder, document):
    def save(name, width):
        browser.width(width)
        height = min(int(browser.evaluate("document.documentElement.scrollHeight")), 16000)
        browser.width(width, height)
        data = browser.call("Page.captureScreenshot", format="png")["data"]
        with open(os.path.join(folder, name), "wb") as file:
            file.write(base64.b64decode(data))

    os.makedirs(folder, exist_ok=True)
    save("light.png", 1100)
    save("phone.png", 390)
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    save("dark.png", 1100)
    with open(os.path.join(folder, "print.pdf"), "wb") as file:
        file.write(document)


if __name__ == "__main__":
    main()
