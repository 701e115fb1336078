"""What questions about reviews and offers are answered with.

Generated from the types of the core by `make update`.
"""

import datetime as dt
from typing import Literal, NotRequired, TypeAlias, TypedDict

__all__ = [
    "AgeClass",
    "Block",
    "BlockDecisions",
    "BlockFacts",
    "BlockFigures",
    "BlockFindings",
    "BlockHeading",
    "BlockNote",
    "BlockOutcomes",
    "BlockParagraph",
    "BlockPicture",
    "BlockTable",
    "BudgetChart",
    "BudgetYear",
    "Cell",
    "CellCode",
    "CellCount",
    "CellDate",
    "CellEmpty",
    "CellMinutes",
    "CellMoney",
    "CellNumber",
    "CellNumberValue",
    "CellShare",
    "CellText",
    "CellUnknown",
    "Chart",
    "ChartBudget",
    "ChartControl",
    "ChartGantt",
    "ChartHeat",
    "ChartLines",
    "ChartLoad",
    "ChartPareto",
    "ChartPyramid",
    "ChartSurvival",
    "ChartTornado",
    "ClosedDay",
    "Column",
    "ColumnKind",
    "ControlChart",
    "ControlPoint",
    "CurvePoint",
    "DatedEntry",
    "Decision",
    "DecisionStatus",
    "DeliverableContent",
    "DeliverableKind",
    "Evidence",
    "Fact",
    "Figure",
    "FindingItem",
    "FittedCurve",
    "GanttBar",
    "GanttChart",
    "GanttRow",
    "GanttTone",
    "GanttWindow",
    "GanttWindowKind",
    "Goal",
    "HeatChart",
    "HeatDay",
    "Lang",
    "LineCrossing",
    "LineSeries",
    "LinesChart",
    "LoadChart",
    "LoadWeek",
    "Meaning",
    "Money",
    "Outcome",
    "ParetoChart",
    "ParetoItem",
    "ParetoRest",
    "Period",
    "Picture",
    "PyramidChart",
    "Section",
    "SurvivalChart",
    "SurvivalStep",
    "Table",
    "TornadoChart",
    "TornadoRow",
    "ValueUnit",
    "ValueUnitMinutes",
    "ValueUnitMoney",
    "ValueUnitNumber",
    "ValueUnitShare",
]

ColumnKind: TypeAlias = Literal[
    "text",
    "count",
    "number",
    "share",
    "date",
    "minutes",
    "money",
]
"""What the cells of a column hold, besides unknown and empty ones.

- `text`: Words.
- `count`: Whole numbers.
- `number`: Numbers with a fraction.
- `share`: Shares of a whole.
- `date`: Days.
- `minutes`: Lengths of time, minutes.
- `money`: Amounts.
"""

DecisionStatus: TypeAlias = Literal[
    "done",
    "accepted",
    "deferred",
    "refused",
    "open",
]
"""What became of a recommendation.

- `done`: Accepted and done.
- `accepted`: Accepted, not yet done.
- `deferred`: Put off.
- `refused`: Refused.
- `open`: Nobody has decided.
"""

DeliverableKind: TypeAlias = Literal[
    "review",
    "proposal",
    "kick_off",
    "sourcing",
]
"""Which document a deliverable is.

- `review`: The periodic review of estate, infrastructure, performance and plan.
- `proposal`: What is offered before there is a contract.
- `kick_off`: What is agreed when a contract begins.
- `sourcing`: In house, by contract, case by case, compared.
"""

GanttTone: TypeAlias = Literal[
    "preventive",
    "corrective",
    "update",
    "renewal",
    "other",
]
"""What a bar of a Gantt chart is.

- `preventive`: Planned work.
- `corrective`: Repair.
- `update`: Update or change.
- `renewal`: Replacement.
- `other`: Anything else.
"""

GanttWindowKind: TypeAlias = Literal[
    "window",
    "freeze",
]
"""What a span of a Gantt chart is for all rows.

- `window`: Work that interrupts is allowed.
- `freeze`: Nothing may change.
"""

