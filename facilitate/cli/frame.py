"""What all commands share: help in the reader's language, one-line errors, `--lang` everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import click

from facilitate.language import Words

DONE, FINDINGS, NOT_DONE = 0, 1, 2
"""Exit statuses: done; done, with refusals or findings listed; not done, nothing changed."""


PROJECTOR = "show"
"""`--as show` is the projector's seat and nobody's."""


class Stop(Exception):
    """The command cannot be done: a message id and its values, told as one line, exit status 2."""

    def __init__(self, message: str, **values: Any) -> None:
        super().__init__(message)
        self.message = message
        self.values = values


def say(text: str = "", *, error: bool = False) -> None:
    """One line of output."""
    click.echo(text, err=error)


def option(*names: str, **settings: Any) -> click.Option:
    """An option whose help text is the catalog's ``cli.COMMAND.NAME``."""
    return click.Option(list(names), **settings)


def argument(name: str, **settings: Any) -> click.Argument:
    """An argument whose help text is the catalog's ``cli.COMMAND.NAME``."""
    return click.Argument([name], **settings)


class Command(click.Command):
    """A command whose words come from the catalogs: ``cli.NAME.help``, ``cli.NAME.example``, ``cli.NAME.PARAMETER``."""

    def __init__(
        self, name: str, words: Words, act: Callable[..., int], params: Sequence[click.Parameter] = ()
    ) -> None:
        self.words = words
        lang = click.Option(["--lang"], metavar="ar|fr|en", expose_value=False)
        super().__init__(name, callback=act, params=[*params, lang], add_help_option=True)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write(f"{self._usage(ctx)}\n\n")
        formatter.indent()
        formatter.write_text(self.words(f"cli.{self.name}.help"))
        formatter.dedent()
        rows = list(self._rows())
        if rows:
            formatter.write_paragraph()
            formatter.write_dl(rows)
        formatter.write(f"\n{self.words('cli.example')}\n  {self.words(f'cli.{self.name}.example')}\n")

    def _usage(self, ctx: click.Context) -> str:
        pieces = [ctx.command_path]
        for parameter in self.params:
            if isinstance(parameter, click.Argument):
                pieces.append(parameter.make_metavar(ctx))
            elif isinstance(parameter, click.Option) and parameter.name != "lang":
                value = "" if parameter.is_flag else f" {_metavar(parameter)}"
                more = "..." if parameter.multiple else ""
                piece = f"{parameter.opts[-1]}{value}"
                pieces.append(f"{piece}{more}" if parameter.required else f"[{piece}]{more}")
        return " ".join([*pieces, "[--lang ar|fr|en]"])

    def _rows(self) -> Iterator[tuple[str, str]]:
        for parameter in self.params:
            if isinstance(parameter, click.Argument):
                yield (parameter.name or "").upper(), self.words(f"cli.{self.name}.{parameter.name}")
            elif isinstance(parameter, click.Option):
                value = "" if parameter.is_flag else f" {_metavar(parameter)}"
                where = "cli" if parameter.name == "lang" else f"cli.{self.name}"
                yield f"{', '.join(parameter.opts)}{value}", self.words(f"{where}.{parameter.name}")


def _metavar(parameter: click.Option) -> str:
    return parameter.metavar or parameter.opts[-1].lstrip("-").upper()


Maker = Callable[[Words], click.Command]


class Family(click.Group):
    """The program: its commands are imported when they are called, so that each starts as light as it can."""

    def __init__(self, words: Words, makers: dict[str, Callable[[], Maker]], alone: Callable[[Words], int]) -> None:
        self.words = words
        self.makers = makers
        super().__init__(
            "facilitate",
            invoke_without_command=True,
            params=[
                click.Option(["--lang"], metavar="ar|fr|en", expose_value=False),
                click.Option(["--version"], is_flag=True),
            ],
            callback=lambda version: self._alone(version, alone),
        )

    def _alone(self, version: bool, alone: Callable[[Words], int]) -> int:
        context = click.get_current_context()
        if version:
            from facilitate import __version__

            say(f"facilitate {__version__}")
            context.exit(DONE)
        return alone(self.words) if context.invoked_subcommand is None else DONE

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.makers)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        maker = self.makers.get(cmd_name)
        return maker()(self.words) if maker else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.makers:
            raise Stop("cli.error.no_such_command", command=args[0], known=tuple(self.makers))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write(f"facilitate [--lang ar|fr|en] {self.words('cli.command')} ...\n\n")
        formatter.indent()
        formatter.write_text(self.words("cli.help"))
        formatter.dedent()
        formatter.write_paragraph()
        formatter.write_dl([(name, self.words(f"cli.{name}.help")) for name in self.makers])
        formatter.write(f"\n{self.words('cli.more_help')}\n")


class Branch(click.Group):
    """Commands under one name (``grid diff``, ``grid write``), each imported when it is called.

    Its own words are the catalog's ``cli.NAME.help``; a command under it is made with the name ``NAME_COMMAND``.
    """

    def __init__(self, name: str, words: Words, makers: dict[str, Callable[[], Maker]]) -> None:
        self.words = words
        self.makers = makers
        lang = click.Option(["--lang"], metavar="ar|fr|en", expose_value=False)
        super().__init__(name, invoke_without_command=True, params=[lang], callback=self._alone)

    def _alone(self) -> int:
        context = click.get_current_context()
        if context.invoked_subcommand is None:
            raise Stop("cli.error.which_command", command=self.name, known=tuple(self.makers))
        return DONE

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.makers)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        maker = self.makers.get(cmd_name)
        return maker()(self.words) if maker else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.makers:
            raise Stop("cli.error.no_such_command", command=f"{self.name} {args[0]}", known=tuple(self.makers))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write(f"{ctx.command_path} [--lang ar|fr|en] {self.words('cli.command')} ...\n\n")
        formatter.indent()
        formatter.write_text(self.words(f"cli.{self.name}.help"))
        formatter.dedent()
        formatter.write_paragraph()
        helps = {name: f"{self.name}_{name}" for name in self.makers}
        formatter.write_dl([(name, self.words(f"cli.{command}.help")) for name, command in helps.items()])
