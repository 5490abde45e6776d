"""Writes unify/Cargo.toml from the dependencies of every member of the workspace."""

import json
import subprocess

HEAD = """# Cargo builds a dependency once for each set of features it is asked for, and the set depends on which rooms are built.
# This package asks for all of them: `cargo test -p sluss-judge -p sluss-unify` uses what `--workspace` built.
# A house test holds it complete; `make unify` renews it.
[package]
name = "sluss-unify"
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true
publish.workspace = true

[lib]
path = "lib.rs"
test = false
doctest = false

[dependencies]
"""


def line(name, wanted):
    parts = [f'version = "{wanted["version"]}"']
    if not wanted["default"]:
        parts.append("default-features = false")
    if wanted["features"]:
        parts.append("features = [" + ", ".join(f'"{f}"' for f in sorted(wanted["features"])) + "]")
    return f"{name} = {{ {', '.join(parts)} }}\n"


def main():
    metadata = json.loads(subprocess.check_output(["cargo", "metadata", "--format-version", "1", "--no-deps"]))
    wanted = {}
    for package in metadata["packages"]:
        for dependency in package["dependencies"]:
            if package["name"] == "sluss-unify" or dependency.get("path"):
                continue
            version = dependency["req"].lstrip("^")
            row = wanted.setdefault(dependency["name"], {"version": version, "features": set(), "default": False})
            row["features"] |= set(dependency["features"])
            row["default"] |= dependency["uses_default_features"]
    with open("unify/Cargo.toml", "w") as out:
        out.write(HEAD + "".join(line(name, wanted[name]) for name in sorted(wanted)))


if __name__ == "__main__":
    main()