Goal: TypeAlias = Literal[
    "higher",
    "lower",
    "neutral",
]
"""In which direction an indicator is good.

- `higher`: More is better.
- `lower`: Less is better.
- `neutral`: It depends: a share of a mix.
"""

Lang: TypeAlias = Literal[
    "en",
    "fr",
]
"""Language of a rendered output.

- `en`: English.
- `fr`: French.
"""

Meaning: TypeAlias = Literal[
    "better",
    "worse",
    "different",
    "steady",
    "untested",
]
"""What a figure means compared with the time before.

- `better`: Better, beyond chance.
- `worse`: Worse, beyond chance.
- `different`: Different beyond chance, neither good nor bad.
- `steady`: Chance explains the difference, or there is none.
- `untested`: Nothing to compare with, or not tested.
"""


class AgeClass(TypedDict):
    """One age class."""

    label: str
    """Its ages, such as `3` or `10–14`."""
    counts: list[int]
    """How many, in the order of the series; one that is lacking is 0."""


class BlockHeading(TypedDict):
    """A smaller heading."""

    block: Literal["heading"]
    content: str


class BlockNote(TypedDict):
    """A remark on what is missing, doubted or left out."""

    block: Literal["note"]
    content: str


class BlockParagraph(TypedDict):
    """A paragraph."""

    block: Literal["paragraph"]
    content: str


class BudgetYear(TypedDict):
    """One year of a `BudgetChart`."""

    label: str
    """Such as `2027`."""
    parts_minor: list[int | None]
    """Minor units in the order of the series; `None` when unknown, negative for a credit."""
    cap_minor: int | None
    """What may be spent; `None` without a cap."""


class BudgetChart(TypedDict):
    """Money of each year, by kind, against its cap."""

    title: str
    """What the chart is called."""
    currency: str
    """Currency of all amounts."""
    series: list[str]
    """Names of the kinds of spending."""
    years: list[BudgetYear]
    """Years in order."""

CellCode = TypedDict(
    "CellCode",
    {
        "is": Literal["code"],
        "value": str,
    },
)
"""A name that is the same in every language: an id, a code, a reference."""

CellCount = TypedDict(
    "CellCount",
    {
        "is": Literal["count"],
        "value": int,
    },
)
"""A whole number."""

CellDate = TypedDict(
    "CellDate",
    {
        "is": Literal["date"],
        "value": dt.date,
    },
)
"""A day."""

CellEmpty = TypedDict(
    "CellEmpty",
    {
        "is": Literal["empty"],
    },
)
"""Nothing applies here."""

CellMinutes = TypedDict(
    "CellMinutes",
    {
        "is": Literal["minutes"],
        "value": int,
    },
)
"""A length of time, minutes."""


class CellNumberValue(TypedDict):
    """A number with `decimals` decimals, and its unit in words; the unit may be empty."""

    value: float
    """The number."""
    decimals: int
    """How many decimals are shown."""
    unit: str
    """Its unit, such as `h`."""

CellNumber = TypedDict(
    "CellNumber",
    {
        "is": Literal["number"],
        "value": CellNumberValue,
    },
)
"""A number with `decimals` decimals, and its unit in words; the unit may be empty."""

CellShare = TypedDict(
    "CellShare",
    {
        "is": Literal["share"],
        "value": float,
    },
)
"""A share of a whole: 0.25 is 25 %. Shown to a tenth of a percent, near 0 and 1 with the decimals
that tell it from them.
"""

CellText = TypedDict(
    "CellText",
    {
        "is": Literal["text"],
        "value": str,
    },
)
"""Words, in the language of the deliverable."""

CellUnknown = TypedDict(
    "CellUnknown",
    {
        "is": Literal["unknown"],
    },
)
"""Something applies, and nobody knows it."""


class ChartBudget(BudgetChart):
    """Money of each year against its cap."""

    kind: Literal["budget"]


