"""The crates inside the program: their licences, and a bill of materials (CycloneDX)."""

import json
import subprocess
from pathlib import Path

NAMES = ("licen", "copying", "notice", "unlicense", "copyright")


def crates(root, triple):
    """The packages that are compiled into the program, without those of tests and builds."""
    command = ["cargo", "metadata", "--format-version=1", "--locked", "--filter-platform", triple]
    told = subprocess.run(command, check=True, cwd=root, stdout=subprocess.PIPE).stdout
    told = json.loads(told)
    nodes = {node["id"]: node for node in told["resolve"]["nodes"]}
    packages = {package["id"]: package for package in told["packages"]}
    first = next(id for id, package in packages.items() if package["name"] == "indicia")
    seen, waiting = set(), [first]
    while waiting:
        node = nodes[waiting.pop()]
        # Macros run in the compiler.
        if any("proc-macro" in target["kind"] for target in packages[node["id"]]["targets"]):
            continue
        needs = [
            need["pkg"]
            for need in node["deps"]
            if any(kind["kind"] is None for kind in need["dep_kinds"])
        ]
        seen.add(node["id"])
        waiting += [need for need in needs if need not in seen]
    seen.remove(first)
    return sorted((packages[id] for id in seen), key=lambda crate: (crate["name"], crate["version"]))


def licences(all_crates):
    """All licences as one text, each once, under the crates that it is of."""
    texts, without = {}, []
    for crate in all_crates:
        name = f"{crate['name']} {crate['version']} ({crate['license']})"
        folder = Path(crate["manifest_path"]).parent
        found = [file for file in sorted(folder.iterdir()) if file.name.lower().startswith(NAMES)]
        found = [file for file in found if file.is_file()]
        if not found:
            without.append(name)
        for file in found:
            text = "\n".join(line.rstrip() for line in file.read_text("utf-8").strip().splitlines())
            texts.setdefault(text, []).append(name)
    parts = ["indicia is made with these crates. Their licences:\n"]
    for text, names in texts.items():
        parts.append("=" * 80 + "\n" + "\n".join(names) + "\n" + "-" * 80 + f"\n{text}\n")
    if without:
        parts.append("=" * 80 + "\nWithout a text in the crate:\n" + "\n".join(without) + "\n")
    return "\n".join(parts)


def sbom(version, all_crates):
    """A bill of materials. It has no time and no serial number, so that it is the same each time."""
    def component(crate):
        address = f"pkg:cargo/{crate['name']}@{crate['version']}"
        return {
            "type": "library",
            "bom-ref": address,
            "name": crate["name"],
            "version": crate["version"],
            "licenses": [{"expression": crate["license"].replace("/", " OR ")}],
            "purl": address,
        }

    own = {"type": "application", "name": "indicia", "version": version}
    own |= {"bom-ref": "indicia", "licenses": [{"expression": "MIT OR Apache-2.0"}]}
    components = [component(crate) for crate in all_crates]
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": own},
        "components": components,
    }
    return json.dumps(bill, indent=1) + "\n"
