"""Compares an executed notebook with the committed one, cell by cell.

A panic or an error in a Rust cell does not make nbconvert fail, so this looks for error outputs and for anything on
the standard error stream, and then compares what every cell shows. `--update` writes the new outputs into the
committed notebook instead, without the run's times and counters.
"""
import json
import sys


def shown(cell):
    """What a reader sees below a cell: streams joined, and every rendering of every result."""
    parts = []
    for output in cell.get("outputs", []):
        if output["output_type"] == "stream":
            parts.append((output["name"], "".join(output["text"])))
        elif output["output_type"] == "error":
            parts.append(("error", "\n".join(output["traceback"])))
        else:
            parts += [(kind, "".join(text)) for kind, text in sorted(output["data"].items())]
    return parts


def main(committed_path, executed_path, update):
    with open(committed_path, encoding="utf-8") as file:
        committed = json.load(file)
    with open(executed_path, encoding="utf-8") as file:
        executed = json.load(file)
    problems = []
    pairs = [(a, b) for a, b in zip(committed["cells"], executed["cells"]) if a["cell_type"] == "code"]
    for number, (before, after) in enumerate(pairs, start=1):
        wrong = [text for kind, text in shown(after) if kind in ("error", "stderr")]
        if wrong:
            problems.append(f"cell {number} failed:\n{''.join(wrong)}")
        elif not update and shown(before) != shown(after):
            problems.append(f"cell {number} shows something else than the committed notebook:\n{shown(after)}")
    if problems:
        sys.exit(f"{committed_path}: " + "\n".join(problems))
    if update:
        for number, (before, after) in enumerate(pairs, start=1):
            before["outputs"] = after["outputs"]
            before["execution_count"] = number
            for output in before["outputs"]:
                output.pop("execution_count", None)
                if output["output_type"] == "execute_result":
                    output["execution_count"] = number
            before["metadata"] = {}
        with open(committed_path, "w", encoding="utf-8") as file:
            json.dump(committed, file, indent=1, ensure_ascii=False)
            file.write("\n")
    print(f"{committed_path}: {len(pairs)} cells {'updated' if update else 'as committed'}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "--update" in sys.argv[3:])