class ClosedDay(TypedDict):
    """A closed day."""

    day: dt.date
    """The day."""
    reason: str | None
    """Why, such as the name of a holiday."""


class Column(TypedDict):
    """A column of a table."""

    key: str
    """Stable name, the same in every language: header of CSV files."""
    label: str
    """Heading, in the language of the deliverable."""
    kind: ColumnKind
    """What its cells hold."""


class ControlPoint(TypedDict):
    """One point of a `ControlChart`."""

    label: str
    """Under it, such as `Apr`."""
    day: dt.date
    """First day of what it sums up."""
    value: float | None
    """Its value; `None` where there is none: the line is broken there."""
    lower: float | None
    """Lower limit of the usual range."""
    centre: float | None
    """Middle of the usual range."""
    upper: float | None
    """Upper limit of the usual range."""
    is_outside: bool
    """Whether it leaves the usual range."""


class CurvePoint(TypedDict):
    """One point of a `FittedCurve`."""

    time: float
    """When."""
    survival: float
    """Part still in service, 0 to 1."""


class DatedEntry(TypedDict):
    """A dated entry for calendar applications."""

    day: dt.date
    """Its first day."""
    days: int
    """How many days it takes, at least 1."""
    key: str
    """Stable name, unique in the deliverable: part of the UID."""
    title: str
    """What is shown in the calendar."""
    text: str
    """The reason, in one or more lines."""


class FindingItem(TypedDict):
    """What is wrong or to be watched."""

    code: str
    """Code or rule."""
    severity: str
    """How bad, in words."""
    rank: int
    """How bad, 0 the worst: findings are sorted by it."""
    subject: str
    """What it is about."""
    text: str
    """What is the matter."""
    remedy: str | None
    """What to do."""
    evidence: list[str]
    """What was asked and what was seen."""


class BlockFindings(TypedDict):
    """Findings, the worst first."""

    block: Literal["findings"]
    content: list[FindingItem]


class FittedCurve(TypedDict):
    """The curve of a model."""

    name: str
    """Such as `Weibull, shape 2.1`."""
    points: list[CurvePoint]
    """Its points in order of time."""


class GanttBar(TypedDict):
    """One bar."""

    start: dt.date
    """First day."""
    length_days: int
    """How many days; 0 is a moment, drawn as a mark."""
    tone: GanttTone
    """What it is."""
    label: str
    """What is written in or beside it where there is room."""


class GanttRow(TypedDict):
    """One row: a site, a skill, an asset."""

    label: str
    """Its name."""
    bars: list[GanttBar]
    """Its bars in order of start."""


class GanttWindow(TypedDict):
    """A span that holds for all rows."""

    start: dt.date
    """First day."""
    end: dt.date
    """The day after the last."""
    kind: GanttWindowKind
    """What it is."""
    label: str
    """What it is called."""


class GanttChart(TypedDict):
    """Work of a month, row by row."""

    title: str
    """What the chart is called."""
    start: dt.date
    """First day."""
    end: dt.date
    """The day after the last."""
    rows: list[GanttRow]
    """Rows in order."""
    closed: list[ClosedDay]
    """Closed days in order."""
    windows: list[GanttWindow]
    """Spans that hold for all rows, in order of start."""


class ChartGantt(GanttChart):
    """Work of a month, row by row."""

    kind: Literal["gantt"]


class HeatDay(TypedDict):
    """A day with its value."""

    day: dt.date
    """The day."""
    value: int
    """Its value in the unit of the chart."""


class LineCrossing(TypedDict):
    """Where two series cross."""

    position: float
    """Place, counted from 0 at the first label; 2.5 is midway between the third and the fourth."""
    value: float
    """The value there."""
    label: str
    """What it is, such as `break-even in June 2029`."""


class LineSeries(TypedDict):
    """One series of a `LinesChart`."""

    name: str
    """Its name."""
    values: list[float | None]
    """A value for each place; `None` or lacking where unknown: the line is broken there."""


