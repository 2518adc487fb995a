"""What a cell accepts: the drop-down of an answer, and what Excel says to somebody who types something else.

Excel takes a list by a name on another sheet; messages of more than 255 units, and titles of more than 32, make a file
that it calls damaged.
"""

from __future__ import annotations

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Choice, Indicator, Interval, Note
from facilitate.domain.scale import Answer, Value
from facilitate.language import Words
from facilitate.workbook.answer_lists import AnswerList, answer_list, list_name
from facilitate.workbook.safe import cut, writable

MESSAGE_UNITS, TITLE_UNITS = 255, 32


class AnswerLists:
    """The list of every indicator of a grid, by its code."""

    def __init__(self, grid: Grid | None, words: Words) -> None:
        self.words = words
        self._lists: dict[str, AnswerList] = {}
        names: set[str] = set()
        every = [(grid, each) for each in grid.indicators()] if grid else []
        for place, (own, each) in enumerate(every, 1):
            listed = answer_list(own, each, words, place)
            if listed.name.casefold() in names:  # Excel tells names apart without case
                listed = listed._replace(name=list_name("", place))
            names.add(listed.name.casefold())
            self._lists[each.id] = listed
        self._made: dict[tuple[str, str], DataValidation] = {}

    def of(self, code: str) -> AnswerList:
        """The list of an indicator of the grid in force."""
        return self._lists[code]

    def name(self, code: str) -> str:
        """The name of its list as formulas write it."""
        return self._lists[code].name

    def every(self) -> list[AnswerList]:
        """All lists, in the order of the grid."""
        return list(self._lists.values())

    def meaning(self, code: str, value: Value | None) -> str:
        """What a value says, as the formula beside it finds it."""
        return next((each.meaning for each in self._lists[code].entries if each.says == value), "")

    def accept(self, sheet: Worksheet, cell: str, indicator: Indicator) -> None:
        """Let a cell take this indicator's answers and nothing else; several options are not one of a list."""
        if isinstance(indicator, Note | Interval) or (isinstance(indicator, Choice) and indicator.several):
            return
        key = (sheet.title, indicator.id)
        if key not in self._made:
            self._made[key] = self._validation(indicator, cell)
            sheet.add_data_validation(self._made[key])
        self._made[key].add(cell)

    def _validation(self, indicator: Indicator, cell: str) -> DataValidation:
        answers = self._lists[indicator.id]
        if answers.closed:
            made = DataValidation(type="list", formula1=keys_name(answers))
            prompt, refused = "\n".join(_offered(answers)), "workbook.input.refused_why"
        else:
            others = f"COUNTIF({keys_name(answers)},{cell})>0" if answers.entries else "FALSE"
            made = DataValidation(type="custom", formula1=f"OR(AND(ISNUMBER({cell}),N({cell})>=0),{others})")
            prompt = "\n".join([self.words("workbook.input.number"), *_offered(answers)])
            refused = "workbook.input.no_number"
        made.allow_blank = True
        made.showErrorMessage, made.showInputMessage, made.errorStyle = True, True, "stop"
        mark = "\u200f" if self.words.right_to_left else ""
        made.promptTitle = cut(mark + writable(indicator.id), TITLE_UNITS)
        made.prompt = _message(mark, prompt)
        made.errorTitle = cut(mark + self.words("workbook.input.refused"), TITLE_UNITS)
        made.error = _message(mark, self.words(refused, code=indicator.id))
        return made


def _offered(answers: AnswerList) -> list[str]:
    """What can be picked, in words: of each answer the first way to say it."""
    first: dict[float | str, str] = {}
    for each in answers.entries:
        first.setdefault(each.value, str(each.key))
    return list(first.values())


def _message(mark: str, text: str) -> str:
    whole = mark + writable(text).replace("\n", "\n" + mark)
    return cut(whole, MESSAGE_UNITS - 1) + "…" if len(whole.encode("utf-16-le")) // 2 > MESSAGE_UNITS else whole


def keys_name(answers: AnswerList) -> str:
    """The name of the first column of a list."""
    return answers.name.replace("answers_", "words_", 1)


def not_applicable_words(words: Words) -> tuple[str, str]:
    """How *not applicable* can stand in a cell: in words, and as programs write it."""
    return words(f"common.{Answer.NOT_APPLICABLE}"), "NA"


def define(workbook_names: dict[str, DefinedName], name: str, target: str) -> None:
    """Give a range a name."""
    workbook_names[name] = DefinedName(name, attr_text=target)
