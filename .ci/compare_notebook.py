"""Compares an executed notebook with the committed one, cell by cell.

An error or a panic in a Rust cell does not make nbconvert fail, so this looks for error outputs and for anything on the
standard error stream first. `--update` writes the new outputs into the committed notebook instead, without what changes
from run to run: times, counters, and how a stream was cut into pieces.
"""
import json
import sys


def text_of(text):
    """A notebook's texts are strings or lists of lines."""
    return text if isinstance(text, str) else "".join(text)


def shown(cell):
    """What a reader sees below a cell, by kind: the streams, and every rendering of the results."""
    parts = {}
    for output in cell.get("outputs", []):
        if output["output_type"] == "stream":
            pieces = {output["name"]: output["text"]}
        elif output["output_type"] == "error":
            pieces = {"error": [line + "\n" for line in output["traceback"]]}
        else:
            pieces = output["data"]
        for kind, text in pieces.items():
            parts[kind] = parts.get(kind, "") + text_of(text)
    return {kind: text.rstrip() for kind, text in parts.items()}


def tidied(cell, number):
    """The cell's outputs in one form, whatever the kernel's timing."""
    parts, outputs = shown(cell), []
    if stdout := parts.pop("stdout", ""):
        outputs.append({"name": "stdout", "output_type": "stream", "text": (stdout + "\n").splitlines(True)})
    if parts:
        data = {kind: text.splitlines(True) for kind, text in sorted(parts.items())}
        outputs.append({"data": data, "execution_count": number, "metadata": {}, "output_type": "execute_result"})
    return outputs


def difference(before, after):
    """The first line in which two cells' outputs differ, in words; nothing if they do not."""
    for kind in sorted(before.keys() | after.keys()):
        old, new = before.get(kind, "").splitlines(), after.get(kind, "").splitlines()
        longest = max(len(old), len(new))
        for a, b in zip(old + [""] * (longest - len(old)), new + [""] * (longest - len(new))):
            if a != b:
                return f"{kind} differs\n  committed: {a}\n  shown now: {b}"
    return None


def main(committed_path, executed_path, update):
    with open(committed_path, encoding="utf-8") as file:
        committed = json.load(file)
    with open(executed_path, encoding="utf-8") as file:
        executed = json.load(file)
    cells = [[cell for cell in book["cells"] if cell["cell_type"] == "code"] for book in (committed, executed)]
    problems = []
    for number, (before, after) in enumerate(zip(*cells, strict=True), start=1):
        now = shown(after)
        wrong = [text for kind, text in now.items() if kind in ("error", "stderr")]
        if wrong:
            problems.append(f"code cell {number} failed:\n" + "\n".join(wrong))
        elif update:
            before.update(outputs=tidied(after, number), execution_count=number, metadata={})
        elif found := difference(shown(before), now):
            problems.append(f"code cell {number}: {found}")
    if problems:
        sys.exit(f"{committed_path}: " + "\n".join(problems))
    if update:
        with open(committed_path, "w", encoding="utf-8") as file:
            json.dump(committed, file, indent=1, ensure_ascii=False)
            file.write("\n")
    print(f"{committed_path}: {len(cells[0])} code cells {'updated' if update else 'show what is committed'}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "--update" in sys.argv[3:])