class LoadWeek(TypedDict):
    """One week of a `LoadChart`."""

    start: dt.date
    """Its first day."""
    parts_minutes: list[int]
    """Minutes of work in the order of the series; one that is lacking is 0."""
    capacity_minutes: int | None
    """Minutes that can be done; `None` when unknown or unlimited."""


class LoadChart(TypedDict):
    """Work of each week, by kind, against what can be done in it."""

    title: str
    """What the chart is called."""
    series: list[str]
    """Names of the kinds of work, such as preventive, corrective, update."""
    weeks: list[LoadWeek]
    """Weeks in order."""


class ChartLoad(LoadChart):
    """Work of each week against capacity."""

    kind: Literal["load"]


class Money(TypedDict):
    """An amount of money: `1 250,00 €` is `price_minor` 125 000 of `EUR`."""

    minor: int
    currency: str
    """An ISO 4217 code."""

CellMoney = TypedDict(
    "CellMoney",
    {
        "is": Literal["money"],
        "value": Money,
    },
)
"""An amount."""

Cell: TypeAlias = (
    CellEmpty
    | CellUnknown
    | CellText
    | CellCode
    | CellCount
    | CellNumber
    | CellShare
    | CellDate
    | CellMinutes
    | CellMoney
)
"""A value, typed: back ends write it in the manner of its language and their format."""


class Evidence(TypedDict):
    """What a recommendation rests on."""

    label: str
    """What was measured."""
    value: Cell
    """Its value."""
    limit: Cell | None
    """What it was compared with, such as a threshold."""


class Decision(TypedDict):
    """A decision to take."""

    key: str
    """Stable name: the next review asks under it what became of the decision."""
    title: str
    """What is recommended."""
    why: str
    """Why."""
    evidence: list[Evidence]
    """What it rests on."""
    effect: list[Evidence]
    """What it would change, each with its value; empty where that cannot be said."""
    no_effect: str | None
    """Why no effect can be stated."""
    by: dt.date | None
    """The last day on which deciding makes sense."""
    cost: Cell | None
    """What it costs."""
    indicator: str | None
    """Code of the indicator that it is to change: the next review measures it."""


class BlockDecisions(TypedDict):
    """Decisions to take, the most urgent first."""

    block: Literal["decisions"]
    content: list[Decision]


class Fact(TypedDict):
    """A name and its value."""

    label: str
    """What it is."""
    value: Cell
    """Its value."""


class BlockFacts(TypedDict):
    """Names and values."""

    block: Literal["facts"]
    content: list[Fact]


class Figure(TypedDict):
    """A key figure."""

    key: str
    """Stable name, unique in its list."""
    label: str
    """What it is."""
    value: Cell
    """Its value."""
    before: Cell | None
    """The value of the time before, where it is compared."""
    meaning: Meaning
    """What the change means."""
    note: str | None
    """Its reason, or what it says."""


class BlockFigures(TypedDict):
    """Key figures."""

    block: Literal["figures"]
    content: list[Figure]


class Outcome(TypedDict):
    """What became of a decision."""

    key: str
    """Its name, that of the `Decision`."""
    title: str
    """What was recommended."""
    recommended: dt.date
    """The day on which it was recommended."""
    status: DecisionStatus
    """What became of it."""
    done: dt.date | None
    """The day on which it was done."""
    indicator: str | None
    """What was measured, where it names an indicator."""
    before: Cell
    """Its value before."""
    after: Cell
    """Its value since."""
    meaning: Meaning
    """What the change means."""
    note: str | None
    """What there is to say of it."""


class BlockOutcomes(TypedDict):
    """What became of decisions."""

    block: Literal["outcomes"]
    content: list[Outcome]


class ParetoItem(TypedDict):
    """One item of a `ParetoChart`."""

    label: str
    """Its name."""
    count: int
    """How much it counts, in the unit of the chart."""


class ParetoRest(TypedDict):
    """Items that are not listed one by one."""

    items: int
    """How many items they are."""
    count: int
    """How much they count together."""


