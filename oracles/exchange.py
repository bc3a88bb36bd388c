"""What the checks of exported regimes share: which regimes and machines there are, and files to export into."""

import pathlib
import tempfile

from program import answer, output

folder = pathlib.Path(tempfile.mkdtemp(prefix="nhiemvu-exchange-"))


def regimes() -> list[str]:
    return [one["id"] for one in answer("rules", "show")]


def machines(regime: str) -> list[str]:
    """The task and the small machines of a regime."""
    return ["task", *sorted(answer("rules", "show", regime)["regime"]["machines"])]


def exported(regime: str, form: str, *options: str) -> str:
    """Path of a fresh export of a regime."""
    path = folder / "-".join([regime, *(option.strip("-") for option in options)])
    path = path.with_name(f"{path.name}.{form}")
    output("rules", "export", regime, "--as", form, *options, "--output", str(path))
    return str(path)