class Period(TypedDict):
    """Days from `start` to the day before `end`: half-open, never empty."""

    start: dt.date
    end: dt.date


class PyramidChart(TypedDict):
    """How many of each age, of one series or two back to back."""

    title: str
    """What the chart is called."""
    unit: str
    """What is counted, such as `assets`."""
    series: list[str]
    """Names of the series: the first to the left when there are two; more are not drawn, and said
    so.
    """
    classes: list[AgeClass]
    """Age classes, youngest first."""
    unknown_counts: list[int]
    """Those whose age is not known, in the order of the series; they stand apart."""


class ChartPyramid(PyramidChart):
    """How many of each age."""

    kind: Literal["pyramid"]


class SurvivalStep(TypedDict):
    """One step: from `time` on, `survival` is what is left."""

    time: float
    """When."""
    survival: float
    """Part still in service, 0 to 1."""
    lower: float | None
    """Lower bound of its interval."""
    upper: float | None
    """Upper bound of its interval."""


class SurvivalChart(TypedDict):
    """What part is still in service after a time, as observed and, where given, as a model says."""

    title: str
    """What the chart is called."""
    time_unit: str
    """Unit of all times, such as `years`."""
    steps: list[SurvivalStep]
    """Steps of the observed curve in order of time; it begins at 1."""
    censored_times: list[float]
    """Times at which lives left observation without failing, in order."""
    fitted: FittedCurve | None
    """The curve of a model."""


class ChartSurvival(SurvivalChart):
    """What part is still in service after a time."""

    kind: Literal["survival"]


class Table(TypedDict):
    """A table."""

    id: str
    """Stable name, unique in the deliverable: name of the sheet and of the CSV file."""
    title: str
    """Its caption."""
    columns: list[Column]
    """Its columns; the first one names the row."""
    rows: list[list[Cell]]
    """Its rows, each with a cell a column."""
    total: list[Cell] | None
    """What the columns add up to, a cell a column."""
    omitted: int
    """Rows left out beyond `TABLE_ROWS_MAX`."""
    note: str | None
    """What there is to say of it, such as what it does not know."""
    is_detail: bool
    """Whether it is for files only: a list that nobody reads on paper. Workbook, CSV files and JSON
    have it, page and Markdown say how many rows it has.
    """


class BlockTable(TypedDict):
    """A table."""

    block: Literal["table"]
    content: Table


class TornadoRow(TypedDict):
    """One parameter of a `TornadoChart`."""

    parameter: str
    """Its name."""
    low_label: str
    """Its low value as text, such as `−10 %`."""
    low: float | None
    """The result at its low value; `None` when unknown."""
    high_label: str
    """Its high value as text."""
    high: float | None
    """The result at its high value; `None` when unknown."""


class ValueUnitMinutes(TypedDict):
    """Minutes, written as hours."""

    kind: Literal["minutes"]


class ValueUnitMoney(TypedDict):
    """Minor units of a currency: 125 000 of EUR is 1 250,00 EUR."""

    kind: Literal["money"]
    currency: str
    """The currency."""


class ValueUnitNumber(TypedDict):
    """A plain number."""

    kind: Literal["number"]
    unit: str
    """What follows it, such as `h` or `tickets`; may be empty."""
    decimals: int
    """Most decimals written; three figures need no more."""


class ValueUnitShare(TypedDict):
    """Part of a whole: 1 is written 100 %."""

    kind: Literal["share"]

ValueUnit: TypeAlias = ValueUnitShare | ValueUnitMinutes | ValueUnitMoney | ValueUnitNumber
"""In what the values of a chart are counted, and so how they are written."""


class ControlChart(TypedDict):
    """An indicator over time with the limits of its usual range."""

    title: str
    """What the chart is called."""
    unit: ValueUnit
    """What the values are."""
    goal: Goal
    """In which direction it is good."""
    points: list[ControlPoint]
    """Points in order of day."""


class ChartControl(ControlChart):
    """An indicator over time with the limits of its usual range."""

    kind: Literal["control"]


class HeatChart(TypedDict):
    """Days, darker where there is more, hatched where closed."""

    title: str
    """What the chart is called."""
    start: dt.date
    """First day."""
    end: dt.date
    """The day after the last."""
    unit: ValueUnit
    """What the values are; minutes are shown as hours."""
    days: list[HeatDay]
    """Days with a value, in order; the others have none, which is 0. Days outside are not shown."""
    closed: list[ClosedDay]
    """Closed days in order."""


class ChartHeat(HeatChart):
    """Days of a year, darker where there is more."""

    kind: Literal["heat"]


class LinesChart(TypedDict):
    """Several series over the same places, such as the cumulated cost of options over years."""

    title: str
    """What the chart is called."""
    unit: ValueUnit
    """What the values are."""
    labels: list[str]
    """Names of the places, such as years, in order."""
    series: list[LineSeries]
    """The series; those after the sixth are not drawn, and said so."""
    crossing: LineCrossing | None
    """Where two series cross."""


class ChartLines(LinesChart):
    """Several series over the same places, such as the cumulated cost of options."""

    kind: Literal["lines"]


class ParetoChart(TypedDict):
    """Items by what they count, the largest first, and how they add up."""

    title: str
    """What the chart is called."""
    unit: ValueUnit
    """What the counts are."""
    items: list[ParetoItem]
    """Items; they are drawn by count, the largest first, equals in the order given."""
    rest: ParetoRest | None
    """Those that are not listed."""


class ChartPareto(ParetoChart):
    """Few causes that make most of the effect."""

    kind: Literal["pareto"]


class TornadoChart(TypedDict):
    """How far each parameter moves a result when it alone changes."""

    title: str
    """What the chart is called."""
    unit: ValueUnit
    """What the result is counted in."""
    base: float
    """The result when nothing changes."""
    rows: list[TornadoRow]
    """Parameters; they are drawn by how far they move the result, most first, equals in the order
    given.
    """


class ChartTornado(TornadoChart):
    """How far each parameter moves a result."""

    kind: Literal["tornado"]

Chart: TypeAlias = (
    ChartLoad
    | ChartHeat
    | ChartPyramid
    | ChartBudget
    | ChartControl
    | ChartPareto
    | ChartSurvival
    | ChartGantt
    | ChartLines
    | ChartTornado
)
"""A chart: what it shows, not how."""


class Picture(TypedDict):
    """A chart, drawn where there are pictures, its figures as a table where there are none."""

    id: str
    """Stable name, unique among the pictures and tables of the deliverable."""
    title: str
    """Its caption."""
    chart: Chart
    """What it shows."""


class BlockPicture(TypedDict):
    """A chart."""

    block: Literal["picture"]
    content: Picture

Block: TypeAlias = (
    BlockHeading
    | BlockParagraph
    | BlockNote
    | BlockFigures
    | BlockFacts
    | BlockTable
    | BlockPicture
    | BlockFindings
    | BlockDecisions
    | BlockOutcomes
)
"""A part of a section."""


class Section(TypedDict):
    """A part of a deliverable."""

    id: str
    """Stable id: anchor of the page, name of files."""
    title: str
    """Its heading."""
    lead: str | None
    """What it says in a sentence or two."""
    blocks: list[Block]
    """What it shows, in order."""


class DeliverableContent(TypedDict):
    """A document for people, typed."""

    kind: DeliverableKind
    """Which document it is."""
    lang: Lang
    """The language of its texts."""
    title: str
    """Its title."""
    provider: str
    """Who maintains."""
    customer: str
    """Whose estate it is; part of the UIDs of the calendar."""
    as_of: dt.date
    """The last day of which something is known."""
    period: Period | None
    """The days that it is about."""
    summary: list[Block]
    """What it says on its first page."""
    sections: list[Section]
    """Its sections, in order."""
    entries: list[DatedEntry]
    """What belongs in a calendar, by day and key."""
